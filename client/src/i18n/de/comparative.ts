/** Comparing two works, and what comes of it. */
export const comparative = {
  title: 'Vergleichen: {{left}} und {{right}}',
  shown: 'Angezeigte Arbeit',
  yours: 'Welche ist besser?',
  yoursHint:
    'Wählen Sie nach jedem Kriterium eine aus, auch wenn es knapp ist: Ein Unentschieden gibt es nicht.',
  choose: 'Bitte wählen Sie eine der beiden.',
  comment: 'Ihr Kommentar zu: {{work}}',
  commentHint:
    'Was gelingt gut, und was würde die Arbeit besser machen? Das geht an die Autorin oder den Autor dieser Arbeit, nicht der anderen.',
  submit: 'Vergleich abgeben',
  resubmit: 'Änderungen abgeben',
  done: 'Der Vergleich ist abgegeben.',
  setUp: {
    label: 'Wie geurteilt wird',
    rate: 'Jede Arbeit wird bewertet',
    rateHint: 'Nach den Kriterien, mit Punkten, Stufen oder einer Skala.',
    compare: 'Zwei Arbeiten werden verglichen',
    compareHint:
      'Welche der beiden ist nach jedem Kriterium besser? Das ist oft leichter zu sagen, als wie viele Punkte eine Arbeit verdient.',
    weakestPercent: 'Die schwächste Arbeit bekommt (%)',
    strongestPercent: 'Die stärkste Arbeit bekommt (%)',
    range:
      'Alle anderen liegen dazwischen, je nachdem, wie oft sie welchen anderen vorgezogen wurden. Arbeiten, die kaum auseinanderliegen, werden nicht über den ganzen Bereich auseinandergezogen.',
    without:
      'Vergleiche werden alle auf einmal vergeben, und alle machen ihre eigenen. Beispielarbeiten, Selbsteinschätzung, Überarbeitungsrunde und Noten für Übereinstimmung oder Nützlichkeit gibt es dabei nicht, und zu den Kriterien wird nur gesagt, welche Arbeit besser ist.',
    each: 'Vergleiche pro Person',
    eachHint:
      'Bei fünf Vergleichen pro Person kommt jede Arbeit in zehn vor; so viele braucht es etwa für verlässliche Bewertungen.',
    eachOfGroupHint:
      'Jedes Mitglied vergleicht für sich allein Arbeiten anderer Gruppen. Für verlässliche Bewertungen sollte jede Arbeit in etwa zehn Vergleichen vorkommen: In Dreiergruppen genügen dafür zwei pro Person.',
    within:
      'Nur Arbeiten derselben Sektion oder desselben Themas werden miteinander verglichen. Jede Sektion und jedes Thema gilt daher im Durchschnitt als gleich gut: Ist eine viel besser als eine andere, vergleichen Sie besser im ganzen Kurs.',
    withinHint:
      'Sektionen werden auf der Seite „Gruppen“ festgelegt. Eine Sektion mit zu wenigen Arbeiten für so viele Paare wird mit anderen zusammengelegt.',
  },
  start: {
    text: 'Die Abgabe endet am {{when}}. Starten Sie die Begutachtung, endet die Abgabe sofort, und alle, die abgegeben haben, bekommen je bis zu {{k}} Paare von Arbeiten zu vergleichen.',
    tooFew: 'Mindestens drei Arbeiten müssen abgegeben sein, bevor sie verglichen werden können.',
    each_one: '{{count}} Paar von Arbeiten',
    each_other: '{{count}} Paare von Arbeiten',
  },
  staff: {
    comparisonBy: 'Vergleich von {{name}}',
    chosenBy: 'diese Arbeit zu {{percent}} gewählt',
    title: 'Vergleiche',
    empty: 'Noch nichts zu vergleichen',
    emptyText: 'Paare von Arbeiten werden vergeben, wenn die Begutachtung beginnt.',
    made: '{{made}} von {{of}} Vergleichen sind abgegeben.',
    works: 'Arbeiten von der stärksten zur schwächsten',
    who: 'Wer was verglichen hat',
    range:
      'Die schwächste Arbeit bekommt {{lowest}} Punkte, die stärkste {{highest}}; Abzüge für Verspätung und die Notenregeln kommen danach.',
    scale: {
      title: 'Wie weit die Arbeiten auseinanderliegen',
      says: 'Stärken von {{strongest}} bis {{weakest}}. Sicher über einer durchschnittlichen Arbeit: {{above}}; sicher darunter: {{below}}; nicht von ihr zu unterscheiden: {{rest}}.',
      work: 'Arbeit',
      place: 'Platz, von der stärksten an',
      strength: 'Stärke',
      hint: '0 ist eine durchschnittliche Arbeit. Jeder Punkt ist eine Arbeit, seine Linie zeigt, wo die Stärke höchstwahrscheinlich liegt (95 %). Von zwei Arbeiten, die um 1 auseinanderliegen, wird die stärkere in 73 von 100 Vergleichen gewählt; bei einem Abstand von 2 in 88.',
      load: 'Zeigen, wie weit die Arbeiten auseinanderliegen',
    },
    agreement: {
      title: 'Wie weit die Begutachtenden übereinstimmen',
      hint: 'Wie oft jemand die Arbeit gewählt hat, die alle anderen besser finden: Wer zufällig wählt, tut das in der Hälfte der Fälle. Arbeiten, die kaum auseinanderliegen, sind schwer zu unterscheiden; vergleichen Sie deshalb mit dem, was zu erwarten wäre. Wenige Vergleiche sagen wenig über eine Person. Welche Arbeit zuerst steht, ist ausgelost: Wer fast immer dieselbe Seite nimmt, hat vielleicht nicht hingesehen.',
      plot: 'Wie oft die bessere Arbeit gewählt wurde',
      agreed: 'Bessere Arbeit gewählt (%)',
      expected: 'Zu erwarten (%)',
      first: 'Erste Arbeit gewählt (%)',
    },
    rank: 'Rang',
    grade: 'Bewertung (von {{points}})',
    interval: 'Wahrscheinlich zwischen',
    by: 'Nur nach „{{title}}“',
    chosen: 'Vorgezogen',
    of: '{{chosen}} von {{made}}',
    reviewer: 'Gutachter/in',
    left: 'Erste Arbeit',
    right: 'Zweite Arbeit',
    choice: 'Wahl',
    even: 'Beide gleich oft',
    better: '{{name}} ({{percent}} der Kriterien)',
    leftComment: 'Zur ersten Arbeit',
    rightComment: 'Zur zweiten Arbeit',
    action: 'Aktion',
    take: 'Wegnehmen',
    takeOf: 'Wegnehmen: Vergleich von {{left}} und {{right}} durch {{name}}',
    given: '{{name}} hat zwei Arbeiten zum Vergleichen bekommen.',
    had: '{{name}} hat diese beiden schon zum Vergleichen.',
    taken: '{{name}} hat diesen Vergleich nicht mehr.',
    give: {
      title: 'Einen Vergleich von Hand vergeben',
      hint: 'Die Person erfährt davon. Was noch niemand begonnen hat, lässt sich in der Tabelle darunter wieder wegnehmen.',
      who: 'Wer vergleicht',
      has_one: 'hat {{count}} Vergleich',
      has_other: 'hat {{count}} Vergleiche',
      choose: 'Wählen Sie eine Person und zwei verschiedene Arbeiten anderer.',
      confirm: 'Vergeben',
    },
    reliability: {
      unknown:
        'Wie verlässlich die Reihenfolge ist, lässt sich noch nicht sagen: Dafür braucht es Vergleiche von mindestens vier Personen.',
      high: 'Die Reihenfolge ist verlässlich: Die eine Hälfte der Urteilenden kommt fast zur selben Reihenfolge wie die andere (Split-Half-Reliabilität {{value}}).',
      fair: 'Die Reihenfolge ist einigermaßen verlässlich: Die beiden Hälften der Urteilenden stimmen meist überein (Split-Half-Reliabilität {{value}}). Sehen Sie sich Arbeiten an den Enden des Bereichs selbst an.',
      low: 'Die Reihenfolge ist nicht verlässlich: Die beiden Hälften der Urteilenden kommen zu recht verschiedenen Reihenfolgen (Split-Half-Reliabilität {{value}}). Sehen Sie sich die Arbeiten an, bevor Sie danach Bewertungen freigeben.',
    },
  },
  explain:
    '{{whose}}: über alle Kriterien in {{chosen}} von {{made}} Vergleichen mit anderen Arbeiten vorgezogen. Auf dem Weg von der schwächsten Arbeit ({{lowest}}) zur stärksten ({{highest}}) ergibt das {{percent}}, wahrscheinlich zwischen {{low}} und {{high}}.',
  rangeOf: 'von {{lowest}} für die schwächste Arbeit bis {{highest}} für die stärkste',
  explainCriteria: 'Nach Kriterien: {{criteria}}.',
  criterion: '{{title}} {{chosen}} von {{of}}',
} as const;
