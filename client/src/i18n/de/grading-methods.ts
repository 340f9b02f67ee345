/** How reviews become grades, on the settings page. */
export const gradingMethods = {
  method: {
    legend: 'Wie aus Gutachten die Bewertung der Arbeit wird',
    median: 'Das mittlere Gutachten',
    medianHint: 'Der Median: Ein einzelnes Gutachten, das weit daneben liegt, ändert nichts.',
    mean: 'Der Mittelwert aller Gutachten',
    meanHint: 'Jedes Gutachten zählt gleich viel.',
    trimmed: 'Der Mittelwert ohne das höchste und das niedrigste',
    trimmedHint: 'Ab drei Gutachten bleiben die beiden äußersten unberücksichtigt.',
    reliability: 'Nach der Verlässlichkeit der Begutachtenden',
    reliabilityHint:
      'Wer näher an den anderen und an Ihren eigenen Bewertungen liegt, zählt mehr; bekannte Milde und Strenge werden herausgerechnet. Wo das nicht mehr aussagt als ein Mittelwert, gilt der Mittelwert.',
  },
  agreement: {
    counts: 'Übereinstimmung mit dem besten Gutachten zählt',
    countsHint:
      'Das beste Gutachten einer Arbeit liegt dem Mittelwert aller am nächsten. Ohne diese Wahl zählt allein, dass die Gutachten geschrieben sind.',
    percent: 'Übereinstimmung zählt (%)',
    percentHint: 'Der Rest gilt dafür, die eigenen Gutachten geschrieben zu haben.',
    strictness: 'Wie streng verglichen wird',
    veryLax: 'Sehr nachsichtig',
    lax: 'Nachsichtig',
    fair: 'Ausgewogen',
    strict: 'Streng',
    veryStrict: 'Sehr streng',
  },
  helpfulness: {
    counts: 'Nützlichkeit zählt',
    countsHint:
      'Nach der Freigabe sagen die Autorinnen und Autoren, wie nützlich jedes Gutachten war. Was niemand bewertet hat, zählt als geschrieben.',
    percent: 'Nützlichkeit zählt (%)',
  },
  quality: {
    counts: 'Was Lehrende von den Gutachten sagen, zählt',
    countsHint:
      'Sie sagen bei den Gutachten jeder Arbeit, wie gut jedes ist. Was nicht beurteilt ist, zählt als geschrieben.',
    percent: 'Urteil der Lehrenden zählt (%)',
  },
} as const;

/** What another way does to grades that are there. */
export const gradingMethodEffects = {
  reviewsCombined_zero:
    'Aus Gutachten werden Bewertungen künftig so: {{method}}. Bisher ändert sich keine Bewertung.',
  reviewsCombined_one:
    'Aus Gutachten werden Bewertungen künftig so: {{method}}. Bei {{count}} Arbeit ändert sich das Ergebnis, höchstens um {{most}} Prozentpunkte.',
  reviewsCombined_other:
    'Aus Gutachten werden Bewertungen künftig so: {{method}}. Bei {{count}} Arbeiten ändert sich das Ergebnis, höchstens um {{most}} Prozentpunkte.',
  agreementCounts:
    'Die Übereinstimmung mit dem besten Gutachten zählt {{percent}} der Bewertung für das Begutachten.',
  agreementIgnored: 'Beim Begutachten zählt allein, dass die eigenen Gutachten geschrieben sind.',
  helpfulnessCounts:
    'Wie nützlich die Gutachten gefunden werden, zählt {{percent}} der Bewertung fürs Begutachten.',
  helpfulnessIgnored: 'Wie nützlich die Gutachten gefunden werden, zählt nicht mehr.',
  qualityCounts: 'Wie gut Lehrende die Gutachten finden, zählt {{percent}} der Bewertung fürs Begutachten.',
  qualityIgnored: 'Wie gut Lehrende die Gutachten finden, zählt nicht mehr.',
} as const;

/** How certain grades are. */
export const spotChecks = {
  title: 'Wie sicher die Bewertungen sind',
  median: 'Die Bewertung ist das mittlere Gutachten jeder Arbeit.',
  mean: 'Die Bewertung ist der Mittelwert der Gutachten jeder Arbeit.',
  trimmed: 'Die Bewertung ist der Mittelwert der Gutachten jeder Arbeit ohne das höchste und das niedrigste.',
  reliability: 'Gutachten zählen danach, wie verlässlich die Begutachtenden sind.',
  usesMean:
    'Gutachten sollen nach Verlässlichkeit zählen, doch bisher sagt das nicht mehr aus als ein Mittelwert: Es gilt der Mittelwert.',
  known: 'Vom Lehrteam bewertet: {{known}} von {{works}} begutachteten Arbeiten.',
  worth:
    'Diese Bewertungen sind am wenigsten sicher. Wenn Sie eine solche Arbeit selbst bewerten, steht ihre Bewertung fest.',
  helps:
    'Es zeigt außerdem, wie verlässlich deren Begutachtende sind, und verbessert die übrigen Bewertungen bei der nächsten Berechnung.',
  none: 'Keine Bewertung fällt als unsicher auf.',
  mark: 'Arbeiten bewerten',
  caption: 'Arbeiten, die einen Blick wert sind',
  reviews: 'Gutachten',
  percent: 'Ergebnis',
  interval: 'Höchstwahrscheinlich zwischen',
  spread: 'Abstand der Gutachten',
  points: '{{spread}} Punkte',
  range: '{{low}} – {{high}}',
} as const;

/** Sentences about grades that compare reviews with each other. */
export const explainFurther = {
  single: '{{whose}}: Ein Gutachten ergab {{percent}}.',
  mean: '{{whose}}: {{percent}}, der Mittelwert aller Gutachten (einzeln: {{scores}}).',
  median: '{{whose}}: {{percent}}, der Median aller Gutachten (einzeln: {{scores}}).',
  trimmed:
    '{{whose}}: {{percent}}, der Mittelwert der Gutachten ohne das höchste und das niedrigste (einzeln: {{scores}}).',
  reliability:
    '{{whose}}: {{percent}}, aus allen Gutachten (einzeln: {{scores}}). Gutachten von Personen, die meist näher an den anderen liegen, zählen mehr; bekannte Milde oder Strenge ist herausgerechnet.',
  interval:
    'Andere Begutachtende wären höchstwahrscheinlich auf einen Wert zwischen {{low}} und {{high}} gekommen.',
  agreement:
    'Sie stimmen zu {{agreement}} mit den besten Gutachten überein, was {{counts}} zählt: {{percent}}.',
  helpfulness: 'Sie werden zu {{helpfulness}} nützlich gefunden, was {{counts}} zählt: {{percent}}.',
  notRated: 'Noch niemand hat sie bewertet; das wird {{counts}} zählen.',
  notJudged: 'Die Lehrenden haben sie nicht beurteilt; das würde {{counts}} zählen.',
  quality: 'Die Lehrenden finden sie zu {{quality}} gut, was {{counts}} zählt: {{percent}}.',
} as const;
