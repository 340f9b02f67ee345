/** A text as a regular expression that matches it alone. */
export const escapedForPattern = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
