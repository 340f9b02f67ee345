import { escapeHtml } from '../../../core/html.ts';

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
