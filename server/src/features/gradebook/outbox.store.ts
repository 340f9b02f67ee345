import type { DomainEvent } from '../../core/events.ts';
import { pushEvents } from '../../platform/database/collection.ts';
import type { Attempt, GradeSlot, Problem } from './grade-slot.domain.ts';
import { NO_LEASE, type SlotDocument, type SlotModel, toSlot } from './grade-slot-model.store.ts';

/** A slot in the hands of one sender, until another takes it over after `leaseUntil`. */
export interface ClaimedSlot {
  readonly slot: GradeSlot;
  readonly token: string;
}

/** What a sending that did not settle the slot leaves in it. */
export interface Postponed {
  /** Null: nothing more by itself. */
  readonly dueAt: Date | null;
  readonly tries: number;
  readonly attempt: Attempt | null;
  readonly problem: Problem | null;
  /** The time the LMS will be told from now on. */
  readonly timestamp?: Date;
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;

/**
 * The outbox in the slots. Claims are across courses, over the index of due times; all other queries name the one
 * slot that was claimed, by the token of its claim: a sender that lost its lease writes nothing.
 */
export function createOutboxStore(Slots: SlotModel) {
  const held = ({ slot, token }: ClaimedSlot): Record<string, unknown> => ({
    _id: slot.id,
    courseId: slot.courseId,
    leaseToken: token,
  });
  /** Held, and no newer entry has come. */
  const current = (claimed: ClaimedSlot): Record<string, unknown> => ({
    ...held(claimed),
    'want.n': claimed.slot.want?.n,
  });

  /** Gives the slot back; what made it due stays. */
  async function release(claimed: ClaimedSlot): Promise<void> {
    await Slots.updateOne(held(claimed), { $set: NO_LEASE });
  }

  return {
    release,

    /** Takes the slot that is longest due and that nobody holds, of a platform not in `except`. */
    async claim(
      token: string,
      now: Date,
      leaseUntil: Date,
      except: readonly string[],
    ): Promise<ClaimedSlot | null> {
      const found = await Slots.findOneAndUpdate(
        { dueAt: { $lte: now }, leaseUntil: { $lte: now }, platformId: { $nin: except } },
        { $set: { leaseToken: token, leaseUntil } },
        { sort: { dueAt: 1 }, returnDocument: 'after' },
      ).lean<SlotDocument>();
      return found && { slot: toSlot(found), token };
    },

    /** Records that the LMS is about to be sent the score. @returns false: do not send, it is no longer ours to. */
    async startAttempt(claimed: ClaimedSlot, attempt: Attempt, leaseUntil: Date): Promise<boolean> {
      const started = await Slots.updateOne(current(claimed), { $set: { attempt, leaseUntil } });
      return started.matchedCount === 1;
    },

    /** Records that the LMS has entry `n`. @returns false when the lease was lost: another sender finds out. */
    async markSent(claimed: ClaimedSlot, n: number, at: Date, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const sent = { sent: { n, at }, attempt: null, ...NO_LEASE, ...$set };
      const pushed = { ...$push, deliveries: { n, at } };
      const settled = await Slots.updateOne(current(claimed), {
        $set: { ...sent, tries: 0, problem: null },
        $unset: { dueAt: 1, unsentSince: 1 },
        $push: pushed,
      });
      if (settled.matchedCount === 1) return true;
      // A newer entry came meanwhile and stays due.
      const outdated = await Slots.updateOne(held(claimed), { $set: sent, $push: pushed });
      return outdated.matchedCount === 1;
    },

    /** Puts the slot off. @returns false when the lease was lost. */
    async postpone(claimed: ClaimedSlot, to: Postponed, event: DomainEvent | null): Promise<boolean> {
      const { dueAt, tries, attempt, problem, timestamp } = to;
      const pushed = event ? pushEvents(event) : null;
      const postponed = await Slots.updateOne(current(claimed), {
        $set: {
          ...NO_LEASE,
          tries,
          attempt,
          problem,
          ...(dueAt && { dueAt }),
          ...(timestamp && { 'want.timestamp': timestamp }),
          ...pushed?.$set,
        },
        ...(!dueAt && { $unset: { dueAt: 1 } }),
        ...(pushed && { $push: pushed.$push }),
      });
      if (postponed.matchedCount === 1) return true;
      // A newer entry came meanwhile and stays due as it is.
      const outdated = await Slots.updateOne(held(claimed), { $set: NO_LEASE });
      return outdated.matchedCount === 1;
    },
  };
}
