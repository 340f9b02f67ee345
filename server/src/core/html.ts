const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, in an attribute's quotes too. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Fills `{name}` places of a text; values stand alone in their direction, so that a name cannot turn a sentence over. */
export const fillText = (text: string, values: Readonly<Record<string, string>>): string =>
  text
    .split(/(\{\w+\})/)
    .map((part) => {
      const value = part.startsWith('{') ? values[part.slice(1, -1)] : undefined;
      return value === undefined ? escapeHtml(part) : `<bdi>${escapeHtml(value)}</bdi>`;
    })
    .join('');
