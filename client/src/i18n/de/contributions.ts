export const contributions = {
  title: 'Beiträge',
  who: 'Mitglied',
  left: '(hat die Gruppe verlassen)',
  known: 'Was hier bekannt ist',
  unknown: 'Nicht bekannt',
  kinds: {
    text: 'Text (Zeichen)',
    comments: 'Kommentare auf Seiten',
    tasks: 'Erledigte Aufgaben',
    meetings: 'Besuchte Treffen',
    files: 'Dateien und Versionen',
  },
  textOf: {
    now: '„Text“ ist, was jede Person geschrieben hat und jetzt auf den Seiten steht.',
    handedIn: '„Text“ ist, was jede Person auf den Seiten geschrieben hatte, wie sie abgegeben wurden.',
    unknown: 'Für diesen Meilenstein ist nicht bekannt, wer welchen Text geschrieben hat.',
  },
  caveat:
    'Das ist, was hier bekannt ist, und nicht alles, was zählt: Nicht zu sehen sind Ideen, Gespräche, Anrufe, Arbeit in anderen Werkzeugen, Text, der für andere geschrieben wurde, oder wie gut und wie schwer etwas war. Die Arten lassen sich nicht zusammenzählen, und es gibt keine Rangfolge.',
  now: 'Nur Ihre Gruppe sieht das. Ihre Lehrenden sehen es ab {{when}}, zusammen mit dem, was jede Person selbst sagt, und bis dahin nur Hinweise ohne Namen wie „eine Person von vier hat den meisten Text geschrieben“. Andere Gruppen sehen es nie.',
  over: 'Der Meilenstein ist vorbei. Ihre Gruppe und Ihre Lehrenden sehen das; andere Gruppen nie.',
  later:
    'Solange sie arbeitet, sieht nur die Gruppe das. Sie sehen es ab {{when}}, zusammen mit dem, was jedes Mitglied selbst sagt.',
  own: 'Was ich getan habe',
  ownHint:
    'In eigenen Worten, auch was oben nicht zu sehen ist. Sie können es bis {{when}} ändern; dann bleibt es, wie es ist, und Ihre Gruppe und Ihre Lehrenden lesen es. Bis dahin sehen nur Sie es.',
  statements: 'In eigenen Worten',
  nobodySaid: 'Niemand hat etwas gesagt.',
} as const;
