/** Texts of what waits for staff. */
export const queue = {
  title: 'À traiter',
  intro: 'Tout ce qui, dans ce cours, ne peut pas avancer sans l’équipe enseignante, le plus ancien d’abord.',
  empty: {
    open: { title: 'Rien ne vous attend', text: 'Dès qu’une chose demande une personne, elle apparaît ici.' },
    snoozed: { title: 'Rien n’est reporté', text: 'Ce que vous reportez figure ici jusqu’au jour choisi.' },
    done: {
      title: 'Rien n’est marqué comme réglé',
      text: 'Ce que vous marquez comme réglé figure ici tant que sa cause dure.',
    },
    filtered: {
      title: 'Rien ne correspond à ces filtres',
      text: 'Choisissez d’autres filtres pour voir le reste.',
    },
  },
  filter: {
    state: 'Afficher',
    states: { open: 'À traiter', snoozed: 'Reporté', done: 'Réglé' },
    who: 'Confié à',
    whom: { all: 'Tous les cas', mine: 'Moi', nobody: 'Personne' },
    kind: 'Sujet',
    kinds: {
      all: 'Tout',
      work: 'Travaux et évaluations',
      dispute: 'Contestations',
      gradebook: 'Le carnet de notes',
      people: 'Personnes et groupes',
    },
    activity: 'Activité',
    everyActivity: 'Toutes les activités',
    thisActivity: 'Une activité où rien n’attend',
    counted: '{{text}} ({{number}})',
  },
  acts: {
    assign: 'Confier',
    snooze: 'Reporter',
    unsnooze: 'Faire revenir',
    done: 'Réglé',
    reopen: 'Rouvrir',
  },
  assign: {
    title: 'Qui s’en occupe ?',
    who: 'Confié à',
    me: 'Moi',
    nobody: 'Personne',
    unnamed: 'Quelqu’un sans nom',
    do: 'Confier',
  },
  snooze: {
    title: 'Reporter',
    until: 'Jusqu’à',
    tomorrow: 'Demain',
    nextWeek: 'La semaine prochaine',
    onDay: 'Un jour précis',
    day: 'Jour',
    dayHint: 'Dans les trois prochains mois ; cela revient à huit heures du matin.',
    do: 'Reporter',
  },
  standing: {
    assigned: 'Confié à {{name}}',
    snoozed: 'Reporté jusqu’au {{when}}',
    done: 'Réglé par {{name}}, {{when}}',
  },
  said: {
    done: 'Marqué comme réglé.',
    snoozed: 'Reporté jusqu’au {{when}}.',
    assigned: 'Confié.',
    unassigned: 'Confié à personne.',
    reopened: 'De nouveau à traiter.',
  },
  keys: {
    hint: 'Touches : j et k parcourent la liste, Entrée passe à l’étape suivante, a confie, s reporte, e marque comme réglé.',
    next: 'Point suivant (Entrée passe à son étape suivante)',
    previous: 'Point précédent',
    assign: 'Confier ce point',
    snooze: 'Reporter ce point ou le faire revenir',
    done: 'Marquer ce point comme réglé ou le rouvrir',
  },
  since: 'Depuis le {{when}}',
  until: 'Jusqu’au {{when}}',
  action: {
    RETRY_SCORE: 'Réessayer',
    RELEASE_AGAIN: 'Publier à nouveau',
    READ_AGAIN: 'Relire',
    RETRY_COLUMN: 'Réessayer',
  },
  openWork: 'Ouvrir le travail',
  openDisputes: 'Ouvrir les contestations',
  openDiscussion: 'Ouvrir la discussion',
  openModeration: 'Ouvrir la modération',
  openProblems: 'Ouvrir les problèmes',
  busy: 'En cours…',
  actionFor: '{{action}} : {{name}}',
  retried: 'Nouvel envoi en cours. Ce point disparaîtra d’ici quand le carnet de notes l’aura accepté.',
  done: 'En cours d’envoi',
  words: 'Le carnet de notes a répondu : {{words}}',
  openQuestionnaire: 'Ouvrir le questionnaire',
  openEvaluation: 'Voir ce que disent les membres',
  openActivity: 'Ouvrir l’activité',
  because: {
    LESSONS_OFFERED_one: 'Dans « {{name}} », un groupe propose une leçon aux autres',
    LESSONS_OFFERED_many: 'Dans « {{name}} », des groupes proposent {{count}} leçons aux autres',
    LESSONS_OFFERED_other: 'Dans « {{name}} », des groupes proposent {{count}} leçons aux autres',
    MEMBER_DID_LESS: 'Dans « {{group}} », {{name}} en a-t-il fait moins que les autres ? ({{title}})',
    MEMBERS_RAISE_EACH_OTHER:
      'Dans « {{group}} », deux membres se surévaluent-ils l’un l’autre ? ({{title}})',
    MEMBERS_AT_ODDS: 'Dans « {{group}} », deux membres sont-ils en conflit ? ({{title}})',
    DYNAMICS_LOW:
      'Dans « {{name}} », « {{group}} » dit après « {{title}} » que le travail ensemble ne va pas bien',
    DELIVERABLES_MISSING_one: 'Dans « {{name}} », un groupe n’a pas remis « {{title}} »',
    DELIVERABLES_MISSING_many: 'Dans « {{name}} », {{count}} groupes n’ont pas remis « {{title}} »',
    DELIVERABLES_MISSING_other: 'Dans « {{name}} », {{count}} groupes n’ont pas remis « {{title}} »',
    DELIVERABLES_UNMARKED_one: 'Dans « {{name}} », un groupe attend sa note pour « {{title}} »',
    DELIVERABLES_UNMARKED_many: 'Dans « {{name}} », {{count}} groupes attendent leur note pour « {{title}} »',
    DELIVERABLES_UNMARKED_other:
      'Dans « {{name}} », {{count}} groupes attendent leur note pour « {{title}} »',
    CHARTERS_MISSING_one: 'Dans « {{name}} », un groupe n’a pas de charte d’équipe',
    CHARTERS_MISSING_many: 'Dans « {{name}} », {{count}} groupes n’ont pas de charte d’équipe',
    CHARTERS_MISSING_other: 'Dans « {{name}} », {{count}} groupes n’ont pas de charte d’équipe',
    THREADS_UNANSWERED: 'Dans « {{name}} », un fil attend une réponse',
    MEMBERS_QUIET: 'Dans « {{name}} », des apprenants sont silencieux',
    THREADS_ONE_SIDED: 'Dans « {{name}} », un fil est à sens unique',
    POSTS_HELD_one: 'Dans « {{name}} », {{count}} message attend une approbation',
    POSTS_HELD_many: 'Dans « {{name}} », {{count}} de messages attendent une approbation',
    POSTS_HELD_other: 'Dans « {{name}} », {{count}} messages attendent une approbation',
    POST_REPORTED: 'Un message a été signalé dans « {{name}} »',
    REVIEW_PROBLEM: 'Une personne qui évalue signale un problème dans le travail de {{name}} : {{reason}}',
    REVIEWS_DISAGREE_one: 'Dans « {{name}} », les évaluations d’un travail divergent fortement',
    REVIEWS_DISAGREE_many: 'Dans « {{name}} », les évaluations de {{count}} travaux divergent fortement',
    REVIEWS_DISAGREE_other: 'Dans « {{name}} », les évaluations de {{count}} travaux divergent fortement',
    DISPUTE_WAITS: '{{name}} conteste une note ou une évaluation',
    MARKS_DIFFER: 'Deux personnes ont évalué le travail {{name}} trop différemment : {{marks}}',
    SCORE_REFUSED: '{{name}} : le carnet de notes a refusé la note',
    SCORE_UNREACHABLE: '{{name}} : le carnet de notes n’a pas pu être joint pour envoyer la note',
    NO_GRADEBOOK_COLUMN: '{{name}} : le carnet de notes n’a pas de colonne pour la note',
    SCORE_CHANGED_IN_LMS: '{{name}} : la note a été modifiée dans le carnet de notes',
    MEMBER_NOT_IN_COURSE: '{{name}} : le carnet de notes ne connaît pas cette personne dans ce cours',
    GRADE_INVALID: '{{name}} : la note ne peut pas être envoyée telle quelle',
    ROSTER_NOT_READ: 'La liste des participants du cours n’a pas pu être lue',
    GROUPS_NOT_READ: 'Les groupes du cours n’ont pas pu être lus',
    LMS_NOT_ALLOWED: '{{name}} : le carnet de notes n’autorise pas Roundtable à envoyer la note',
    ASSIGNMENT_UNPUBLISHED: '{{name}} : la note attend que le devoir soit publié dans le cours',
    GRADE_NOT_TAKEN_BACK: '{{name}} : la note n’a pas pu être retirée du carnet de notes',
    COURSE_CONCLUDED: '{{name}} : le cours est terminé, son carnet de notes n’accepte pas la note',
    ATTEMPTS_EXHAUSTED: '{{name}} : travail rendu, mais plus aucune tentative dans le cours',
    LMS_UNREACHABLE_one: 'Le carnet de notes ne répond pas ; une note attend',
    LMS_UNREACHABLE_many: 'Le carnet de notes ne répond pas ; {{count}} notes attendent',
    LMS_UNREACHABLE_other: 'Le carnet de notes ne répond pas ; {{count}} notes attendent',
    COLUMN_REFUSED: 'Le carnet de notes a refusé la colonne « {{name}} »',
    COLUMN_UNREACHABLE: 'Le carnet de notes n’a pas pu être joint pour la colonne « {{name}} »',
    COLUMN_GONE: 'La colonne « {{name}} » a été supprimée dans le carnet de notes',
    WORK_MISSING_one: 'Dans « {{name}} », une personne n’a rien remis',
    WORK_MISSING_many: 'Dans « {{name}} », {{count}} apprenants n’ont rien remis',
    WORK_MISSING_other: 'Dans « {{name}} », {{count}} apprenants n’ont rien remis',
    GROUP_MISSING_one: 'Dans « {{name}} », une personne n’est dans aucun groupe et ne peut rien remettre',
    GROUP_MISSING_many:
      'Dans « {{name}} », {{count}} apprenants ne sont dans aucun groupe et ne peuvent rien remettre',
    GROUP_MISSING_other:
      'Dans « {{name}} », {{count}} apprenants ne sont dans aucun groupe et ne peuvent rien remettre',
    REVIEW_GROUP_MISSING_one:
      'Dans « {{name}} », une personne n’est dans aucun groupe et ne peut pas évaluer',
    REVIEW_GROUP_MISSING_many:
      'Dans « {{name}} », {{count}} apprenants ne sont dans aucun groupe et ne peuvent pas évaluer',
    REVIEW_GROUP_MISSING_other:
      'Dans « {{name}} », {{count}} apprenants ne sont dans aucun groupe et ne peuvent pas évaluer',
    REVIEWS_NOT_ALLOCATED:
      'Dans « {{name}} », les remises sont closes, mais les évaluations n’ont pas commencé',
    REVIEWS_MISSING_one: 'Dans « {{name}} », une personne n’a pas terminé ses évaluations à temps',
    REVIEWS_MISSING_many:
      'Dans « {{name}} », {{count}} apprenants n’ont pas terminé leurs évaluations à temps',
    REVIEWS_MISSING_other:
      'Dans « {{name}} », {{count}} apprenants n’ont pas terminé leurs évaluations à temps',
    WORKS_SHORT_one:
      'Dans « {{name}} », un travail a moins d’évaluations que prévu et le temps est presque écoulé',
    WORKS_SHORT_many:
      'Dans « {{name}} », {{count}} travaux ont moins d’évaluations que prévu et le temps est presque écoulé',
    WORKS_SHORT_other:
      'Dans « {{name}} », {{count}} travaux ont moins d’évaluations que prévu et le temps est presque écoulé',
    RELEASE_DUE: 'Dans « {{name}} », les évaluations sont terminées et les notes ne sont pas publiées',
  },
  adviceQuestionnaire:
    'Vérifiez les points dans les paramètres du questionnaire : les notes sont alors recalculées et renvoyées.',
  advice: {
    LESSONS_OFFERED: 'Lisez-la et décidez si tout le cours la lit.',
    MEMBER_DID_LESS:
      'Les autres le disent, la personne le voit autrement. Parlez d’abord avec le groupe ; aucune note ne change pour cela.',
    MEMBERS_RAISE_EACH_OTHER:
      'Deux membres se notent bien plus haut que tous les autres ne les notent. Demandez pourquoi ; aucune note ne change pour cela.',
    MEMBERS_AT_ODDS:
      'Deux membres se notent bas, les autres non. Demandez s’il y a un conflit ; aucune note ne change pour cela.',
    DYNAMICS_LOW:
      'Demandez à tout le groupe comment il va et ce qui aiderait. Vous ne voyez aucune réponse isolée, et aucune note ne change pour cela.',
    DELIVERABLES_MISSING:
      'Demandez ce qui les retient. Une date plus tardive pour un membre permet à tout le groupe de remettre.',
    DELIVERABLES_UNMARKED: 'Parcourez les travaux en attente, d’abord ceux de votre part.',
    CHARTERS_MISSING: 'Demandez ce qui les retient : la liste montre quels groupes.',
    THREADS_UNANSWERED: 'Répondez-y, ou signalez-le aux apprenants.',
    MEMBERS_QUIET: 'Relancez-les : ils reçoivent une notification.',
    THREADS_ONE_SIDED: 'Faites entendre d’autres voix : posez-y une question, ou relancez les silencieux.',
    POSTS_HELD: 'Approuvez chaque message, ou refusez-le avec un motif ; d’ici là, seul son auteur le voit.',
    POST_REPORTED: 'Lisez le message et ce qui lui est reproché : masquez-le, ou classez le signalement.',
    REVIEW_PROBLEM:
      'Lisez le signalement et le travail ; confiez un autre travail à la personne, ou classez le signalement avec un mot.',
    REVIEWS_DISAGREE:
      'Lisez le travail et ses évaluations : corrigez-le, fixez sa note, ou laissez-le tel que les évaluations le disent.',
    MARKS_DIFFER: 'Lisez le travail et les deux évaluations, puis décidez de l’évaluation qui compte.',
    DISPUTE_WAITS: 'Lisez l’objection, prenez la contestation en charge et répondez-y.',
    SCORE_REFUSED: 'Réglez dans le cours ce que signale le carnet de notes, puis réessayez.',
    SCORE_UNREACHABLE: 'De nombreux essais ont échoué. Réessayez quand le cours sera joignable.',
    NO_GRADEBOOK_COLUMN: 'Ajoutez une note à cette activité dans le cours, puis réessayez.',
    SCORE_CHANGED_IN_LMS: 'Rien n’a été remplacé. Ne réessayez que si c’est la note d’ici qui compte.',
    MEMBER_NOT_IN_COURSE: 'Si cette personne est encore inscrite, réessayez ; sinon, il n’y a rien à faire.',
    GRADE_INVALID: 'Vérifiez les points dans les paramètres, puis publiez à nouveau.',
    ROSTER_NOT_READ:
      'Personne n’a été retiré pour autant. La liste est relue automatiquement toutes les heures.',
    GROUPS_NOT_READ:
      'Personne n’a été retiré d’un groupe pour autant. Les groupes sont relus avec la liste des participants.',
    LMS_NOT_ALLOWED:
      'Un administrateur doit autoriser Roundtable à utiliser le carnet de notes. Un nouvel essai a lieu toutes les heures.',
    ASSIGNMENT_UNPUBLISHED: 'Publiez-le dans le cours. Un nouvel essai a lieu toutes les dix minutes.',
    GRADE_NOT_TAKEN_BACK:
      'Ce carnet de notes garde les notes une fois qu’il les a. Supprimez-y la note à la main, puis réessayez.',
    COURSE_CONCLUDED: 'S’il reste des notes à envoyer, faites rouvrir le cours, puis réessayez.',
    ATTEMPTS_EXHAUSTED:
      'Le travail est conservé ici et peut être évalué et noté. Pour qu’il compte dans le cours, accordez-y une tentative de plus, puis réessayez.',
    LMS_UNREACHABLE:
      'Rien n’est perdu et il n’y a rien à faire ici : l’envoi se fera dès que le carnet répondra. Si cela dure, prévenez un administrateur.',
    COLUMN_REFUSED: 'Réglez dans le cours ce que signale le carnet de notes, puis réessayez.',
    COLUMN_UNREACHABLE: 'Un nouvel essai se fera automatiquement. D’ici là, les notes attendent ici.',
    COLUMN_GONE: 'Les notes attendent ici. Réessayez pour recréer la colonne, avec toutes les notes.',
    WORK_MISSING:
      'Demandez-leur ce qui les retient. Tant que les évaluations n’ont pas commencé, une date plus tardive leur permet de remettre leur travail.',
    GROUP_MISSING:
      'Placez-les dans un groupe sur la page « Groupes », ou ouvrez-y les inscriptions. Qui est dans un groupe remet avec lui.',
    REVIEW_GROUP_MISSING:
      'Placez-les dans un groupe sur la page « Groupes », ou ouvrez-y les inscriptions. Ce que le groupe n’a pas encore envoyé sera alors aussi à eux.',
    REVIEWS_NOT_ALLOCATED:
      'Il faut au moins deux travaux. Choisissez une date plus tardive, ou lancez les évaluations sur la page de l’activité.',
    REVIEWS_MISSING:
      'Choisissez une date plus tardive pour les évaluations, ou publiez les notes à partir de celles qui sont là.',
    WORKS_SHORT:
      'Confiez ces travaux à d’autres évaluateurs, choisissez une date plus tardive, ou notez-les vous-même.',
    RELEASE_DUE: 'Parcourez les résultats, puis publiez-les sur la page de l’activité.',
  },
} as const;
