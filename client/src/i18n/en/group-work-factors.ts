/** What contributions do to the grades of a group project. */
export const groupWorkFactors = {
  title: 'Contributions in grades',
  intro:
    'Here what members of a group say of each other can change what each gets of the group’s grade. You see what it does first; nothing counts before you apply it, and you can take it back. What somebody says never changes their own factor, and neither does saying nothing.',
  none: {
    title: 'Nobody is asked yet',
    text: 'Make a questionnaire with a grid whose rows are the people of these groups. Once they have answered, you see here what it would do.',
    link: 'Questionnaires',
  },
  evaluation: 'What members say of each other',
  method: 'How a factor is made',
  methods: {
    shrunken: {
      name: 'Cautious (recommended)',
      text: 'The middle of the others’ ratings, nearer to 1 the fewer there are.',
    },
    webpa: {
      name: 'WebPA',
      text: 'The share of what each rater gives.',
    },
    rpf: {
      name: 'RPF',
      text: 'The root of what somebody got beside the mean.',
    },
    catme: {
      name: 'CATME-like',
      text: 'Hardly above 1, and 1 near the mean.',
    },
    teammates: {
      name: 'TEAMMATES-like',
      text: 'Points scaled for each rater.',
    },
  },
  percent: 'How much of the group’s grade the factor changes, in percent',
  min: 'Lowest factor',
  max: 'Highest factor',
  open: {
    title: 'Answers may still come',
    text: 'It can be applied once the questionnaire is over: else whoever looks at the own grade twice could tell what an answer in between said.',
    link: 'To the questionnaire',
  },
  applied: {
    title: 'Counts since {{when}}',
    text: '{{title}}: {{percent}} of the group’s grade by the factor “{{method}}”, between {{min}} and {{max}}. Applied by {{name}}.',
    since_one: '{{count}} answer came in since then. It changes no grade until you apply again.',
    since_other: '{{count}} answers came in since then. They change no grade until you apply again.',
  },
  apply: 'Apply',
  again: 'Apply again',
  ask: {
    title: 'Let contributions count?',
    raised_one: '{{count}} grade goes up.',
    raised_other: '{{count}} grades go up.',
    lowered_one: '{{count}} grade goes down.',
    lowered_other: '{{count}} grades go down.',
    text: 'Each learner sees the own factor and what it did, never who said what. Released grades change at once. You can take it back.',
  },
  done: 'Contributions count now.',
  takeBack: 'Take back',
  takenBack: 'Contributions count no more.',
  takenBackTo: 'What was applied before counts again.',
  plot: 'How much grades change',
  people: 'People',
  change: 'Change in points',
  table: 'Grades with contributions',
  group: 'Group',
  name: 'Name',
  before: 'Without factor',
  factor: 'Factor',
  low: 'Range from',
  high: 'Range to',
  after: 'With factor',
  note: 'Note',
  because: {
    fewRaters: 'No factor: fewer than two others have rated',
    notAsked: 'No factor: nobody was asked about this person in this group',
  },
  kept: 'As before: one more answer alone would show what it says',
  without_one: '{{count}} person has no factor: the group’s grade stays as it is for them.',
  without_other: '{{count}} people have no factor: the group’s grade stays as it is for them.',
  foot: 'Points are those of the project so far, before single grades that you have set. Factors count in steps of 0.05, as less is within what a few people say by chance. Late work and what you give single members count as before.',
  own: {
    counts:
      'What the others of your group say of your contribution counts for {{percent}} of the group’s grade, as applied {{when}}. You see only the factor of all together, in steps of 0.05; nobody is told who said what, and what you said yourself does not change it. It changes only when your instructor applies it again.',
    noFactor:
      'Where no factor is named, fewer than two others have said something of you: the group’s grade is yours.',
    link: 'What the others say of you',
  },
} as const;
