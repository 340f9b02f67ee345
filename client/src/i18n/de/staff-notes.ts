/** Notes about learners and groups, which the teaching staff alone read. */
export const staffNotes = {
  title: 'Notizen der Lehrenden',
  onGroup: 'Notizen der Lehrenden zu {{name}}',
  text: 'Nur die Lehrenden dieses Kurses lesen sie.',
  new: 'Neue Notiz',
  save: 'Notiz speichern',
  change: 'Ändern',
  delete: 'Löschen',
  changeOf: 'Notiz vom {{when}} ändern',
  deleteOf: 'Notiz vom {{when}} löschen',
  deleted: 'Die Notiz ist gelöscht.',
  by: '{{name}}, {{when}}',
  somebody: 'Jemand, der den Kurs verlassen hat',
  tooLong: 'Schreiben Sie höchstens {{max}} Zeichen.',
} as const;
