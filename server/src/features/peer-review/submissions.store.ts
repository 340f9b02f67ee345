import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { isDuplicateKey } from '../../platform/database/errors.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import { asRichText, type RichText } from '../../contracts/plain-text.ts';
import type { Submission, SubmissionVersion, WorkFile } from './peer-review.domain.ts';

type HeadDocument = Omit<Submission, 'id'> & Eventful & { _id: string };
/** `_id`: submission/version. */
type VersionDocument = Omit<SubmissionVersion, 'text' | 'files'> & {
  _id: string;
  courseId: string;
  /** Plain text, and no files, in what was handed in before texts were rich. */
  text: RichText | string;
  files?: readonly WorkFile[];
};

const required = { type: String, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const headSchema = new Schema<HeadDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    authorId: required,
    group: Schema.Types.Mixed as never,
    testUser: { type: Boolean, required: true },
    version: { type: Number, required: true },
    promise: String as never,
    submittedAt: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  // The id is random, so this index is what keeps a second submission of one author out.
  .index({ courseId: 1, activityId: 1, authorId: 1 }, { unique: true })
  // Nor has a group a second one, and nobody shares two.
  .index(
    { courseId: 1, activityId: 1, 'group.id': 1 },
    { unique: true, partialFilterExpression: { 'group.id': { $exists: true } } },
  )
  .index(
    { courseId: 1, activityId: 1, 'group.memberIds': 1 },
    { unique: true, partialFilterExpression: { 'group.memberIds': { $exists: true } } },
  )
  .index({ courseId: 1, activityId: 1, testUser: 1 });

const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    submissionId: required,
    version: { type: Number, required: true },
    text: { type: Schema.Types.Mixed, required: true } as never,
    files: { type: [Schema.Types.Mixed] as never, required: true },
    links: { type: [String] as never, default: undefined },
    promise: String as never,
    at: { type: Date, required: true },
  },
  options,
);

const toSubmission = ({ _id, events, eventsSince, ...rest }: HeadDocument): Submission => ({
  id: _id,
  ...rest,
});

/** A work and whose it is. */
type WorkAuthors = Pick<Submission, 'id' | 'authorId' | 'group'>;

const ofAuthors = ({ courseId }: CourseScope, activityId: string, ids: readonly string[]) => {
  const isIn = { $in: [...ids] };
  return {
    $or: [
      { courseId, activityId, authorId: isIn },
      { courseId, activityId, 'group.memberIds': isIn },
    ],
  };
};

const toVersion = (version: VersionDocument): SubmissionVersion => ({
  submissionId: version.submissionId,
  version: version.version,
  text: asRichText(version.text),
  files: version.files ?? [],
  links: version.links ?? [],
  ...(version.promise && { promise: version.promise }),
  at: version.at,
});

export type SubmissionStore = ReturnType<typeof createSubmissionStore>;

