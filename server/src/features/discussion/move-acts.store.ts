import type { Connection } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { ModerationAct } from './moderation.domain.ts';
import { type ActDocument, toAct } from './moderation.store.ts';
import type { MoveWork } from './move-work.domain.ts';

export type MoveActStore = ReturnType<typeof createMoveActStore>;

/**
 * Queries of `moderationActs` that move posts. One of a discussion is at work at a time, by the unique index over
 * `moving`: none finds posts that another is about to take away.
 */
export function createMoveActStore(connection: Connection) {
  const acts = () => connection.model<ActDocument>('moderationActs');
  const fieldOf = (isBack: boolean) => (isBack ? 'back' : 'work');

  return {
    /** Keeps an act that is to be carried out, once. @returns what is kept under its id; null: another is at work */
    async begin({ courseId }: CourseScope, { id, ...act }: ModerationAct): Promise<ModerationAct | null> {
      if (await insertOnce(acts(), { _id: id, courseId, ...act, done: true, moving: true }))
        return { id, ...act };
      const found = await acts().findOne({ _id: id, courseId }).lean<ActDocument>();
      return found && toAct(found);
    },

    /** An act that is at work. */
    async findMoving({ courseId }: CourseScope, id: string): Promise<ModerationAct | null> {
      const found = await acts().findOne({ _id: id, courseId, moving: true }).lean<ActDocument>();
      return found && toAct(found);
    },

    /** Begins to take an act back. @returns false when another is at work, or this one is taken back already */
    async beginBack({ courseId }: CourseScope, id: string, back: MoveWork): Promise<boolean> {
      try {
        const { matchedCount } = await acts().updateOne(
          { _id: id, courseId, back: null, undone: null, moving: null },
          { $set: { back, moving: true } },
        );
        return matchedCount === 1;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** Leaves an act as it is: something else was done since. */
    async cancelBack({ courseId }: CourseScope, id: string): Promise<void> {
      await acts().updateOne(
        { _id: id, courseId, 'back.state': 'begun' },
        { $set: { back: null }, $unset: { moving: 1 } },
      );
    },

    /** Notes how far it is. @returns false when it was further already */
    async advance(
      { courseId }: CourseScope,
      id: string,
      isBack: boolean,
      from: MoveWork['state'],
      work: MoveWork,
    ): Promise<boolean> {
      const field = fieldOf(isBack);
      const { matchedCount } = await acts().updateOne(
        { _id: id, courseId, moving: true, [`${field}.state`]: from },
        { $set: { [field]: work } },
      );
      return matchedCount === 1;
    },

    /** Notes how many posts have gone. */
    async noteMoved({ courseId }: CourseScope, id: string, isBack: boolean, moved: number): Promise<void> {
      await acts().updateOne({ _id: id, courseId }, { $set: { [`${fieldOf(isBack)}.moved`]: moved } });
    },

    /** Notes that all is done, and lets the next begin. @param undone by whom and when it is taken back */
    async finish({ courseId }: CourseScope, id: string, undone: ModerationAct['undone']): Promise<void> {
      await acts().updateOne(
        { _id: id, courseId, moving: true },
        {
          $set: { [`${fieldOf(undone !== null)}.state`]: 'done', ...(undone && { undone }) },
          $unset: { moving: 1 },
        },
      );
    },
  };
}
