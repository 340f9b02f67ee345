/** Texts of roles in groups. */
export const teamRoles = {
  title: 'Roles',
  kinds: {
    facilitator: 'Facilitator',
    ambassador: 'Ambassador',
    recorder: 'Recorder',
  },
  about: {
    facilitator: 'Prepares meetings, sees that everybody is heard and that the group decides.',
    ambassador: 'Speaks for the group with other groups and with your teachers.',
    recorder: 'Writes down what was decided and who does what.',
  },
  rotates: 'It goes to another member at each milestone.',
  nobody: 'Nobody',
  turn: '{{name}}, by turn',
  byTurn: 'By turn',
  holds:
    'Give roles with material with care: whoever has one reads it at once, so from then on only your teachers can give it to somebody else.',
  saved: 'Saved.',
  setUp: {
    ask: 'Members have roles',
    assignedBy: 'Who gives the roles',
    byGroup: 'The group itself',
    byStaff: 'The teaching staff',
    name: 'Name of the role',
    description: 'What it is for',
    rotates: 'Goes to another member at each milestone',
    remove: 'Remove: {{name}}',
    add: 'Add a role of your own',
    addThis: 'Add: {{name}}',
    new: 'New role',
  },
} as const;
