/** What learners give their own work. */
export const selfAssessment = {
  title: 'Selbst\u00ADeinschätzung',
  start: 'Eigene Arbeit einschätzen',
  change: 'Noch einmal ansehen',
  until: 'Schätzen Sie Ihre eigene Arbeit nach dem Raster ein bis {{when}}.',
  doneUntil: 'Sie haben Ihre eigene Arbeit eingeschätzt. Ändern können Sie das bis {{when}}.',
  saved: 'Ihre Selbsteinschätzung ist abgegeben.',
  work: 'Ihre Arbeit',
  yours: 'Was Sie ihr geben',
  comment: 'Warum? Was wäre Ihr nächster Schritt?',
  submit: 'Selbsteinschätzung abgeben',
  promise:
    'Wer Ihre Arbeit begutachtet, sieht dies nicht, die Lehrenden schon. Was Sie sich selbst geben, geht nicht in Ihre Bewertung ein.',
  window: {
    noWork: 'Sie haben keine Arbeit abgegeben, die Sie einschätzen könnten.',
    notYet: 'Sie können Ihre eigene Arbeit einschätzen, sobald die Begutachtung beginnt.',
    reviewsFirst:
      'Sie können Ihre eigene Arbeit einschätzen, sobald Sie alle Ihre Gutachten abgegeben haben.',
    closed: 'Die Selbsteinschätzung ist beendet.',
  },
  result: 'Wie Sie Ihre Arbeit gesehen haben und wie andere',
  peers: 'Gutachten im Mittel',
  by: { own: 'Sie', other: 'Selbsteinschätzung' },
  wrote: {
    own: 'Was Sie über Ihre Arbeit geschrieben haben',
    other: 'Was über die eigene Arbeit geschrieben wurde',
  },
  noReviews: 'Es ist kein Gutachten da, mit dem sich vergleichen ließe.',
  ofReviews_one: 'Verglichen mit {{count}} Gutachten.',
  ofReviews_other: 'Verglichen mit dem Mittel aus {{count}} Gutachten.',
  notYet: 'Nicht abgegeben.',
  ofVersion: 'Zu Version {{n}}, abgegeben am {{when}}.',
  settings: {
    use: 'Lernende schätzen ihre eigene Arbeit ein',
    useHint:
      'Nach demselben Raster; nach der Freigabe sehen sie den Unterschied zu den Gutachten. In die Bewertung geht das nicht ein.',
    opens: 'Die Selbsteinschätzung öffnet sich',
    withReviews: 'Wenn die Begutachtung beginnt',
    afterOwnReviews: 'Wenn man die eigenen Gutachten abgegeben hat',
    closesAt: 'Die Selbsteinschätzung endet',
  },
} as const;
