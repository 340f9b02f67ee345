import type { CourseScope } from '../../core/course-scope.ts';
import { type DomainEvent, type EventType, makeEvent } from '../../core/events.ts';
import type { CourseService } from '../course/index.ts';
import { type GradeSlot, isStuck, unknownAttempts, type Work, workOf } from './grade-slot.domain.ts';
import type { ClaimedSlot, OutboxStore } from './outbox.store.ts';
import { createGradeSender } from './send-grade.service.ts';
import { createHandInSender } from './send-hand-in.service.ts';
import { afterNoColumn, afterNoMember, type SendOutcome } from './send-score.domain.ts';
import {
  createSending,
  type Delivered,
  notAsked,
  type PreparedSlot,
  type SendingPorts,
  type Signal,
} from './sending.service.ts';

export interface SenderPorts extends SendingPorts {
  readonly outbox: OutboxStore;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly columns: {
    /** Where the scores of some columns go; a column without an address is not in the map. */
    findLineItems(scope: CourseScope, columnIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
    markGone(scope: CourseScope, columnId: string, lineItem: string, words: string): Promise<void>;
  };
  /** Has the activity's columns looked for, or made. */
  readonly requestColumns: (scope: CourseScope, activityId: string) => Promise<void>;
  /** The tool's own address, without a slash at its end. */
  readonly publicUrl: string;
  readonly log: { warn(details: object, message: string): void };
  /** Tells the relay that an event was written. */
  readonly eventsWritten: () => void;
  /** Counts entries that never left, because newer ones came before. */
  readonly countCoalesced: (entries: number) => void;
}

export type ScoreSenderService = ReturnType<typeof createScoreSenderService>;

/** Sends what claimed slots have for the LMS, and records what became of it (spec/gradebook.md items 3 and 7). */
export function createScoreSenderService(ports: SenderPorts) {
  const { outbox, course, columns, clock, log, eventsWritten } = ports;
  const sending = createSending(ports);
  const sendGrade = createGradeSender(ports, sending);
  const sendHandIn = createHandInSender(ports, sending);

  async function deliver(prepared: PreparedSlot, work: Work): Promise<Delivered | null> {
    const { claimed, target, member } = prepared;
    const { slot } = claimed;
    const unknown = prepared.unknown[work];
    // A grade of the test student should not even be there; it is never sent.
    if (member?.status !== 'active' || member.testUser)
      return notAsked(afterNoMember(slot, unknown, clock.now()));
    const delivered = target
      ? await (work === 'grade'
          ? sendGrade(prepared, newestOf(slot), target)
          : sendHandIn(prepared, handInOf(slot), target))
      : notAsked(afterNoColumn(slot, unknown, '', clock.now()));
    const problem = delivered?.outcome.type === 'later' ? delivered.outcome.problem : null;
    if (problem?.code === 'NO_GRADEBOOK_COLUMN') {
      if (target) await columns.markGone(scopeOf(slot), slot.columnId, target.lineItem, problem.words);
      await ports.requestColumns(scopeOf(slot), slot.activityId);
    }
    return delivered;
  }

  function settle({ claimed, unknown }: PreparedSlot, work: Work, outcome: SendOutcome): Promise<boolean> {
    const { slot } = claimed;
    const now = clock.now();
    // A grade that waits for staff goes on waiting while its member hands in.
    const standing = work === 'handIn' && slot.problem && isStuck(slot.problem) ? slot.problem : null;
    if (outcome.type === 'sent') {
      const n = work === 'grade' ? newestOf(slot).n : handInOf(slot).version;
      if (work === 'grade') ports.countCoalesced(n - 1 - (slot.sent?.n ?? 0));
      const event = senderEvent(slot, work === 'grade' ? 'grade.sent' : 'handIn.sent', now, { n });
      const attempts = { ...unknown, [work]: null };
      const dueAt = moreAfter(slot, work, standing) ? now : null;
      return outbox.settle(claimed, { work, n, at: now, dueAt, attempts, problem: standing }, event);
    }
    const problem = outcome.problem ?? standing;
    const event = newsEvent(slot, work, problem, now);
    const to = outcome.type === 'later' ? outcome : { ...outcome, dueAt: null, tries: 0 };
    const attempts = { ...unknown, [work]: outcome.attempt };
    return outbox.postpone(claimed, { ...to, attempts, problem }, event);
  }

  /** Nothing to tell, or something newer is there: the next claim, if it is due at all, sees the slot as it is. */
  async function giveBack({ claimed, unknown }: PreparedSlot, work: Work | null): Promise<void> {
    const { tries, problem } = claimed.slot;
    if (work) await outbox.release(claimed.token, [claimed]);
    else await outbox.postpone(claimed, { dueAt: null, tries, attempts: unknown, problem }, null);
  }

  async function prepareOfCourse(batch: readonly ClaimedSlot[], scope: CourseScope): Promise<PreparedSlot[]> {
    const columnIds = batch.map(({ slot }) => slot.columnId);
    const [members, lineItems] = await Promise.all([
      course.findMembers(scope, [...new Set(batch.map(({ slot }) => slot.memberId))]),
      columns.findLineItems(scope, [...new Set(columnIds)]),
    ]);
    const memberOf = new Map(members.map((member) => [member.id, member]));
    return batch.map((claimed): PreparedSlot => {
      const { platformId, columnId, memberId } = claimed.slot;
      const member = memberOf.get(memberId) ?? null;
      const lineItem = lineItems.get(columnId);
      const target =
        member && lineItem !== undefined ? { platformId, lineItem, userId: member.subject } : null;
      const unknown = unknownAttempts(claimed.slot, claimed.unsettled, clock.now());
      return { claimed, member, target, unknown, people: columnIds.filter((id) => id === columnId).length };
    });
  }

  return {
    /** Looks up where a batch of claims goes: two queries for each course among them. */
    async prepare(batch: readonly ClaimedSlot[]): Promise<PreparedSlot[]> {
      const courses = new Map(batch.map(({ slot }) => [slot.courseId, scopeOf(slot)]));
      const prepared = await Promise.all(
        [...courses.values()].map((scope) =>
          prepareOfCourse(
            batch.filter(({ slot }) => slot.courseId === scope.courseId),
            scope,
          ),
        ),
      );
      return prepared.flat();
    },

    /** Sends what a slot has for the LMS and records what became of it. @returns what it tells of the platform. */
    async send(prepared: PreparedSlot): Promise<Signal | null> {
      const { claimed } = prepared;
      const work = workOf(claimed.slot, claimed.unsettled);
      const delivered = work && (await deliver(prepared, work));
      if (!work || !delivered) {
        await giveBack(prepared, work);
        return null;
      }
      if (await settle(prepared, work, delivered.outcome)) eventsWritten();
      else log.warn({ slot: claimed.slot.id }, 'a sender lost its lease: another finds out what happened');
      return delivered.signal;
    },
  };
}

/** Whether something else waits in the slot once this is settled. */
const moreAfter = (slot: GradeSlot, work: Work, problem: GradeSlot['problem']): boolean =>
  workOf(
    work === 'grade'
      ? { ...slot, sent: slot.want && { n: slot.want.n, at: slot.want.timestamp }, problem }
      : { ...slot, handIn: slot.handIn && { ...slot.handIn, told: slot.handIn.version }, problem },
    false,
  ) !== null;

function newestOf({ id, entries }: GradeSlot) {
  const entry = entries.at(-1);
  if (!entry) throw new Error(`grade slot ${id} is due but has no entry`);
  return entry;
}

function handInOf({ id, handIn }: GradeSlot) {
  if (!handIn) throw new Error(`grade slot ${id} has no hand-in`);
  return handIn;
}

/** What is told of a slot whose problem is another now, in its kind or its words. */
function newsEvent(
  slot: GradeSlot,
  work: Work,
  problem: GradeSlot['problem'],
  now: Date,
): DomainEvent | null {
  if (!problem) return slot.problem && senderEvent(slot, 'grade.recovered', now, {});
  if (problem.code === slot.problem?.code && problem.words === slot.problem.words) return null;
  const type = work === 'grade' ? 'grade.failed' : 'handIn.failed';
  return senderEvent(slot, type, now, { code: problem.code });
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
