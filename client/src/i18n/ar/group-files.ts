/** Files that a group keeps together. */
export const groupFiles = {
  title: 'الملفات',
  add: 'إضافة ملفات',
  hint: 'يراها كل من في مجموعتك ويستبدلها ويحذفها. وما سُلّم يبقى كما كان.',
  version: 'النسخة {{n}}، {{name}}، {{when}}',
  replace: 'استبدال',
  replaceOf: 'استبدال {{name}}',
  replaced: 'لـ«{{name}}» نسخة جديدة.',
  delete: 'حذف',
  deleteOf: 'حذف {{name}}',
  deleted: 'حُذف «{{name}}».',
  restored: 'عاد «{{name}}».',
  earlier: 'نسخ سابقة من {{name}}',
  empty: { title: 'لا ملفات بعد', text: 'رسوم وجداول وشرائح: ما هنا يمكن تسليمه مع أي مرحلة.' },
  choose: {
    title: 'ملفات المجموعة',
    hint: 'ما تضيفه يُسلَّم كما هو الآن، حتى لو استبدل أحد الملف لاحقًا.',
    version: 'النسخة {{n}}',
    add: 'إضافة',
    addOf: 'إضافة {{name}}',
  },
} as const;
