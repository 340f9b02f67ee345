/** Texts of showing rich text, and of how long it is. */
export const richText = {
  table: 'Tabla',
  somebody: 'alguien',
  words_one: '{{count}} palabra',
  words_many: '{{count}} palabras',
  words_other: '{{count}} palabras',
  characters: '{{length}} de {{max}} caracteres',
  tooLong: 'Como máximo {{max}} caracteres; hay {{length}}.',
  formula: {
    wrong: '(esta fórmula no se puede leer)',
  },
} as const;
