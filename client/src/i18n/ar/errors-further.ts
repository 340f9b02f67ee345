/** Refusals that only pages meet which come with these texts. */
export const errorsFurther = {
  ACTIVITY_ID_TAKEN: 'هذا النشاط موجود من قبل بمحتوى آخر. أعد تحميل الصفحة من فضلك.',
  ACTIVITY_HAS_WORK: 'بدأ العمل بهذه الإعدادات، فلم يعد تغيير هذا ممكنًا.',
  NOT_A_DEEP_LINKING_LAUNCH: 'لم تُفتح هذه الصفحة لاختيار محتوى للمقرر.',
  DEEP_LINKING_EXPIRED: 'انتظر المقرر اختيارك مدة طويلة. ابدأ من جديد من مقررك.',
  DEEP_LINKING_TYPE_REFUSED: 'لا يقبل المقرر هذا النوع من المحتوى هنا. ابدأ من جديد من مقررك.',
  DEEP_LINKING_ONE_ONLY: 'يقبل المقرر نشاطًا واحدًا هنا. اختر نشاطًا واحدًا فقط.',
  LINK_ALREADY_USED: 'لهذا الموضع في المقرر نشاط من قبل. أعد تحميل الصفحة لتراه.',
  ALLOCATION_NEEDS_TWO: 'يجب أن يسلّم متعلّمان على الأقل قبل أن تبدأ المراجعات.',
  ALLOCATION_ALREADY_DONE: 'بدأت المراجعات من قبل.',
  NOTHING_TO_RELEASE: 'لم تكتمل مراجعة أي عمل بعد، فلا توجد درجة لإعلانها.',
  GRADES_NOT_RELEASED: 'لم تُعلن الدرجات، فلا شيء لسحبه.',
  GRADE_COLUMN_GONE: 'لم يعد لهذا النشاط هذا العمود في سجل الدرجات. ما وُضع فيه من درجات محفوظ.',
  GRADE_OUT_OF_RANGE: 'هذه الدرجة خارج ما يسمح به العمود.',
  NO_GRADEBOOK_COLUMN: 'ليس لهذا النشاط عمود في سجل درجات المقرر.',
  NOTHING_TO_REMIND: 'لا شيء هنا يستدعي التذكير الآن.',
  FILE_WITHOUT_COLUMNS:
    'لا يوجد في الصف الأول من هذا الملف عمود للمجموعات. سمِّ عمودًا «Group» أو «Group ID»، وعمودًا للأشخاص مثل «E-mail».',
  REHEARSAL_NOT_BEGUN: 'لا توجد تجربة لهذا النشاط. ابدأ واحدة أولًا.',
  EXTENSION_TOO_EARLY: 'يجب أن ينتهي الوقت الإضافي بعد الموعد الحالي للمتعلّم.',
  MEMBER_NOT_LEARNING: 'لم يعد هذا الشخص متعلّمًا في المقرّر.',
  ANSWERS_INVALID: 'بعض الإجابات ناقصة أو غير صالحة.',
} as const;
