import { LINK_MAX } from '../../../../../server/src/contracts/limits.ts';
import { LINK_PATTERN } from '../../../../../server/src/contracts/plain-text.ts';

/** What one types, as an address: `example.org` means a page, `a@example.org` mail. */
export function hrefOf(typed: string): string | null {
  const text = typed.trim();
  const isMail = /^[^\s@:/]+@[^\s@/]+$/.test(text);
  const href = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : isMail ? `mailto:${text}` : `https://${text}`;
  return href.length <= LINK_MAX && LINK_PATTERN.test(href) ? href : null;
}
