export const sections = {
  title: 'Sektionen',
  intro:
    'Legen Sie fest, welche Gruppierung die Sektionen des Kurses bildet. Listen zeigen dann die Sektion der Lernenden, und Assistenzen sehen zuerst ihre eigenen Sektionen. Das ist ein Filter, keine Zugriffssperre: Alle Lehrenden können weiterhin alles öffnen.',
  set: 'Gruppen, die die Sektionen sind',
  setHint: 'Gruppen aus der Lernplattform, aus einer Datei oder hier angelegte.',
  none: 'Der Kurs hat keine Sektionen',
  chosen: 'Die Sektionen wurden festgelegt.',
  empty: 'In dieser Gruppierung gibt es noch keine Gruppe.',
  table: 'Sektionen und ihre Assistenzen',
  section: 'Sektion',
  unnamed: 'Sektion ohne Namen',
  people: 'Personen',
  assistants: 'Assistenzen',
  assistantsHint: 'Niemand verliert oder gewinnt dadurch Zugriff. Lernende sehen dies nicht.',
  nobody: 'Noch niemand',
  change: 'Ändern',
  changeOf: 'Assistenzen von {{name}} ändern',
  dialog: 'Assistenzen von „{{name}}“',
  save: 'Speichern',
  saved: 'Die Assistenzen wurden gespeichert.',
  filter: { label: 'Wen die Liste zeigt', mine: 'Meine Sektionen', all: 'Alle' },
  divide: {
    open: 'Nach Sektionen aufteilen',
    title: 'Arbeiten nach Sektionen aufteilen',
    confirm: 'So aufteilen',
    text: 'Jede Arbeit ohne Bewertung geht an diejenigen, die die Sektion der Verfasserin oder des Verfassers betreuen, bei mehreren gleichmäßig. Später eingereichte Arbeiten werden ebenso aufgeteilt, und eine Arbeit, mit der noch niemand begonnen hat, wechselt mit, wenn die Person die Sektion wechselt.',
    section: '{{name}}: {{works}}, {{who}}',
    works_one: '{{count}} Arbeit',
    works_other: '{{count}} Arbeiten',
    withoutSection_one:
      '{{count}} Arbeit stammt von einer Person ohne Sektion: Sie wird gleichmäßig unter allen aufgeteilt, die eine Sektion betreuen.',
    withoutSection_other:
      '{{count}} Arbeiten stammen von Personen ohne Sektion: Sie werden gleichmäßig unter allen aufgeteilt, die eine Sektion betreuen.',
    withoutAssistants_one:
      '{{count}} Arbeit stammt aus einer Sektion, die niemand betreut: Sie wird gleichmäßig unter allen aufgeteilt, die eine Sektion betreuen.',
    withoutAssistants_other:
      '{{count}} Arbeiten stammen aus Sektionen, die niemand betreut: Sie werden gleichmäßig unter allen aufgeteilt, die eine Sektion betreuen.',
    people: 'Was jede Person erhält',
    person: '{{name}}: {{number}}',
    isOn: 'Eingehende Arbeiten werden nach Sektionen aufgeteilt.',
  },
  reviews: {
    label: 'Wessen Arbeiten Lernende begutachten',
    hint: 'Sektionen werden auf der Seite „Gruppen“ festgelegt. Eine Sektion, in der es nicht mehr Arbeiten gibt, als jede Person begutachten soll, wird mit anderen zusammengelegt.',
    course: 'Arbeiten des ganzen Kurses',
    section: 'Arbeiten der eigenen Sektion',
    facts: {
      none: 'Der Kurs hat keine Sektionen, daher gehen die Gutachten durch den ganzen Kurs.',
      within_one: 'In {{count}} Sektion begutachten sich die Lernenden untereinander.',
      within_other: 'In {{count}} Sektionen begutachten sich die Lernenden jeweils untereinander.',
      tooSmall:
        'Zu wenige Arbeiten, um in der Sektion zu bleiben: {{names}}. Diese Lernenden begutachten sektionsübergreifend.',
      unplaced_one: '{{count}} Person ist in keiner Sektion und begutachtet sektionsübergreifend.',
      unplaced_other: '{{count}} Personen sind in keiner Sektion und begutachten sektionsübergreifend.',
      across_one: '{{count}} Arbeit wird sektionsübergreifend begutachtet.',
      across_other: '{{count}} Arbeiten werden sektionsübergreifend begutachtet.',
      joined:
        'Das sind zu wenige, um sich untereinander zu begutachten. Sie kommen daher zu {{name}}, der Sektion mit den wenigsten Arbeiten.',
    },
  },
} as const;
