import { LAUNCH_CODES, type LaunchCode } from '../launch-codes.ts';
import { escapeHtml, fillText } from '../../../core/html.ts';
import { dataBlock, postForm } from './html.ts';
import { CONFIRM_SCRIPT, GET_SCRIPT, PUT_SCRIPT } from './scripts.ts';
import { type PageLocale, TEXTS } from './texts/index.ts';

/** A page before it gets its nonce and headers. */
export interface Page {
  readonly status: number;
  readonly locale: PageLocale;
  readonly title: string;
  /** What stands in `main`. */
  readonly body: string;
  readonly script: string | null;
}

/** Where a page's platform keeps things for us: a frame beside ours, and the origin it must have. */
export interface PlatformStorage {
  readonly target: string;
  readonly origin: string;
  /** Names this launch's secret; also the message's id. */
  readonly key: string;
}

/**
 * Says what went wrong, what to do, and what to tell an administrator.
 *
 * @param returnUrl the course's page for people who come back, from a verified token; null when there is none.
 */
export function problemPage(
  locale: PageLocale,
  code: LaunchCode,
  requestId: string,
  values: Readonly<Record<string, string>>,
  returnUrl: string | null,
): Page {
  const texts = TEXTS[locale];
  const { status, text: key } = LAUNCH_CODES[code];
  const { title, text, advice } = texts.problems[key];
  const back =
    returnUrl === null
      ? ''
      : `<p><a class="button" href="${escapeHtml(withProblem(returnUrl, title, `${code} ${requestId}`))}">${escapeHtml(texts.backToCourse)}</a></p>`;
  const body = `<h1>${escapeHtml(title)}</h1><p>${fillText(text, values)}</p><p>${escapeHtml(advice)}</p>${back}
${traceOf(locale, code, requestId)}`;
  return { status, locale, title, body, script: null };
}

/** LTI 1.3 §5.4.4 (launch presentation): what the LMS may show to the person, and keep for its administrator. */
function withProblem(returnUrl: string, message: string, log: string): string {
  const url = new URL(returnUrl);
  url.searchParams.set('lti_errormsg', message);
  url.searchParams.set('lti_errorlog', log);
  return url.href;
}

function traceOf(locale: PageLocale, code: LaunchCode, requestId: string): string {
  const { errorCode, requestId: label } = TEXTS[locale];
  return `<dl><dt>${escapeHtml(errorCode)}</dt><dd><code>${code}</code></dd>
<dt>${escapeHtml(label)}</dt><dd><code>${escapeHtml(requestId)}</code></dd></dl>`;
}

/** Puts the login's secret into the platform's storage and goes on to the platform. */
export function loginPage(
  locale: PageLocale,
  storage: PlatformStorage,
  secret: string,
  authorizationUrl: string,
): Page {
  const { title, text, button } = TEXTS[locale].opening;
  const message = { subject: 'lti.put_data', key: storage.key, value: secret, message_id: storage.key };
  const data = { message, target: storage.target, origin: storage.origin, next: authorizationUrl };
  const body = `<h1>${escapeHtml(title)}</h1><p role="status">${escapeHtml(text)}</p>
<noscript><a class="button" href="${escapeHtml(authorizationUrl)}">${escapeHtml(button)}</a></noscript>
${dataBlock('data', data)}`;
  return { status: 200, locale, title, body, script: PUT_SCRIPT };
}

/** What a page needs to carry a waiting launch on. */
export interface Carried {
  readonly state: string;
  readonly ticket: string;
  readonly continueUrl: string;
  readonly proofUrl: string;
}

/** One button that opens a tab of its own, where cookies work. */
export function newTabPage(locale: PageLocale, carried: Carried, requestId: string): Page {
  const { title } = TEXTS[locale].newTab;
  return { status: 200, locale, title, body: newTab(locale, carried, requestId), script: null };
}

function newTab(locale: PageLocale, carried: Carried, requestId: string): string {
  const { title, text, button } = TEXTS[locale].newTab;
  const { state, ticket, continueUrl } = carried;
  const submit = `<button type="submit">${escapeHtml(button)}</button>`;
  return `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>
${postForm(continueUrl, { state, ticket }, submit, ' target="_blank"')}
${traceOf(locale, 'BROWSER_UNCONFIRMED', requestId)}`;
}

/** Asks the platform's storage for the login's secret; without an answer it becomes the new-tab page. */
export function storagePage(
  locale: PageLocale,
  storage: PlatformStorage,
  carried: Carried,
  requestId: string,
): Page {
  const { title, text } = TEXTS[locale].opening;
  const message = { subject: 'lti.get_data', key: storage.key, message_id: storage.key };
  const data = { message, target: storage.target, origin: storage.origin };
  const proof = postForm(carried.proofUrl, { state: carried.state, secret: '' }, '', ' id="proof"');
  const body = `<div id="opening" hidden><h1>${escapeHtml(title)}</h1><p role="status">${escapeHtml(text)}</p></div>
<div id="fallback">${newTab(locale, carried, requestId)}</div>${proof}${dataBlock('data', data)}`;
  return { status: 200, locale, title, body, script: GET_SCRIPT };
}

/** Asks whether the launch is the person's own, before anything happens. */
export function confirmPage(
  locale: PageLocale,
  who: { name: string | null; course: string | null },
  fields: Readonly<Record<string, string>>,
  confirmUrl: string,
): Page {
  const texts = TEXTS[locale].confirm;
  const course = who.course ?? texts.unnamedCourse;
  const question =
    who.name === null
      ? fillText(texts.nameless, { course })
      : fillText(texts.asPerson, { name: who.name, course });
  const submit = `<button type="submit">${escapeHtml(texts.button)}</button>`;
  const body = `<h1>${escapeHtml(texts.title)}</h1><p>${question}</p>
${postForm(confirmUrl, fields, submit)}<p></p><p>${escapeHtml(texts.otherwise)}</p>`;
  return { status: 200, locale, title: texts.title, body, script: CONFIRM_SCRIPT };
}
