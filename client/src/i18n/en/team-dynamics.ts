/** Texts of how members of groups say they work together. */
export const teamDynamics = {
  title: 'How we work together',
  own: 'How you see it',
  send: 'Send',
  missing: 'Choose a step.',
  answered: 'Thank you, your answer is in. It cannot be changed or read by anybody.',
  notAsked: 'You are not asked this time: the first answer fixed whom the survey asks.',
  counts: '{{answered}} of {{asked}} have answered.',
  promise:
    'It takes a minute. Nobody learns who answered what: neither your group nor your teachers. Once all have answered, or on {{when}}, both see one word for each statement – low, mixed or good –, if at least {{min}} have answered. It counts for no grade, and an answer cannot be changed.',
  states: {
    upcoming: 'You are asked from {{when}} on.',
    tooSmall:
      'With fewer than {{min}} people in the group, answers could be laid at somebody’s door, so nobody is asked.',
    tooFew: 'Fewer than {{min}} have answered, so nothing is shown.',
  },
  scale: {
    low: '{{n}} – Not at all',
    high: '{{n}} – Fully',
  },
  statements: {
    participation: 'Everybody in our group contributes.',
    communication: 'We keep each other informed in time.',
    disagreement: 'When we disagree, we talk about it openly and find a way.',
    safety: 'I can say that I made a mistake or do not know something.',
  },
  aspects: {
    participation: 'Participation',
    communication: 'Communication',
    disagreement: 'Disagreement',
    safety: 'Safety',
  },
  bands: {
    low: 'Low',
    mixed: 'Mixed',
    good: 'Good',
  },
  results: {
    title: 'What the group says',
    none: 'There are no results yet.',
    after: 'After',
    caveat:
      'Each word is about the middle of all answers: “low” where it is 1 or 2, “good” where it is 4 or 5. Look at it together; your retrospective is a good place.',
  },
  setUp: {
    ask: 'Members say after each milestone how they work together',
    hint: 'Four statements in a minute, for groups of three or more. The group and you see one word for each, never who answered what. Where it is low, you are asked to look at the group.',
  },
} as const;
