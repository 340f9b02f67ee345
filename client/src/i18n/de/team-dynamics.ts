export const teamDynamics = {
  title: 'Wie wir zusammen\u00ADarbeiten',
  own: 'Wie Sie es sehen',
  send: 'Absenden',
  missing: 'Wählen Sie eine Stufe.',
  answered: 'Danke, Ihre Antwort ist da. Niemand kann sie lesen oder ändern.',
  notAsked: 'Sie werden diesmal nicht gefragt: Die erste Antwort hat festgelegt, wer gefragt wird.',
  counts: '{{answered}} von {{asked}} haben geantwortet.',
  promise:
    'Es dauert eine Minute. Niemand erfährt, wer was geantwortet hat: weder Ihre Gruppe noch Ihre Lehrenden. Wenn alle geantwortet haben, oder am {{when}}, sehen beide zu jeder Aussage ein Wort – niedrig, gemischt oder gut –, falls mindestens {{min}} geantwortet haben. Es zählt für keine Note, und eine Antwort lässt sich nicht ändern.',
  states: {
    upcoming: 'Sie werden ab {{when}} gefragt.',
    tooSmall:
      'Bei weniger als {{min}} Personen in der Gruppe ließen sich Antworten jemandem zuordnen, deshalb wird niemand gefragt.',
    tooFew: 'Weniger als {{min}} haben geantwortet, deshalb wird nichts gezeigt.',
  },
  scale: {
    low: '{{n}} – Gar nicht',
    high: '{{n}} – Völlig',
  },
  statements: {
    participation: 'In unserer Gruppe tragen alle etwas bei.',
    communication: 'Wir informieren einander rechtzeitig.',
    disagreement: 'Wenn wir uneinig sind, sprechen wir offen darüber und finden einen Weg.',
    safety: 'Ich kann sagen, dass ich einen Fehler gemacht habe oder etwas nicht weiß.',
  },
  aspects: {
    participation: 'Beteiligung',
    communication: 'Verständigung',
    disagreement: 'Uneinigkeit',
    safety: 'Sicherheit',
  },
  bands: {
    low: 'Niedrig',
    mixed: 'Gemischt',
    good: 'Gut',
  },
  results: {
    title: 'Was die Gruppe sagt',
    none: 'Es gibt noch keine Ergebnisse.',
    after: 'Nach',
    caveat:
      'Jedes Wort meint die Mitte aller Antworten: „niedrig“ bei 1 oder 2, „gut“ bei 4 oder 5. Sprechen Sie gemeinsam darüber; Ihr Rückblick ist ein guter Ort dafür.',
  },
  setUp: {
    ask: 'Mitglieder sagen nach jedem Meilenstein, wie sie zusammenarbeiten',
    hint: 'Vier Aussagen in einer Minute, für Gruppen ab drei Personen. Die Gruppe und Sie sehen zu jeder ein Wort, nie, wer was geantwortet hat. Wo es niedrig ist, werden Sie gebeten, nach der Gruppe zu sehen.',
  },
} as const;
