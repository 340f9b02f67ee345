/** Was andere Fristen bei Lernenden bewirken, die eine Aktivität schon sehen. */
export const dateEffects = {
  changed: '{{step}}: {{when}}. Lernende, deren Frist sich ändert: {{learners}}.',
  over: '{{step}} sofort, weil {{when}} vorbei ist. Lernende, deren Frist sich ändert: {{learners}}.',
  gone: 'Diese Frist entfällt: „{{step}}“. Lernende, die sie betraf: {{learners}}.',
  milestone: '„{{title}}“ endet',
} as const;
