import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';

/** A page of one group in one activity; what is written on it is in the log of its changes. */
export interface GroupPage {
  readonly pageId: string;
  readonly activityId: string;
  readonly groupId: string;
  readonly title: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Null: it is in the group's list. */
  readonly deletedAt: Date | null;
}

type PageDocument = Omit<GroupPage, 'pageId'> & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<PageDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    title: required,
    createdBy: required,
    createdAt: { type: Date, required: true },
    deletedAt: { type: Date, default: null } as never,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, groupId: 1, createdAt: 1 });

const toPage = ({ _id, courseId, ...rest }: PageDocument): GroupPage => ({ pageId: _id, ...rest });

export type PageStore = ReturnType<typeof createPageStore>;

/** Queries of `groupPages`. */
export function createPageStore(connection: Connection) {
  const Pages = defineCollection(connection, 'groupPages', schema);
  return {
    async find({ courseId }: CourseScope, pageId: string): Promise<GroupPage | null> {
      const found = await Pages.findOne({ _id: pageId, courseId }).lean<PageDocument>();
      return found && toPage(found);
    },

    /** Also those taken out of the list; there are never many. */
    async listOf({ courseId }: CourseScope, activityId: string, groupId: string): Promise<GroupPage[]> {
      const found = await Pages.find({ courseId, activityId, groupId })
        .sort({ createdAt: 1 })
        .lean<PageDocument[]>();
      return found.map(toPage);
    },

    /** The pages in the lists of some groups. */
    async listOfGroups(
      { courseId }: CourseScope,
      activityId: string,
      groupIds: readonly string[],
    ): Promise<GroupPage[]> {
      const filter = { courseId, activityId, groupId: { $in: groupIds }, deletedAt: null };
      return (await Pages.find(filter).lean<PageDocument[]>()).map(toPage);
    },

    /** @returns false when there is one of this id */
    add: ({ courseId }: CourseScope, { pageId, ...page }: GroupPage): Promise<boolean> =>
      insertOnce(Pages, { _id: pageId, courseId, ...page }),

    async change(
      { courseId }: CourseScope,
      pageId: string,
      change: Partial<Pick<GroupPage, 'title' | 'deletedAt'>>,
    ): Promise<void> {
      await Pages.updateOne({ _id: pageId, courseId }, { $set: change });
    },
  };
}
