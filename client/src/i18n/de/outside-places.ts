/** Boards and video rooms outside that groups use. */
export const outsidePlaces = {
  title: 'Board und Videoraum',
  kinds: { board: 'Board', videoRoom: 'Videoraum' },
  open: {
    board: 'Das Board auf {{host}} öffnen (neuer Tab)',
    videoRoom: 'Den Videoraum auf {{host}} betreten (neuer Tab)',
  },
  change: { board: 'Adresse des Boards ändern', videoRoom: 'Adresse des Videoraums ändern' },
  none: {
    board:
      'Es gibt noch kein Board. Legen Sie eines an, geben Sie es für alle in der Gruppe frei und fügen Sie seine Adresse hier ein.',
    videoRoom: 'Es gibt noch keinen Videoraum. Legen Sie einen an und fügen Sie seine Adresse hier ein.',
  },
  noneYet: 'Es gibt noch keine Adresse.',
  notAsked: 'Das Projekt hat weder Boards noch Videoräume.',
  evidence: 'Ein Board verändert sich. Mit einem Meilenstein geben Sie ein PDF oder Bild davon ab.',
  show: 'Das Board hier zeigen',
  showHint:
    'Es wird von {{host}} geladen; der Dienst erfährt, dass Sie es ansehen. Bleibt es leer, öffnen Sie es in einem neuen Tab.',
  frame: 'Board auf {{host}}',
  address: 'Adresse',
  addressHint: 'Sie beginnt mit https:// und führt zu {{hosts}}.',
  wrong:
    'Geben Sie eine Adresse ein, die mit https:// beginnt und zu einem der hier genannten Dienste führt.',
  save: 'Speichern',
  saved: 'Die Adresse ist gespeichert.',
  all: 'Boards, Videoräume und Breakout-Räume',
  allText:
    'Wohin jede Gruppe geht. Öffnen Sie eine Gruppe, um ihre Adressen einzufügen oder zu ändern; Muster für alle Gruppen stehen in den Einstellungen des Projekts.',
  line: '{{kind}}: {{where}}',
  missing: 'noch keiner angegeben',
  breakout: {
    title: 'Breakout-Räume',
    text: 'Wer jetzt in welcher Gruppe ist, als Datei. Zoom nimmt seine Datei beim Planen eines Meetings in den Einstellungen der Breakout-Räume.',
    zoom: 'CSV für Zoom',
    plain: 'CSV mit Namen',
    zoomName: 'Breakout-Räume von {{title}}',
    plainName: 'Gruppen von {{title}}',
    without_one: '{{count}} Mitglied steht nicht in der Datei',
    without_other: '{{count}} Mitglieder stehen nicht in der Datei',
    withoutText:
      'Ihr LMS nennt ihre E-Mail-Adressen nicht, und nur an ihnen erkennt Zoom die Personen. In der Datei mit Namen stehen alle.',
  },
  setUp: {
    ask: {
      board: 'Ein Board außerhalb für jede Gruppe',
      videoRoom: 'Ein Videoraum außerhalb für jede Gruppe',
    },
    pattern: 'Adresse für alle Gruppen',
    patternHint:
      '{group} darin steht für den Namen der Gruppe, zum Beispiel https://meet.jit.si/unser-kurs-{group}. Leer: Für jede Gruppe wird eine Adresse eingefügt. Wer das Muster kennt, kann die Adressen anderer Gruppen erraten.',
    groupsPaste: 'Gruppen dürfen eine eigene Adresse einfügen',
  },
} as const;
