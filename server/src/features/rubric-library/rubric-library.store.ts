import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { KeptRubric, KeptRubricVersion } from './rubric-library.domain.ts';

type HeadDocument = Omit<KeptRubric, 'id'> & Eventful & { _id: string; courseId: string };
/** `_id`: rubric/n. */
type VersionDocument = KeptRubricVersion & { _id: string; courseId: string };

const required = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const headSchema = new Schema<HeadDocument>(
  {
    _id: required,
    courseId: required,
    name: required,
    version: number,
    criteria: number,
    removed: { type: Boolean, required: true },
    savedAt: date,
    savedBy: required,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, removed: 1, name: 1, _id: 1 });

const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    rubricId: required,
    n: number,
    name: required,
    criteria: { type: [Schema.Types.Mixed] as never, required: true },
    at: date,
    by: required,
  },
  options,
).index({ courseId: 1, rubricId: 1, n: 1 });

const toRubric = ({ _id, courseId, events, eventsSince, ...rest }: HeadDocument): KeptRubric => ({
  id: _id,
  ...rest,
});
const toVersion = ({ _id, courseId, ...rest }: VersionDocument): KeptRubricVersion => rest;

export type RubricLibraryStore = ReturnType<typeof createRubricLibraryStore>;

/** Queries of `keptRubrics` and `keptRubricVersions`. */
export function createRubricLibraryStore(connection: Connection) {
  const Heads = defineCollection(connection, 'keptRubrics', headSchema, { events: true });
  const Versions = defineCollection(connection, 'keptRubricVersions', versionSchema);
  const versionId = (rubricId: string, n: number): string => `${rubricId}/${n}`;

  return {
    async list({ courseId }: CourseScope, limit: number): Promise<KeptRubric[]> {
      const found = await Heads.find({ courseId, removed: false }, { events: 0, eventsSince: 0 })
        .sort({ name: 1, _id: 1 })
        .limit(limit)
        .lean<HeadDocument[]>();
      return found.map(toRubric);
    },

    count: ({ courseId }: CourseScope): Promise<number> => Heads.countDocuments({ courseId, removed: false }),

    /** Also one that was removed. */
    async find({ courseId }: CourseScope, id: string): Promise<KeptRubric | null> {
      const found = await Heads.findOne({ _id: id, courseId }).lean<HeadDocument>();
      return found && toRubric(found);
    },

    /** @returns false when the id is taken, here or in another course. */
    insert({ courseId }: CourseScope, { id, ...fields }: KeptRubric, event: DomainEvent): Promise<boolean> {
      return insertOnce(Heads, { _id: id, courseId, ...fields, events: [event], eventsSince: event.at });
    },

    /** Makes a version the newest if the one before it still is. @returns false when somebody was faster */
    async advance(
      { courseId }: CourseScope,
      { rubricId, n, name, criteria, at, by }: KeptRubricVersion,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const fields = {
        version: n,
        name,
        criteria: criteria.length,
        removed: false,
        savedAt: at,
        savedBy: by,
      };
      const result = await Heads.updateOne(
        { _id: rubricId, courseId, version: n - 1 },
        { $set: { ...fields, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** @returns false when it is so already */
    async setRemoved(
      { courseId }: CourseScope,
      id: string,
      removed: boolean,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const result = await Heads.updateOne(
        { _id: id, courseId, removed: !removed },
        { $set: { removed, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** @returns false when this version was written already. */
    insertVersion({ courseId }: CourseScope, version: KeptRubricVersion): Promise<boolean> {
      return insertOnce(Versions, { _id: versionId(version.rubricId, version.n), courseId, ...version });
    },

    async findVersions(
      { courseId }: CourseScope,
      rubricId: string,
      numbers: readonly number[],
    ): Promise<KeptRubricVersion[]> {
      const _id = { $in: numbers.map((n) => versionId(rubricId, n)) };
      return (await Versions.find({ _id, courseId }).lean<VersionDocument[]>()).map(toVersion);
    },

    /** When and by whom versions were saved, the newest first. */
    async listVersions(
      { courseId }: CourseScope,
      rubricId: string,
      limit: number,
    ): Promise<Pick<KeptRubricVersion, 'n' | 'at' | 'by'>[]> {
      return Versions.find({ courseId, rubricId }, { _id: 0, n: 1, at: 1, by: 1 })
        .sort({ n: -1 })
        .limit(limit)
        .lean<Pick<KeptRubricVersion, 'n' | 'at' | 'by'>[]>();
    },
  };
}
