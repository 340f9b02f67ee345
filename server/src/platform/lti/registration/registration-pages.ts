import { escapeHtml, fillText } from '../../../core/html.ts';
import { dataBlock, postForm } from '../pages/html.ts';
import type { Page } from '../pages/pages.ts';
import { type PageLocale, TEXTS } from '../pages/texts/index.ts';
import { REGISTRATION_TEXTS } from '../pages/texts/registration/index.ts';
import type { RegisteredPlatform } from './register-platform.ts';
import { REGISTRATION_STATUS, type RegistrationRefusal } from './registration-codes.ts';

/** Asks before anything happens: a link that is only looked at must use nothing up. */
export function askPage(
  locale: PageLocale,
  who: { host: string; name: string },
  action: string,
  fields: Readonly<Record<string, string>>,
): Page {
  const { title, text, asks, button } = REGISTRATION_TEXTS[locale].ask;
  const submit = `<button type="submit">${escapeHtml(button)}</button>`;
  const body = `<h1>${fillText(title, who)}</h1><p>${fillText(text, who)}</p><p>${escapeHtml(asks)}</p>
${postForm(action, fields, submit)}`;
  return { status: 200, locale, title: fill(title, who), body, script: null };
}

/** Says what remains to be done, and closes by the message that the platform waits for. */
export function donePage(locale: PageLocale, platform: RegisteredPlatform, consoleUrl: string): Page {
  const texts = REGISTRATION_TEXTS[locale].done;
  const values = { name: platform.name, console: consoleUrl };
  const body = `<h1>${escapeHtml(texts.title)}</h1><p>${fillText(texts.text, values)}</p>
<ol><li>${escapeHtml(texts[platform.nextStep])}</li><li>${fillText(texts.approve, values)}</li></ol>
<p><button type="button" id="close" hidden>${escapeHtml(texts.button)}</button></p>
<p>${escapeHtml(texts.fallback)}</p>${dataBlock('data', { subject: 'org.imsglobal.lti.close' })}`;
  return { status: 200, locale, title: texts.title, body, script: CLOSE_SCRIPT };
}

/** The platform's page is the opener or the parent; whose origin it has does not matter, since the message says nothing. */
const CLOSE_SCRIPT = `
const message = JSON.parse(document.getElementById('data').textContent);
const platform = window.opener ?? (window.parent === window ? null : window.parent);
const button = document.getElementById('close');
button.hidden = platform === null;
button.addEventListener('click', () => platform.postMessage(message, '*'));
`;

/** Says what went wrong, what to do, and what to tell an administrator. */
export function registrationProblemPage(
  locale: PageLocale,
  { code, values }: RegistrationRefusal,
  requestId: string,
): Page {
  const { problemTitle: title, problems } = REGISTRATION_TEXTS[locale];
  const { text, advice } = problems[code];
  const { errorCode, requestId: label } = TEXTS[locale];
  const detail = values.reason === undefined ? code : `${code} (${values.reason})`;
  const body = `<h1>${escapeHtml(title)}</h1><p>${fillText(text, values)}</p><p>${escapeHtml(advice)}</p>
<dl><dt>${escapeHtml(errorCode)}</dt><dd><code>${escapeHtml(detail)}</code></dd>
<dt>${escapeHtml(label)}</dt><dd><code>${escapeHtml(requestId)}</code></dd></dl>`;
  return { status: REGISTRATION_STATUS[code], locale, title, body, script: null };
}

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
