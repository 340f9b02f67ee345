/** Texts of what members of groups say of each other. */
export const memberEvaluation = {
  title: 'Contributions in groups',
  open: 'Contributions in groups',
  intro:
    'What the members of each group say of each other, from 1 for the first column to the last. A factor of 1 is an equal share. What somebody says never changes their own factor, and neither does saying nothing. Nothing here changes a grade by itself.',
  plot: 'How factors spread',
  people: 'People',
  table: 'Members of groups',
  group: 'Group',
  methods:
    'Factor: the middle of the others’ ratings, moved towards 1 the fewer there are, with the range where it probably lies. WebPA, RPF, CATME and TEAMMATES are the published ones, without what people say of themselves. SAPA compares what somebody says of themselves with what the others say: above 1 is higher.',
  left: '{{name}} (left {{when}})',
  ofLevels: '{{value}} of {{levels}}',
  terms:
    'Those whom you rate may be shown later what all say together, never who said what, and only where at least two others have said something.',
  none: {
    title: 'No ratings yet',
    text: 'As soon as members have rated each other, their factors are here.',
  },
  of: {
    raters: 'Others who rated',
    received: 'From others',
    own: 'From oneself',
    shrunken: 'Factor',
    low: 'Range from',
    high: 'Range to',
    webpa: 'WebPA',
    rpf: 'RPF',
    catme: 'CATME',
    teammates: 'TEAMMATES',
    sapa: 'SAPA',
  },
  questions: {
    title: 'You may want to ask',
    lessThanOthers:
      '{{group}}: did {{name}} do less? The others say so, while {{name}} sees it otherwise. Talk with the group before you decide anything.',
    betterThanOthersSay: '{{group}}: {{name}} rates their own part higher than the others do.',
    raiseEachOther:
      '{{group}}: {{name}} and somebody else rate each other far higher than all others rate them.',
    atOdds:
      '{{group}}: {{name}} and somebody else rate each other low, the others do not. Is there a conflict?',
  },
  share: {
    button: 'Show members their results',
    title: 'Show each member their own result?',
    people_one:
      '{{count, number}} person will see what the others say, as a mean for each question, and the factor.',
    people_other:
      '{{count, number}} people will see what the others say, as a mean for each question, and the factor.',
    withheld_one:
      '{{count, number}} person will see nothing, as fewer than two others have rated: it could be known who did.',
    withheld_other:
      '{{count, number}} people will see nothing, as fewer than two others have rated: it could be known who did.',
    done: 'Members see their results now.',
    since: 'Shown to members since {{when}}',
    explain: 'Each sees their own result alone, and nobody sees who said what.',
    first: 'Members can be shown their results once the questionnaire is closed.',
    takeBack: 'Show them no more',
    takenBack: 'Members see their results no more.',
  },
  own: {
    title: 'What your group says of you',
    titleOfMany: 'What your groups say of you',
    notShared: 'Your teaching staff have not shown the results yet.',
    withheld:
      'Fewer than two others have said something of you. The result is withheld, as it could be known who did.',
    factor: 'Your factor: {{value}} (probably between {{low}} and {{high}})',
    explain:
      '1 is an equal share of the work. It comes from what the others of your group say, all together; what you said yourself does not count in it.',
    received: 'The others, on average: {{value}}',
    own: 'Yourself: {{value}}',
  },
} as const;
