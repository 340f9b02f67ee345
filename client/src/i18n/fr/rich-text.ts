/** Texts of showing rich text, and of how long it is. */
export const richText = {
  table: 'Tableau',
  somebody: 'quelqu’un',
  words_one: '{{count}} mot',
  words_many: '{{count}} mots',
  words_other: '{{count}} mots',
  characters: '{{length}} caractères sur {{max}}',
  tooLong: '{{max}} caractères au maximum ; ce texte en compte {{length}}.',
  formula: {
    wrong: '(cette formule est illisible)',
  },
} as const;
