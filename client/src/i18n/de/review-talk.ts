/** What authors say of reviews, and both sides to each other. */
export const reviewTalk = {
  helpful: 'Wie hilfreich ist die Rückmeldung in Gutachten {{pseudonym}}?',
  scale: '1: gar nicht, {{most}}: sehr. Wer das Gutachten schrieb, sieht es.',
  thank: 'Danke sagen',
  rated: 'Gespeichert. Wer das Gutachten schrieb, kann es sehen.',
  toReviewer: 'Zu Gutachten {{pseudonym}} schreiben',
  toAuthor: 'An die Person schreiben, von der die Arbeit ist',
  helpfulNamed: 'Wie hilfreich ist die Rückmeldung von {{name}}?',
  toNamed: 'An {{name}} schreiben',
  hint: 'Die andere Seite erfährt Ihren Namen nicht von uns; nennen Sie ihn nicht. Lehrende können mitlesen.',
  hintNamed: 'Die andere Seite sieht Ihren Namen. Lehrende können mitlesen.',
  tooLong: 'Schreiben Sie höchstens {{max}} Zeichen.',
  send: 'Senden',
  sending: 'Wird gesendet …',
  sent: 'Gesendet.',
  replies: 'Was zu diesem Gutachten gesagt wurde',
  you: 'Sie',
  author: 'Von wem die Arbeit ist',
  reviewer: 'Von wem das Gutachten ist',
  authorSays: 'Was die begutachtete Person dazu sagt',
  notRated: 'Wie hilfreich es ist, wurde noch nicht gesagt.',
  ratedAs: 'So hilfreich war es: {{n}} von {{most}}.',
  thanks: 'Die begutachtete Person sagt danke.',
  step: {
    title: 'Rückmeldung zu Gutachten',
    later:
      'Sobald die Ergebnisse freigegeben sind, können Sie zu jedem Gutachten sagen, wie hilfreich es ist, bis {{when}}.',
    until: 'Sagen Sie bis {{when}}, wie hilfreich jedes Gutachten zu Ihrer Arbeit ist.',
    doneUntil:
      'Sie haben zu jedem Gutachten gesagt, wie hilfreich es ist. Ändern können Sie das bis {{when}}.',
    done: 'Sie haben zu jedem Gutachten gesagt, wie hilfreich es ist.',
    over: 'Die Rückmeldung zu Gutachten endete {{when}}.',
  },
  settings: {
    use: 'Für die Rückmeldung zu Gutachten gibt es einen Termin',
    useHint:
      'Autorinnen und Autoren werden vorher erinnert und können danach nichts mehr daran ändern. Sie können beginnen, sobald die Ergebnisse freigegeben sind. Ohne Termin geht es, bis die Aktivität geschlossen wird.',
    closesAt: 'Rückmeldung zu Gutachten endet',
  },
} as const;
