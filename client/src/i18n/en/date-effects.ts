/** What other dates do to learners who see an activity. */
export const dateEffects = {
  changed: '{{step}}: {{when}}. Learners whose date changes: {{learners}}.',
  over: '{{step}} at once, since {{when}} is past. Learners whose date changes: {{learners}}.',
  gone: 'This date goes: “{{step}}”. Learners whom it concerned: {{learners}}.',
  milestone: '“{{title}}” ends',
} as const;
