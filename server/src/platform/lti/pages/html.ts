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

/** Data for a page's script, as a block that no browser runs. */
export const dataBlock = (id: string, data: unknown): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

/** A form that posts hidden fields. */
export function postForm(
  action: string,
  fields: Readonly<Record<string, string>>,
  inner: string,
  attributes = '',
): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="${escapeHtml(action)}"${attributes}>${hidden.join('')}${inner}</form>`;
}
