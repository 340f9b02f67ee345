/** Texts about grades on learners' pages: how they came about, what being late costs. */
export const gradebook = {
  points: '{{value}} von {{maximum}} Punkten',
  late: {
    step: 'Fällig am {{when}}',
    by_one: '{{count}} Tag verspätet',
    by_other: '{{count}} Tage verspätet',
    ahead:
      'Fällig am {{due}}. Spätere Arbeiten werden bis {{close}} angenommen, mit {{percent}} Abzug je angefangenem Tag. Es zählt die letzte Version, die Sie abgeben.',
    aheadFree:
      'Fällig am {{due}}. Spätere Arbeiten werden bis {{close}} angenommen und als verspätet gekennzeichnet.',
    now: 'Fällig war die Arbeit am {{due}}. Sie wird noch bis {{close}} angenommen und gilt als verspätet.',
    again:
      'Sie haben rechtzeitig abgegeben. Geben Sie jetzt noch einmal ab, gilt Ihre Arbeit als verspätet: Fällig war sie am {{due}}.',
    costs: 'Dafür werden je angefangenem Tag {{percent}} abgezogen.',
  },
  sync: {
    none: 'Nicht ans Notenbuch des Kurses gesendet',
    waiting: 'Unterwegs ins Notenbuch des Kurses',
    sent: 'Im Notenbuch des Kurses seit {{when}}',
    failed: 'Konnte nicht ans Notenbuch des Kurses gesendet werden',
    noColumn: 'Das Notenbuch des Kurses hat dafür keine Spalte',
    notTakenBack: 'Das Notenbuch des Kurses zeigt noch die frühere Bewertung',
  },
  explain: {
    workOf: { own: 'Ihre Arbeit', other: 'Arbeit' },
    reviewsOf: { own: 'Ihre Gutachten', other: 'Gutachten' },
    work_one: '{{whose}}: Ein Gutachten ergab {{percent}}.',
    work_other: '{{whose}}: Der Median aus {{count}} Gutachten ist {{percent}} (einzeln: {{scores}}).',
    late_one: '{{count}} Tag verspätet: −{{taken}}.',
    late_other: '{{count}} Tage verspätet: −{{taken}}.',
    lateFree_one: '{{count}} Tag verspätet; nichts wird abgezogen.',
    lateFree_other: '{{count}} Tage verspätet; nichts wird abgezogen.',
    reviewing: '{{whose}}: {{done}} von {{of}} geschrieben, {{percent}}.',
    weighted: 'Die Arbeit zählt {{work}}, die Gutachten zählen {{reviewing}}: zusammen {{percent}}.',
    workAlone: 'Es gab nichts zu begutachten, deshalb zählt nur die Arbeit.',
    answers: 'Antworten: {{points}} von {{possible}} Punkten, {{percent}}.',
    raised: 'Angehoben auf {{percent}}, die niedrigste Bewertung, die es gibt.',
    capped: 'Begrenzt auf {{percent}}, die höchste Bewertung, die es gibt.',
    set: 'Von der Lehrperson festgelegt.',
    excused: 'Entschuldigt: Es gibt keine Bewertung, und es fehlt keine.',
    withdrawn: 'Die Bewertung wurde zurückgenommen.',
    grade: 'Bewertung: {{value}} von {{maximum}} Punkten.',
  },
} as const;
