import type { Clock } from '../../core/clock.ts';
import type { GradeServices, ScoreAnswer } from '../../platform/lti/ports.ts';
import type { Member } from '../course/index.ts';
import type { ColumnResults, Target } from './column-results.service.ts';
import type { Attempts } from './grade-slot.domain.ts';
import type { ClaimedSlot, OutboxStore } from './outbox.store.ts';
import type { Sent } from './pace.domain.ts';
import type { Chance, SendOutcome } from './send-score.domain.ts';

/** What sending a grade or a hand-in needs. */
export interface SendingPorts {
  readonly outbox: Pick<OutboxStore, 'keep'>;
  readonly results: ColumnResults;
  readonly grades: GradeServices;
  readonly clock: Clock;
  /** A number in [0, 1) for the jitter of retries. */
  readonly random: () => number;
  /** Counts what was posted, by the kind of answer. */
  readonly count: (answer: ScoreAnswer['type']) => void;
}

/** A claimed slot with all that is needed to send what waits in it. */
export interface PreparedSlot {
  readonly claimed: ClaimedSlot;
  readonly member: Member | null;
  /** Null: the column is not in the gradebook. */
  readonly target: Target | null;
  /** How many slots of the same batch go to the same column. */
  readonly people: number;
  /** Earlier sendings whose outcome is unknown. */
  readonly unknown: Attempts;
}

/** What a platform's answer tells of how busy it is. */
export type Signal = Omit<Sent, 'underWay'>;

/** What one sending came to; no signal: the platform was not sent anything. */
export interface Delivered {
  readonly outcome: SendOutcome;
  readonly signal: Signal | null;
}

/** Longer than all that one sending may wait for: a sender that overruns it counts as crashed. */
export const LEASE_MS = 60 * 1000;
/** An older claim has its lease renewed before something is sent. */
const FRESH_MS = 15 * 1000;

export type Sending = ReturnType<typeof createSending>;

/** What grades and hand-ins have in common on their way. */
export function createSending({ outbox, clock, random, count }: SendingPorts) {
  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms);
  return {
    inMs,
    chance: (): Chance => ({ now: clock.now(), random: random() }),

    /** A claim that has waited long may have lost its lease, or what it holds may have been followed by something newer. */
    async isStillOurs(claimed: ClaimedSlot): Promise<boolean> {
      const claimedForMs = LEASE_MS - (claimed.leaseUntil.getTime() - clock.now().getTime());
      return claimedForMs < FRESH_MS || (await outbox.keep(claimed, inMs(LEASE_MS)));
    },

    async post(
      send: () => Promise<ScoreAnswer>,
    ): Promise<{ answer: ScoreAnswer; signal: Signal; startedAt: Date }> {
      const startedAt = clock.now();
      const answer = await send();
      count(answer.type);
      return { answer, startedAt, signal: signalOf(answer, startedAt) };
    },
  };
}

/** The platform was not asked for anything. */
export const notAsked = (outcome: SendOutcome): Delivered => ({ outcome, signal: null });

function signalOf(answer: ScoreAnswer, startedAt: Date): Signal {
  const room = answer.room ?? null;
  switch (answer.type) {
    case 'stored':
    case 'notNewer':
      return { type: 'answered', startedAt, retryAfterSeconds: null, room };
    case 'refused':
      // A no to everything is no answer to this score.
      return {
        type: answer.cause === 'notAllowed' ? 'failed' : 'answered',
        startedAt,
        retryAfterSeconds: null,
        room,
      };
    case 'busy': {
      const { throttled, retryAfterSeconds } = answer;
      return { type: throttled ? 'throttled' : 'failed', startedAt, retryAfterSeconds, room };
    }
    case 'unknown':
      return { type: 'failed', startedAt, retryAfterSeconds: null, room };
  }
}
