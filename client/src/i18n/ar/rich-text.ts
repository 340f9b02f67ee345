/** Texts of showing rich text, and of how long it is. */
export const richText = {
  table: 'جدول',
  somebody: 'شخص ما',
  words_zero: 'لا كلمات',
  words_one: 'كلمة واحدة',
  words_two: 'كلمتان',
  words_few: '{{count}} كلمات',
  words_many: '{{count}} كلمة',
  words_other: '{{count}} كلمة',
  characters: 'الأحرف: {{length}} من {{max}}',
  tooLong: 'أقصى عدد للأحرف {{max}}؛ وعددها الآن {{length}}.',
  formula: {
    wrong: '(لا يمكن قراءة هذه المعادلة)',
  },
} as const;
