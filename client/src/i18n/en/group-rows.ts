/** Texts of questions about the people of one’s own group. */
export const groupRows = {
  label: 'Rows, question {{n}}',
  short: 'Rows',
  written: 'Rows that I write',
  set: 'Own group: {{name}}',
  gone: 'A group set that is not there any more',
  self: 'Also ask about oneself',
  explain:
    'Everybody sees the people of their own group, as it is when they begin to answer, and those with whom they worked there before, for the time together.',
  preview: 'Here everybody sees the people of their own group.',
  noGroup:
    'You are in no group here, so there is nothing to answer. If you should be in one, please tell your teaching staff.',
  alone: 'Nobody else is in your group, so there is nothing to answer.',
  group_one: 'Your group: {{name}}',
  group_other: 'Your groups: {{name}}',
  until: 'You worked together until {{when}}; you need not answer.',
  perPerson: 'By person: {{question}}',
} as const;
