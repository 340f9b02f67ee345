export const groupWorkFactors = {
  title: 'Beiträge in Noten',
  intro:
    'Hier kann das, was Mitglieder einer Gruppe übereinander sagen, verändern, was alle Einzelnen von der Gruppennote bekommen. Sie sehen zuerst, was es bewirkt; nichts zählt, bevor Sie es anwenden, und Sie können es zurücknehmen. Was jemand sagt, ändert nie den eigenen Faktor, und nichts zu sagen auch nicht.',
  none: {
    title: 'Noch wird niemand gefragt',
    text: 'Erstellen Sie einen Fragebogen mit einer Tabelle, deren Zeilen die Personen dieser Gruppen sind. Sobald sie geantwortet haben, sehen Sie hier, was es bewirken würde.',
    link: 'Fragebögen',
  },
  evaluation: 'Was Mitglieder übereinander sagen',
  method: 'Wie ein Faktor entsteht',
  methods: {
    shrunken: {
      name: 'Vorsichtig (empfohlen)',
      text: 'Die Mitte der Bewertungen der anderen, näher an 1, je weniger es sind.',
    },
    webpa: {
      name: 'WebPA',
      text: 'Der Anteil an dem, was jede Person vergibt.',
    },
    rpf: {
      name: 'RPF',
      text: 'Die Wurzel aus dem Erhaltenen im Vergleich zum Mittel.',
    },
    catme: {
      name: 'Wie CATME',
      text: 'Kaum über 1, und 1 nahe dem Mittel.',
    },
    teammates: {
      name: 'Wie TEAMMATES',
      text: 'Punkte, je bewertender Person skaliert.',
    },
  },
  percent: 'Wie viel der Gruppennote der Faktor verändert, in Prozent',
  min: 'Niedrigster Faktor',
  max: 'Höchster Faktor',
  open: {
    title: 'Es können noch Antworten kommen',
    text: 'Anwenden lässt es sich, wenn der Fragebogen zu Ende ist: Sonst könnte, wer zweimal auf die eigene Note schaut, erkennen, was eine Antwort dazwischen gesagt hat.',
    link: 'Zum Fragebogen',
  },
  applied: {
    title: 'Zählt seit {{when}}',
    text: '{{title}}: {{percent}} der Gruppennote nach dem Faktor „{{method}}“, zwischen {{min}} und {{max}}. Angewendet von {{name}}.',
    since_one: 'Seitdem ist {{count}} Antwort gekommen. Sie ändert keine Note, bis Sie erneut anwenden.',
    since_other: 'Seitdem sind {{count}} Antworten gekommen. Sie ändern keine Note, bis Sie erneut anwenden.',
  },
  apply: 'Anwenden',
  again: 'Erneut anwenden',
  ask: {
    title: 'Sollen Beiträge zählen?',
    raised_one: '{{count}} Note steigt.',
    raised_other: '{{count}} Noten steigen.',
    lowered_one: '{{count}} Note sinkt.',
    lowered_other: '{{count}} Noten sinken.',
    text: 'Alle Lernenden sehen den eigenen Faktor und was er bewirkt hat, nie wer was gesagt hat. Veröffentlichte Noten ändern sich sofort. Sie können es zurücknehmen.',
  },
  done: 'Beiträge zählen jetzt.',
  takeBack: 'Zurücknehmen',
  takenBack: 'Beiträge zählen nicht mehr.',
  takenBackTo: 'Was zuvor angewendet war, zählt wieder.',
  plot: 'Wie stark sich Noten ändern',
  people: 'Personen',
  change: 'Änderung in Punkten',
  table: 'Noten mit Beiträgen',
  group: 'Gruppe',
  name: 'Name',
  before: 'Ohne Faktor',
  factor: 'Faktor',
  low: 'Bereich von',
  high: 'Bereich bis',
  after: 'Mit Faktor',
  note: 'Anmerkung',
  because: {
    fewRaters: 'Kein Faktor: weniger als zwei andere haben bewertet',
    notAsked: 'Kein Faktor: nach dieser Person wurde in dieser Gruppe niemand gefragt',
  },
  kept: 'Wie zuvor: eine einzelne weitere Antwort würde zeigen, was sie sagt',
  without_one: '{{count}} Person hat keinen Faktor: für sie bleibt die Gruppennote, wie sie ist.',
  without_other: '{{count}} Personen haben keinen Faktor: für sie bleibt die Gruppennote, wie sie ist.',
  foot: 'Punkte sind die des Projekts bisher, vor einzelnen Noten, die Sie gesetzt haben. Faktoren zählen in Schritten von 0,05, denn weniger liegt im Zufall dessen, was wenige Personen sagen. Verspätung und was Sie einzelnen Mitgliedern geben, zählt wie zuvor.',
  own: {
    counts:
      'Was die anderen Ihrer Gruppe über Ihren Beitrag sagen, zählt für {{percent}} der Gruppennote, angewendet {{when}}. Sie sehen nur den Faktor aller zusammen, in Schritten von 0,05; niemand erfährt, wer was gesagt hat, und was Sie selbst gesagt haben, ändert ihn nicht. Er ändert sich nur, wenn Ihre Lehrperson ihn erneut anwendet.',
    noFactor:
      'Wo kein Faktor genannt ist, haben weniger als zwei andere etwas über Sie gesagt: Die Gruppennote ist Ihre.',
    link: 'Was die anderen über Sie sagen',
  },
} as const;
