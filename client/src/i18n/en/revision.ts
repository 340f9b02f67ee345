/** Revising a work after its reviews. */
export const revision = {
  title: 'Revision',
  start: 'Read your reviews and revise',
  change: 'Look at it again',
  later:
    'From {{opens}} you can read the reviews of your work, and hand in a revised version until {{closes}}.',
  until: 'Your reviews are here. You can hand in a revised version until {{when}}.',
  done: 'You have handed in a revised version.',
  doneUntil: 'You have handed in a revised version. You can change it until {{when}}.',
  intro:
    'Read the reviews, answer what needs an answer, and improve your work until {{when}}. Your grade stays that of the reviewed version unless the teaching staff decide otherwise.',
  noWork: 'You have not handed in any work to revise.',
  closed: 'The revision round is closed.',
  work: 'Your revised work',
  answer: 'Answer to reviewer {{pseudonym}}',
  note: 'What changed',
  noteHint:
    'A few sentences on what you changed and what you kept. The teaching staff read this, and your answers.',
  noteMissing: 'Please say what you changed.',
  handIn: 'Hand in the revised version',
  handInAgain: 'Hand in again',
  saved: 'Your revised version is handed in.',
  none: 'No revised version has been handed in.',
  handedIn: 'Handed in {{when}}.',
  grades: 'Reviews and grade are of the version before; you can change the grade by hand.',
  before: 'Reviewed version ({{n}})',
  after: 'Revised version',
  settings: {
    use: 'Learners revise their works after reviews',
    useHint:
      'When reviews have closed, authors read them before grades are released, and hand in a revised version with what they changed. Reviews and grades are of the version before.',
    closesAt: 'Revising ends',
  },
} as const;
