/** Names and groups in discussions. */
export const spaces = {
  alias: 'Participant {{n}}',
  ownAlias: 'You, as participant {{n}}',
  aliasKnown: '{{name}} (participant {{n}})',
  promise: {
    none: 'Everybody in this discussion sees your post with your name.',
    peers: 'Other learners see your post without your name. Teaching staff see your name.',
    full: 'Nobody sees your name with your post, not even teaching staff.',
    staff: 'You post with your name: learners should know who teaches.',
  },
  setUp: {
    anonymity: 'Names',
    choices: {
      none: 'Everybody sees names',
      peers: 'Learners do not see each other’s names; teaching staff do',
      full: 'Nobody sees learners’ names, not even teaching staff',
    },
    hints: {
      none: 'People stand by what they write.',
      peers: 'Each learner is called by a number that stays the same in this discussion.',
      full: 'Each learner is called by a number. Posts cannot be told apart by person for grading.',
    },
    kept: 'A change holds for what is written from then on: each post keeps what its author was promised. With fewer than five people, everybody can guess who wrote what.',
    groups: 'Who discusses together',
    course: 'The whole course',
    perGroup: 'Each group of “{{name}}” by itself',
    groupsHint:
      'Members follow their groups: who changes the group enters the space of the new one, and their posts stay in the old one.',
    fixed: 'Somebody has written already, so this stays as it is.',
  },
  own: 'You discuss in the group {{name}}.',
  none: {
    title: 'You are in no group yet',
    text: 'Groups discuss by themselves here. As soon as you are in a group, you see its space. Please ask your teachers.',
  },
  group: 'Group',
  allGroups: 'All groups',
  each: 'A thread of its own in each group',
  where: 'In which group',
  of: 'Group {{name}}',
  gone: 'A group that is gone',
} as const;
