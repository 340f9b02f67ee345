/** Texts of the page with what groups of a course have learned. */
export const courseLessons = {
  title: 'ما تعلّمناه',
  intro: 'دروس عرضتها مجموعات من كل مشاريع هذا المقرر ونشرها المدرّسون.',
  search: 'البحث في الدروس',
  list: 'الدروس',
  none: { title: 'لا توجد دروس بعد', text: 'تعرضها المجموعات بعد المراحل، في صفحة مراجعة ما مضى.' },
  nothingFound: { title: 'لم يُعثر على شيء', text: 'جرّب كلمات أقل أو غيرها.' },
  found_zero: 'لم يُعثر على دروس',
  found_one: 'عُثر على درس واحد',
  found_two: 'عُثر على درسين',
  found_few: 'عُثر على {{count}} دروس',
  found_many: 'عُثر على {{count}} درسًا',
  found_other: 'عُثر على {{count}} درس',
  takeBack: 'سحب',
  takeBackNamed: 'سحب «{{title}}»',
  taken: 'سُحب «{{title}}»، ولم يعد المتعلمون يقرؤونه.',
} as const;
