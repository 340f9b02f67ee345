/** Diskussionen: Fragen und Debatten, Reaktionen, Stichwörter, Suche, Erwähnungen und verfolgte Stränge. */
export const discussionTalk = {
  question: {
    title: 'Fragen',
    start: 'Frage stellen',
    startLabel: 'Ihre Frage im Einzelnen',
    unanswered: 'Ohne angenommene oder bestätigte Antwort',
    answered: 'Beantwortet',
    open: 'Offen',
    hint: 'Jeder Strang ist eine Frage. Antworten Sie auf die Frage, um sie zu beantworten, und auf eine Antwort, um darüber zu sprechen.',
    answer: 'Antwort',
    accepted: 'Angenommene Antwort',
    endorsed: 'Von Lehrenden bestätigt',
    accept: 'Als Antwort annehmen',
    unaccept: 'Nicht mehr annehmen',
    endorse: 'Diese Antwort bestätigen',
    unendorse: 'Nicht mehr bestätigen',
    done: {
      accept: 'Die Antwort ist angenommen.',
      unaccept: 'Die Antwort ist nicht mehr angenommen.',
      endorse: 'Die Antwort ist bestätigt.',
      unendorse: 'Die Antwort ist nicht mehr bestätigt.',
    },
  },
  debate: {
    hint: 'Jeder Beitrag ist dafür oder dagegen. Geben Sie an, wofür Ihrer steht.',
    side: 'Ihr Beitrag ist',
    sideMissing: 'Geben Sie an, ob Ihr Beitrag dafür oder dagegen ist.',
    sides: { pro: 'Dafür', contra: 'Dagegen' },
    neither: 'Keins von beiden',
    balance: 'Verhältnis der Seiten',
    count: 'Dafür: {{pro}} · Dagegen: {{contra}}',
    oneSided: {
      pro: 'Bisher hat kaum jemand dagegen argumentiert.',
      contra: 'Bisher hat kaum jemand dafür argumentiert.',
    },
  },
} as const;
