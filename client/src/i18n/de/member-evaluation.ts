/** Texts of what members of groups say of each other. */
export const memberEvaluation = {
  title: 'Beiträge in Gruppen',
  open: 'Beiträge in Gruppen',
  intro:
    'Was die Mitglieder jeder Gruppe übereinander sagen, von 1 für die erste Spalte bis zur letzten. Ein Faktor von 1 ist ein gleicher Anteil. Was jemand sagt, bewegt den eigenen Faktor nicht, und Schweigen ebenso wenig. Nichts hiervon ändert von selbst eine Note.',
  plot: 'Wie sich die Faktoren verteilen',
  people: 'Personen',
  table: 'Mitglieder der Gruppen',
  group: 'Gruppe',
  methods:
    'Faktor: die Mitte der Bewertungen der anderen, umso näher an 1, je weniger es sind, mit dem Bereich, in dem er wahrscheinlich liegt. WebPA, RPF, CATME und TEAMMATES sind die veröffentlichten Verfahren, ohne das, was Personen über sich selbst sagen. SAPA vergleicht, was jemand über sich sagt, mit dem, was die anderen sagen: über 1 ist höher.',
  left: '{{name}} (ausgeschieden {{when}})',
  ofLevels: '{{value}} von {{levels}}',
  terms:
    'Wen Sie bewerten, kann später sehen, was alle zusammen sagen, nie wer was gesagt hat, und nur, wo mindestens zwei andere etwas gesagt haben.',
  none: {
    title: 'Noch keine Bewertungen',
    text: 'Sobald Mitglieder einander bewertet haben, stehen ihre Faktoren hier.',
  },
  of: {
    raters: 'Andere, die bewertet haben',
    received: 'Von anderen',
    own: 'Von sich selbst',
    shrunken: 'Faktor',
    low: 'Bereich von',
    high: 'Bereich bis',
    webpa: 'WebPA',
    rpf: 'RPF',
    catme: 'CATME',
    teammates: 'TEAMMATES',
    sapa: 'SAPA',
  },
  questions: {
    title: 'Vielleicht möchten Sie nachfragen',
    lessThanOthers:
      '{{group}}: Hat {{name}} weniger getan? Die anderen sagen es, {{name}} sieht es anders. Sprechen Sie mit der Gruppe, bevor Sie etwas entscheiden.',
    betterThanOthersSay: '{{group}}: {{name}} hält vom eigenen Beitrag mehr als die anderen.',
    raiseEachOther:
      '{{group}}: {{name}} und eine andere Person bewerten einander weit höher, als alle anderen sie bewerten.',
    atOdds:
      '{{group}}: {{name}} und eine andere Person bewerten einander niedrig, die anderen tun es nicht. Gibt es einen Konflikt?',
  },
  share: {
    button: 'Mitgliedern ihre Ergebnisse zeigen',
    title: 'Allen Mitgliedern das eigene Ergebnis zeigen?',
    people_one:
      '{{count, number}} Person wird sehen, was die anderen sagen, als Mittel für jede Frage, und den Faktor.',
    people_other:
      '{{count, number}} Personen werden sehen, was die anderen sagen, als Mittel für jede Frage, und den Faktor.',
    withheld_one:
      '{{count, number}} Person wird nichts sehen, da weniger als zwei andere bewertet haben: Man könnte wissen, wer es war.',
    withheld_other:
      '{{count, number}} Personen werden nichts sehen, da weniger als zwei andere bewertet haben: Man könnte wissen, wer es war.',
    done: 'Die Mitglieder sehen jetzt ihre Ergebnisse.',
    since: 'Den Mitgliedern gezeigt seit {{when}}',
    explain: 'Alle sehen nur das eigene Ergebnis, und niemand sieht, wer was gesagt hat.',
    first: 'Die Mitglieder können ihre Ergebnisse sehen, sobald der Fragebogen geschlossen ist.',
    takeBack: 'Nicht mehr zeigen',
    takenBack: 'Die Mitglieder sehen ihre Ergebnisse nicht mehr.',
  },
  own: {
    title: 'Was Ihre Gruppe über Sie sagt',
    titleOfMany: 'Was Ihre Gruppen über Sie sagen',
    notShared: 'Ihre Lehrenden haben die Ergebnisse noch nicht gezeigt.',
    withheld:
      'Weniger als zwei andere haben etwas über Sie gesagt. Das Ergebnis wird nicht gezeigt, da man wissen könnte, wer es war.',
    factor: 'Ihr Faktor: {{value}} (wahrscheinlich zwischen {{low}} und {{high}})',
    explain:
      '1 ist ein gleicher Anteil an der Arbeit. Er ergibt sich aus dem, was die anderen Ihrer Gruppe sagen, alle zusammen; was Sie selbst gesagt haben, zählt darin nicht.',
    received: 'Die anderen im Mittel: {{value}}',
    own: 'Sie selbst: {{value}}',
  },
};
