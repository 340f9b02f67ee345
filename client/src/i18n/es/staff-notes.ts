/** Notes about learners and groups, which the teaching staff alone read. */
export const staffNotes = {
  title: 'Notas del profesorado',
  onGroup: 'Notas del profesorado sobre {{name}}',
  text: 'Solo las lee el profesorado de este curso.',
  new: 'Nota nueva',
  save: 'Guardar la nota',
  change: 'Modificar',
  delete: 'Eliminar',
  changeOf: 'Modificar la nota del {{when}}',
  deleteOf: 'Eliminar la nota del {{when}}',
  deleted: 'La nota se ha eliminado.',
  by: '{{name}}, {{when}}',
  somebody: 'Alguien que ha dejado el curso',
  tooLong: 'Escriba como máximo {{max}} caracteres.',
} as const;
