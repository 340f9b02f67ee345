import type { LmsDates } from './ports.ts';

/** What came of a custom parameter that is a list of ids. More than this many generations of copies is a mistake. */
const HISTORY_MAX = 20;
const ID_MAX = 255;

type Custom = Readonly<Record<string, string>>;

/** An LMS sends a variable that it does not know as its literal name (`$ResourceLink.submission.endDateTime`). */
export function expandedOnly(custom: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(custom).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !/^\$[A-Z][\w.]*$/i.test(entry[1]),
  );
  return Object.fromEntries(entries);
}

/** LTI 1.3 appendix B, `Context.id.history` and `ResourceLink.id.history`: ids with commas between, the newest first. */
export function historyOf(custom: Custom, name: 'context_history' | 'link_history'): string[] {
  const ids = (custom[name] ?? '').split(',').map((id) => id.trim());
  return [...new Set(ids.filter((id) => id !== '' && id.length <= ID_MAX))].slice(0, HISTORY_MAX);
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
