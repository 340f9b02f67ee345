/** What is handed in, for those who set a peer review up. */
export const handInSetUp = {
  legend: 'ما الذي يُسلَّم',
  work: 'عمل',
  workHint: 'نص أو ملفات أو روابط، بحسب اختيارك أدناه.',
  presentation: 'لا شيء: العروض مباشرة',
  presentationHint: 'يخبر المتعلّمون أنهم مشاركون، ثم يراجع المشاركون بعضهم بعضًا. ويرى المراجعون صاحب العرض.',
  parts: {
    text: 'النص',
    files: 'الملفات',
    links: 'الروابط',
  },
  taken: {
    off: 'لا يُقبل',
    allowed: 'يمكن تسليمه',
    required: 'يجب تسليمه',
  },
  groups: 'أنواع الملفات',
  group: {
    documents: 'مستندات (PDF وWord وما شابه)',
    images: 'صور',
    audio: 'صوت',
    video: 'فيديو',
    texts: 'نصوص مجردة وشيفرة',
    archives: 'ملفات ZIP مضغوطة',
  },
  megabytes: 'أقصى حجم للملف (ميغابايت)',
  filesMax: 'أقصى عدد للملفات في العمل',
} as const;
