export const groupStandings = {
  columns: {
    members: 'الأعضاء',
    progress: 'التقدّم',
    milestones: 'المراحل',
    next: 'المرحلة التالية',
    last: 'آخر نشاط',
    health: 'حال المجموعة',
    balance: 'توزيع العمل',
  },
  handedIn: 'سُلِّم: {{n}} من {{all}}',
  toConfirm: 'بانتظار التأكيد: {{n}}',
  missed: 'فات: {{n}}',
  marked: 'قُيِّم: {{n}}',
  milestone: '{{title}}: {{state}}',
  nextAt: '{{title}}، {{when}}',
  nothingNext: 'لم يبق ما يُسلَّم',
  never: 'لا شيء بعد',
  dynamics: {
    low: 'تقول المجموعة: منخفض في {{aspects}}',
    fine: 'تقول المجموعة إنها تعمل معًا جيدًا بما يكفي',
  },
  checkIn: {
    mean: '{{title}}: {{mean}} من {{levels}} في المتوسط',
    answered: '{{title}}: أجاب {{answered}} من {{asked}}',
    few: '{{title}}: الإجابات قليلة جدًا بعد ({{answered}} من {{asked}})',
    questions: 'إجابات تثير أسئلة',
  },
  actions: {
    open: 'خطوات مفتوحة: {{n}}',
    overdue: 'خطوات متأخرة: {{n}}',
  },
  healthUnknown: 'لا شيء معروف',
  healthFine: 'لا شيء لافت',
  hints: {
    text: 'كتب واحد من {{people}} نسبة {{percent}} من النص',
    tasks: 'أنجز واحد من {{people}} نسبة {{percent}} من المهام',
    noTrace: 'لا أثر حتى الآن لعدد {{n}} من {{people}}',
  },
  hintKinds: {
    text: 'النص',
    tasks: 'المهام',
    noTrace: 'لا أثر',
  },
  even: 'لا شيء لافت',
  caveat:
    '«توزيع العمل» إشارة وليس حكمًا. يعرف نص الصفحات والمهام المنجزة والحضور والتعليقات لمن هم في المجموعة الآن، ولا يرى ما يُعمل في مكان آخر. اسأل قبل أن تستنتج شيئًا.',
  page: {
    lookingOn:
      'أنت هنا للاطلاع: يمكنك قراءة كل شيء ولا تغيّر شيئًا. تقرأ المجموعة في صفحتها أن المدرّسين يستطيعون الاطلاع.',
    deliverables: 'ما تسلّمه المجموعة',
    room: 'ما تعمله المجموعة معًا',
    standing: 'كيف حال المجموعة',
    noMilestones: 'لا توجد مراحل.',
  },
  told: 'يستطيع مدرّسوك الاطلاع هنا على الصفحات والمهام والقرارات والاجتماعات والميثاق المعروض على المجموعة وما يُسلَّم.',
} as const;
