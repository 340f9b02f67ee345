/** Comparing two works, and what comes of it. */
export const comparative = {
  title: 'Compare: {{left}} and {{right}}',
  shown: 'Work in sight',
  yours: 'Which one is better?',
  yoursHint: 'Choose one by each criterion, also where it is close: there are no ties.',
  choose: 'Please choose one of the two.',
  comment: 'Your comment on: {{work}}',
  commentHint:
    'What works well, and what would make it better? It goes to the author of this work, not of the other.',
  submit: 'Submit comparison',
  resubmit: 'Submit changes',
  done: 'The comparison is submitted.',
  setUp: {
    label: 'How reviewers judge',
    rate: 'They rate each work',
    rateHint: 'By the criteria, with points, levels or a scale.',
    compare: 'They compare two works',
    compareHint:
      'Which of the two is better, by each criterion. Often easier to say than how many points a work deserves.',
    weakestPercent: 'The weakest work gets (%)',
    strongestPercent: 'The strongest work gets (%)',
    range:
      'All other works are in between, by how often they were chosen over which others. Works that are hardly apart are not drawn apart over the whole range.',
    without:
      'Comparisons are given out all at once, across the course. There are no example works, self-assessment, revision round, or grades for agreement and helpfulness with them, and of the criteria each reviewer only says which work is better.',
    each: 'Comparisons per learner',
    eachHint: 'With five each, every work is in ten comparisons, which is about what reliable grades take.',
  },
  start: {
    text: 'Submissions close {{when}}. Starting the reviews closes them at once and gives each learner who has handed in up to {{k}} pairs of works to compare.',
    tooFew: 'At least three learners have to hand in before works can be compared.',
    each_one: '{{count}} pair of works',
    each_other: '{{count}} pairs of works',
  },
  staff: {
    comparisonBy: 'Comparison by {{name}}',
    chosenBy: 'this work chosen by {{percent}}',
    title: 'Comparisons',
    empty: 'Nothing to compare yet',
    emptyText: 'Pairs of works are given out when reviews start.',
    made: '{{made}} of {{of}} comparisons are made.',
    works: 'Works from the strongest to the weakest',
    who: 'Who compared what',
    range:
      'The weakest work gets {{lowest}} points and the strongest {{highest}}, before lateness and the rules for grades.',
    rank: 'Rank',
    grade: 'Grade (of {{points}})',
    interval: 'Most likely between',
    by: 'By “{{title}}” alone',
    chosen: 'Chosen',
    of: '{{chosen}} of {{made}}',
    reviewer: 'Reviewer',
    left: 'First work',
    right: 'Second work',
    choice: 'Choice',
    even: 'As often the one as the other',
    better: '{{name}} ({{percent}} of the criteria)',
    leftComment: 'On the first work',
    rightComment: 'On the second work',
    reliability: {
      unknown:
        'How far the order can be relied on cannot be said yet: it takes comparisons by at least four reviewers.',
      high: 'The order is reliable: one half of the reviewers comes to nearly the same order as the other half (split-half reliability {{value}}).',
      fair: 'The order is fairly reliable: the two halves of the reviewers mostly agree (split-half reliability {{value}}). Look at works near the ends of the range yourself.',
      low: 'The order is not reliable: the two halves of the reviewers come to quite different orders (split-half reliability {{value}}). Look at the works before you release grades by it.',
    },
  },
  explain:
    '{{whose}}: chosen in {{chosen}} of {{made}} comparisons with other works, counted over all criteria. On the way from the weakest work ({{lowest}}) to the strongest ({{highest}}) that comes to {{percent}}, most likely between {{low}} and {{high}}.',
  rangeOf: 'from {{lowest}} for the weakest work to {{highest}} for the strongest',
  explainCriteria: 'By criterion: {{criteria}}.',
  criterion: '{{title}} {{chosen}} of {{of}}',
} as const;
