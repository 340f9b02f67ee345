/** Notes about learners and groups, which the teaching staff alone read. */
export const staffNotes = {
  title: 'ملاحظات طاقم التدريس',
  onGroup: 'ملاحظات طاقم التدريس عن {{name}}',
  text: 'لا يقرؤها إلا طاقم تدريس هذا المقرّر.',
  new: 'ملاحظة جديدة',
  save: 'حفظ الملاحظة',
  change: 'تعديل',
  delete: 'حذف',
  changeOf: 'تعديل ملاحظة {{when}}',
  deleteOf: 'حذف ملاحظة {{when}}',
  deleted: 'حُذفت الملاحظة.',
  by: '{{name}}، {{when}}',
  somebody: 'شخص غادر المقرّر',
  tooLong: 'اكتب {{max}} حرفًا على الأكثر.',
} as const;
