/** Links, what must be handed in, and live presentations: where one hands in and reads. */
export const handIn = {
  /** Where a group writes. */
  stale: {
    title: 'حفظ {{name}} نصًّا في هذه الأثناء',
    text: 'تكتبون هذا النص معًا، وقد حُفظ النص الآخر بعد أن فتحت هذا. أيهما تريد أن تُبقي؟',
  },
  links: {
    label: 'الروابط',
    address: 'عنوان رابط',
    hint: 'عنوان كامل يبدأ بـ https://',
    add: 'إضافة الرابط',
    invalid: 'أدخل عنوانًا كاملًا يبدأ بـ http:// أو https://.',
    twice: 'هذا الرابط موجود من قبل.',
    remove: 'إزالة الرابط إلى {{host}}',
    added: 'أُضيف الرابط إلى {{host}}.',
    removed: 'أُزيل الرابط إلى {{host}}.',
    goesTo: 'يقود خارج المقرر إلى {{host}} في علامة تبويب جديدة',
    anonymous: 'قد تُظهر الصفحة التي يقود إليها الرابط من أنت، ولا يستطيع Roundtable تغيير ذلك.',
  },
  needs: {
    text: 'يجب تسليم نص.',
    files: 'يجب تسليم ملف واحد على الأقل.',
    links: 'يجب تسليم رابط واحد على الأقل.',
  },
  presentation: {
    text: 'أنت تقدّم عرضًا مباشرًا، فلا شيء يُسلَّم. أخبرنا أنك مشارك حتى يستطيع الآخرون مراجعة عرضك.',
    button: 'أنا مشارك',
    reviewed: 'يُقدَّم هذا العمل مباشرة، فلا شيء يُفتح هنا.',
  },
} as const;
