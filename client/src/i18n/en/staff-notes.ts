/** Notes about learners and groups, which the teaching staff alone read. */
export const staffNotes = {
  title: 'Staff notes',
  onGroup: 'Staff notes on {{name}}',
  text: 'Only the teaching staff of this course read these.',
  new: 'New note',
  save: 'Save note',
  change: 'Change',
  delete: 'Delete',
  changeOf: 'Change the note of {{when}}',
  deleteOf: 'Delete the note of {{when}}',
  deleted: 'The note is deleted.',
  by: '{{name}}, {{when}}',
  somebody: 'Somebody who has left',
  tooLong: 'Write at most {{max}} characters.',
} as const;
