export const groupTexts = {
  label: 'An wen man schreibt, Frage {{n}}',
  short: 'An wen man schreibt',
  one: 'Ein Text',
  each: 'Ein Text an jede Person der eigenen Gruppe: {{name}}',
  explain:
    'Sie lesen die Texte auf der Seite „Beiträge in Gruppen“ und sagen, welche davon die Person liest, ohne wer sie geschrieben hat. Dafür braucht der Fragebogen auch eine Tabelle, in der die Gruppe einander bewertet.',
  readBy:
    'Schreiben Sie es an die Person. Ihre Lehrenden lesen es zuerst; lassen sie es durch, so liest die Person es ohne Ihren Namen, und nur, wo mindestens zwei andere sie bewertet haben.',
  results: 'Was an Personen geschrieben wurde, steht auf der Seite „Beiträge in Gruppen“.',
  own: 'Was andere Ihnen geschrieben haben',
  ownExplain: 'Ihre Lehrenden haben es gelesen und zeigen es ohne Namen.',
  check: {
    title: 'Was Mitglieder einander geschrieben haben',
    intro:
      'Eine Person liest einen Text nur, wenn Sie ihn angekreuzt haben, mit dem Ergebnis und ohne wer ihn geschrieben hat. Lassen Sie weg, was verletzt und was verrät, von wem es ist.',
    first: 'Texte lassen sich durchlassen, sobald der Fragebogen geschlossen ist.',
    to: 'An {{name}} ({{group}})',
    withheld:
      'Weniger als zwei andere haben diese Person bewertet, man wüsste also, wer es geschrieben hat: Nichts wird gezeigt.',
    show: '{{name}} liest das',
    unchecked_one: '{{count, number}} Text ist nicht angekreuzt und bleibt verborgen.',
    unchecked_other: '{{count, number}} Texte sind nicht angekreuzt und bleiben verborgen.',
  },
} as const;
