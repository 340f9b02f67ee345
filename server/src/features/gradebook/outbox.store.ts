import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { pushEvents } from '../../platform/database/collection.ts';
import type { Attempts, GradeSlot, Problem, ProblemCode, Work } from './grade-slot.domain.ts';
import { NO_LEASE, type SlotDocument, type SlotModel, toSlot } from './grade-slot-model.store.ts';

/** A slot in the hands of one sender, until another takes it over after `leaseUntil`. */
export interface ClaimedSlot {
  readonly slot: GradeSlot;
  readonly token: string;
  /** Whoever held it before never said what became of it: the LMS may have been sent what waits. */
  readonly unsettled: boolean;
  readonly leaseUntil: Date;
}

/** What a sending that did not settle the slot leaves in it. */
export interface Postponed {
  /** Null: nothing more by itself. */
  readonly dueAt: Date | null;
  readonly tries: number;
  /** Sendings of unknown outcome: of the grade, and of the hand-in. */
  readonly attempts: Attempts;
  readonly problem: Problem | null;
  /** The time the LMS will be told from now on. */
  readonly timestamp?: Date;
}

/** What the LMS has by now: the entry or the version of that number, and whether more waits in the slot. */
export interface Settled {
  readonly work: Work;
  readonly n: number;
  readonly at: Date;
  /** Null: nothing more by itself. */
  readonly dueAt: Date | null;
  readonly attempts: Attempts;
  readonly problem: Problem | null;
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;

const DUE = { leaseToken: 1, leaseUntil: 1 };

/**
 * The outbox in the slots. Claims are across courses, over the indexes of due times; all other queries name the one
 * slot that was claimed, by the token of its claim: a sender that lost its lease writes nothing.
 */
export function createOutboxStore(Slots: SlotModel) {
  const held = ({ slot, token }: ClaimedSlot): Record<string, unknown> => ({
    _id: slot.id,
    courseId: slot.courseId,
    leaseToken: token,
  });
  /** Held, and neither a newer entry nor a newer hand-in has come. */
  const current = (claimed: ClaimedSlot): Record<string, unknown> => ({
    ...held(claimed),
    'want.n': claimed.slot.want?.n ?? { $exists: false },
    'handIn.version': claimed.slot.handIn?.version ?? { $exists: false },
  });
  const attemptsIn = ({ slot }: ClaimedSlot, attempts: Attempts): Record<string, unknown> => ({
    attempt: attempts.grade,
    ...(slot.handIn && { 'handIn.attempt': attempts.handIn }),
  });
  /**
   * Gives a slot back in which something newer has come meanwhile, so that what is known of sendings does not fit it any
   * more: where one may have reached the LMS, whoever claims the slot next finds out.
   */
  const givenBack = ({ grade, handIn }: Attempts): Record<string, unknown> =>
    grade || handIn ? { leaseUntil: NO_LEASE.leaseUntil } : NO_LEASE;
  const dueNow = (now: Date) => ({ dueAt: { $lte: now }, leaseUntil: { $lte: now } });

  return {
    /** The platforms that have due slots; one query more than there are, and one alone when nothing is due. */
    async platformsDue(now: Date): Promise<string[]> {
      const any = await Slots.findOne(dueNow(now), DUE).sort({ dueAt: 1 }).lean();
      const platforms: string[] = [];
      for (let more = any !== null; more;) {
        const after = platforms.at(-1) ?? '';
        const next = await Slots.findOne({ ...dueNow(now), platformId: { $gt: after } }, { platformId: 1 })
          .sort({ platformId: 1, dueAt: 1 })
          .lean<SlotDocument>();
        if (next) platforms.push(next.platformId);
        more = next !== null;
      }
      return platforms;
    },

    /** Ends all leases: their holders are dead. What they were at counts as unsettled. */
    async endLeases(now: Date): Promise<void> {
      await Slots.updateMany(
        { dueAt: { $lte: now }, leaseUntil: { $gt: now } },
        { $set: { leaseUntil: NO_LEASE.leaseUntil } },
      );
    },

    /** Takes the slots of a platform that are longest due and that nobody holds: all of a batch in three queries. */
    async claim(
      platformId: string,
      token: string,
      now: Date,
      leaseUntil: Date,
      limit: number,
    ): Promise<ClaimedSlot[]> {
      const due = { platformId, ...dueNow(now) };
      const found = await Slots.find(due, { _id: 1 }).sort({ dueAt: 1 }).limit(limit).lean();
      if (found.length === 0) return [];
      const ids = found.map(({ _id }) => _id);
      // A pipeline, since whether somebody held it is known at this very moment only.
      await Slots.updateMany(
        { ...due, _id: { $in: ids } },
        [{ $set: { unsettled: { $ne: ['$leaseToken', null] }, leaseToken: token, leaseUntil } }],
        { updatePipeline: true },
      );
      const claimed = await Slots.find({ _id: { $in: ids }, leaseToken: token }).lean<SlotDocument[]>();
      const ofSlot = (document: SlotDocument): ClaimedSlot => ({
        slot: toSlot(document),
        token,
        unsettled: document.unsettled === true,
        leaseUntil,
      });
      return claimed.map(ofSlot);
    },

    /** Gives slots of one claim back untouched; what made them due stays. */
    async release(token: string, claimed: readonly ClaimedSlot[]): Promise<void> {
      for (const unsettled of [true, false]) {
        const ids = claimed.filter((one) => one.unsettled === unsettled).map(({ slot }) => slot.id);
        // What was unsettled stays so: only its time is given back.
        const back = unsettled ? { leaseUntil: NO_LEASE.leaseUntil } : NO_LEASE;
        if (ids.length > 0) await Slots.updateMany({ _id: { $in: ids }, leaseToken: token }, { $set: back });
      }
    },

    /** Makes the lease last until then. @returns false when it was lost, or something newer came: do not send. */
    async keep(claimed: ClaimedSlot, leaseUntil: Date): Promise<boolean> {
      const kept = await Slots.updateOne(current(claimed), { $set: { leaseUntil } });
      return kept.matchedCount === 1;
    },

    /** Records what the LMS has. @returns false when the lease was lost: another sender finds out. */
    async settle(claimed: ClaimedSlot, settled: Settled, event: DomainEvent): Promise<boolean> {
      const { work, n, at, dueAt, attempts, problem } = settled;
      const { $push, $set } = pushEvents(event);
      const told =
        work === 'grade'
          ? { $set: { sent: { n, at } }, $unset: { unsentSince: 1 }, $push: { deliveries: { n, at } } }
          : { $set: { 'handIn.told': n }, $unset: {}, $push: {} };
      const done = { ...told.$set, ...$set };
      const pushed = { ...$push, ...told.$push };
      const settling = await Slots.updateOne(current(claimed), {
        $set: {
          ...done,
          ...NO_LEASE,
          ...attemptsIn(claimed, attempts),
          tries: 0,
          problem,
          ...(dueAt && { dueAt }),
        },
        $unset: { ...told.$unset, ...(!dueAt && { dueAt: 1 }) },
        $push: pushed,
      });
      if (settling.matchedCount === 1) return true;
      // Something newer came meanwhile and stays due.
      const outdated = await Slots.updateOne(held(claimed), {
        $set: { ...done, ...givenBack(attempts) },
        $push: pushed,
      });
      return outdated.matchedCount === 1;
    },

    /** Puts the slot off. @returns false when the lease was lost. */
    async postpone(claimed: ClaimedSlot, to: Postponed, event: DomainEvent | null): Promise<boolean> {
      const { dueAt, tries, attempts, problem, timestamp } = to;
      const pushed = event ? pushEvents(event) : null;
      const postponed = await Slots.updateOne(current(claimed), {
        $set: {
          ...NO_LEASE,
          ...attemptsIn(claimed, attempts),
          tries,
          problem,
          ...(dueAt && { dueAt }),
          ...(timestamp && { 'want.timestamp': timestamp }),
          ...pushed?.$set,
        },
        ...(!dueAt && { $unset: { dueAt: 1 } }),
        ...(pushed && { $push: pushed.$push }),
      });
      if (postponed.matchedCount === 1) return true;
      // Something newer came meanwhile and stays due as it is.
      const outdated = await Slots.updateOne(held(claimed), { $set: givenBack(attempts) });
      return outdated.matchedCount === 1;
    },

    /** Has slots looked at now that wait for something which may be there by now. */
    async wake(
      scope: CourseScope,
      code: ProblemCode,
      which: { readonly columnId: string } | { readonly memberId: string },
      now: Date,
    ): Promise<void> {
      const waiting = { courseId: scope.courseId, 'problem.since': { $exists: true }, 'problem.code': code };
      await Slots.updateMany({ ...waiting, ...which }, { $set: { dueAt: now, tries: 0 } });
    },
  };
}
