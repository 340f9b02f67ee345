/** Qué hacen otras fechas a los estudiantes que ya ven una actividad. */
export const dateEffects = {
  changed: '{{step}}: {{when}}. Estudiantes cuya fecha cambia: {{learners}}.',
  over: '{{step}} enseguida, porque {{when}} ya pasó. Estudiantes cuya fecha cambia: {{learners}}.',
  gone: 'Esta fecha desaparece: «{{step}}». Estudiantes a los que afectaba: {{learners}}.',
  milestone: 'Termina «{{title}}»',
} as const;
