import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, type EventType, makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { GradeServices } from '../../platform/lti/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { GradeSlot } from './grade-slot.domain.ts';
import type { LedgerEntry } from './ledger.domain.ts';
import type { ClaimedSlot, OutboxStore } from './outbox.store.ts';
import { scoreComment } from './score-comment.domain.ts';
import {
  afterAnswer,
  afterNoColumn,
  afterNoMember,
  afterNotNewer,
  afterReadBack,
  type Chance,
  type Reading,
  type SendOutcome,
  tooEarly,
} from './send-score.domain.ts';

export interface SenderPorts {
  readonly outbox: OutboxStore;
  readonly course: Pick<CourseService, 'findMembers' | 'findColumns'>;
  readonly grades: GradeServices;
  readonly clock: Clock;
  /** A number in [0, 1) for the jitter of retries. */
  readonly random: () => number;
  readonly log: { warn(details: object, message: string): void };
  /** Tells the relay that an event was written. */
  readonly eventsWritten: () => void;
}

/** Where one person's score goes. */
interface Target {
  readonly platformId: string;
  readonly lineItem: string;
  readonly userId: string;
}

/** Longer than any request to an LMS takes: a sender that overruns it counts as crashed. */
const LEASE_MS = 60 * 1000;
/** Scores under way at once to one platform, from one server. */
const PER_PLATFORM = 4;

export type ScoreSenderService = ReturnType<typeof createScoreSenderService>;

/** Sends due slots' newest entries to the LMS, one claim at a time (spec/gradebook.md item 3). */
export function createScoreSenderService(ports: SenderPorts) {
  const { outbox, course, grades, clock, random, log, eventsWritten } = ports;
  const underWay = new Map<string, number>();
  /** Platforms that asked for a pause (Retry-After), until when. */
  const paused = new Map<string, Date>();
  const chance = (): Chance => ({ now: clock.now(), random: random() });
  const leaseUntil = (): Date => new Date(clock.now().getTime() + LEASE_MS);

  function platformsToSpare(now: Date): string[] {
    for (const [platformId, until] of paused) if (until <= now) paused.delete(platformId);
    const full = [...underWay].filter(([, count]) => count >= PER_PLATFORM).map(([platformId]) => platformId);
    return [...full, ...paused.keys()];
  }

  const count = (platformId: string, change: 1 | -1): void => {
    const after = (underWay.get(platformId) ?? 0) + change;
    if (after > 0) underWay.set(platformId, after);
    else underWay.delete(platformId);
  };

  async function read({ platformId, lineItem, userId }: Target): Promise<Reading> {
    try {
      return { type: 'read', result: await grades.readResult(platformId, lineItem, userId) };
    } catch (error) {
      log.warn({ err: error, platformId }, 'a result could not be read back');
      return { type: 'unreadable', words: error instanceof Error ? error.message : String(error) };
    }
  }

  async function targetOf(scope: CourseScope, slot: GradeSlot): Promise<Target | SendOutcome> {
    const [members, columns] = await Promise.all([
      course.findMembers(scope, [slot.memberId]),
      course.findColumns(scope, slot.columnId),
    ]);
    const [member] = members;
    if (!member || member.status !== 'active') return afterNoMember(slot, clock.now());
    for (const { platformId, lineItem } of columns) {
      if (lineItem !== null) return { platformId, lineItem, userId: member.subject };
    }
    return afterNoColumn(slot, clock.now());
  }

  /** Posts the score. @returns null when the slot has a newer entry or another sender by now: nothing was sent. */
  async function post(
    claimed: ClaimedSlot,
    entry: LedgerEntry,
    timestamp: Date,
    target: Target,
  ): Promise<SendOutcome | null> {
    const { slot } = claimed;
    const attempt = { n: entry.n, timestamp, startedAt: clock.now(), readFailures: 0 };
    if (!(await outbox.startAttempt(claimed, attempt, leaseUntil()))) return null;
    const answer = await grades.postScore(target.platformId, target.lineItem, {
      userId: target.userId,
      scoreGiven: entry.value,
      scoreMaximum: entry.maximum,
      comment: scoreComment(entry),
      timestamp,
    });
    if (answer.type === 'notNewer') {
      return afterNotNewer(slot, entry, attempt, await read(target), chance());
    }
    const outcome = afterAnswer(slot, attempt, answer, chance());
    if (answer.type === 'busy' && answer.retryAfterSeconds !== null && outcome.type === 'later') {
      paused.set(slot.platformId, outcome.dueAt);
    }
    return outcome;
  }

  async function deliver(claimed: ClaimedSlot, entry: LedgerEntry): Promise<SendOutcome | null> {
    const { slot } = claimed;
    const early = tooEarly(slot, clock.now());
    if (early) return early;
    const target = await targetOf(scopeOf(slot), slot);
    if ('type' in target) return target;
    if (slot.attempt?.n === entry.n) {
      // A sending broke off here, or its sender crashed: the LMS may have the score already.
      const outcome = afterReadBack(slot, entry, slot.attempt, await read(target), chance());
      if (outcome) return outcome;
    }
    return post(claimed, entry, slot.want?.timestamp ?? entry.at, target);
  }

  const settle = (claimed: ClaimedSlot, n: number, outcome: SendOutcome): Promise<boolean> => {
    const { slot } = claimed;
    const now = clock.now();
    if (outcome.type === 'sent') {
      return outbox.markSent(claimed, n, now, senderEvent(slot, 'grade.sent', now, { n }));
    }
    const news = outcome.problem && outcome.problem.code !== slot.problem?.code ? outcome.problem.code : null;
    const event = news && senderEvent(slot, 'grade.failed', now, { n, code: news });
    const to = outcome.type === 'later' ? outcome : { ...outcome, dueAt: null, tries: 0 };
    return outbox.postpone(claimed, to, event);
  };

  return {
    /** Takes a due slot, of a platform that can take one more score; null when there is none. */
    async claim(): Promise<ClaimedSlot | null> {
      const now = clock.now();
      const claimed = await outbox.claim(newId(), now, leaseUntil(), platformsToSpare(now));
      if (claimed) count(claimed.slot.platformId, 1);
      return claimed;
    },

    /** Sends what was claimed and records what became of it. */
    async send(claimed: ClaimedSlot): Promise<void> {
      try {
        const entry = claimed.slot.entries.at(-1);
        if (!entry) throw new Error(`grade slot ${claimed.slot.id} is due but has no entry`);
        const outcome = await deliver(claimed, entry);
        if (!outcome) await outbox.release(claimed);
        else if (await settle(claimed, entry.n, outcome)) eventsWritten();
        else log.warn({ slot: claimed.slot.id }, 'a sender lost its lease: another finds out what happened');
      } finally {
        count(claimed.slot.platformId, -1);
      }
    },
  };
}

const scopeOf = ({ courseId, platformId, deploymentId }: GradeSlot): CourseScope => ({
  courseId,
  platformId,
  deploymentId,
});

const senderEvent = (
  slot: GradeSlot,
  type: EventType,
  at: Date,
  data: Record<string, unknown>,
): DomainEvent =>
  makeEvent({
    type,
    at,
    actor: { kind: 'system', job: 'score-sender' },
    courseId: slot.courseId,
    subject: { kind: 'gradeSlot', id: slot.id },
    requestId: null,
    data: { activityId: slot.activityId, columnId: slot.columnId, memberId: slot.memberId, ...data },
  });
