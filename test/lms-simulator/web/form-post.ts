import type { FormPost } from '../oidc.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/** A form that the page's script posts, with a button for browsers without scripts. */
export function selfPostingForm({ action, fields }: FormPost, target = '_self'): Html {
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form method="post" action="${action}" target="${target}" data-self-posting>
    ${inputs}<noscript><button>Continue</button></noscript>
  </form>`;
}

/** The authorization endpoint's answer: a page that does nothing but post the form. */
export const formPostPage = (post: FormPost): string =>
  `<!doctype html>${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Opening…</title>
      </head>
      <body>
        ${selfPostingForm(post)}
        <script>
          document.querySelector('form').submit();
        </script>
      </body>
    </html>`.text
  }`;
