/** Texts of a learner's home. */
export const home = {
  title: 'Ihr Kurs auf einen Blick',
  intro:
    'Was Sie als Nächstes tun können, was es Neues für Sie gibt und wie weit Sie in jeder Aktivität sind.',
  next: {
    title: 'Als Nächstes',
    empty: {
      title: 'Gerade ist nichts zu tun',
      text: 'Sobald etwas ansteht, erscheint es hier mit seinem Termin.',
    },
    what: {
      HAND_IN: 'Geben Sie Ihre Arbeit ab',
      HAND_IN_LATE: 'Geben Sie Ihre Arbeit verspätet ab',
      REVIEW_one: 'Schreiben Sie das letzte noch offene Gutachten',
      REVIEW_other: 'Schreiben Sie die {{count}} noch offenen Gutachten',
      ASSESS_SELF: 'Schätzen Sie die eigene Arbeit ein',
      REVISE: 'Lesen Sie Ihre Gutachten und überarbeiten Sie Ihre Arbeit',
      RATE_REVIEWS: 'Sagen Sie, wie hilfreich Ihre Gutachten sind',
      FEEDBACK: 'Lesen Sie die Rückmeldungen zu Ihrer Arbeit',
      QUESTIONNAIRE: 'Fragebogen beantworten',
      CHOOSE_GROUP: 'Wählen Sie eine Gruppe',
      GROUP_SEAT: 'Sie warten auf einen Platz: Nummer {{count}} in der Reihe',
    },
    until: 'Bis {{when}}',
    open: 'Öffnen',
    openFor: '{{action}}: {{what}}, {{title}}',
  },
  arrived: { title: 'Neu für Sie', empty: 'Noch keine Mitteilungen.', all: 'Alle Mitteilungen' },
  progress: {
    title: 'Ihr Fortschritt',
    handedIn: 'Abgegeben',
    noWork: 'Nicht abgegeben',
    released: 'Ergebnisse sind da',
    reviews_one: '{{done}} von {{count}} Gutachten geschrieben',
    reviews_other: '{{done}} von {{count}} Gutachten geschrieben',
  },
} as const;
