/** Texts of showing rich text, and of how long it is. */
export const richText = {
  table: 'Table',
  somebody: 'somebody',
  words_one: '{{count}} word',
  words_other: '{{count}} words',
  characters: '{{length}} of {{max}} characters',
  tooLong: 'At most {{max}} characters; this is {{length}}.',
  formula: {
    wrong: '(this formula cannot be read)',
  },
} as const;
