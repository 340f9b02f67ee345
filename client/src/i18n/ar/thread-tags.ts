/** Discussions: tags of threads, their authors, and who reads earlier versions. */
export const threadTags = {
  tag: 'الوسم',
  all: 'كل الوسوم',
  author: 'الكاتب',
  choose: 'الوسوم',
  tooMany: '{{max}} وسوم على الأكثر.',
  setUp: {
    tags: 'وسوم المواضيع',
    tagsHint: 'وسم في كل سطر. يختار منها من يبدأ موضوعًا، ويصفّي بها من يقرأ.',
    wrong: '{{max}} وسمًا مختلفًا على الأكثر، لا يزيد كل منها على {{length}} حرفًا.',
    history: 'من يقرأ النسخ السابقة من المشاركات',
    readers: { staff: 'فريق التدريس', all: 'كل من يقرأ المشاركة' },
    historyHint:
      'يسري ذلك على النسخ الموجودة أيضًا. أما نسخ المشاركات المحذوفة أو المخفية فلا يراها إلا فريق التدريس.',
  },
} as const;