/** Queries of `submissions` and `submissionVersions`. */
export function createSubmissionStore(connection: Connection) {
  const Heads = defineCollection(connection, 'submissions', headSchema, { events: true });
  const Versions = defineCollection(connection, 'submissionVersions', versionSchema);
  /** What the stages of `newestLookup` leave in a row. */
  type LookedUp = { handedIn?: VersionDocument[]; handedInHeads?: unknown; handedInId?: unknown };
  const versionId = (submissionId: string, version: number): string => `${submissionId}/${version}`;

  return {
    /** A member's work, also one that is shared with a group. */
    async findByAuthor(scope: CourseScope, activityId: string, authorId: string): Promise<Submission | null> {
      const found = await Heads.findOne(ofAuthors(scope, activityId, [authorId])).lean<HeadDocument>();
      return found && toSubmission(found);
    },

    /** Works of some members, each once. */
    async findByAuthors(
      scope: CourseScope,
      activityId: string,
      authorIds: readonly string[],
    ): Promise<Submission[]> {
      const found = await Heads.find(ofAuthors(scope, activityId, authorIds)).lean<HeadDocument[]>();
      return found.map(toSubmission);
    },

    async findByGroup(scope: CourseScope, activityId: string, groupId: string): Promise<Submission | null> {
      const found = await Heads.findOne({
        courseId: scope.courseId,
        activityId,
        'group.id': groupId,
      }).lean<HeadDocument>();
      return found && toSubmission(found);
    },

    /** Everything handed in by learners up to a moment: what an allocation goes by. */
    async listUntil(scope: CourseScope, activityId: string, moment: Date): Promise<Submission[]> {
      const found = await Heads.find(
        {
          courseId: scope.courseId,
          activityId,
          testUser: false,
          submittedAt: { $lte: moment },
        },
        { events: 0, eventsSince: 0 },
      ).lean<HeadDocument[]>();
      return found.map(toSubmission);
    },

    /** Everything handed in by learners: ids and authors. */
    listAll(scope: CourseScope, activityId: string): Promise<WorkAuthors[]> {
      return Heads.find({ courseId: scope.courseId, activityId, testUser: false }, { authorId: 1, group: 1 })
        .lean<(Omit<WorkAuthors, 'id'> & { _id: string })[]>()
        .then((found) =>
          found.map(({ _id: id, authorId, group }) => ({ id, authorId, ...(group && { group }) })),
        );
    },

    /** Who handed in, by id, one for each work, without the test student: the page after `after`. */
    async listAuthors(
      scope: CourseScope,
      activityId: string,
      after: string | null,
      limit: number,
    ): Promise<string[]> {
      const found = await Heads.find(
        {
          courseId: scope.courseId,
          activityId,
          testUser: false,
          ...(after !== null && { authorId: { $gt: after } }),
        },
        { authorId: 1 },
      )
        .sort({ authorId: 1 })
        .limit(limit)
        .lean<{ authorId: string }[]>();
      return found.map(({ authorId }) => authorId);
    },

    /** Learners' submissions. */
    countAll(scope: CourseScope, activityId: string): Promise<number> {
      return Heads.countDocuments({ courseId: scope.courseId, activityId, testUser: false });
    },

    /** Learners' submissions whose newest version came after a moment. */
    countAfter(scope: CourseScope, activityId: string, moment: Date): Promise<number> {
      return Heads.countDocuments({
        courseId: scope.courseId,
        activityId,
        testUser: false,
        submittedAt: { $gt: moment },
      });
    },

    /** @returns false when the author has a submission already. */
    async insert(submission: Submission, event: DomainEvent): Promise<boolean> {
      const { id, ...fields } = submission;
      return insertOnce(Heads, { _id: id, ...fields, events: [event], eventsSince: event.at });
    },

    /** Makes a version the current one if the one before it still is. @returns false when somebody was faster. */
    async advance(
      scope: CourseScope,
      { id, version, promise, submittedAt, group }: Submission,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const now = { version, submittedAt, ...(promise && { promise }), ...(group && { group }) };
      try {
        const result = await Heads.updateOne(
          { _id: id, courseId: scope.courseId, version: version - 1 },
          { $set: { ...now, ...$set }, $push },
        );
        return result.modifiedCount === 1;
      } catch (error) {
        // Somebody in the group has come to share another group's work at this very moment.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** @returns false when this version was written already. */
    insertVersion(scope: CourseScope, version: SubmissionVersion): Promise<boolean> {
      const _id = versionId(version.submissionId, version.version);
      return insertOnce(Versions, { _id, courseId: scope.courseId, ...version });
    },

    async findVersions(
      { courseId }: CourseScope,
      works: readonly { readonly submissionId: string; readonly submissionVersion: number }[],
    ): Promise<SubmissionVersion[]> {
      const ids = works.map(({ submissionId, submissionVersion }) =>
        versionId(submissionId, submissionVersion),
      );
      const found = await Versions.find({ _id: { $in: ids }, courseId }).lean<VersionDocument[]>();
      return found.map(toVersion);
    },

    async findVersion(
      scope: CourseScope,
      submissionId: string,
      version: number,
    ): Promise<SubmissionVersion | null> {
      const found = await Versions.findOne({
        _id: versionId(submissionId, version),
        courseId: scope.courseId,
      }).lean<VersionDocument>();
      return found && toVersion(found);
    },

    /** How the newest version of a work comes along with a row of another collection that holds the work's id. */
    newestLookup: {
      stages: (key: string) => [
        {
          $lookup: {
            from: Heads.collection.name,
            localField: key,
            foreignField: '_id',
            as: 'handedInHeads',
          },
        },
        {
          $addFields: {
            handedInId: {
              $concat: [
                `$${key}`,
                '/',
                { $toString: { $ifNull: [{ $arrayElemAt: ['$handedInHeads.version', 0] }, 0] } },
              ],
            },
          },
        },
        {
          $lookup: {
            from: Versions.collection.name,
            localField: 'handedInId',
            foreignField: '_id',
            as: 'handedIn',
          },
        },
      ],

      take<Row extends object>(found: Row) {
        const { handedIn = [], handedInHeads, handedInId, ...row } = found as Row & LookedUp;
        const [newest] = handedIn;
        return {
          row: row as unknown as Row,
          work: newest
            ? {
                version: newest.version,
                text: asRichText(newest.text),
                files: newest.files ?? [],
                links: newest.links ?? [],
                submittedAt: newest.at,
              }
            : null,
        };
      },
    },
  };
}
