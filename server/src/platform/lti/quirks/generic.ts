import type { GradeAbilities, RefusalCause } from '../grade-ports.ts';
import { genericRegistration, type RegistrationQuirks } from './registration.ts';

/** A score as far as what goes beside it depends on it. */
export type ScoreKind =
  | { readonly type: 'grade' }
  | {
      readonly type: 'handedIn';
      readonly submittedAt: Date;
      readonly viewUrl: string;
      readonly newAttempt: boolean;
    };

/** What a verified launch tells of where it came from. */
export interface PlaceFacts {
  readonly issuer: string;
  readonly contextId: string;
  /** Null for a launch without a resource link. */
  readonly resourceLinkId: string | null;
  /** Of the gradebook or the roster of the course. */
  readonly serviceUrl: string | null;
  readonly custom: Readonly<Record<string, string>>;
}

/** Pages of the LMS that people may be sent to; null where the address does not follow from a launch. */
export interface Places {
  readonly course: string | null;
  /** Launches the resource link again. */
  readonly link: string | null;
}

type Claims = Readonly<Record<string, unknown>>;

/** What an LMS does in its own way. Everything else in the product is written to the specifications. */
export interface Quirks {
  /**
   * Custom parameters that the tool's registration asks for, name to variable. A platform that does not know a variable
   * sends its literal name, which counts as absent.
   */
  readonly customParameters: Readonly<Record<string, string>>;
  /** Where one group's roster is (NRPS), for an id that a launch gave; null where groups have none. */
  readonly groupMembershipsUrl: ((membershipsUrl: string, groupId: string) => string) | null;
  /** Whether a deep-linking link may carry a line item, from the request's settings and its claims. */
  acceptsLineItem(settings: Readonly<Record<string, unknown>>, claims: Claims): boolean;
  /** Whether the dates of a deep-linking link may be taken over. */
  acceptsDates(claims: Claims): boolean;
  /** Whether nothing chosen is said by going back to the platform, not by an empty answer. */
  readonly cancelsByReturn: boolean;
  readonly abilities: GradeAbilities;
  /** Properties that go beside a score. */
  scoreExtension(kind: ScoreKind): Readonly<Record<string, unknown>>;
  /** Whether a column that the tool adds hangs on the activity's resource link. */
  readonly addedColumnsNameTheLink: boolean;
  /** Whether an answer that looks like a refusal asks for patience. */
  isThrottled(status: number, body: string): boolean;
  /** Whether an answer to a score says that the LMS already holds a newer one. */
  isNotNewer(status: number, body: string): boolean;
  refusalCause(status: number, body: string): RefusalCause;
  /** How many further requests an answer's headers say there is room for; null when they say nothing. */
  room(headers: Headers): number | null;
  /** Asks for long pages of results and line items. */
  readonly pageQuery: Readonly<Record<string, string>>;
  /** Where people find the course and the resource link of a launch in the LMS itself. */
  placesOf(facts: PlaceFacts): Places;
  /** A Link header as RFC 8288 writes it, from what the LMS sends. */
  linkHeader(header: string): string;
  /** How the tool registers itself there. */
  readonly registration: RegistrationQuirks;
}

/** A whole or decimal number of 0 or more in a header, or null. */
export function numberIn(headers: Headers, name: string): number | null {
  const text = headers.get(name)?.trim() ?? '';
  return /^\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : null;
}

export const generic: Quirks = {
  // LTI 1.3 appendix B: when the course begins, where course and link were copied from (newest first), and
  // the dates that the LMS shows people.
  customParameters: {
    course_start: '$CourseSection.timeFrame.begin',
    context_history: '$Context.id.history',
    link_history: '$ResourceLink.id.history',
    available_from: '$ResourceLink.available.startDateTime',
    available_until: '$ResourceLink.available.endDateTime',
    submission_from: '$ResourceLink.submission.startDateTime',
    submission_until: '$ResourceLink.submission.endDateTime',
  },
  groupMembershipsUrl: null,
  // Deep Linking 2.0 §4.4.1: absent means unknown, and a platform that takes none ignores ours.
  acceptsLineItem: (settings) => settings.accept_lineitem !== false,
  // Deep Linking 2.0 §3.2.5: they are properties of a link, and ignored where a platform knows none.
  acceptsDates: () => true,
  // Deep Linking 2.0 §3.3.5: an answer without items.
  cancelsByReturn: false,
  // AGS 2.0 §3.4.1: without scoreGiven there is presently no score, so one that is there goes.
  abilities: { clearsScores: true, handedIn: 'clears' },
  scoreExtension: () => ({}),
  addedColumnsNameTheLink: true,
  isThrottled: (status) => status === 429,
  // AGS 2.0 §3.4.9: 409 answers a score that is older than the one held.
  isNotNewer: (status) => status === 409,
  refusalCause: (status) => (status === 401 || status === 403 ? 'notAllowed' : 'other'),
  room: (headers) => numberIn(headers, 'x-ratelimit-remaining'),
  pageQuery: { limit: '100' },
  // LTI names no address of a course or a link; the return_url may hold for one session only.
  placesOf: () => ({ course: null, link: null }),
  linkHeader: (header) => header,
  registration: genericRegistration,
};
