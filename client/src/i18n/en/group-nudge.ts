/** Staff write to a group. */
export const groupNudge = {
  open: 'Write to the group …',
  title: 'Write to {{name}}',
  to: 'Goes to {{names}}, as a notice.',
  nobody: 'Nobody is in this group now.',
  text: 'What you write',
  hint: 'Everybody in the group reads it among their notices; a mail says only that there is something to read.',
  wrong: 'Write something, in at most {{max}} characters.',
  send: 'Send',
  sendAgain: 'Send once more',
  sent: '{{name}} is told.',
  recent: 'This group was already written to on {{when}}',
  proposedNext: 'How is it going? “{{title}}” is due on {{when}}. Tell me if you need help.',
  proposed: 'How is it going? Tell me if you need help.',
} as const;
