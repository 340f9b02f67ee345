/** Scripts that are read from right to left, and letters of all others. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
const LEFT_TO_RIGHT = /(?![\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])\p{L}/u;

/** Whether something in a text is read from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/**
 * A name or title, as it stands within a text. Where something in it is read in the other direction than that, it stands
 * alone in its own: its first and last signs would change sides otherwise, and it could turn the sentence over (Unicode
 * Bidirectional Algorithm, 2.4).
 */
export const isolatedIn = (isTextRightToLeft: boolean, value: string): string =>
  (isTextRightToLeft ? LEFT_TO_RIGHT : RIGHT_TO_LEFT).test(value) ? `\u2068${value}\u2069` : value;
