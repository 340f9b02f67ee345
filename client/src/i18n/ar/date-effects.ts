/** ما تفعله مواعيد أخرى بالمتعلمين الذين يرون نشاطًا. */
export const dateEffects = {
  changed: '{{step}}: {{when}}. عدد المتعلمين الذين يتغير موعدهم: {{learners}}.',
  over: '{{step}} فورًا لأن {{when}} قد مضى. عدد المتعلمين الذين يتغير موعدهم: {{learners}}.',
  gone: 'يُلغى هذا الموعد: «{{step}}». عدد المتعلمين الذين كان يخصهم: {{learners}}.',
  milestone: 'نهاية «{{title}}»',
} as const;
