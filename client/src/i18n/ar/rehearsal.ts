/** What staff read while they rehearse an activity. */
export const rehearsal = {
  title: 'تجربة هذا النشاط',
  text: {
    peerReview:
      'مُرَّ بكل مرحلة بنفسك، بصفتك أحد ستة متعلّمين مختلَقين أو بصفتك أنت: سلِّم، وابدأ المراجعات، وراجِع، وانشر، وشاهد ما يراه المتعلّمون.',
    discussion:
      'مُرَّ بالنقاش بنفسك، بصفتك أحد ستة متعلّمين مختلَقين أو بصفتك أنت: ابدأ موضوعًا، ورُدَّ، وقيِّم، وانشر، وشاهد ما يراه المتعلّمون. حيث تتناقش المجموعات كلٌّ على حدة، يتناقش الستة هنا معًا.',
    groupWork:
      'مُرَّ بالمشروع بنفسك، بصفتك أحد ستة متعلّمين مختلَقين في مجموعتين من ثلاثة، أو بصفتك أنت: اكتب، وسلِّم، وأكِّد، وشاهد ما يراه المتعلّمون.',
  },
  safe: 'لا يصل شيء من ذلك إلى المتعلّمين ولا إلى دفتر الدرجات ولا إلى أي أرقام. ضغطة واحدة تمحوه.',
  begin: 'بدء التجربة',
  beginning: 'جارٍ التحضير…',
  running: 'أنت في تجربة',
  controls: 'التجربة',
  back: 'العودة إلى النشاط',
  asWhom: 'العرض بصفة',
  oneself: 'أنت',
  learner: 'المتعلّم {{n}}',
  link: 'تجربة',
  end: 'إنهاء ومحو',
  ended: 'انتهت التجربة وحُذف كل ما فيها.',
  fill: {
    peerReview: {
      handIn: 'تسليم أعمال الجميع',
      review: 'كتابة كل المراجعات',
    },
    discussion: {
      handIn: 'بدء موضوع لكل من تبقّى',
      review: 'كتابة ردود الجميع',
    },
    groupWork: {
      handIn: 'تسليم المجموعات أو تأكيدها',
    },
  },
  sample: {
    peerReview: {
      handIn: 'هذا عمل نموذجي سلّمه متعلّم مختلَق.',
      review: 'مراجعة نموذجية من متعلّم مختلَق: الفكرة واضحة، وسيفيد مثال.',
    },
    discussion: {
      handIn: 'رأي متعلّم مختلَق في ذلك، على سبيل المثال.',
      review: 'رد نموذجي من متعلّم مختلَق: أرى الأمر بطريقة أخرى، وهذا هو السبب.',
    },
    groupWork: {
      handIn: 'نص نموذجي كتبه متعلّم مختلَق للمجموعة.',
    },
  },
  filled: {
    peerReview: {
      handIn_zero: 'لم يُسلَّم أي عمل.',
      handIn_one: 'سُلِّم عمل واحد.',
      handIn_two: 'سُلِّم عملان.',
      handIn_few: 'سُلِّمت {{count}} أعمال.',
      handIn_many: 'سُلِّم {{count}} عملًا.',
      handIn_other: 'سُلِّم {{count}} عمل.',
      review_zero: 'لم تُكتب أي مراجعة.',
      review_one: 'كُتبت مراجعة واحدة.',
      review_two: 'كُتبت مراجعتان.',
      review_few: 'كُتبت {{count}} مراجعات.',
      review_many: 'كُتبت {{count}} مراجعة.',
      review_other: 'كُتبت {{count}} مراجعة.',
    },
    discussion: {
      handIn_zero: 'لم يبدأ أي موضوع.',
      handIn_one: 'بدأ موضوع واحد.',
      handIn_two: 'بدأ موضوعان.',
      handIn_few: 'بدأت {{count}} مواضيع.',
      handIn_many: 'بدأ {{count}} موضوعًا.',
      handIn_other: 'بدأ {{count}} موضوع.',
      review_zero: 'لم يُكتب أي رد.',
      review_one: 'كُتب رد واحد.',
      review_two: 'كُتب ردّان.',
      review_few: 'كُتبت {{count}} ردود.',
      review_many: 'كُتب {{count}} ردًا.',
      review_other: 'كُتب {{count}} رد.',
    },
    groupWork: {
      handIn_zero: 'لم تُتَّخذ أي خطوة.',
      handIn_one: 'اتُّخذت خطوة واحدة.',
      handIn_two: 'اتُّخذت خطوتان.',
      handIn_few: 'اتُّخذت {{count}} خطوات.',
      handIn_many: 'اتُّخذت {{count}} خطوة.',
      handIn_other: 'اتُّخذت {{count}} خطوة.',
    },
  },
} as const;
