/** Texte des Probelaufs, bevor eine Aktivität veröffentlicht wird. */
export const preFlight = {
  title: 'Vorab-Prüfung',
  link: 'Vorab-Prüfung',
  intro:
    'Ein Probelauf mit den Personen dieses Kurses: wer wen begutachten würde, wie viele Gutachten jede Arbeit bekäme und welche Noten herauskommen könnten. Er verwendet Ihre Einstellungen und erfundene Bewertungen. Nichts wird gespeichert, niemand erfährt davon.',
  assumed: 'Wovon ausgegangen wird',
  share: {
    missing: 'Geben nichts ab (%)',
    late: 'Geben verspätet ab (%)',
    idle: 'Beurteilen keine Arbeit (%)',
    careless: 'Begutachten ohne hinzusehen (%)',
  },
  of: {
    missing: 'Von allen Lernenden',
    late: 'Von denen, die abgeben: nachdem das Begutachten begonnen hat',
    idle: 'Von denen, die abgeben',
    careless: 'Von denen, die Arbeiten beurteilen',
  },
  try: 'Noch einmal probieren',
  again: 'Der Probelauf wird neu gemacht.',
  findings: 'Was geschehen würde',
  counts:
    '{{handedIn}} von {{authors}} Lernenden geben ab, davon {{late}} verspätet; {{idle}} beurteilen keine Arbeit.',
  fine: 'Kein Grund zur Sorge: Jede Arbeit bekommt ihre Gutachten.',
  mind: 'Was zu beachten ist',
  receivedPlot: 'Gutachten, die Arbeiten bekämen',
  reviews: 'Gutachten',
  works: 'Arbeiten',
  reviewsOf_one: '{{count}} Gutachten',
  reviewsOf_other: '{{count}} Gutachten',
  gradePlot: 'Noten, die herauskommen könnten',
  percent: 'Note in %',
  off: 'Nach Ihrem Verfahren läge eine Note im Mittel um {{off}} Prozentpunkte neben dem, was die erfundene Arbeit wert ist. Mehr Gutachten je Person oder ein klareres Bewertungsraster verringern das.',
  whom: 'Wer wen begutachten würde',
  ofAllGroups: 'Von allen Gruppen',
  countsOfGroups:
    '{{handedIn}} von {{authors}} Gruppen geben ab, davon {{late}} verspätet; {{idle}} von denen, die beurteilen sollen, tun es nicht.',
  comparedPlot: 'Vergleiche, in denen Arbeiten vorkämen',
  comparisons: 'Vergleiche',
  offCompared:
    'Eine Note läge im Mittel um {{off}} Prozentpunkte neben dem Platz, den die erfundene Arbeit unter den anderen hat. Mehr Vergleiche je Person verringern das.',
  whomCompared: 'Wer was vergleichen würde',
  whatWorksGet: 'Was Arbeiten bekämen',
  comparisonsOf_one: '{{count}} Vergleich',
  comparisonsOf_other: '{{count}} Vergleiche',
  table: {
    does: 'Ja',
    doesNot: 'Nein',
    compares: 'Vergleicht',
    pairs: 'Anzustellende Vergleiche',
    inPairs: 'Vergleiche mit dieser Arbeit',
    pair: '{{one}} mit {{other}}',
    group: 'Gruppe',
    members: 'Mitglieder',
    writes: 'Schreibt Gutachten',
    label: 'Personen des Probelaufs',
    part: 'Abgabe',
    reviews: 'Begutachtet die Arbeiten von',
    tasks: 'Zu schreibende Gutachten',
    received: 'Erhaltene Gutachten',
  },
  part: { inTime: 'Pünktlich', late: 'Verspätet', missing: 'Keine', idle: 'beurteilt keine Arbeit' },
  warn: {
    tooFewToCompare_one:
      'Es gibt nur {{count}} Arbeit: Mindestens drei sind nötig, damit jemand zwei zu vergleichen hat.',
    tooFewToCompare_other:
      'Es gibt nur {{count}} Arbeiten: Mindestens drei sind nötig, damit jemand zwei zu vergleichen hat.',
    smallToCompare_one:
      'Jede Person kann nur {{count}} Vergleich anstellen statt {{wanted}}: Mehr Paare gibt es nicht.',
    smallToCompare_other:
      'Jede Person kann nur {{count}} Vergleiche anstellen statt {{wanted}}: Mehr Paare gibt es nicht.',
    noGroup_one: '{{count}} Person ist in keiner Gruppe und gibt deshalb nichts ab.',
    noGroup_other: '{{count}} Personen sind in keiner Gruppe und geben deshalb nichts ab.',
    noReviewGroup_one:
      '{{count}} Person ist in keiner Gruppe, die begutachtet, und begutachtet deshalb nichts.',
    noReviewGroup_other:
      '{{count}} Personen sind in keiner Gruppe, die begutachtet, und begutachten deshalb nichts.',
    fewPairs_one: '{{count}} Person hätte weniger als {{wanted}} Vergleiche anzustellen.',
    fewPairs_other: '{{count}} Personen hätten weniger als {{wanted}} Vergleiche anzustellen.',
    fewComparisons_one:
      '{{count}} Arbeit käme am Ende in weniger als {{wanted}} Vergleichen vor, weil manche keine anstellen: Ihr Platz wäre unsicher.',
    fewComparisons_other:
      '{{count}} Arbeiten kämen am Ende in weniger als {{wanted}} Vergleichen vor, weil manche keine anstellen: Ihre Plätze wären unsicher.',
    uncertainCompared:
      'Noten lägen im Mittel um {{off}} Prozentpunkte daneben. Mehr Vergleiche je Person helfen.',
    tooFew_one: 'Es gibt nur {{count}} Arbeit: Das Begutachten braucht mindestens zwei.',
    tooFew_other: 'Es gibt nur {{count}} Arbeiten: Das Begutachten braucht mindestens zwei.',
    smallCourse_one:
      'Jede Person kann nur {{count}} Arbeit begutachten statt {{wanted}}: Mehr gibt es nicht.',
    smallCourse_other:
      'Jede Person kann nur {{count}} Arbeiten begutachten statt {{wanted}}: Mehr gibt es nicht.',
    fewReviewers_one:
      '{{count}} Arbeit würde von weniger als {{wanted}} Personen begutachtet, weil manche getrennt gehalten werden oder Sektionen klein sind.',
    fewReviewers_other:
      '{{count}} Arbeiten würden von weniger als {{wanted}} Personen begutachtet, weil manche getrennt gehalten werden oder Sektionen klein sind.',
    fewTasks_one: '{{count}} Person hätte weniger als {{wanted}} Arbeiten zu begutachten.',
    fewTasks_other: '{{count}} Personen hätten weniger als {{wanted}} Arbeiten zu begutachten.',
    lateWorks_one:
      '{{count}} Arbeit kommt, nachdem das Begutachten begonnen hat, und geht dann an Personen, die am wenigsten zu tun haben.',
    lateWorks_other:
      '{{count}} Arbeiten kommen, nachdem das Begutachten begonnen hat, und gehen dann an Personen, die am wenigsten zu tun haben.',
    helpers_one: '{{count}} Person würde dadurch mehr schreiben als die anderen.',
    helpers_other: '{{count}} Personen würden dadurch mehr schreiben als die anderen.',
    unwritten_one:
      '{{count}} Arbeit hätte am Ende weniger als {{wanted}} Gutachten, weil manche keine schreiben. Mit einem Gutachten mehr je Person ist dafür Spielraum; Arbeiten ohne genügend Gutachten warten außerdem vor dem Ende des Begutachtens in Ihrer Liste.',
    unwritten_other:
      '{{count}} Arbeiten hätten am Ende weniger als {{wanted}} Gutachten, weil manche keine schreiben. Mit einem Gutachten mehr je Person ist dafür Spielraum; Arbeiten ohne genügend Gutachten warten außerdem vor dem Ende des Begutachtens in Ihrer Liste.',
    noReview_one: '{{count}} Arbeit bekäme gar kein Gutachten und damit keine Note daraus.',
    noReview_other: '{{count}} Arbeiten bekämen gar kein Gutachten und damit keine Note daraus.',
    oneReview_one: '{{count}} Arbeit bekäme ein einziges Gutachten: Ihre Note hinge an einer Person.',
    oneReview_other:
      '{{count}} Arbeiten bekämen ein einziges Gutachten: Ihre Noten hingen an je einer Person.',
    uncertain:
      'Noten lägen im Mittel um {{off}} Prozentpunkte daneben. Mehr Gutachten je Person, Gewichten nach Verlässlichkeit oder Stichproben helfen.',
    part: 'Von {{learners}} Lernenden wurden {{tried}} probiert; für die anderen gilt etwa dasselbe.',
  },
} as const;
