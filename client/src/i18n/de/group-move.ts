export const groupMove = {
  open: 'Mitglied verschieben …',
  title: 'Mitglied in eine andere Gruppe verschieben',
  who: 'Wer',
  to: 'In welche Gruppe',
  choose: 'Gruppe wählen',
  group: '{{name}} (Personen: {{n}})',
  move: 'Verschieben',
  done: '{{name}} ist verschoben.',
  failed: 'Es wurde nicht verschoben',
  lms: 'Gruppen aus dem LMS, einer Datei oder aus Sektionen werden dort geändert. Sonst hat vielleicht jemand die Gruppen im selben Moment geändert: Versuchen Sie es noch einmal.',
  changes: 'Was dann geschieht:',
  kept: 'Der Anteil am Abgegebenen bleibt, mit seiner Bewertung: {{titles}}.',
  access:
    'Der Zugang zu Seiten, Aufgaben, Treffen und Dateien dieser Gruppe endet sofort, der zu denen der neuen beginnt. Was die Person hier geschrieben und getan hat, bleibt mit ihrem Namen.',
  coming: 'Die Person gibt mit der neuen Gruppe ab: {{titles}}.',
  withoutPart: 'Die neue Gruppe hat ohne die Person abgegeben, die keinen Anteil daran hat: {{titles}}.',
  unconfirmed: 'Ihre Bestätigung fehlt und wird als fehlend vermerkt: {{titles}}.',
  tasks: 'Offene Aufgaben der Person, die hier frei werden: {{n}}.',
  evaluations:
    'Was Mitglieder übereinander gesagt haben, Beiträge und angewandte Faktoren bleiben, wie sie sind.',
} as const;
