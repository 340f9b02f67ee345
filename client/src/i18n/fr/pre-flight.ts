/** Textes de l’essai à blanc avant la publication d’une activité. */
export const preFlight = {
  title: 'Vérification préalable',
  link: 'Vérification préalable',
  intro:
    'Un essai à blanc avec les personnes de ce cours : qui évaluerait qui, combien d’évaluations chaque travail recevrait et quelles notes pourraient en sortir. Il utilise vos réglages et des appréciations inventées. Rien n’est enregistré et personne n’est averti.',
  assumed: 'Ce que l’on suppose',
  share: {
    missing: 'Ne remettent rien (%)',
    late: 'Remettent en retard (%)',
    idle: 'Ne jugent aucun travail (%)',
    careless: 'Évaluent sans regarder (%)',
  },
  of: {
    missing: 'De tous les apprenants',
    late: 'De ceux qui remettent : après le début des évaluations',
    idle: 'De ceux qui remettent',
    careless: 'De ceux qui jugent des travaux',
  },
  try: 'Essayer de nouveau',
  again: 'L’essai à blanc est refait.',
  findings: 'Ce qui se passerait',
  counts:
    '{{handedIn}} apprenants sur {{authors}} remettent un travail, dont {{late}} en retard ; {{idle}} ne jugent aucun travail.',
  fine: 'Rien d’inquiétant : chaque travail reçoit ses évaluations.',
  mind: 'Points d’attention',
  receivedPlot: 'Évaluations que les travaux recevraient',
  reviews: 'Évaluations',
  works: 'Travaux',
  reviewsOf_one: '{{count}} évaluation',
  reviewsOf_many: '{{count}} évaluations',
  reviewsOf_other: '{{count}} évaluations',
  gradePlot: 'Notes qui pourraient en sortir',
  percent: 'Note en %',
  off: 'Avec votre méthode, une note s’écarterait en moyenne de {{off}} points de pourcentage de la valeur du travail inventé. Davantage d’évaluations par personne, ou une grille plus claire, réduisent cet écart.',
  whom: 'Qui évaluerait qui',
  ofAllGroups: 'De tous les groupes',
  countsOfGroups:
    '{{handedIn}} groupes sur {{authors}} remettent un travail, dont {{late}} en retard ; parmi ceux qui doivent juger, {{idle}} ne le font pas.',
  comparedPlot: 'Comparaisons dans lesquelles figureraient les travaux',
  comparisons: 'Comparaisons',
  offCompared:
    'Une note s’écarterait en moyenne de {{off}} points de pourcentage de la place du travail inventé parmi les autres. Davantage de comparaisons par personne réduisent cet écart.',
  whomCompared: 'Qui comparerait quoi',
  whatWorksGet: 'Ce que recevraient les travaux',
  comparisonsOf_one: '{{count}} comparaison',
  comparisonsOf_many: '{{count}} comparaisons',
  comparisonsOf_other: '{{count}} comparaisons',
  table: {
    does: 'Oui',
    doesNot: 'Non',
    compares: 'Compare',
    pairs: 'Comparaisons à faire',
    inPairs: 'Comparaisons de ce travail',
    pair: '{{one}} avec {{other}}',
    group: 'Groupe',
    members: 'Membres',
    writes: 'Écrit des évaluations',
    label: 'Personnes de l’essai à blanc',
    part: 'Remise',
    reviews: 'Évalue les travaux de',
    tasks: 'Évaluations à écrire',
    received: 'Évaluations reçues',
  },
  part: { inTime: 'À temps', late: 'En retard', missing: 'Aucune', idle: 'ne juge aucun travail' },
  warn: {
    tooFewToCompare_one:
      'Il n’y a que {{count}} travail : il en faut au moins trois pour que quelqu’un en ait deux à comparer.',
    tooFewToCompare_many:
      'Il n’y a que {{count}} travaux : il en faut au moins trois pour que quelqu’un en ait deux à comparer.',
    tooFewToCompare_other:
      'Il n’y a que {{count}} travaux : il en faut au moins trois pour que quelqu’un en ait deux à comparer.',
    smallToCompare_one:
      'Chacun ne peut faire que {{count}} comparaison au lieu de {{wanted}} : il n’y a pas plus de paires.',
    smallToCompare_many:
      'Chacun ne peut faire que {{count}} comparaisons au lieu de {{wanted}} : il n’y a pas plus de paires.',
    smallToCompare_other:
      'Chacun ne peut faire que {{count}} comparaisons au lieu de {{wanted}} : il n’y a pas plus de paires.',
    noGroup_one: '{{count}} apprenant n’est dans aucun groupe et ne remet donc rien.',
    noGroup_many: '{{count}} apprenants ne sont dans aucun groupe et ne remettent donc rien.',
    noGroup_other: '{{count}} apprenants ne sont dans aucun groupe et ne remettent donc rien.',
    noReviewGroup_one: '{{count}} apprenant n’est dans aucun groupe qui évalue et n’évalue donc rien.',
    noReviewGroup_many: '{{count}} apprenants ne sont dans aucun groupe qui évalue et n’évaluent donc rien.',
    noReviewGroup_other: '{{count}} apprenants ne sont dans aucun groupe qui évalue et n’évaluent donc rien.',
    fewPairs_one: '{{count}} personne aurait moins de {{wanted}} comparaisons à faire.',
    fewPairs_many: '{{count}} personnes auraient moins de {{wanted}} comparaisons à faire.',
    fewPairs_other: '{{count}} personnes auraient moins de {{wanted}} comparaisons à faire.',
    fewComparisons_one:
      '{{count}} travail finirait dans moins de {{wanted}} comparaisons, car certains n’en font pas : sa place serait incertaine.',
    fewComparisons_many:
      '{{count}} travaux finiraient dans moins de {{wanted}} comparaisons, car certains n’en font pas : leurs places seraient incertaines.',
    fewComparisons_other:
      '{{count}} travaux finiraient dans moins de {{wanted}} comparaisons, car certains n’en font pas : leurs places seraient incertaines.',
    uncertainCompared:
      'Les notes s’écarteraient en moyenne de {{off}} points de pourcentage. Davantage de comparaisons par personne aident.',
    tooFew_one: 'Il n’y a que {{count}} travail : il en faut au moins deux pour commencer les évaluations.',
    tooFew_many: 'Il n’y a que {{count}} travaux : il en faut au moins deux pour commencer les évaluations.',
    tooFew_other: 'Il n’y a que {{count}} travaux : il en faut au moins deux pour commencer les évaluations.',
    smallCourse_one:
      'Chacun ne peut évaluer que {{count}} travail au lieu de {{wanted}} : il n’y en a pas plus.',
    smallCourse_many:
      'Chacun ne peut évaluer que {{count}} travaux au lieu de {{wanted}} : il n’y en a pas plus.',
    smallCourse_other:
      'Chacun ne peut évaluer que {{count}} travaux au lieu de {{wanted}} : il n’y en a pas plus.',
    fewReviewers_one:
      '{{count}} travail aurait moins de {{wanted}} évaluateurs, à cause de personnes séparées ou de petites sections.',
    fewReviewers_many:
      '{{count}} travaux auraient moins de {{wanted}} évaluateurs, à cause de personnes séparées ou de petites sections.',
    fewReviewers_other:
      '{{count}} travaux auraient moins de {{wanted}} évaluateurs, à cause de personnes séparées ou de petites sections.',
    fewTasks_one: '{{count}} personne aurait moins de {{wanted}} travaux à évaluer.',
    fewTasks_many: '{{count}} personnes auraient moins de {{wanted}} travaux à évaluer.',
    fewTasks_other: '{{count}} personnes auraient moins de {{wanted}} travaux à évaluer.',
    lateWorks_one:
      '{{count}} travail arrive après le début des évaluations et est alors confié à ceux qui ont le moins à faire.',
    lateWorks_many:
      '{{count}} travaux arrivent après le début des évaluations et sont alors confiés à ceux qui ont le moins à faire.',
    lateWorks_other:
      '{{count}} travaux arrivent après le début des évaluations et sont alors confiés à ceux qui ont le moins à faire.',
    helpers_one: '{{count}} personne en écrirait plus que les autres.',
    helpers_many: '{{count}} personnes en écriraient plus que les autres.',
    helpers_other: '{{count}} personnes en écriraient plus que les autres.',
    unwritten_one:
      '{{count}} travail finirait avec moins de {{wanted}} évaluations, car certains n’en écrivent pas. Une évaluation de plus par personne laisse de la marge ; les travaux qui en manquent vous attendent aussi dans la file avant la fin des évaluations.',
    unwritten_many:
      '{{count}} travaux finiraient avec moins de {{wanted}} évaluations, car certains n’en écrivent pas. Une évaluation de plus par personne laisse de la marge ; les travaux qui en manquent vous attendent aussi dans la file avant la fin des évaluations.',
    unwritten_other:
      '{{count}} travaux finiraient avec moins de {{wanted}} évaluations, car certains n’en écrivent pas. Une évaluation de plus par personne laisse de la marge ; les travaux qui en manquent vous attendent aussi dans la file avant la fin des évaluations.',
    noReview_one: '{{count}} travail ne recevrait aucune évaluation, donc aucune note qui en vienne.',
    noReview_many: '{{count}} travaux ne recevraient aucune évaluation, donc aucune note qui en vienne.',
    noReview_other: '{{count}} travaux ne recevraient aucune évaluation, donc aucune note qui en vienne.',
    oneReview_one:
      '{{count}} travail ne recevrait qu’une évaluation : sa note dépendrait d’une seule personne.',
    oneReview_many:
      '{{count}} travaux ne recevraient qu’une évaluation : leurs notes dépendraient chacune d’une seule personne.',
    oneReview_other:
      '{{count}} travaux ne recevraient qu’une évaluation : leurs notes dépendraient chacune d’une seule personne.',
    uncertain:
      'Les notes s’écarteraient en moyenne de {{off}} points de pourcentage. Davantage d’évaluations par personne, une pondération par fiabilité ou des contrôles ponctuels aident.',
    part: 'Sur {{learners}} apprenants, {{tried}} ont été essayés ; pour les autres, c’est à peu près pareil.',
  },
} as const;
