/** Texts about grades and how they came about. */
export const gradebook = {
  points: '{{value}} of {{maximum}} points',
  explain: {
    workOf: { own: 'Your work', other: 'Work' },
    reviewsOf: { own: 'Your reviews', other: 'Reviews' },
    work_one: '{{whose}}: one review gave {{percent}}.',
    work_other: '{{whose}}: median of {{count}} reviews, {{percent}} (they gave {{scores}}).',
    late_one: 'Late by {{count}} day: −{{taken}}.',
    late_other: 'Late by {{count}} days: −{{taken}}.',
    lateFree_one: 'Late by {{count}} day; nothing is taken off.',
    lateFree_other: 'Late by {{count}} days; nothing is taken off.',
    reviewing: '{{whose}}: {{done}} of {{of}} written, {{percent}}.',
    weighted: 'Work counts {{work}} and reviews count {{reviewing}}: {{percent}} together.',
    workAlone: 'There was nothing to review, so the work counts for all.',
    raised: 'Raised to {{percent}}, the lowest grade there is.',
    capped: 'Limited to {{percent}}, the highest grade there is.',
    set: 'Set by the instructor.',
    excused: 'Excused: there is no grade, and none is missing.',
    withdrawn: 'The grade was taken back.',
    grade: 'Grade: {{value}} of {{maximum}} points.',
  },
} as const;
