/** Scores under way at once to a platform that nothing is known of yet. */
const START = 4;
/** More at once gains nothing: the LMS's own database is then what is waited for. */
const MOST = 32;
/** After so many failures in a row without one sensible answer the platform counts as out of order. */
const FAILURES_BEFORE_PAUSE = 5;
const FIRST_PAUSE_MS = 1_000;
/** The first pause after "too many" without a time; each further one in a row doubles it. */
const FIRST_THROTTLE_MS = 200;
const LONGEST_PAUSE_MS = 60_000;
/** A pause that an LMS asks for is kept up to a day: more is taken for a mistake. */
const LONGEST_ASKED_MS = 24 * 60 * 60 * 1000;
/** An answer this many times slower than usual, and slower by this much, says that the LMS is at its limit. */
const SLOW_FACTOR = 4;
const SLOW_BY_MS = 250;
/** What counts as usual grows by this share with each slower answer, so that an LMS may become slower for good. */
const USUAL_DRIFT = 0.01;

/** How much one platform is sent at once, learned from its answers: additive increase, multiplicative decrease. */
export interface Pace {
  /** Scores under way at once; a fraction counts towards the next whole one. */
  readonly window: number;
  /** How long a quick answer takes, in ms; null before the first. */
  readonly usualMs: number | null;
  /** Nothing is sent before this moment. */
  readonly pausedUntil: Date | null;
  /** Sendings in a row that brought no sensible answer. */
  readonly failures: number;
  readonly failingSince: Date | null;
  /** What was begun before the last decrease says nothing about the window after it. */
  readonly decreasedAt: Date | null;
}

/** One sending, as far as it tells how busy the platform is. */
export interface Sent {
  /**
   * `answered`: the platform did its work, whatever it said. `throttled`: it asks for less. `failed`: a server error,
   * a broken connection, or a no to everything.
   */
  readonly type: 'answered' | 'throttled' | 'failed';
  readonly startedAt: Date;
  /** Scores under way at once when it was answered, itself included. */
  readonly underWay: number;
  readonly retryAfterSeconds: number | null;
  /** How many further requests the platform says it has room for; null when it says nothing. */
  readonly room: number | null;
}

export const FIRST_PACE: Pace = {
  window: START,
  usualMs: null,
  pausedUntil: null,
  failures: 0,
  failingSince: null,
  decreasedAt: null,
};

/** What the platform is sent after one more answer. @param random in [0, 1): spreads what begins again at once. */
export function afterSending(pace: Pace, sent: Sent, now: Date, random: number): Pace {
  const next = {
    answered: afterAnswered,
    throttled: afterThrottled,
    failed: afterFailed,
  }[sent.type](pace, sent, now, random);
  const window = sent.room === null ? next.window : Math.min(next.window, Math.max(1, sent.room));
  return { ...next, window };
}

function afterAnswered(pace: Pace, { startedAt, underWay }: Sent, now: Date): Pace {
  const ms = Math.max(1, now.getTime() - startedAt.getTime());
  const usual = pace.usualMs ?? ms;
  const healthy: Pace = {
    ...pace,
    usualMs: Math.min(ms, usual * (1 + USUAL_DRIFT)),
    failures: 0,
    failingSince: null,
  };
  if (ms > usual * SLOW_FACTOR && ms > usual + SLOW_BY_MS) return decrease(healthy, startedAt, now, 0.9);
  // A window that is not filled has not been tried out.
  if (underWay < Math.floor(pace.window)) return healthy;
  return { ...healthy, window: Math.min(MOST, pace.window + 1 / pace.window) };
}

function afterThrottled(pace: Pace, sent: Sent, now: Date, random: number): Pace {
  const decreased = decrease(pace, sent.startedAt, now, 0.5);
  const throttled = { ...decreased, failures: pace.failures + 1 };
  const ms =
    sent.retryAfterSeconds === null
      ? Math.min(LONGEST_PAUSE_MS, FIRST_THROTTLE_MS * 2 ** pace.failures)
      : Math.min(sent.retryAfterSeconds * 1000, LONGEST_ASKED_MS);
  return pause(throttled, ms * (1 + random / 10), now);
}

function afterFailed(pace: Pace, sent: Sent, now: Date, random: number): Pace {
  const failures = pace.failures + 1;
  const failing: Pace = {
    ...decrease(pace, sent.startedAt, now, 0.75),
    failures,
    failingSince: pace.failingSince ?? now,
  };
  if (sent.retryAfterSeconds !== null) {
    return pause(failing, Math.min(sent.retryAfterSeconds * 1000, LONGEST_ASKED_MS), now);
  }
  const over = failures - FAILURES_BEFORE_PAUSE;
  if (over < 0) return failing;
  const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** over) * (1 - random / 2);
  return pause({ ...failing, window: 1 }, ms, now);
}

/** Once for all that was under way together: they met the same moment of the platform. */
function decrease(pace: Pace, startedAt: Date, now: Date, factor: number): Pace {
  if (pace.decreasedAt !== null && startedAt <= pace.decreasedAt) return pace;
  return { ...pace, window: Math.max(1, pace.window * factor), decreasedAt: now };
}

function pause(pace: Pace, ms: number, now: Date): Pace {
  const until = new Date(now.getTime() + ms);
  return { ...pace, pausedUntil: pace.pausedUntil && pace.pausedUntil > until ? pace.pausedUntil : until };
}

/** How many more may be begun now, when `senders` servers share what the platform can take. */
export function roomIn(pace: Pace, underWay: number, senders: number, now: Date): number {
  if (pace.pausedUntil !== null && pace.pausedUntil > now) return 0;
  const mine = Math.min(pace.window, Math.max(1, MOST / Math.max(1, senders)));
  return Math.max(0, Math.floor(mine) - underWay);
}
