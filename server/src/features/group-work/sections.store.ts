import { type Connection, Schema } from 'mongoose';
import type { RichText } from '../../contracts/plain-text.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { DeliverableKey } from './group-work.domain.ts';

/** What a group has written in one section so far. */
interface SectionDraft {
  readonly sectionId: string;
  readonly text: RichText;
  readonly revision: number;
  readonly savedBy: string;
  readonly savedAt: Date;
}

/** `_id`: activity/group/n/section. Drafts make no events. */
type SectionDocument = SectionDraft & {
  _id: string;
  courseId: string;
  activityId: string;
  deliverableId: string;
};

const required = { type: String, required: true };
const schema = new Schema<SectionDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    deliverableId: required,
    sectionId: required,
    text: { type: Schema.Types.Mixed, required: true } as never,
    revision: { type: Number, required: true },
    savedBy: required,
    savedAt: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, deliverableId: 1 })
  .index({ courseId: 1, activityId: 1 });

const idOf = ({ activityId, groupId, n }: DeliverableKey): string => `${activityId}/${groupId}/${n}`;

export type SectionStore = ReturnType<typeof createSectionStore>;

/** Queries of `deliverableSections`: each a document of its own, so that members write different ones at once. */
export function createSectionStore(connection: Connection) {
  const Sections = defineCollection(connection, 'deliverableSections', schema);
  return {
    listOf: ({ courseId }: CourseScope, key: DeliverableKey): Promise<SectionDraft[]> =>
      Sections.find(
        { courseId, deliverableId: idOf(key) },
        { _id: 0, sectionId: 1, text: 1, revision: 1, savedBy: 1, savedAt: 1 },
      ).lean<SectionDraft[]>(),

    /** When something was saved last at each milestone of some groups. */
    async lastSaved({ courseId }: CourseScope, keys: readonly DeliverableKey[]) {
      const groupOf = new Map(keys.map((key) => [idOf(key), key.groupId]));
      const found = await Sections.aggregate<{ _id: string; at: Date }>([
        { $match: { courseId, deliverableId: { $in: [...groupOf.keys()] } } },
        { $group: { _id: '$deliverableId', at: { $max: '$savedAt' } } },
      ]);
      return found.map(({ _id, at }) => ({ groupId: groupOf.get(_id), at }));
    },

    async hasAny({ courseId }: CourseScope, activityId: string): Promise<boolean> {
      return (await Sections.exists({ courseId, activityId })) !== null;
    },

    /** @param one with the revision that it gets. @returns false when somebody was faster */
    async save({ courseId }: CourseScope, key: DeliverableKey, one: SectionDraft): Promise<boolean> {
      const deliverableId = idOf(key);
      const _id = `${deliverableId}/${one.sectionId}`;
      if (one.revision === 1)
        return insertOnce(Sections, { _id, courseId, activityId: key.activityId, deliverableId, ...one });
      const { text, revision, savedBy, savedAt } = one;
      const { matchedCount } = await Sections.updateOne(
        { _id, courseId, revision: revision - 1 },
        { $set: { text, revision, savedBy, savedAt } },
      );
      return matchedCount > 0;
    },
  };
}
