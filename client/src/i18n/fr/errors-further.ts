/** Refusals that only pages meet which come with these texts. */
export const errorsFurther = {
  CHARTER_EMPTY: 'Veuillez d’abord écrire quelque chose.',
  TEAM_LIST_FULL: 'Il y en a autant qu’un groupe peut en avoir.',
  NOT_IN_GROUP: 'Vous n’êtes pas dans le groupe qui remet ce travail.',
  DISCUSSION_CLOSED: 'La discussion est fermée. Vous ne pouvez plus y écrire.',
  POST_DELETED: 'Ce message est supprimé. Votre texte est conservé comme brouillon.',
  DISCUSSION_HAS_POSTS: 'Quelqu’un a déjà écrit : les groupes de cette discussion restent tels quels.',
  NO_DISCUSSION_GROUP:
    'Vous n’êtes dans aucun groupe de cette discussion. Votre texte est conservé comme brouillon.',
  POST_EMPTY: 'Veuillez d’abord écrire quelque chose ou joindre un fichier.',
  SYNTHESIS_NAMES:
    'Ce texte nomme une personne que ses pairs ne connaissent pas dans ce fil. Dites-le sans son nom.',
  POST_MENTIONS:
    'Un message contient au plus 30 mentions, et seulement de personnes qui lisent ici. Votre texte est conservé comme brouillon.',
  POST_SIDE_MISSING:
    'Indiquez si votre message est pour ou contre. Votre texte est conservé comme brouillon.',
  ENDORSED_TOO_MANY: 'Assez de messages sont validés ici. Retirez d’abord une validation.',
  PINNED_TOO_MANY: 'Assez de fils sont épinglés ici. Détachez-en d’abord un.',
  POST_MOVED: 'L’équipe enseignante a déplacé ce message.',
  MOVE_RUNNING:
    'D’autres messages de cette discussion sont en cours de déplacement. Réessayez dans un instant.',
  POST_HIDDEN: 'Cette contribution est masquée par l’équipe enseignante. Votre texte est conservé.',
  POST_TOO_SOON:
    'Vous venez d’écrire dans ce fil, et le mode lent est activé. Patientez un peu. Votre texte est conservé comme brouillon.',
  THREAD_LOCKED: 'L’équipe enseignante a verrouillé ce fil. Votre texte est conservé.',
  BACK_EVALUATION_CLOSED: 'Les évaluations ne peuvent plus être jugées.',
  REVISION_CLOSED: 'Les travaux ne peuvent pas être révisés maintenant.',
  REVISION_NOTE_REQUIRED: 'Veuillez dire ce que vous avez changé.',
  SELF_ASSESSMENT_CLOSED: 'L’autoévaluation n’est pas ouverte.',
  PROBLEM_REPORTED: 'Vous avez déjà signalé un problème dans ce travail. L’équipe enseignante va l’examiner.',
  PROBLEM_ANSWERED: 'Quelqu’un d’autre a traité ce signalement. Rechargez la page pour voir comment.',
  REVIEW_SUBMITTED: 'L’évaluation est envoyée et ne peut plus être retirée.',
  REVIEWERS_APART: 'Ces deux personnes sont séparées sur la page « Conflits d’intérêts ».',
  EXCLUSIONS_TOO_MANY: 'Autant de paires sont séparées qu’il est possible. Autorisez-en d’abord de nouveau.',
  REVIEW_BEGUN: 'L’évaluation a été commencée entre-temps : elle reste donc.',
  CALIBRATION_NEEDED:
    'Vos évaluations s’ouvriront lorsque vous serez d’accord avec l’équipe enseignante sur les exemples.',
  EXAMPLES_TOO_MANY: 'Il y a autant d’exemples que possible. Retirez-en d’abord un.',
  MATTER_CHANGED: 'Quelqu’un de l’équipe vient de modifier ceci. L’état actuel est affiché.',
  SNOOZE_OUT_OF_RANGE: 'Choisissez un moment entre maintenant et dans trois mois.',
  ACTIVITY_ID_TAKEN: 'Cette activité existe déjà avec un autre contenu. Actualisez la page.',
  TEMPLATE_STARTS_LATE: 'Le premier jour ne doit pas venir après la première date de l’activité.',
  TEMPLATES_TOO_MANY: 'Le cours ne peut pas en contenir davantage. Supprimez-en d’abord.',
  ACTIVITY_NOT_OPEN: 'Cette activité n’est pas encore ouverte.',
  ACTIVITY_CLOSED: 'Cette activité est close. Rouvrez-la d’abord.',
  ACTIVITY_HAS_WORK:
    'Des personnes ont déjà travaillé avec ces paramètres : ils ne peuvent plus être modifiés.',
  NOT_A_DEEP_LINKING_LAUNCH: 'Cette page n’a pas été ouverte pour choisir un contenu pour le cours.',
  DEEP_LINKING_EXPIRED: 'Le cours a attendu votre choix trop longtemps. Recommencez depuis votre cours.',
  DEEP_LINKING_TYPE_REFUSED:
    'Le cours n’accepte pas ce type de contenu à cet endroit. Recommencez depuis votre cours.',
  DEEP_LINKING_ONE_ONLY: 'Le cours n’accepte qu’une activité ici. N’en choisissez qu’une.',
  LINK_ALREADY_USED: 'Cet endroit du cours a déjà son activité. Actualisez la page pour la voir.',
  ALLOCATION_NEEDS_THREE:
    'Au moins trois étudiants doivent avoir rendu un travail pour que l’on puisse comparer.',
  CHOICE_MISSING: 'Choisissez l’un des deux travaux selon chaque critère.',
  CHOICE_UNKNOWN: 'Un choix ne correspond pas aux critères. Actualisez la page et choisissez de nouveau.',
  ALLOCATION_NEEDS_TWO:
    'Au moins deux étudiants doivent avoir rendu un travail pour que les évaluations puissent commencer.',
  ALLOCATION_ALREADY_DONE: 'Les évaluations ont déjà commencé.',
  NOTHING_TO_RELEASE: 'Aucun travail n’a encore d’évaluation terminée : il n’y a donc pas de note à publier.',
  GRADES_NOT_RELEASED: 'Les notes ne sont pas publiées : il n’y a rien à retirer.',
  GRADE_COLUMN_GONE:
    'Cette activité n’a plus cette colonne dans le carnet de notes. Les notes déjà données sont conservées.',
  GRADE_OUT_OF_RANGE: 'Cette note sort des limites de la colonne.',
  NO_GRADEBOOK_COLUMN: 'Le carnet de notes du cours n’a pas de colonne pour cette activité.',
  NOTHING_TO_REMIND: 'Il n’y a rien à rappeler ici pour l’instant.',
  FILE_WITHOUT_COLUMNS:
    'La première ligne de ce fichier n’indique aucune colonne pour les groupes. Nommez-en une « Group » ou « Group ID », et une pour les personnes, par exemple « E-mail ».',
  REHEARSAL_NOT_BEGUN: 'Il n’y a pas de répétition de cette activité. Commencez-en une d’abord.',
  EXTENSION_TOO_EARLY: 'Le temps accordé doit finir après la date que la personne a sans cela.',
  TALK_FULL: 'Il y a déjà autant de réponses que possible à propos de cette évaluation.',
  OPENING_IN_CIRCLE: 'Les activités s’attendraient l’une l’autre et aucune ne s’ouvrirait jamais.',
  OPENING_TOO_LATE: 'Elle ne s’ouvrirait qu’une fois la remise terminée : choisissez un moment plus tôt.',
  DATES_LED_BY_LMS:
    'Le cours fixe la date de remise : modifiez-la là-bas, ou laissez d’abord Roundtable décider sur la page de l’activité.',
  MEMBER_NOT_LEARNING: 'Cette personne ne participe plus au cours.',
  ANSWERS_INVALID: 'Des réponses manquent ou ne conviennent pas.',
  NEVER_TOGETHER:
    'Vous n’étiez dans aucun groupe avec une personne que vous évaluez ici. Rechargez la page : elle montre celles avec qui vous avez travaillé.',
  ONLY_ONESELF:
    'Vous n’avez évalué que vous-même. Évaluez aussi les autres membres de votre groupe, ou ne vous évaluez pas non plus.',
  SIGN_UP_CLOSED: 'Il n’est pas possible de choisir un groupe pour l’instant.',
  SIGN_UP_FINAL: 'Votre choix de groupe est définitif. Si c’est une erreur, adressez-vous à vos enseignants.',
  GROUP_FULL: 'Ce groupe est maintenant complet. Choisissez-en un autre.',
  GROUP_NAME_TAKEN: 'Un groupe porte déjà ce nom. Choisissez-en un autre.',
  GROUPS_TOO_MANY: 'Il y a trop de groupes. Retirez-en d’abord quelques-uns.',
  DECISIONS_TOO_MANY: 'Le groupe a noté autant de versions de décisions que possible : 300.',
  MEETINGS_TOO_MANY: 'Le groupe a autant de réunions que possible : 200.',
  OUTSIDE_HOST_REFUSED:
    'L’adresse doit commencer par https:// et mener à un service que cette installation autorise.',
  SNAPSHOT_MISSING:
    'Il manque un PDF ou une image de votre tableau. Ajoutez-le sous Fichiers : un lien seul ne prouve rien, car un tableau change.',
  TASKS_TOO_MANY: 'Le tableau est plein : 200 tâches. Supprimez d’abord des tâches faites.',
  ROLE_IS_HELD:
    'Qui a ce rôle a peut-être déjà lu ses documents. Adressez-vous à l’équipe enseignante pour le donner à quelqu’un d’autre.',
  ROLE_KNOWS_ANOTHER:
    'Cette personne connaît les documents d’un autre rôle. Donnez d’abord un rôle à qui n’en a pas.',
  SLOT_TAKEN: 'Ce créneau est pris. Libérez-le d’abord, ou choisissez-en un autre.',
  SLOT_OVER: 'Ce créneau a commencé ; seule l’équipe enseignante peut encore changer qui l’a.',
  GROUP_HAS_SLOT: 'Ce groupe a déjà un créneau.',
  SLOTS_TOO_MANY: 'Il y a trop de créneaux. Supprimez-en d’abord.',
  PRESENTATION_NOT_ON: 'On pose des questions, on vote et on juge pendant une présentation.',
  OWN_PRESENTATION: 'Vous ne jugez pas la présentation de votre propre groupe.',
  QUESTIONS_TOO_MANY:
    'Il y a assez de questions pour cette présentation. Votez pour celles dont vous voulez entendre la réponse.',
  PLENARY_CLOSED: 'La mise en commun ne vous est pas encore ouverte.',
  PAGES_TOO_LONG:
    'Les pages sont trop longues pour être rendues ensemble. Choisissez-en moins ou raccourcissez-les.',
  PAGES_TOO_MANY: 'Il y a trop de pages. Utilisez-en une dont vous n’avez plus besoin.',
  COMMENTS_TOO_MANY:
    'Il y a trop de commentaires ici. Commencez une nouvelle page, ou continuez dans le texte.',
  ATTRIBUTES_TOO_MANY: 'Il y a trop d’informations sur les personnes. Supprimez-en d’abord quelques-unes.',
  ANSWERS_ANONYMOUS:
    'Ce questionnaire est anonyme : ses réponses ne peuvent pas servir à former des groupes.',
  PROPOSAL_OUTDATED:
    'Quelque chose a changé entre-temps, et d’autres groupes en résulteraient. Veuillez regarder la nouvelle proposition.',
  NOTHING_TO_UNDO: 'Les groupes ont changé entre-temps ; l’annulation n’est plus possible.',
  WORK_TAKEN: 'Un collègue évalue ce travail.',
  SAME_MARKER: 'Vous avez déjà évalué ce travail. Une autre personne l’évalue ensuite.',
  LEAD_SETTLES: 'Deux personnes ont évalué ce travail, le responsable décide donc.',
  NO_SECTION_ASSISTANTS:
    'Personne ne suit encore de section. Attribuez d’abord des assistants à la page « Groupes ».',
  DISPUTES_CLOSED: 'Les contestations sont closes.',
  DISPUTE_EXISTS: 'Vous avez déjà contesté cela.',
  DISPUTE_ANSWERED: 'Cette contestation est déjà réglée.',
  DISPUTE_NOT_TAKEN: 'Prenez d’abord cette contestation en charge.',
  QUESTIONNAIRE_CLOSED: 'Le questionnaire est clos.',
  TEAM_NOT_OPEN: 'La feuille de votre groupe ne vous est pas ouverte. Vos propres réponses viennent d’abord.',
  ATTEMPTS_USED: 'Vous avez utilisé toutes vos tentatives.',
  QUESTION_BANK_FULL: 'La banque de questions est pleine. Retirez les questions qui ne servent plus.',
  DRAW_TOO_LARGE: 'La banque contient trop peu de questions pour un tirage.',
  CRITERION_COMMENT_MISSING: 'Il manque un commentaire sur un critère.',
  CRITERION_COMMENT_SHORT: 'Un commentaire sur un critère est plus court que ne le demande la grille.',
  INLINE_PLACE_UNKNOWN:
    'Un commentaire porte sur un endroit absent du travail évalué. Supprimez-le ou commentez à nouveau l’endroit. Ce que vous avez écrit est conservé.',
  NOTHING_RATED: 'Au moins un critère doit s’appliquer au travail, sinon aucune note n’est possible.',
  RUBRIC_FILE_INVALID: 'Ce fichier n’est pas une grille d’évaluation lisible.',
  RUBRICS_TOO_MANY: 'La bibliothèque est pleine. Retirez des grilles qui ne servent plus.',
} as const;
