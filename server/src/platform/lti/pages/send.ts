import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { directionOf } from './locale.ts';
import { escapeHtml } from '../../../core/html.ts';
import type { Page } from './pages.ts';
import { STYLE } from './style.ts';

/** Which pages may show this one in a frame. */
export type Framing =
  /** The platform of a verified launch: its origins. */
  | { readonly type: 'origins'; readonly origins: readonly string[] }
  /** Before a launch is verified the LMS's own host may be unknown (Canvas: one issuer, a host for each school). Such pages hold nothing that can be pressed. */
  | { readonly type: 'inert'; readonly origins: readonly string[] }
  /** A page in a tab of its own. */
  | { readonly type: 'never' };

function frameAncestors(framing: Framing): string {
  if (framing.type === 'never') return "'none'";
  const origins = framing.type === 'inert' ? ['https:', ...framing.origins] : framing.origins;
  return origins.length > 0 ? origins.join(' ') : "'none'";
}

/** Sends a launch page under a policy that lets nothing run, load, or be framed but what the page itself brings. */
export function sendPage(
  response: ServerResponse,
  page: Page,
  framing: Framing,
  cookies: readonly string[] = [],
): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(page.script === null ? [] : [`script-src 'nonce-${nonce}'`, "connect-src 'self'"]),
    page.body.includes('<form') ? "form-action 'self'" : "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors(framing)}`,
  ];
  secure(response, cookies);
  response.setHeader('Content-Security-Policy', policy.join('; '));
  // A page of its own posts back to us: without a referrer its Origin would be "null" and prove nothing.
  response.setHeader('Referrer-Policy', framing.type === 'never' ? 'same-origin' : 'no-referrer');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.statusCode = page.status;
  response.end(documentOf(page, nonce));
}

function documentOf({ locale, title, body, script }: Page, nonce: string): string {
  const scriptElement = script === null ? '' : `<script nonce="${nonce}">${script}</script>`;
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Roundtable</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main>${body}</main>${scriptElement}</body>
</html>
`;
}

/** Sends the browser on. */
export function sendRedirect(
  response: ServerResponse,
  status: 302 | 303,
  location: string,
  cookies: readonly string[],
): void {
  secure(response, cookies);
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Location', location);
  response.statusCode = status;
  response.end();
}

/** Answers a script of ours. */
export function sendJson(response: ServerResponse, answer: object, cookies: readonly string[]): void {
  secure(response, cookies);
  response.setHeader('Content-Type', 'application/json');
  response.statusCode = 200;
  response.end(JSON.stringify(answer));
}

function secure(response: ServerResponse, cookies: readonly string[]): void {
  // It would cut the tie to the opener, which platform storage needs in a new window; framing is judged by the policy.
  response.removeHeader('Cross-Origin-Opener-Policy');
  response.removeHeader('X-Frame-Options');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
}
