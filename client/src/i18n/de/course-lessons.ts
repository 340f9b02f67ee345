/** Texts of the page with what groups of a course have learned. */
export const courseLessons = {
  title: 'Was wir gelernt haben',
  intro:
    'Erfahrungen, die Gruppen aus allen Projekten dieses Kurses angeboten und Lehrende veröffentlicht haben.',
  search: 'In Erfahrungen suchen',
  list: 'Erfahrungen',
  none: {
    title: 'Es gibt noch keine Erfahrungen',
    text: 'Gruppen bieten sie nach einem Meilenstein auf der Seite ihres Rückblicks an.',
  },
  nothingFound: { title: 'Nichts gefunden', text: 'Versuchen Sie es mit weniger oder anderen Wörtern.' },
  found_one: '{{count}} Erfahrung gefunden',
  found_other: '{{count}} Erfahrungen gefunden',
  takeBack: 'Zurücknehmen',
  takeBackNamed: '„{{title}}“ zurücknehmen',
  taken: '„{{title}}“ ist zurückgenommen. Lernende lesen es nicht mehr.',
} as const;
