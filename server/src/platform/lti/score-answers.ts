import type { ScoreAnswer } from './ports.ts';
import type { Quirks } from './quirks/index.ts';

/** A platform's answer to a score, as far as it matters. */
export interface RawAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

const WORDS_MAX = 500;

/** What an answer to a posted score means (AGS 2.0 §3.4.9). Pure; 401 is the caller's to answer with a new token first. */
export function readScoreAnswer(answer: RawAnswer, quirks: Quirks, now: Date): ScoreAnswer {
  const { status, body } = answer;
  const words = wordsOf(body);
  if (status >= 200 && status < 300) {
    // A log-in or maintenance page under 200: whether the score was stored, nobody has said.
    return /^\s*</.test(body) ? { type: 'unknown', words } : { type: 'stored' };
  }
  if (quirks.isNotNewer(status, body)) return { type: 'notNewer' };
  if (quirks.isThrottled(status, body)) {
    return { type: 'busy', status, words, retryAfterSeconds: retryAfterSeconds(answer.retryAfter, now) };
  }
  return { type: 'refused', status, words };
}

/** Retry-After as seconds or as a date (RFC 9110 §10.2.3); null when absent or unreadable. */
export function retryAfterSeconds(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}

/** The LMS's own words in an answer: the message of a JSON body, else its text without tags; one line, at most 500 characters. */
export function wordsOf(body: string): string {
  const plain = (messageOf(body) ?? body)
    .replaceAll(/<(script|style)\b[^>]*>.*?<\/\1>/gis, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return Array.from(plain).slice(0, WORDS_MAX).join('');
}

const MESSAGE_FIELDS = ['reason', 'message', 'error_description', 'detail', 'error', 'errors'];

/** Canvas: `{errors: {message}}` or a list of them, Moodle: `{reason}`, OAuth: `{error_description}`. */
function messageOf(body: string): string | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  return findMessage(json, 3);
}

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
