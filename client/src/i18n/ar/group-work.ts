import { contributions } from './contributions.ts';
import { groupWorkFactors } from './group-work-factors.ts';
import { groupEffects } from './group-effects.ts';
import { groupMove } from './group-move.ts';
import { groupNudge } from './group-nudge.ts';
import { groupRoom } from './group-room.ts';
import { groupStandings } from './group-standings.ts';
import { groupWorkSetUp } from './group-work-set-up.ts';
import { retrospective } from './retrospective.ts';
import { teamDynamics } from './team-dynamics.ts';
import { groupFiles } from './group-files.ts';
import { outsidePlaces } from './outside-places.ts';
import { materials } from './materials.ts';
import { planning } from './planning.ts';
import { plenaryTexts } from './plenary.ts';
import { presentations } from './presentations.ts';
import { teamCharter } from './team-charter.ts';
import { teamRoles } from './team-roles.ts';
import { workspace } from './workspace.ts';

export const groupWork = {
  groupWork: {
    brief: 'المشروع',
    milestones: 'المراحل',
    observedGroup: 'المجموعة: {{name}}',
    ownGroup: 'مجموعتك: {{name}}',
    room: {
      label: 'العمل معًا في {{name}}',
      talk: 'مناقشة',
    },
    members: 'الأعضاء: {{names}}',
    you: 'أنت',
    somebody: 'أحدهم',
    unnamed: 'مجموعة',
    points: 'النقاط: {{points}}',
    nothingYet: 'لم يُسلَّم شيء بعد.',
    lateRule: 'يُقبل العمل المتأخر حتى {{when}}؛ وكل يوم يبدأ يخصم {{percent}}.',
    how: {
      any: 'ما يسلّمه أحدكم يُحسب للمجموعة كلها.',
      all: 'يؤكد كل عضو في المجموعة ما يُسلَّم. وعند الموعد يُحسب حتى لو غاب أحد.',
    },
    observedCopy: 'قراءة ما سُلّم: {{title}}',
    noGroup: {
      title: 'لست في أي مجموعة بعد',
      text: 'حين تكون في مجموعة تظهر مراحلها هنا. اسأل مدرّسك إن كنت لا تعرف مجموعتك.',
    },
    state: {
      open: 'مفتوح',
      late: 'متأخر',
      missed: 'فات موعده',
      toConfirm: 'بانتظار التأكيد',
      handedIn: 'سُلِّم',
    },
    when: {
      due: 'الموعد {{when}}',
      late: 'كان الموعد {{due}}؛ يُقبل حتى {{closes}}',
      missed: 'أُغلق {{when}}',
      handedIn: 'سُلِّم {{when}}.',
      daysLate_zero: 'دون تأخير.',
      daysLate_one: 'متأخر يومًا واحدًا.',
      daysLate_two: 'متأخر يومين.',
      daysLate_few: 'متأخر {{count}} أيام.',
      daysLate_many: 'متأخر {{count}} يومًا.',
      daysLate_other: 'متأخر {{count}} يوم.',
      unconfirmed_zero: 'لا ينقص أي تأكيد.',
      unconfirmed_one: 'ينقص تأكيد واحد.',
      unconfirmed_two: 'ينقص تأكيدان.',
      unconfirmed_few: 'تنقص {{count}} تأكيدات.',
      unconfirmed_many: 'ينقص {{count}} تأكيدًا.',
      unconfirmed_other: 'ينقص {{count}} تأكيد.',
    },
    missed: {
      title: 'لا يمكن تسليم شيء بعد الآن',
      text: 'انقضى الموعد. يستطيع مدرّسك منح مجموعتك وقتًا أطول.',
    },
    overview: {
      title: 'كل المجموعات',
      group: 'المجموعة',
      none: 'لا توجد مجموعات بعد',
      toGroups: 'إنشاء مجموعات',
      inNoGroup_zero: 'لا أحد بلا مجموعة',
      inNoGroup_one: 'متعلّم واحد ليس في أي مجموعة',
      inNoGroup_two: 'متعلّمان ليسا في أي مجموعة',
      inNoGroup_few: '{{count}} متعلّمين ليسوا في أي مجموعة',
      inNoGroup_many: '{{count}} متعلّمًا ليسوا في أي مجموعة',
      inNoGroup_other: '{{count}} متعلّم ليسوا في أي مجموعة',
    },
    copy: {
      pages: 'الصفحات',
      title: 'ما سُلِّم',
      by: 'النسخة {{n}}، سلّمها {{name}}، {{when}}. تبقى كما كانت.',
    },
    confirm: {
      title: 'التأكيدات',
      ask: 'تطلب مجموعتك تأكيدك. اقرأ النسخة أعلاه أولًا.',
      at: 'أُكِّد {{when}}',
      objection: 'يرى خطأً: {{text}}',
      waiting: 'لم يؤكَّد بعد',
      missing: 'لم يؤكَّد',
      button: 'تأكيد',
      wrong: 'هناك خطأ',
      what: 'ما الخطأ؟',
      whatHint: 'تقرأ مجموعتك هذا مع اسمك.',
      say: 'إبلاغ المجموعة',
      done: 'تم التأكيد.',
      said: 'أُبلغت مجموعتك.',
    },
    withdraw: {
      button: 'سحب',
      title: 'سحب العمل؟',
      text: 'عندها لا يكون شيء مسلَّمًا حتى يسلّم أحد من مجموعتك من جديد. يُبلَّغ كل من في المجموعة. ويبقى النص أدناه.',
      done: 'سُحب العمل.',
    },
    left: {
      time: 'من {{from}} حتى {{until}}',
      observed: 'مجموعة سابقة: {{name}}',
      heading: 'مجموعات غادرتها',
      link: '{{title}} ({{name}})',
      title: 'لقد غادرت هذه المجموعة',
      text: 'يمكنك قراءة ما سُلّم حين كنت فيها، كما كان آنذاك.',
    },
    earlier: {
      title: 'النسخ السابقة',
      replaced: 'النسخة {{n}}: {{when}}، {{name}}',
      withdrawn: 'النسخة {{n}}: {{when}}، {{name}} (سُحبت)',
    },
    sections: {
      missing_zero: 'لا ينقص أي جزء ({{count}})',
      missing_one: 'ينقص جزء واحد ({{count}})',
      missing_two: 'ينقص جزءان ({{count}})',
      missing_few: 'تنقص {{count}} أجزاء',
      missing_many: 'ينقص {{count}} جزءًا',
      missing_other: 'ينقص {{count}} جزء',
      isMissing: 'ناقص',
      mayHandIn: 'يمكنكم التسليم مع ذلك. يرى مدرّسوكم ما ينقص.',
    },
    write: {
      title: 'ما تكتبونه معًا',
      text: 'نص المجموعة',
      hint: 'يستطيع كل من في مجموعتك قراءة هذا وتغييره.',
      pages: 'صفحات تُسلَّم معه',
      pagesHint: 'تُسلَّم كل صفحة بالنص الذي فيها في تلك اللحظة. ما تكتبه عليها بعد ذلك ليس في النسخة.',
      files: 'الملفات',
      snapshot:
        'يُنجَز هذا على لوحة مجموعتك. أضف هنا ملف PDF أو صورة لها (PNG أو JPEG): فالرابط وحده ليس دليلًا لأن اللوحة تتغيّر.',
      afterHandIn: 'ما تغيّره هنا لا يُحسب إلا إذا سُلِّم من جديد.',
      behind: 'حفظ {{name}} نسخة أحدث.',
      load: 'عرضها',
      uploading: 'انتظر حتى تصل كل الملفات.',
      empty: 'اكتب شيئًا أو أضف ملفًا أولًا.',
      handIn: 'تسليم باسم المجموعة',
      handInAgain: 'التسليم من جديد',
      done: 'سُلِّم. لدى كل من في مجموعتك إيصال.',
      doneToConfirm: 'يُطلب الآن من الآخرين تأكيده.',
      stale: {
        title: 'حفظ {{name}} في هذه الأثناء',
        text: 'نصك لا يزال هنا ولم يُحفظ. خذ ما حُفظ، أو احفظ نصك فوقه.',
      },
    },
    grades: {
      title: 'الدرجات',
      released: 'يرى المتعلّمون درجاتهم، وهي في دفتر درجات المقرر أو في طريقها إليه.',
      notReleased: 'لا يرى المتعلّمون أي درجة بعد. افتح ما سلّمته مجموعة لتعطيها نقاطًا.',
      release: 'نشر الدرجات',
      again: 'حساب الدرجات من جديد',
      withdraw: 'سحب الدرجات',
      releasing: 'يجري نشر الدرجات…',
      withdrawing: 'يجري سحب الدرجات…',
      ask: {
        release:
          'يرى كل متعلّم درجته، المؤلفة من المراحل التي قُيّمت أو فات موعدها حتى الآن، وتُرسل إلى دفتر درجات المقرر. وهي تتبع ما تغيّره لاحقًا.',
        withdraw: 'لا يرى المتعلّمون أي درجة بعد ذلك، ويُطلب من دفتر درجات المقرر مسحها.',
      },
    },
    result: {
      title: 'درجتك',
      none: 'لا توجد درجة لك بعد.',
      more: 'لك {{points}} زيادة: {{reason}}',
      less: 'لك {{points}} أقل: {{reason}}',
      excused: 'لا تُحتسب هذه المرحلة لمجموعتك.',
    },
    mark: {
      title: 'درجة المجموعة',
      given: 'أُعطيت: {{points}} من {{maximum}} للنسخة {{n}}، من {{name}}، {{when}}.',
      points: 'النقاط، حتى {{maximum}}',
      comment: 'تعليق للمجموعة',
      commentHint: 'يقرؤه كل من في المجموعة بعد نشر الدرجات.',
      hidden:
        'أسماء المجموعات والأعضاء والملفات مخفية، وقد تكشفها النصوص مع ذلك. ما يناله أعضاء بعينهم زيادةً أو نقصانًا يبقى كما هو.',
      absent: 'غابوا عن العرض ({{when}}): {{names}}.',
      wasAbsent: 'غياب عن العرض',
      excused: 'إعفاء: لا تُحتسب هذه المرحلة لهذه المجموعة إلى أن يقيّمها أحد.',
      milestone: 'المرحلة',
      adjustments: 'أعضاء بعينهم',
      adjustmentsText: 'نقاط أكثر أو أقل من المجموعة. لا يقرأ الفرق وسببه إلا العضو نفسه.',
      difference: 'الفرق لـ {{name}}',
      reason: 'السبب لـ {{name}}',
      needsReason: 'قل السبب: العضو يقرؤه.',
      save: 'حفظ الدرجة',
      done: 'حُفظت الدرجة.',
    },
    factors: groupWorkFactors,
    setUp: groupWorkSetUp,
  },
  groupFiles,
  outsidePlaces,
  contributions,
  groupEffects,
  groupMove,
  groupNudge,
  groupStandings,
  materials,
  presentations,
  retrospective,
  teamDynamics,
  teamCharter,
  teamRoles,
  workspace,
  ...groupRoom,
  ...planning,
  ...plenaryTexts,
} as const;
