/** Revising a work after its reviews. */
export const revision = {
  title: 'Überarbeitung',
  start: 'Gutachten lesen und überarbeiten',
  change: 'Noch einmal ansehen',
  later:
    'Ab {{opens}} können Sie die Gutachten zu Ihrer Arbeit lesen und eine überarbeitete Fassung abgeben, bis {{closes}}.',
  until: 'Ihre Gutachten sind da. Eine überarbeitete Fassung können Sie abgeben bis {{when}}.',
  done: 'Sie haben eine überarbeitete Fassung abgegeben.',
  doneUntil: 'Sie haben eine überarbeitete Fassung abgegeben. Ändern können Sie sie bis {{when}}.',
  intro:
    'Lesen Sie die Gutachten, antworten Sie, wo es nötig ist, und verbessern Sie Ihre Arbeit bis {{when}}. Ihre Bewertung bleibt die der begutachteten Fassung, wenn die Lehrenden nicht anders entscheiden.',
  noWork: 'Sie haben keine Arbeit abgegeben, die Sie überarbeiten könnten.',
  closed: 'Die Überarbeitung ist beendet.',
  work: 'Ihre überarbeitete Arbeit',
  answer: 'Antwort auf Gutachten {{pseudonym}}',
  note: 'Was sich geändert hat',
  noteHint:
    'Ein paar Sätze dazu, was Sie geändert und was Sie beibehalten haben. Die Lehrenden lesen dies und Ihre Antworten.',
  noteMissing: 'Bitte schreiben Sie, was Sie geändert haben.',
  handIn: 'Überarbeitete Fassung abgeben',
  handInAgain: 'Noch einmal abgeben',
  saved: 'Ihre überarbeitete Fassung ist abgegeben.',
  none: 'Es wurde keine überarbeitete Fassung abgegeben.',
  handedIn: 'Abgegeben am {{when}}.',
  grades: 'Gutachten und Bewertung gelten der Fassung davor; die Bewertung können Sie von Hand ändern.',
  before: 'Begutachtete Fassung ({{n}})',
  after: 'Überarbeitete Fassung',
  settings: {
    use: 'Lernende überarbeiten ihre Arbeiten nach der Begutachtung',
    useHint:
      'Wenn die Begutachtung beendet ist, lesen Autorinnen und Autoren ihre Gutachten schon vor der Freigabe der Bewertungen und geben eine überarbeitete Fassung ab, mit dem, was sie geändert haben. Gutachten und Bewertungen gelten der Fassung davor.',
    closesAt: 'Überarbeitung endet',
  },
} as const;
