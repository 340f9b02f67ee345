/** Refusals that only pages meet which come with these texts. */
export const errorsFurther = {
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
  MEMBER_NOT_LEARNING: 'Cette personne ne participe plus au cours.',
  ANSWERS_INVALID: 'Des réponses manquent ou ne conviennent pas.',
  SIGN_UP_CLOSED: 'Il n’est pas possible de choisir un groupe pour l’instant.',
  SIGN_UP_FINAL: 'Votre choix de groupe est définitif. Si c’est une erreur, adressez-vous à vos enseignants.',
  GROUP_FULL: 'Ce groupe est maintenant complet. Choisissez-en un autre.',
  GROUP_NAME_TAKEN: 'Un groupe porte déjà ce nom. Choisissez-en un autre.',
  GROUPS_TOO_MANY: 'Il y a trop de groupes. Retirez-en d’abord quelques-uns.',
  WORK_TAKEN: 'Un collègue évalue ce travail.',
  DISPUTES_CLOSED: 'Les contestations sont closes.',
  DISPUTE_EXISTS: 'Vous avez déjà contesté cela.',
  DISPUTE_ANSWERED: 'Cette contestation est déjà réglée.',
  DISPUTE_NOT_TAKEN: 'Prenez d’abord cette contestation en charge.',
  QUESTIONNAIRE_CLOSED: 'Le questionnaire est clos.',
} as const;
