import { errors } from './errors.ts';
import { gradebook } from './gradebook.ts';
import { launch } from './launch.ts';
import { noticesLink } from './notices-link.ts';
import { peerReview } from './peer-review.ts';
import { richText } from './rich-text.ts';
import { ui } from './ui.ts';

/** The texts that are there from the start: what surrounds every page, and learners' pages. */
export const core = {
  errors,
  gradebook,
  launch,
  notices: noticesLink,
  peerReview,
  richText,
  ui,
  app: {
    name: 'Roundtable',
    pageTitle: '{{page}} – Roundtable',
    skip: 'الانتقال إلى المحتوى',
    navigation: 'الصفحات',
    course: 'المقرر',
    activity: 'النشاط',
    home: 'الرئيسية',
    settings: 'الإعدادات',
    groups: 'المجموعات',
    waiting: 'في انتظارك',
    questionnaires: 'الاستبيانات',
    backToCourse: 'العودة إلى المقرر',
    loading: 'جارٍ التحميل…',
    offline: 'لا يوجد اتصال. نصك باقٍ هنا وسيُحفظ لاحقًا.',
    unreachable: 'الخادم لا يستجيب الآن. نصك باقٍ هنا وسيُحفظ لاحقًا.',
    online: 'عاد الاتصال.',
    ended: {
      title: 'انتهت جلستك',
      kept: 'افتح هذا النشاط مرة أخرى من مقررك، في علامة التبويب هذه: تتابع من هذه الصفحة، ومعك كل ما كتبته.',
      copy: 'افتح هذا النشاط مرة أخرى من مقررك: تتابع من هذه الصفحة. النص الذي لم يُحفظ موجود هنا فقط: انسخه أولًا.',
    },
    left: {
      title: 'لم تعد في هذا المقرر',
      text: 'لم يعد اسمك في قائمة المشاركين في المقرر. ما أنجزته هنا محفوظ. إذا كان ذلك خطأ فاسأل المدرّس، ثم افتح هذا النشاط مرة أخرى من مقررك.',
    },
  },
  closed: {
    title: 'افتح هذا مرة أخرى من مقررك',
    text: 'تُفتح هذه الصفحة من النشاط في مقررك. حرصًا على أمانك يعمل رابطها مرة واحدة فقط، فلا تُفتح بإعادة التحميل ولا من المفضلة.',
    hint: 'عُد إلى مقررك واختر النشاط هناك. ما كتبته محفوظ.',
    linkHint:
      'عُد إلى مقررك واختر النشاط هناك: ستُفتح عندئذ الصفحة التي يقود إليها هذا الرابط من تلقاء نفسها، ما لم يفصل متصفحك بينهما. ما كتبته محفوظ.',
  },
  cannotOpen: { title: 'لا يمكن فتح النشاط الآن' },
  notFound: {
    title: 'هذه الصفحة غير موجودة',
    text: 'ربما كُتب العنوان خطأً، أو أن الصفحة تخص مقررًا آخر.',
    back: 'الذهاب إلى النشاط',
  },
  problem: {
    pageTitle: 'لا يمكن عرض هذه الصفحة',
    title: 'لم ينجح ذلك',
    unreachable: 'الخادم لا يستجيب. تحقق من اتصالك وحاول مرة أخرى.',
    unexpected: 'حدث أمر غير متوقع في هذه الصفحة. أعد تحميلها من فضلك.',
    requestId: 'رقم الطلب لفريق الدعم: {{requestId}}',
    retry: 'إعادة المحاولة',
  },
  common: {
    cancel: 'إلغاء',
    optional: '(اختياري)',
    loadMore: 'عرض المزيد',
    loadingMore: 'جارٍ التحميل…',
    increase: 'زيادة',
    decrease: 'إنقاص',
    none: '–',
    formErrors_zero: 'لا حقول تحتاج إلى انتباهك.',
    formErrors_one: 'حقل واحد يحتاج إلى انتباهك.',
    formErrors_two: 'حقلان يحتاجان إلى انتباهك.',
    formErrors_few: '{{count}} حقول تحتاج إلى انتباهك.',
    formErrors_many: '{{count}} حقلًا تحتاج إلى انتباهك.',
    formErrors_other: '{{count}} حقل تحتاج إلى انتباهك.',
    timeZone: 'الأوقات بحسب منطقتك الزمنية، {{zone}}.',
  },
  moment: {
    withRelative: '{{absolute}} ({{relative}})',
  },
  autosave: {
    notSavedYet: 'يُحفظ تلقائيًا أثناء الكتابة',
    waiting: 'لم يُحفظ بعد…',
    saving: 'جارٍ الحفظ…',
    savedAt: 'حُفظ {{time}}',
    temporary: 'لم يُحفظ. نصك باقٍ هنا، وتُعاد المحاولة…',
    refused: 'لم يُحفظ: {{reason}}',
    stale: {
      title: 'حُفظ في علامة تبويب أخرى',
      text: 'هذا مفتوح لديك في مكان آخر أيضًا، وحُفظت النسخة الأخرى بعد أن فتحت هذه. أيّهما تريد أن تبقي؟',
      load: 'فتح الأخرى',
      keep: 'إبقاء هذه',
    },
  },
} as const;
