import type { RegistrationTexts } from './en.ts';

export const ar: RegistrationTexts = {
  ask: {
    title: 'هل تُسجّل Roundtable لدى {host}؟',
    text: 'يتبادل Roundtable ومنصة التعلّم هذه العناوين والمفاتيح. سيكون اسمها في Roundtable ‏{name}.',
    asks: 'يطلب Roundtable: أسماء مستخدميه وعناوين بريدهم، وقوائم أعضاء المقررات التي يُستخدم فيها ومجموعاتها، وحقّ كتابة درجات أنشطته.',
    button: 'تسجيل',
  },
  done: {
    title: 'بقيت خطوتان',
    text: 'يعرف Roundtable و{name} أحدهما الآخر الآن. لا يمكن لأحد فتح Roundtable قبل إتمام الخطوتين.',
    activate: 'في Moodle: ضمن «إدارة الأدوات» اضغط «تفعيل» على بطاقة Roundtable.',
    enable: 'في Canvas: راجع إعدادات التطبيق ثم فعّله.',
    check: 'في منصة التعلّم: إن ظهر Roundtable قيد الانتظار أو غير مفعّل ففعّله هناك.',
    approve: 'في Roundtable: يوافق أحد المسؤولين على {name} في {console}.',
    button: 'إغلاق',
    fallback: 'إن بقيت هذه النافذة مفتوحة فأغلقها وأعد تحميل قائمة الأدوات.',
  },
  problemTitle: 'تعذّر تسجيل Roundtable',
  problems: {
    REGISTRATION_PARAMETERS: {
      text: 'تفتح منصة التعلّم هذا العنوان أثناء تسجيل Roundtable، وينقصه جزء.',
      advice: 'انسخ عنوان الدعوة كاملًا إلى نموذج التسجيل الديناميكي في منصة التعلّم.',
    },
    INVITATION_UNKNOWN: {
      text: 'الدعوة في هذا العنوان غير معروفة هنا.',
      advice: 'تحقّق من نسخ العنوان كاملًا، أو اطلب دعوة جديدة من أحد مسؤولي Roundtable.',
    },
    INVITATION_USED: {
      text: 'استُخدمت هذه الدعوة من قبل، وكل دعوة تُستخدم مرة واحدة.',
      advice: 'اطلب دعوة جديدة من أحد مسؤولي Roundtable.',
    },
    INVITATION_EXPIRED: {
      text: 'انتهت مدة هذه الدعوة.',
      advice: 'اطلب دعوة جديدة من أحد مسؤولي Roundtable.',
    },
    INVITATION_REVOKED: {
      text: 'سُحبت هذه الدعوة.',
      advice: 'اطلب دعوة جديدة من أحد مسؤولي Roundtable.',
    },
    CONFIGURATION_ADDRESS_REFUSED: {
      text: 'لا يتصل Roundtable بـ {address}. فهو يتصل بعناوين https على الإنترنت العام فقط.',
      advice: 'يمكن تسجيل منصة داخل شبكة خاصة بملف أو بأمر؛ ويشرح دليل المسؤول الطريقة.',
    },
    CONFIGURATION_UNREACHABLE: {
      text: 'تعذّر على Roundtable الوصول إلى {host}.',
      advice: 'تحقّق من إمكان الوصول إليه من الإنترنت بشهادة صالحة، ثم ابدأ من جديد.',
    },
    CONFIGURATION_UNREADABLE: {
      text: 'ما وصل مكان إعدادات منصة التعلّم لا يمكن استخدامه ({field}).',
      advice: 'تحقّق من تفعيل التسجيل الديناميكي في منصة التعلّم، ثم ابدأ من جديد.',
    },
    CONFIGURATION_ISSUER_FOREIGN: {
      text: 'الإعدادات في {host} تتحدث باسم {issuer}، وهو مضيف آخر.',
      advice: 'إن كان هذا مقصودًا فيمكن تسجيل المنصة بملف أو بأمر؛ ويشرح دليل المسؤول الطريقة.',
    },
    CONFIGURATION_ENDPOINT_FOREIGN: {
      text: 'تطلب الإعدادات إرسال التسجيل إلى مضيف آخر، {host}.',
      advice: 'إن كان هذا مقصودًا فيمكن تسجيل المنصة بملف أو بأمر؛ ويشرح دليل المسؤول الطريقة.',
    },
    REGISTRATION_TOKEN_USED: {
      text: 'تقول منصة التعلّم إن رمز التسجيل استُخدم من قبل.',
      advice: 'ابدأ التسجيل من جديد في منصة التعلّم. ما زالت الدعوة صالحة.',
    },
    REGISTRATION_REFUSED: {
      text: 'رفضت منصة التعلّم: {status} {words}',
      advice: 'عالج ما اعترضت عليه ثم ابدأ من جديد. ما زالت الدعوة صالحة.',
    },
    REGISTRATION_ANSWER_LOST: {
      text: 'لم تصل إجابة {host}. ربما حفظ Roundtable مع ذلك.',
      advice: 'احذف Roundtable من منصة التعلّم إن وُجد فيها، ثم ابدأ من جديد. ما زالت الدعوة صالحة.',
    },
    REGISTRATION_ANSWER_UNREADABLE: {
      text: 'لا تذكر إجابة منصة التعلّم معرّف عميل.',
      advice: 'احذف Roundtable من منصة التعلّم إن وُجد فيها، ثم ابدأ من جديد. ما زالت الدعوة صالحة.',
    },
    REGISTRATION_EXISTS: {
      text: 'توجد منصة مسجّلة للمُصدر {issuer} بمعرّف العميل نفسه. ولم تُغيَّر.',
      advice: 'اطلب من أحد مسؤولي Roundtable النظر في المنصات المسجّلة.',
    },
    TOO_MANY_REQUESTS: {
      text: 'وصلت محاولات كثيرة جدًا من شبكتك.',
      advice: 'انتظر دقيقة ثم ابدأ من جديد.',
    },
    REGISTRATION_FAILED: {
      text: 'حدث خطأ من جانبنا، وقد سُجّل.',
      advice: 'ابدأ من جديد بعد دقيقة.',
    },
  },
};
