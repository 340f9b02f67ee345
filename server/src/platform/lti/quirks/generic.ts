/** What an LMS does in its own way. Everything else in the product is written to the specifications. */
export interface Quirks {
  /** Whether a deep-linking link may carry a line item, from the launch's settings. */
  acceptsLineItem(settings: Readonly<Record<string, unknown>>): boolean;
  /** Properties that go beside a score of a grade that may replace an earlier one. */
  readonly scoreExtension: Readonly<Record<string, unknown>>;
  /** Whether an answer that looks like a refusal asks for patience. */
  isThrottled(status: number, body: string): boolean;
  /** Whether an answer to a score says that the LMS already holds a newer one. */
  isNotNewer(status: number, body: string): boolean;
  /** Whether a score without a value takes the grade away that the LMS holds. */
  readonly canClearGrade: boolean;
  /** A Link header as RFC 8288 writes it, from what the LMS sends. */
  linkHeader(header: string): string;
}

export const generic: Quirks = {
  // Deep Linking 2.0 §4.4.1: absent means unknown, and a platform that takes none ignores ours.
  acceptsLineItem: (settings) => settings.accept_lineitem !== false,
  scoreExtension: {},
  isThrottled: (status) => status === 408 || status === 425 || status === 429 || status >= 500,
  // AGS 2.0 §3.4.9: 409 answers a score that is older than the one held.
  isNotNewer: (status) => status === 409,
  // AGS 2.0 §3.4.4: an absent scoreGiven says that there is no score, and an earlier one should be cleared.
  canClearGrade: true,
  linkHeader: (header) => header,
};
