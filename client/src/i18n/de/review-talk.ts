/** What authors say of reviews, and both sides to each other. */
export const reviewTalk = {
  helpful: 'Wie hilfreich ist die Rückmeldung in Gutachten {{pseudonym}}?',
  scale: '1: gar nicht, {{most}}: sehr. Wer das Gutachten schrieb, sieht es.',
  thank: 'Danke sagen',
  rated: 'Gespeichert. Wer das Gutachten schrieb, kann es sehen.',
  toReviewer: 'Zu Gutachten {{pseudonym}} schreiben',
  authorsSay: 'Was die Personen, von denen die Arbeiten sind, zu Ihren Kommentaren sagen',
  toAuthorOf: 'An die Person schreiben, von der {{work}} ist',
  unfold: 'Beurteilen, danken oder antworten',
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
  /** Where results come too late for it. */
  over: {
    title: 'Niemand könnte sagen, wie nützlich die Gutachten sind',
    ended:
      'Das endete {{when}}. Ergebnisse, die danach freigegeben werden, sind zu lesen, aber kein Gutachten lässt sich mehr bewerten.',
    ends: 'Das endet {{when}}, bevor Ergebnisse freigegeben werden: Kein Gutachten ließe sich bewerten.',
    days: 'Tage nach der Freigabe',
    daysWrong: 'Geben Sie eine ganze Zahl von 1 bis {{max}} ein.',
    move: 'Bis dahin laufen lassen',
    moved: 'Bis {{when}} lässt sich sagen, wie nützlich die Gutachten sind.',
    mend_one: 'Bis {{count}} Tag nach der Freigabe laufen lassen',
    mend_other: 'Bis {{count}} Tage nach der Freigabe laufen lassen',
    beforeRelease: 'Das endet, bevor Ergebnisse freigegeben werden: Kein Gutachten ließe sich bewerten.',
  },
  settings: {
    use: 'Für die Rückmeldung zu Gutachten gibt es einen Termin',
    useHint:
      'Autorinnen und Autoren werden vorher erinnert und können danach nichts mehr daran ändern. Sie können beginnen, sobald die Ergebnisse freigegeben sind. Ohne Termin geht es, bis die Aktivität geschlossen wird.',
    closesAt: 'Rückmeldung zu Gutachten endet',
  },
} as const;

/** What staff say of reviews. */
export const reviewQuality = {
  question: 'Wie gut ist das Gutachten von {{name}}?',
  scale: '1: nutzlos, {{most}}: ausgezeichnet; jede Stufe ist ein Viertel.',
  comment: 'Kommentar dazu (freiwillig)',
  commentHint:
    'Wer das Gutachten geschrieben hat, liest beides nach der Freigabe, ohne Ihren Namen. Wer die Arbeit geschrieben hat, liest es nicht.',
  by: 'Gesagt von {{name}}, {{when}}.',
  older: 'Das Gutachten wurde danach geändert: Sehen Sie noch einmal hin.',
  save: 'Speichern',
  saved: 'Gespeichert. Die Bewertung fürs Begutachten wird neu berechnet, wo sie freigegeben ist.',
  takeBack: 'Zurücknehmen',
  takenBack: 'Zurückgenommen.',
  noneLeft: 'Alle Gutachten dieser Aktivität sind beurteilt.',
  left_one: '{{count}} Gutachten dieser Aktivität ist noch nicht beurteilt.',
  left_other: '{{count}} Gutachten dieser Aktivität sind noch nicht beurteilt.',
  next: 'Nächste Arbeit mit Gutachten zum Beurteilen',
  ofWork_one: '{{count}} Gutachten zu dieser Arbeit',
  ofWork_other: '{{count}} Gutachten zu dieser Arbeit',
  open_one: '{{count}} noch nicht beurteilt',
  open_other: '{{count}} noch nicht beurteilt',
  staffSay: 'Was die Lehrenden zu diesem Gutachten sagen',
  level: 'Wie gut sie es finden: {{n}} von {{most}}.',
} as const;
