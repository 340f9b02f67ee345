/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = /^ar\b/;

export const isRightToLeft = (locale: string): boolean => RIGHT_TO_LEFT.test(locale);

/**
 * A name or title, as it stands within a text of this locale. Where that is written from right to left, what is not
 * keeps its own direction: its first and last signs would change sides otherwise (Unicode Bidirectional Algorithm, 2.4).
 */
export const isolated = (value: string, locale: string): string =>
  isRightToLeft(locale) && /\p{L}/u.test(value) && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(value)
    ? `\u2068${value}\u2069`
    : value;
