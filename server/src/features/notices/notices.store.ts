import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertMissing } from '../../platform/database/insert-once.ts';
import type { Notice } from './notices.domain.ts';

type NoticeDocument = Omit<Notice, 'id'> & {
  _id: string;
  /** `waiting` to be mailed, `mailed`, or `none`: there is nothing to mail. */
  mail: 'waiting' | 'mailed' | 'none';
  /** Names the "mark all as read" that read it, so that it can be undone. */
  readBatch: string | null;
  expiresAt: Date;
};

type Kind = Notice['content']['kind'];

/** Notices are kept for so long. */
const KEPT_MS = 400 * 86_400_000;

const required = { type: String, required: true };
const schema = new Schema<NoticeDocument>(
  {
    _id: required,
    courseId: required,
    memberId: required,
    activityId: required,
    title: required,
    content: { type: Schema.Types.Mixed, required: true } as never,
    key: required,
    task: { type: String, default: null },
    at: { type: Date, required: true },
    until: { type: Date, default: null },
    unread: { type: Boolean, required: true },
    state: required as never,
    mail: required as never,
    readBatch: { type: String, default: null },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, memberId: 1, at: -1, _id: 1 })
  .index({ courseId: 1, memberId: 1, unread: 1 }, { partialFilterExpression: { unread: true } })
  .index({ courseId: 1, memberId: 1, mail: 1 }, { partialFilterExpression: { mail: 'waiting' } })
  .index({ courseId: 1, task: 1, memberId: 1 })
  .index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const toNotice = ({ _id, mail, readBatch, expiresAt, ...rest }: NoticeDocument): Notice => ({
  id: _id,
  ...rest,
});

export type NoticeStore = ReturnType<typeof createNoticeStore>;

