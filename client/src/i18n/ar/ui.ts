/** Texts of the design system's own parts. */
export const ui = {
  breadcrumbs: 'أنت هنا',
  shortcuts: {
    title: 'اختصارات لوحة المفاتيح',
    help: 'عرض هذه الاختصارات',
    tooltip: 'اختصارات لوحة المفاتيح: اضغط ?',
    goTo: 'الذهاب إلى: {{page}}',
    nextReview: 'فتح المراجعة التالية',
    switch: 'اختصارات لوحة المفاتيح مفعّلة',
    close: 'إغلاق',
  },
  search: { clear: 'مسح البحث' },
  comboBox: { none: 'لا نتائج مطابقة.' },
  sortable: { move: 'نقل {{title}}' },
  toasts: {
    label: 'الرسائل',
    undo: 'تراجع',
    undoLast: 'تراجع عن آخر إجراء',
    close: 'إغلاق الرسالة',
  },
} as const;
