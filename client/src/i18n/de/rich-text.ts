/** Texts of showing rich text, and of how long it is. */
export const richText = {
  table: 'Tabelle',
  somebody: 'jemand',
  words_one: '{{count}} Wort',
  words_other: '{{count}} Wörter',
  characters: '{{length}} von {{max}} Zeichen',
  tooLong: 'Höchstens {{max}} Zeichen; dies sind {{length}}.',
  formula: {
    wrong: '(diese Formel ist nicht lesbar)',
  },
} as const;
