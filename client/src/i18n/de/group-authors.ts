/** Works that groups hand in together. */
export const groupAuthors = {
  unnamed: 'Gruppe ohne Namen',
  somebody: 'jemand ohne Namen',
  title: 'Sie geben mit Ihrer Gruppe ab: {{name}}',
  people: 'In der Gruppe: {{names}}.',
  together:
    'Sie schreiben gemeinsam an einer Arbeit, und eine Person gibt sie bis {{when}} für alle ab. Alle sehen, was gespeichert ist, und alle erhalten die Note der Arbeit. Jede und jeder von Ihnen begutachtet Arbeiten anderer Gruppen.',
  shared: 'Abgegeben für {{names}}. Sie alle erhalten die Note dieser Arbeit.',
  missed: 'Die Abgabe ist geschlossen, und Ihre Gruppe hat nichts abgegeben.',
  left: 'Sie sind nicht mehr in der Gruppe, die diese Arbeit abgegeben hat. Die Arbeit bleibt auch Ihre.',
  cameLater:
    'Ihre Gruppe hat abgegeben, bevor Sie dazukamen. Sobald jemand von Ihnen noch einmal abgibt, ist es auch Ihre Arbeit.',
  cameTooLate:
    'Ihre Gruppe hat abgegeben, bevor Sie dazukamen; diese Arbeit und ihre Note sind deshalb nicht Ihre.',
  noGroup: {
    title: 'Sie sind noch in keiner Gruppe',
    text: 'In dieser Aktivität geben Gruppen gemeinsam ab. Bitten Sie Ihre Lehrperson um einen Platz, oder tragen Sie sich unter „Meine Gruppen“ ein, falls das möglich ist.',
  },
  setUp: {
    label: 'Wer gibt ab',
    hint: 'Das lässt sich ändern, bis etwas abgegeben ist.',
    learners: 'Alle einzeln',
    groups: 'Jede Gruppe gemeinsam',
    set: 'Gruppen aus',
    noSets: 'Sobald der Kurs Gruppen hat, können diese gemeinsam abgeben.',
    gone: 'Diese Gruppierung gibt es im Kurs nicht. Wählen Sie eine andere.',
    explain:
      'Eine Gruppe schreibt eine Arbeit, die ein beliebiges Mitglied abgibt; alle, die in diesem Moment in der Gruppe sind, erhalten ihre Note. Jedes Mitglied begutachtet Arbeiten anderer Gruppen und schätzt, falls die Selbsteinschätzung an ist, die Arbeit der eigenen Gruppe ein. Hat jemand aus der Gruppe mehr Zeit, gilt das für die Gruppe. Begutachtet wird im ganzen Kurs, nicht innerhalb von Sektionen.',
  },
  staff: {
    group: 'Gruppe',
    none: 'In keiner Gruppe',
    workOf: 'Arbeit von {{name}}: {{names}}',
    tooFew: 'Mindestens zwei Gruppen müssen abgegeben haben, bevor die Begutachtung beginnen kann.',
    each: 'bis zu {{k}} Arbeiten anderer Gruppen',
  },
};
