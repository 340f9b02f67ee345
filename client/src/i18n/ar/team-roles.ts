/** Texts of roles in groups. */
export const teamRoles = {
  title: 'الأدوار',
  kinds: {
    facilitator: 'إدارة النقاش',
    ambassador: 'تمثيل المجموعة',
    recorder: 'التدوين',
  },
  about: {
    facilitator: 'يُعدّ اللقاءات ويحرص على أن يُسمع الجميع وأن تتخذ المجموعة قرارًا.',
    ambassador: 'يتحدث باسم المجموعة مع المجموعات الأخرى ومع مدرّسيك.',
    recorder: 'يدوّن ما تقرر ومن يفعل ماذا.',
  },
  rotates: 'ينتقل إلى عضو آخر في كل مرحلة.',
  nobody: 'لا أحد',
  turn: '{{name}}، بالدور',
  byTurn: 'بالدور',
  holds:
    'وزّعوا الأدوار التي لها مواد بعناية: من له دور يقرأ مواده فورًا، وبعدها لا يمكن إلا لفريق التدريس أن يعطيه لغيره.',
  saved: 'حُفظ.',
  setUp: {
    ask: 'للأعضاء أدوار',
    assignedBy: 'من يوزّع الأدوار',
    byGroup: 'المجموعة نفسها',
    byStaff: 'فريق التدريس',
    name: 'اسم الدور',
    description: 'الغرض منه',
    rotates: 'ينتقل إلى عضو آخر في كل مرحلة',
    remove: 'إزالة: {{name}}',
    add: 'إضافة دور خاص',
    addThis: 'إضافة: {{name}}',
    new: 'دور جديد',
  },
} as const;
