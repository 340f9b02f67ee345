import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { OutsideLinks } from './outside-places.domain.ts';

/** `_id`: activity/group. Earlier links are in the audit. */
type LinksDocument = OutsideLinks & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<LinksDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    links: { type: Schema.Types.Mixed, required: true } as never,
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1 });

const toLinks = ({ activityId, groupId, links, revision }: LinksDocument): OutsideLinks => ({
  activityId,
  groupId,
  links,
  revision,
});

export type OutsideLinkStore = ReturnType<typeof createOutsideLinkStore>;

/** Queries of `outsideLinks`. */
export function createOutsideLinkStore(connection: Connection) {
  const Links = defineCollection(connection, 'outsideLinks', schema, { events: true });
  return {
    async find({ courseId }: CourseScope, activityId: string, groupId: string): Promise<OutsideLinks | null> {
      const found = await Links.findOne({ _id: `${activityId}/${groupId}`, courseId }).lean<LinksDocument>();
      return found && toLinks(found);
    },

    async listOf({ courseId }: CourseScope, activityId: string): Promise<OutsideLinks[]> {
      const found = await Links.find({ courseId, activityId }, { events: 0 }).lean<LinksDocument[]>();
      return found.map(toLinks);
    },

    /** @param links with the revision that they get. @returns false when somebody was faster */
    async save({ courseId }: CourseScope, links: OutsideLinks, event: DomainEvent): Promise<boolean> {
      const _id = `${links.activityId}/${links.groupId}`;
      const { $push, $set } = pushEvents(event);
      if (links.revision === 1)
        return insertOnce(Links, { _id, courseId, ...links, events: [event], ...$set });
      const { matchedCount } = await Links.updateOne(
        { _id, courseId, revision: links.revision - 1 },
        { $set: { links: links.links, revision: links.revision, ...$set }, $push },
      );
      return matchedCount > 0;
    },
  };
}
