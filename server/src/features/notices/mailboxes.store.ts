import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';

/** Says that a member has notices to be mailed; there is none when nothing waits. */
interface MailboxDocument {
  /** The member's id. */
  _id: string;
  courseId: string;
  dueAt: Date;
  /** Names the sender that holds it, until `leaseEndsAt`. */
  lease: string;
  leaseEndsAt: Date;
  /** Counts what came in: a sender that meant to be done looks again. */
  requests: number;
  /** Tries since the last mail that went out. */
  tries: number;
}

/** A mailbox held by one sender. */
export interface ClaimedMailbox {
  readonly memberId: string;
  readonly courseId: string;
  readonly lease: string;
  readonly requests: number;
  readonly tries: number;
}

const required = { type: String, required: true };
const schema = new Schema<MailboxDocument>(
  {
    _id: required,
    courseId: required,
    dueAt: { type: Date, required: true },
    lease: { type: String, default: '' },
    leaseEndsAt: { type: Date, required: true },
    requests: { type: Number, required: true },
    tries: { type: Number, required: true },
  },
  { versionKey: false, strict: 'throw' },
).index({ dueAt: 1 });

const heldBy = ({ memberId, courseId, lease }: ClaimedMailbox) => ({ _id: memberId, courseId, lease });
const FREE = { lease: '', leaseEndsAt: new Date(0) };

export type MailboxStore = ReturnType<typeof createMailboxStore>;

/** Queries of `mailboxes`: which members' mail is due. Any number of servers share them by leases. */
export function createMailboxStore(connection: Connection) {
  const Mailboxes = defineCollection(connection, 'mailboxes', schema);

  async function fillOnce(scope: CourseScope, memberIds: readonly string[], dueAt: Date): Promise<boolean> {
    try {
      await Mailboxes.bulkWrite(
        memberIds.map((_id) => ({
          updateOne: {
            filter: { _id, courseId: scope.courseId },
            update: { $min: { dueAt }, $inc: { requests: 1 }, $setOnInsert: { ...FREE, tries: 0 } },
            upsert: true,
          },
        })),
        { ordered: false },
      );
      return true;
    } catch (error) {
      // Two upserts of one mailbox met: the next round finds it.
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  return {
    /** Says that these members have notices to be mailed at `dueAt`, or earlier if that was said before. */
    async fill(scope: CourseScope, memberIds: readonly string[], dueAt: Date): Promise<void> {
      if (memberIds.length === 0) return;
      while (!(await fillOnce(scope, memberIds, dueAt)));
    },

    /** Looks at a member's waiting mail now, if there is any: what it goes by has changed. */
    async bringForward(scope: CourseScope, memberId: string, now: Date): Promise<void> {
      await Mailboxes.updateOne(
        { _id: memberId, courseId: scope.courseId },
        { $min: { dueAt: now }, $inc: { requests: 1 } },
      );
    },

    /** Takes the mailbox that is longest due. */
    async claim(lease: string, now: Date, leaseEndsAt: Date): Promise<ClaimedMailbox | null> {
      const found = await Mailboxes.findOneAndUpdate(
        { dueAt: { $lte: now }, leaseEndsAt: { $lte: now } },
        { $set: { lease, leaseEndsAt }, $inc: { tries: 1 } },
        { sort: { dueAt: 1 }, returnDocument: 'after' },
      ).lean<MailboxDocument>();
      if (!found) return null;
      const { _id: memberId, courseId, requests, tries } = found;
      return { memberId, courseId, lease, requests, tries };
    },

    /** Keeps a mailbox that is held for longer. */
    async renew(mailbox: ClaimedMailbox, leaseEndsAt: Date): Promise<void> {
      await Mailboxes.updateOne(heldBy(mailbox), { $set: { leaseEndsAt } });
    },

    /** Nothing waits any more; when something came in meanwhile, the mailbox is due again. */
    async close(mailbox: ClaimedMailbox, now: Date): Promise<void> {
      const { requests } = mailbox;
      const closed = await Mailboxes.deleteOne({ ...heldBy(mailbox), requests });
      if (closed.deletedCount === 1) return;
      await Mailboxes.updateOne(heldBy(mailbox), { $set: { ...FREE, dueAt: now, tries: 0 } });
    },

    /** Comes back at `at`, or now when something came in meanwhile that may be due earlier. */
    async putBack(mailbox: ClaimedMailbox, at: Date, now: Date): Promise<void> {
      const { requests } = mailbox;
      const back = await Mailboxes.updateOne(
        { ...heldBy(mailbox), requests },
        { $set: { ...FREE, dueAt: at, tries: 0 } },
      );
      if (back.matchedCount === 1) return;
      await Mailboxes.updateOne(heldBy(mailbox), { $set: { ...FREE, dueAt: now, tries: 0 } });
    },

    /** Comes back at `at`, as the next try of the same. */
    async tryAgain(mailbox: ClaimedMailbox, at: Date): Promise<void> {
      await Mailboxes.updateOne(heldBy(mailbox), { $set: { ...FREE, dueAt: at } });
    },

    /** Since when mail is overdue; null when none is. */
    async oldestDueAt(now: Date): Promise<Date | null> {
      const found = await Mailboxes.findOne({ dueAt: { $lte: now } })
        .sort({ dueAt: 1 })
        .lean<MailboxDocument>();
      return found?.dueAt ?? null;
    },
  };
}
