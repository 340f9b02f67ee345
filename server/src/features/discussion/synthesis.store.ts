import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { NamedMember, NamesLookup } from '../../core/names-lookup.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { PostDocument } from './post-documents.store.ts';
import type { Synthesis } from './synthesis.domain.ts';

/** `_id`: the thread's. */
type HeadDocument = Synthesis & Eventful & { _id: string; courseId: string };
/** `_id`: thread/revision. */
type VersionDocument = Synthesis & { _id: string; courseId: string };

export interface NamedSynthesis extends Synthesis {
  readonly author: NamedMember | null;
}

const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;
const fields = {
  _id: required,
  courseId: required,
  threadId: required,
  activityId: required,
  revision: { type: Number, required: true },
  text: mixed,
  divergent: mixed,
  by: required,
  at: { type: Date, required: true },
};
const headSchema = new Schema<HeadDocument>(
  {
    ...fields,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
);
const versionSchema = new Schema<VersionDocument>(fields, options).index({
  courseId: 1,
  threadId: 1,
  revision: -1,
});

export type SynthesisStore = ReturnType<typeof createSynthesisStore>;

/** Queries of `syntheses`, one per thread, and of `synthesisVersions`, which hold what they were before. */
export function createSynthesisStore(connection: Connection, names: NamesLookup) {
  const Heads = defineCollection(connection, 'syntheses', headSchema, { events: true });
  const Versions = defineCollection(connection, 'synthesisVersions', versionSchema);
  const posts = () => connection.model<PostDocument>('posts');

  const toNamed = (found: VersionDocument): NamedSynthesis => {
    const { threadId, activityId, revision, text, divergent, by, at } = found;
    return { threadId, activityId, revision, text, divergent, by, at, author: names.memberIn(found) };
  };

  return {
    /** With who has written it, in one round trip. */
    async find({ courseId }: CourseScope, threadId: string): Promise<NamedSynthesis | null> {
      const [found] = await Heads.aggregate<HeadDocument>([
        { $match: { _id: threadId, courseId } },
        { $unset: 'events' },
        ...(names.stages('by') as never[]),
      ]);
      return found ? toNamed(found) : null;
    },

    /** Keeps a version, then puts the next in its place. @returns false when another was put there before */
    async replace(
      { courseId }: CourseScope,
      before: Synthesis | null,
      after: Synthesis,
      event: DomainEvent,
    ): Promise<boolean> {
      const { threadId } = after;
      if (!before) {
        const first = { _id: threadId, courseId, ...after, events: [event], eventsSince: event.at };
        return insertOnce(Heads, first);
      }
      const { revision } = before;
      const { activityId, text, divergent, by, at } = before;
      const version = { threadId, activityId, revision, text, divergent, by, at };
      await insertOnce(Versions, { _id: `${threadId}/${revision}`, courseId, ...version });
      const { $push, $set } = pushEvents(event);
      const { matchedCount } = await Heads.updateOne(
        { _id: threadId, courseId, revision },
        { $set: { ...after, ...$set }, $push },
      );
      return matchedCount === 1;
    },

    /** What it was before, the newest first. */
    async listVersions({ courseId }: CourseScope, threadId: string, limit: number) {
      const found = await Versions.aggregate<VersionDocument>([
        { $match: { courseId, threadId } },
        { $sort: { revision: -1 } },
        { $limit: limit },
        ...(names.stages('by') as never[]),
      ]);
      return found.map(toNamed);
    },

    /** Who has written in a thread unknown to peers, and known to staff. */
    listHiddenAuthors({ courseId }: CourseScope, threadId: string): Promise<string[]> {
      return posts().distinct('authorId', { courseId, threadId, promise: 'peers' });
    },
  };
}
