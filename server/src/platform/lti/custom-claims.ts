import type { LmsDates } from './ports.ts';

/** What came of a custom parameter that is a list of ids. More than this many generations of copies is a mistake. */
const HISTORY_MAX = 20;
const ID_MAX = 255;

/** Sections of one person that are believed, and how long a name may be. */
const SECTIONS_MAX = 50;
const SECTION_NAME_MAX = 200;

type Custom = Readonly<Record<string, string>>;

const isUnexpanded = (text: string): boolean => /^\$[A-Z][\w.]*$/i.test(text);

/** An LMS sends a variable that it does not know as its literal name (`$ResourceLink.submission.endDateTime`). */
export function expandedOnly(custom: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(custom).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !isUnexpanded(entry[1]),
  );
  return Object.fromEntries(entries);
}

/** LTI 1.3 appendix B, `Context.id.history` and `ResourceLink.id.history`: ids with commas between, the newest first. */
export function historyOf(custom: Custom, name: 'context_history' | 'link_history'): string[] {
  const ids = (custom[name] ?? '').split(',').map((id) => id.trim());
  return [...new Set(ids.filter((id) => id !== '' && id.length <= ID_MAX))].slice(0, HISTORY_MAX);
}

/**
 * Names of sections, each once, in an order of their own: the same names read the same. They come as a list in JSON, as
 * such a list by itself, or with commas between. @returns null for what is none of these, such as an unexpanded variable
 */
export function sectionNamesOf(sent: unknown): string[] | null {
  const names = namesIn(sent);
  if (names === null) return null;
  const usable = names
    .filter((name) => typeof name === 'string')
    .map((name) => Array.from(name.trim()).slice(0, SECTION_NAME_MAX).join(''))
    .filter((name) => name !== '' && !isUnexpanded(name));
  return [...new Set(usable)].sort().slice(0, SECTIONS_MAX);
}

function namesIn(sent: unknown): unknown[] | null {
  if (Array.isArray(sent)) return sent as unknown[];
  if (typeof sent !== 'string' || isUnexpanded(sent.trim())) return null;
  if (!sent.trim().startsWith('[')) return sent.split(',');
  try {
    const list: unknown = JSON.parse(sent);
    return Array.isArray(list) ? (list as unknown[]) : null;
  } catch {
    // Something else that begins so: nothing in it can be told from a name.
    return null;
  }
}

/** The dates of the link itself; null where the LMS knows none, which it does not tell apart from saying none. */
export function linkDatesOf(custom: Custom): LmsDates | null {
  const dates = {
    availableFrom: dateOf(custom.available_from),
    availableUntil: dateOf(custom.available_until),
    submissionFrom: dateOf(custom.submission_from),
    submissionUntil: dateOf(custom.submission_until),
  };
  return Object.values(dates).some((date) => date !== null) ? dates : null;
}

/**
 * The dates of the person who launches.
 *
 * @param asSent the parameters with those that were not expanded: a date that was taken away is one of them.
 * @returns null where the LMS has no dates for each person.
 */
export function personDatesOf(asSent: Readonly<Record<string, unknown>>): LmsDates | null {
  if (asSent.person_due_at === undefined) return null;
  const custom = expandedOnly(asSent);
  return {
    availableFrom: dateOf(custom.person_available_from),
    availableUntil: dateOf(custom.person_available_until),
    submissionFrom: null,
    submissionUntil: dateOf(custom.person_due_at),
  };
}

/**
 * An ISO 8601 moment with its offset, the only form the specification allows; null for anything else: a date that was
 * guessed would shift people's deadlines.
 */
export function dateOf(text: string | undefined): Date | null {
  if (
    text === undefined ||
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)
  )
    return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}
