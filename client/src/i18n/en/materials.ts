/** Texts of what roles are told. */
export const materials = {
  title: 'Material of the roles',
  intro: 'Each role has its own material. Tell the others in your group what is in yours.',
  toRoles: 'Who has which role',
  own: 'Yours',
  none: 'You have no role with material right now.',
  hidden: 'You do not see the material of: {{names}}.',
  until: 'You will see it from {{when}}.',
  never: 'Ask whoever has the role.',
  setUp: {
    ask: 'Each role has material of its own (jigsaw)',
    hint: 'Only who has a role reads it; so nobody knows everything. What a group has given stays with whoever has it until all of it is open: only the teaching staff can then give it to another, who knows both from then on. At milestones, groups can write a part for each role.',
    text: 'Material for {{name}}',
    opensAt: 'Everybody reads all of it from',
    opensAtHint: 'Without a date each keeps the own.',
  },
} as const;
