/** Notes about learners, which the teaching staff alone read. */
export const staffNotes = {
  title: 'Staff notes',
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