/** Queries of `notices`: what each member was told. */
export function createNoticeStore(connection: Connection) {
  const Notices = defineCollection(connection, 'notices', schema);
  const settled = (state: 'done' | 'replaced' | 'withdrawn') => ({ $set: { state, unread: false } });

  return {
    /** Adds those that are not there yet. @param mail whether they are to be mailed */
    async insertMissing(notices: readonly Notice[], mail: boolean): Promise<void> {
      await insertMissing(
        Notices,
        notices.map(({ id, ...fields }): NoticeDocument => ({
          _id: id,
          ...fields,
          mail: mail ? 'waiting' : 'none',
          readBatch: null,
          expiresAt: new Date(fields.at.getTime() + KEPT_MS),
        })),
      );
    },

    /** Newest first: the page after `before`. */
    async list(
      scope: CourseScope,
      memberId: string,
      before: { at: Date; id: string } | null,
      limit: number,
    ): Promise<Notice[]> {
      const older = before && {
        $or: [{ at: { $lt: before.at } }, { at: before.at, _id: { $gt: before.id } }],
      };
      const found = await Notices.find({ courseId: scope.courseId, memberId, ...older })
        .sort({ at: -1, _id: 1 })
        .limit(limit)
        .lean<NoticeDocument[]>();
      return found.map(toNotice);
    },

    countUnread(scope: CourseScope, memberId: string, limit: number): Promise<number> {
      return Notices.countDocuments({ courseId: scope.courseId, memberId, unread: true }, { limit });
    },

    /** @returns the notice after it, or null when the member has none with this id. */
    async setUnread(
      scope: CourseScope,
      memberId: string,
      id: string,
      unread: boolean,
    ): Promise<Notice | null> {
      const found = await Notices.findOneAndUpdate(
        { _id: id, courseId: scope.courseId, memberId },
        { $set: { unread, readBatch: null } },
        { returnDocument: 'after' },
      ).lean<NoticeDocument>();
      return found && toNotice(found);
    },

    async markAllRead(scope: CourseScope, memberId: string, upTo: Date, readBatch: string): Promise<number> {
      const result = await Notices.updateMany(
        { courseId: scope.courseId, memberId, unread: true, at: { $lte: upTo } },
        { $set: { unread: false, readBatch } },
      );
      return result.modifiedCount;
    },

    /** What was settled meanwhile stays read. */
    async undoMarkAllRead(scope: CourseScope, memberId: string, readBatch: string): Promise<number> {
      const result = await Notices.updateMany(
        { courseId: scope.courseId, memberId, readBatch, state: 'open' },
        { $set: { unread: true, readBatch: null } },
      );
      return result.modifiedCount;
    },

    /** Settles what asks for a task and was announced until `at`; of some members, or of all. */
    async settleTask(
      scope: CourseScope,
      task: string,
      memberIds: readonly string[] | null,
      at: Date,
    ): Promise<void> {
      await Notices.updateMany(
        {
          courseId: scope.courseId,
          task,
          ...(memberIds && { memberId: { $in: memberIds } }),
          state: 'open',
          at: { $lte: at },
        },
        settled('done'),
      );
    },

    /** What members were told before in the same way of the same task, or of the same post, is replaced by what they are told now. */
    async replaceOlder(
      scope: CourseScope,
      { activityId, task, key, at, content }: Pick<Notice, 'activityId' | 'task' | 'key' | 'at' | 'content'>,
      memberIds: readonly string[],
    ): Promise<void> {
      await Notices.updateMany(
        {
          courseId: scope.courseId,
          task,
          memberId: { $in: memberIds },
          activityId,
          'content.kind': content.kind,
          ...('place' in content && {
            'content.place.threadId': content.place?.threadId ?? null,
            'content.place.n': content.place?.n ?? null,
          }),
          state: 'open',
          key: { $ne: key },
          // An event that comes once more replaces nothing that came after it.
          at: { $lt: at },
        },
        settled('replaced'),
      );
    },

    /** Takes back what some members were told until `at`. */
    async withdraw(
      scope: CourseScope,
      activityId: string,
      kind: Kind,
      memberIds: readonly string[],
      at: Date,
    ): Promise<void> {
      await Notices.updateMany(
        {
          courseId: scope.courseId,
          memberId: { $in: memberIds },
          activityId,
          'content.kind': kind,
          state: 'open',
          at: { $lte: at },
        },
        settled('withdrawn'),
      );
    },

    /** The date of a task has moved, for some members or for all: what still asks for it says the new one. */
    async moveUntil(
      scope: CourseScope,
      task: string,
      until: Date | null,
      memberIds: readonly string[] | null,
    ): Promise<void> {
      await Notices.updateMany(
        {
          courseId: scope.courseId,
          task,
          state: 'open',
          until: { $ne: until },
          ...(memberIds && { memberId: { $in: memberIds } }),
        },
        { $set: { until } },
      );
    },

    /** Those of some members who were told of a task in this way after `since`, under another key. */
    async findTold(
      scope: CourseScope,
      task: string,
      kind: Kind,
      memberIds: readonly string[],
      since: Date,
      key: string,
    ): Promise<Set<string>> {
      const found = await Notices.find(
        {
          courseId: scope.courseId,
          task,
          memberId: { $in: memberIds },
          'content.kind': kind,
          at: { $gt: since },
          key: { $ne: key },
        },
        { memberId: 1 },
      ).lean<NoticeDocument[]>();
      return new Set(found.map(({ memberId }) => memberId));
    },

    /** How many members with the task still open were told of it in this way after `since`, and which of some. */
    async countTold(
      scope: CourseScope,
      task: string,
      kind: Kind,
      since: Date,
      among: readonly string[],
    ): Promise<{ count: number; among: Set<string> }> {
      const [found] = await Notices.aggregate<{ count: number; told: (string | null)[] }>([
        {
          $match: { courseId: scope.courseId, task, 'content.kind': kind, state: 'open', at: { $gt: since } },
        },
        {
          $group: {
            _id: null,
            count: { $sum: 1 },
            told: { $addToSet: { $cond: [{ $in: ['$memberId', [...among]] }, '$memberId', null] } },
          },
        },
      ]);
      return {
        count: found?.count ?? 0,
        among: new Set((found?.told ?? []).filter((memberId) => memberId !== null)),
      };
    },

    /** Notices of a member that wait to be mailed, the oldest first. */
    async listWaiting(scope: CourseScope, memberId: string, limit: number): Promise<Notice[]> {
      const found = await Notices.find({ courseId: scope.courseId, memberId, mail: 'waiting' })
        .sort({ at: 1 })
        .limit(limit)
        .lean<NoticeDocument[]>();
      return found.map(toNotice);
    },

    /** Nothing of these is to be mailed any more. */
    async endMail(scope: CourseScope, ids: readonly string[], mail: 'mailed' | 'none'): Promise<void> {
      if (ids.length === 0) return;
      await Notices.updateMany({ _id: { $in: ids }, courseId: scope.courseId }, { $set: { mail } });
    },
  };
}
