import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { groupBy } from '../../core/group-by.ts';
import { defineCollection, pushEvents } from '../../platform/database/collection.ts';
import { insertMissing, insertOnce } from '../../platform/database/insert-once.ts';
import type { Comparison, ComparisonVersion, JudgedPair } from './comparison.domain.ts';
import {
  type ComparisonDocument,
  createKnownComparisons,
  GIVEN,
  toComparison,
} from './known-comparisons.store.ts';

/** `_id`: comparison/version. */
type VersionDocument = ComparisonVersion & { _id: string; courseId: string };

const INSERT_BATCH = 1000;
const required = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, required: true } as never;
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const headSchema = new Schema<ComparisonDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    reviewerId: required,
    left: mixed,
    right: mixed,
    authorIds: { type: [String] as never, required: true },
    extra: { type: Boolean, required: true },
    state: required as never,
    version: { type: Number, required: true },
    promise: String as never,
    share: { type: Number, default: null },
    choices: { type: [Schema.Types.Mixed] as never, required: true },
    takenAway: Boolean as never,
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  .index({ courseId: 1, activityId: 1, reviewerId: 1 })
  .index({ courseId: 1, activityId: 1, authorIds: 1 })
  .index({ courseId: 1, activityId: 1, _id: 1 });

const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    comparisonId: required,
    version: { type: Number, required: true },
    choices: { type: [Schema.Types.Mixed] as never, required: true },
    leftComment: mixed,
    rightComment: mixed,
    promise: String as never,
    share: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  options,
);

const withoutEvents = { events: 0, eventsSince: 0 };

const toVersion = ({ _id, courseId, ...rest }: VersionDocument): ComparisonVersion => rest;

/** How many comparisons somebody makes, or a work is in: made and all. */
interface Tally {
  readonly memberId: string;
  readonly done: number;
  readonly of: number;
}

function tallied(
  some: readonly ComparisonDocument[],
  idsOf: (one: ComparisonDocument) => readonly string[],
): Tally[] {
  const all = some.flatMap((one) => idsOf(one).map((id) => ({ id, isDone: one.state === 'submitted' })));
  return [...groupBy(all, ({ id }) => id)].map(([memberId, own]) => ({
    memberId,
    done: own.filter(({ isDone }) => isDone).length,
    of: own.length,
  }));
}

export type ComparisonStore = ReturnType<typeof createComparisonStore>;

