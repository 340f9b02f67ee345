/** What the ways into the tool say to staff: choosing for the course, the LMS's own dates and views. */
export const launchStaff = {
  choose: {
    title: 'Ajouter au cours',
    notTaken: {
      title: 'Impossible d’ajouter une activité ici',
      text: 'Cet endroit de votre cours accepte d’autres types de contenu ({{types}}). Choisissez-en un autre, par exemple « Devoir » ou « Module », et ouvrez Roundtable depuis là.',
      back: 'Retour au cours',
    },
    noColumn:
      'Ce que vous ajoutez ici n’a pas de colonne dans le carnet de notes. S’il doit être noté, ajoutez-le plutôt comme devoir.',
    saveAfterwards: 'Votre cours affichera ensuite son propre formulaire : enregistrez-le pour terminer.',
    tooMany_one: 'Ne choisissez qu’une activité à la fois.',
    tooMany_many: 'Ne choisissez pas plus de {{count}} activités à la fois.',
    tooMany_other: 'Ne choisissez pas plus de {{count}} activités à la fois.',
    available: {
      title: 'Quand les étudiants la voient dans le cours',
      hint: 'Votre cours décide s’il reprend ces dates. Laissez les champs vides pour les régler dans le cours lui-même.',
      from: 'À partir du',
      until: 'Jusqu’au',
      order: 'La fin doit venir après le début.',
    },
  },
  placement: {
    copied: {
      title: 'Copiée de {{course}} le {{when}} : vérifiez les dates',
      titleUnnamed: 'Copiée d’un autre cours le {{when}} : vérifiez les dates',
      moved_one: 'Toutes les dates ont été décalées d’un jour, comme le cours les indique maintenant.',
      moved_many:
        'Toutes les dates ont été décalées de {{count}} jours, comme le cours les indique maintenant.',
      moved_other:
        'Toutes les dates ont été décalées de {{count}} jours, comme le cours les indique maintenant.',
      notMoved:
        'Les nouvelles dates n’étaient pas connues : ce sont encore celles de l’original. Les étudiants les voient telles quelles.',
      nothingElse: 'Les paramètres et la grille d’évaluation ont été copiés, mais aucun travail.',
      check: 'Vérifier les dates',
      confirm: 'Les dates sont justes',
      confirming: 'Enregistrement…',
      confirmed: 'C’est noté : les dates sont justes.',
    },
    closing: {
      title: 'Le cours a une autre date de remise',
      theirs: 'Dans le cours : {{when}}',
      ours: 'Ici, la date qui compte : {{when}}',
      takeOver: 'Prendre la date du cours',
      takingOver: 'Enregistrement…',
      takenOver: 'La date du cours compte désormais.',
    },
    leads: {
      same: 'Le cours a la même date de remise.',
      none: 'Le cours fixe la date de remise, mais n’en a pas pour le moment : la dernière reste valable.',
      course: 'Le cours fixe la date de remise : {{when}}',
      text: 'Si elle change là-bas, elle change ici ; qui y dispose d’une date plus tardive l’a ici aussi.',
      let: { lms: 'Laisser le cours décider', roundtable: 'Laisser Roundtable décider' },
      done: {
        lms: 'Désormais, le cours fixe la date de remise.',
        roundtable: 'Désormais, Roundtable fixe la date de remise.',
      },
    },
    hidden: {
      title: 'Le cours masque cette activité trop tôt',
      text: 'Les étudiants ne peuvent plus l’ouvrir dans le cours après le {{at}}, alors qu’elle dure jusqu’au {{until}}. Modifiez cela dans le cours.',
    },
  },
  work: {
    back: 'Tous les étudiants',
    title: 'Travail de {{name}}',
    unnamed: 'Étudiant sans nom',
    handedIn: 'Rendu le {{when}}',
    nothing: {
      title: 'Rien n’a encore été rendu',
      text: 'Quand cet étudiant rendra un travail, il apparaîtra ici.',
    },
    versions: 'Versions',
    version: 'Version {{n}}',
    versionOf: 'Version {{n}} sur {{of}}',
    newer: 'Il existe une version plus récente que celle-ci.',
    text: 'Le travail',
    grade: 'Note',
    noGrade: 'Pas encore de note. Elle arrive avec la publication.',
    reviews: 'Évaluations reçues',
    noReviews: 'Aucune évaluation n’a encore été envoyée.',
    reviewBy: 'Évaluation de {{name}}',
    ofVersion: 'de la version {{n}}',
    points: '{{points}} sur {{maximum}} points',
    submitted: 'Envoyée le {{when}}',
  },
} as const;
