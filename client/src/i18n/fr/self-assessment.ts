/** What learners give their own work. */
export const selfAssessment = {
  title: 'Autoévaluation',
  start: 'Évaluer mon travail',
  change: 'Revoir',
  until: 'Évaluez votre propre travail selon la grille jusqu’au {{when}}.',
  doneUntil: 'Vous avez évalué votre propre travail. Vous pouvez la modifier jusqu’au {{when}}.',
  saved: 'Votre autoévaluation est remise.',
  work: 'Votre travail',
  yours: 'Ce que vous lui donnez',
  comment: 'Pourquoi ? Que feriez-vous ensuite ?',
  submit: 'Remettre l’autoévaluation',
  promise:
    'Les évaluateurs ne la voient pas, l’équipe enseignante oui. Ce que vous vous donnez n’entre pas dans votre note.',
  window: {
    noWork: 'Vous n’avez rendu aucun travail à évaluer.',
    notYet: 'Vous pourrez évaluer votre propre travail quand les évaluations commenceront.',
    reviewsFirst: 'Vous pourrez évaluer votre propre travail après avoir remis toutes vos évaluations.',
    closed: 'L’autoévaluation est close.',
  },
  result: 'Votre regard sur votre travail, et celui des autres',
  peers: 'Moyenne des évaluateurs',
  by: { own: 'Vous', other: 'Autoévaluation' },
  wrote: {
    own: 'Ce que vous avez écrit sur votre travail',
    other: 'Ce qui a été écrit sur son propre travail',
  },
  noReviews: 'Aucune évaluation n’est arrivée pour comparer.',
  ofReviews_one: 'Comparé à {{count}} évaluation.',
  ofReviews_many: 'Comparé à la moyenne de {{count}} évaluations.',
  ofReviews_other: 'Comparé à la moyenne de {{count}} évaluations.',
  notYet: 'Pas remise.',
  ofVersion: 'De la version {{n}}, remise le {{when}}.',
  settings: {
    use: 'Les étudiants évaluent leur propre travail',
    useHint:
      'Selon la même grille ; après la publication, ils voient l’écart avec les évaluations reçues. Cela n’entre pas dans la note.',
    opens: 'L’autoévaluation s’ouvre',
    withReviews: 'Quand les évaluations commencent',
    afterOwnReviews: 'Quand on a remis ses propres évaluations',
    closesAt: 'Fin de l’autoévaluation',
  },
} as const;