/** Queries of `comparisons` and `comparisonVersions`. */
export function createComparisonStore(connection: Connection) {
  const Heads = defineCollection(connection, 'comparisons', headSchema, { events: true });
  const Versions = defineCollection(connection, 'comparisonVersions', versionSchema);
  const versionId = (comparisonId: string, version: number): string => `${comparisonId}/${version}`;

  const find = async (filter: object): Promise<Comparison[]> =>
    (await Heads.find(filter, withoutEvents).sort({ _id: 1 }).lean<ComparisonDocument[]>()).map(toComparison);

  return {
    ...createKnownComparisons(Heads),

    /** A comparison of this activity by this reviewer, or null: another's is none. */
    async findOwn(
      { courseId }: CourseScope,
      activityId: string,
      id: string,
      reviewerId: string,
    ): Promise<Comparison | null> {
      const filter = { _id: id, courseId, activityId, reviewerId, ...GIVEN };
      const found = await Heads.findOne(filter, withoutEvents).lean<ComparisonDocument>();
      return found && toComparison(found);
    },

    /** Those of some that are there. */
    findMany: ({ courseId }: CourseScope, ids: readonly string[]): Promise<Comparison[]> =>
      ids.length === 0 ? Promise.resolve([]) : find({ _id: { $in: [...ids] }, courseId, ...GIVEN }),

    /** What some people have to compare, by their ids. */
    listByReviewers: ({ courseId }: CourseScope, activityId: string, reviewerIds: readonly string[]) =>
      find({ courseId, activityId, reviewerId: { $in: [...reviewerIds] }, ...GIVEN }),

    /** The submitted ones that a work is in. */
    listByAuthor: ({ courseId }: CourseScope, activityId: string, authorId: string) =>
      find({ courseId, activityId, authorIds: authorId, state: 'submitted' }),

    /** All of an activity, also what was taken away. */
    listAll: ({ courseId }: CourseScope, activityId: string) => find({ courseId, activityId }),

    /** What somebody has to compare, and what some works are in; also what was taken away. */
    listAround: (
      { courseId }: CourseScope,
      activityId: string,
      reviewerId: string,
      authorIds: readonly string[],
    ) => find({ courseId, activityId, $or: [{ reviewerId }, { authorIds: { $in: [...authorIds] } }] }),

    /** A page of them. @param after the id of the last one before it */
    async listPage(
      { courseId }: CourseScope,
      activityId: string,
      after: string | undefined,
      limit: number,
    ): Promise<Comparison[]> {
      const from = after === undefined ? {} : { _id: { $gt: after } };
      const found = await Heads.find({ courseId, activityId, ...from, ...GIVEN }, withoutEvents)
        .sort({ _id: 1 })
        .limit(limit)
        .lean<ComparisonDocument[]>();
      return found.map(toComparison);
    },

    /** What every submitted comparison of the activity says, by their ids, and how many there are in all. */
    async listJudged(
      { courseId }: CourseScope,
      activityId: string,
    ): Promise<{ readonly judged: JudgedPair[]; readonly of: number }> {
      const found = await Heads.find(
        { courseId, activityId, ...GIVEN },
        { reviewerId: 1, 'left.authorId': 1, 'right.authorId': 1, share: 1, choices: 1, state: 1 },
      )
        .sort({ _id: 1 })
        .lean<ComparisonDocument[]>();
      const judged = found
        .filter(({ state }) => state === 'submitted')
        .map(({ _id, reviewerId, left, right, share, choices }) => ({
          id: _id,
          reviewerId,
          leftAuthorId: left.authorId,
          rightAuthorId: right.authorId,
          share: share ?? 0,
          choices,
        }));
      return { judged, of: found.length };
    },

    async anySubmitted({ courseId }: CourseScope, activityId: string): Promise<boolean> {
      return (await Heads.exists({ courseId, activityId, state: 'submitted' })) !== null;
    },

    /** How far some people are with what they have to compare, and what compares their works, by who handed them in. */
    async tally(
      { courseId }: CourseScope,
      activityId: string,
      memberIds: readonly string[],
    ): Promise<{ readonly given: Tally[]; readonly received: Tally[] }> {
      const among = { $in: [...memberIds] };
      const fields = { reviewerId: 1, 'left.authorId': 1, 'right.authorId': 1, state: 1 };
      const of = { courseId, activityId, ...GIVEN };
      const [made, got] = await Promise.all([
        Heads.find({ ...of, reviewerId: among }, fields).lean<ComparisonDocument[]>(),
        Heads.find({ ...of, authorIds: among }, fields).lean<ComparisonDocument[]>(),
      ]);
      return {
        given: tallied(made, ({ reviewerId }) => [reviewerId]),
        received: tallied(got, ({ left, right }) => [left.authorId, right.authorId]),
      };
    },

    /** Adds those that are not there yet; one that has begun stays as it is. */
    async insertMissing(comparisons: readonly Comparison[]): Promise<void> {
      for (let start = 0; start < comparisons.length; start += INSERT_BATCH) {
        const documents = comparisons
          .slice(start, start + INSERT_BATCH)
          .map(({ id, ...fields }) => ({ _id: id, ...fields, events: [] }));
        await insertMissing(Heads, documents);
      }
    },

    async markBegun({ courseId }: CourseScope, id: string): Promise<void> {
      await Heads.updateOne({ _id: id, courseId, state: 'toDo', ...GIVEN }, { $set: { state: 'begun' } });
    },

    /** Takes away what nobody has begun, or gives it back. @returns false when it has begun meanwhile. */
    async setTakenAway({ courseId }: CourseScope, id: string, isTaken: boolean): Promise<boolean> {
      const change = isTaken ? { $set: { takenAway: true } } : { $unset: { takenAway: 1 } };
      const { matchedCount } = await Heads.updateOne({ _id: id, courseId, state: 'toDo' }, change);
      return matchedCount === 1;
    },

    /** @returns false when it has begun meanwhile. */
    async removeUnbegun({ courseId }: CourseScope, id: string): Promise<boolean> {
      const { deletedCount } = await Heads.deleteOne({ _id: id, courseId, state: 'toDo' });
      return deletedCount === 1;
    },

    /** Also one that has begun. */
    async removeUnsubmitted({ courseId }: CourseScope, id: string): Promise<void> {
      await Heads.deleteOne({ _id: id, courseId, state: { $ne: 'submitted' } });
    },

    /** Makes `version` the current one if the one before it still is. @returns false when somebody was faster. */
    async advance(
      { courseId }: CourseScope,
      version: ComparisonVersion,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const { share, choices, promise } = version;
      const result = await Heads.updateOne(
        { _id: version.comparisonId, courseId, version: version.version - 1, ...GIVEN },
        { $set: { state: 'submitted', version: version.version, share, choices, promise, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** @returns false when this version was written already. */
    insertVersion({ courseId }: CourseScope, version: ComparisonVersion): Promise<boolean> {
      return insertOnce(Versions, {
        _id: versionId(version.comparisonId, version.version),
        courseId,
        ...version,
      });
    },

    /** The current versions of some comparisons, by the comparisons' ids. */
    async findVersions(
      { courseId }: CourseScope,
      comparisons: readonly Pick<Comparison, 'id' | 'version'>[],
    ): Promise<Map<string, ComparisonVersion>> {
      const found = await Versions.find({
        _id: { $in: comparisons.map(({ id, version }) => versionId(id, version)) },
        courseId,
      }).lean<VersionDocument[]>();
      return new Map(found.map((one) => [one.comparisonId, toVersion(one)]));
    },
  };
}
