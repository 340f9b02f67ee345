/** Why a socket is closed; the client shows a text for each. Codes from 4000 on are an application's own (RFC 6455 §7.4.2). */
export const REFUSALS = {
  ended: { code: 4401, reason: 'SESSION_ENDED' },
  left: { code: 4403, reason: 'NOT_ALLOWED' },
  forged: { code: 4409, reason: 'NOT_YOURS' },
  full: { code: 4413, reason: 'PAGE_FULL' },
  unreadable: { code: 4422, reason: 'UNREADABLE' },
  tooFast: { code: 4429, reason: 'TOO_FAST' },
  tooMany: { code: 4430, reason: 'TOO_MANY_OPEN' },
  /** Our fault: they come back (RFC 6455: internal error). */
  failed: { code: 1011, reason: 'FAILED' },
} as const;

export type RefusalReason = (typeof REFUSALS)[keyof typeof REFUSALS];

/** What a socket sent is not taken. The one who wrote it still has it. It has no message: the library would print it. */
export class Refusal extends Error {
  readonly refusal: RefusalReason;
  /** The library tells it to whoever is not let in. */
  readonly reason: string;

  constructor(refusal: RefusalReason) {
    super('');
    this.refusal = refusal;
    this.reason = refusal.reason;
  }
}
