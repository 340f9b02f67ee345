/** Namen und Gruppen in Diskussionen. */
export const spaces = {
  alias: 'Person {{n}}',
  ownAlias: 'Sie, als Person {{n}}',
  aliasKnown: '{{name}} (Person {{n}})',
  promise: {
    none: 'Alle in dieser Diskussion sehen Ihren Beitrag mit Ihrem Namen.',
    peers: 'Andere Lernende sehen Ihren Beitrag ohne Ihren Namen. Das Lehrteam sieht Ihren Namen.',
    full: 'Niemand sieht Ihren Namen bei Ihrem Beitrag, auch das Lehrteam nicht.',
    staff: 'Sie schreiben mit Ihrem Namen: Lernende sollen wissen, wer lehrt.',
  },
  setUp: {
    anonymity: 'Namen',
    choices: {
      none: 'Alle sehen die Namen',
      peers: 'Lernende sehen einander ohne Namen, das Lehrteam sieht die Namen',
      full: 'Niemand sieht die Namen der Lernenden, auch das Lehrteam nicht',
    },
    hints: {
      none: 'Alle stehen zu dem, was sie schreiben.',
      peers: 'Jede lernende Person heißt in dieser Diskussion durchgehend nach einer Nummer.',
      full: 'Jede lernende Person heißt nach einer Nummer. Beiträge lassen sich zum Bewerten keiner Person zuordnen.',
    },
    kept: 'Eine Änderung gilt für das, was danach geschrieben wird: Jeder Beitrag behält, was seiner Autorin oder seinem Autor zugesagt war. Bei weniger als fünf Personen lässt sich erraten, wer was geschrieben hat.',
    groups: 'Wer miteinander diskutiert',
    course: 'Der ganze Kurs',
    perGroup: 'Jede Gruppe von „{{name}}“ für sich',
    groupsHint:
      'Mitglieder folgen ihren Gruppen: Wer die Gruppe wechselt, kommt in den Raum der neuen; die Beiträge bleiben im alten.',
    fixed: 'Es wurde schon geschrieben, deshalb bleibt das so.',
  },
  own: 'Sie diskutieren in der Gruppe {{name}}.',
  none: {
    title: 'Sie sind noch in keiner Gruppe',
    text: 'Hier diskutieren Gruppen für sich. Sobald Sie in einer Gruppe sind, sehen Sie deren Raum. Bitte fragen Sie Ihr Lehrteam.',
  },
  group: 'Gruppe',
  allGroups: 'Alle Gruppen',
  each: 'In jeder Gruppe ein eigenes Thema',
  where: 'In welcher Gruppe',
  of: 'Gruppe {{name}}',
  gone: 'Eine Gruppe, die es nicht mehr gibt',
} as const;
