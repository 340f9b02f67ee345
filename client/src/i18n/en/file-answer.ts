/** Texts of questions that are answered with files. */
export const fileAnswer = {
  explain:
    'Whoever answers adds up to {{max}} files of the usual types. Only the teaching staff and they themselves can open them.',
  preview: 'Here one adds up to {{max}} files.',
  results: 'The files are below, under “Who said what”.',
} as const;
