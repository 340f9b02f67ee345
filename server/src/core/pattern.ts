/** A text as a regular expression that matches it alone. */
export const escapedForPattern = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The condition of a query that a field holds a text, in small letters or capitals. */
export const containing = (text: string) => ({ $regex: escapedForPattern(text), $options: 'i' });
