import type { Busy, Refused, ScoreAnswer, Unknown } from './ports.ts';
import type { Quirks } from './quirks/index.ts';

/** A platform's answer to a service request, as far as it matters. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const WORDS_MAX = 500;

/** What an answer to a posted score means (AGS 2.0 §3.4.9). Pure; 401 is the caller's to answer with a new token first. */
export function readScoreAnswer(answer: RawAnswer, quirks: Quirks, now: Date): ScoreAnswer {
  const room = quirks.room(answer.headers);
  return { ...meaningOf(answer, quirks, now), ...(room !== null && { room }) };
}

function meaningOf(answer: RawAnswer, quirks: Quirks, now: Date): ScoreAnswer {
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    // A log-in or maintenance page under 200, or half an answer: whether the score was stored, nobody has said.
    return body.trim() === '' || parseJson(body) !== undefined
      ? { type: 'stored' }
      : { type: 'unknown', words: wordsOf(body) };
  }
  if (quirks.isNotNewer(status, body)) return { type: 'notNewer' };
  return readFailure(answer, quirks, now);
}

/** What any service's answer outside 2xx means. */
export function readFailure(answer: RawAnswer, quirks: Quirks, now: Date): Refused | Busy | Unknown {
  const { status, headers, body } = answer;
  const words = wordsOf(body);
  const throttled = quirks.isThrottled(status, body);
  if (throttled || status === 408 || status === 425 || status >= 500) {
    const retryAfterSeconds = readRetryAfter(headers.get('retry-after'), now);
    // 503 with a time is how servers without 429 ask for less.
    const forLoad = throttled || (status === 503 && retryAfterSeconds !== null);
    return { type: 'busy', status, words, retryAfterSeconds, throttled: forLoad };
  }
  return { type: 'refused', cause: quirks.refusalCause(status, body), status, words };
}

/** @returns undefined when the text is no JSON. Never judged by its media type: Moodle labels JSON text/html. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Retry-After as seconds or as a date (RFC 9110 §10.2.3); null when absent or unreadable. */
export function readRetryAfter(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}

/** The LMS's own words in an answer: the message of a JSON body, else its text without tags; one line, at most 500 characters. */
export function wordsOf(body: string): string {
  const plain = (findMessage(parseJson(body), 3) ?? body)
    .replaceAll(/<(script|style)\b[^>]*>.*?<\/\1>/gis, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return Array.from(plain).slice(0, WORDS_MAX).join('');
}

/** Canvas: `{errors: {message}}` or a list of them, Moodle: `{reason}`, OAuth: `{error_description}`. */
const MESSAGE_FIELDS = ['reason', 'message', 'error_description', 'detail', 'title', 'error', 'errors'];

function findMessage(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth === 0) return null;
  const inner = Array.isArray(value)
    ? value
    : MESSAGE_FIELDS.map((field) => (value as Record<string, unknown>)[field]);
  for (const one of inner) {
    const message = findMessage(one, depth - 1);
    if (message !== null && message !== '') return message;
  }
  return null;
}
