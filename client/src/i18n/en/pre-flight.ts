/** Texts of the dry run before an activity is published. */
export const preFlight = {
  title: 'Pre-flight check',
  link: 'Pre-flight check',
  intro:
    'A dry run with the people of this course: who would review whom, how many reviews each work would get, and what grades could come out. It uses your settings and invented ratings. Nothing is stored, and nobody is told.',
  assumed: 'What to take for granted',
  share: {
    missing: 'Hand nothing in (%)',
    late: 'Hand in late (%)',
    idle: 'Judge no work (%)',
    careless: 'Review without looking (%)',
  },
  of: {
    missing: 'Of all learners',
    late: 'Of those who hand in: after reviews have begun',
    idle: 'Of those who hand in',
    careless: 'Of those who judge works',
  },
  try: 'Try again',
  again: 'The dry run is made again.',
  findings: 'What would happen',
  counts: '{{handedIn}} of {{authors}} learners hand in, {{late}} of them late; {{idle}} judge no work.',
  fine: 'Nothing to worry about: every work gets its reviews.',
  mind: 'What to mind',
  receivedPlot: 'Reviews that works would get',
  reviews: 'Reviews',
  works: 'Works',
  reviewsOf_one: '{{count}} review',
  reviewsOf_other: '{{count}} reviews',
  gradePlot: 'Grades that could come out',
  percent: 'Grade in %',
  off: 'By your method, a grade would be off by {{off}} percentage points on average from what the invented work is worth. More reviews for each, or a clearer rubric, make this smaller.',
  whom: 'Who would review whom',
  ofAllGroups: 'Of all groups',
  countsOfGroups:
    '{{handedIn}} of {{authors}} groups hand in, {{late}} of them late; {{idle}} of those who are to judge do not.',
  comparedPlot: 'Comparisons that works would be in',
  comparisons: 'Comparisons',
  offCompared:
    'A grade would be off by {{off}} percentage points on average from where the invented work stands among the others. More comparisons for each make this smaller.',
  whomCompared: 'Who would compare what',
  whatWorksGet: 'What works would get',
  comparisonsOf_one: '{{count}} comparison',
  comparisonsOf_other: '{{count}} comparisons',
  table: {
    does: 'Yes',
    doesNot: 'No',
    compares: 'Compares',
    pairs: 'Comparisons to make',
    inPairs: 'Comparisons made of it',
    pair: '{{one}} with {{other}}',
    group: 'Group',
    members: 'Members',
    writes: 'Writes reviews',
    label: 'People of the dry run',
    part: 'Hands in',
    reviews: 'Reviews the works of',
    tasks: 'Reviews to write',
    received: 'Reviews received',
  },
  part: { inTime: 'In time', late: 'Late', missing: 'Nothing', idle: 'judges no work' },
  warn: {
    tooFewToCompare_one:
      'Only {{count}} work is there: at least three are needed, so that somebody has two to compare.',
    tooFewToCompare_other:
      'Only {{count}} works are there: at least three are needed, so that somebody has two to compare.',
    smallToCompare_one: 'Each can make only {{count}} comparison, not {{wanted}}: there are not more pairs.',
    smallToCompare_other:
      'Each can make only {{count}} comparisons, not {{wanted}}: there are not more pairs.',
    noGroup_one: '{{count}} learner is in no group, and so hands in nothing.',
    noGroup_other: '{{count}} learners are in no group, and so hand in nothing.',
    noReviewGroup_one: '{{count}} learner is in no group that reviews, and so reviews nothing.',
    noReviewGroup_other: '{{count}} learners are in no group that reviews, and so review nothing.',
    fewPairs_one: '{{count}} person would have fewer than {{wanted}} comparisons to make.',
    fewPairs_other: '{{count}} people would have fewer than {{wanted}} comparisons to make.',
    fewComparisons_one:
      '{{count}} work would end in fewer than {{wanted}} comparisons, because some make none: its place would be uncertain.',
    fewComparisons_other:
      '{{count}} works would end in fewer than {{wanted}} comparisons, because some make none: their places would be uncertain.',
    uncertainCompared:
      'Grades would be off by {{off}} percentage points on average. More comparisons for each help.',
    tooFew_one: 'Only {{count}} work is there: at least two are needed for reviews to begin.',
    tooFew_other: 'Only {{count}} works are there: at least two are needed for reviews to begin.',
    smallCourse_one: 'Each can review only {{count}} work, not {{wanted}}: there are not more.',
    smallCourse_other: 'Each can review only {{count}} works, not {{wanted}}: there are not more.',
    fewReviewers_one:
      '{{count}} work would have fewer than {{wanted}} reviewers, because of people who are kept apart or of small sections.',
    fewReviewers_other:
      '{{count}} works would have fewer than {{wanted}} reviewers, because of people who are kept apart or of small sections.',
    fewTasks_one: '{{count}} person would have fewer than {{wanted}} works to review.',
    fewTasks_other: '{{count}} people would have fewer than {{wanted}} works to review.',
    lateWorks_one:
      '{{count}} work comes after reviews have begun and gets its reviewers then, from those with the least to do.',
    lateWorks_other:
      '{{count}} works come after reviews have begun and get their reviewers then, from those with the least to do.',
    helpers_one: '{{count}} person would write more than the others because of that.',
    helpers_other: '{{count}} people would write more than the others because of that.',
    unwritten_one:
      '{{count}} work would end with fewer than {{wanted}} reviews, because some write none. With one more review for each there is room for that; works that lack reviews also wait for you in the queue before reviews close.',
    unwritten_other:
      '{{count}} works would end with fewer than {{wanted}} reviews, because some write none. With one more review for each there is room for that; works that lack reviews also wait for you in the queue before reviews close.',
    noReview_one: '{{count}} work would get no review at all, and so no grade from reviews.',
    noReview_other: '{{count}} works would get no review at all, and so no grade from reviews.',
    oneReview_one: '{{count}} work would get a single review: its grade would hang on one person.',
    oneReview_other: '{{count}} works would get a single review: their grades would each hang on one person.',
    uncertain:
      'Grades would be off by {{off}} percentage points on average. More reviews for each, weighing by reliability, or spot checks help.',
    part: 'Of {{learners}} learners, {{tried}} were tried; for the others it is much the same.',
  },
} as const;
