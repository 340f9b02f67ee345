import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
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
    testUser: { type: Boolean, required: true },
    version: { type: Number, required: true },
    submittedAt: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
)
  // The id is random, so this index is what keeps a second submission of one author out.
  .index({ courseId: 1, activityId: 1, authorId: 1 }, { unique: true })
  .index({ courseId: 1, activityId: 1, testUser: 1 });

const versionSchema = new Schema<VersionDocument>(
  {
    _id: required,
    courseId: required,
    submissionId: required,
    version: { type: Number, required: true },
    text: { type: Schema.Types.Mixed, required: true } as never,
    files: { type: [Schema.Types.Mixed] as never, required: true },
    at: { type: Date, required: true },
  },
  options,
);

const toSubmission = ({ _id, events, eventsSince, ...rest }: HeadDocument): Submission => ({
  id: _id,
  ...rest,
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
    async findByAuthor(scope: CourseScope, activityId: string, authorId: string): Promise<Submission | null> {
      const found = await Heads.findOne({
        courseId: scope.courseId,
        activityId,
        authorId,
      }).lean<HeadDocument>();
      return found && toSubmission(found);
    },

    async findByAuthors(
      scope: CourseScope,
      activityId: string,
      authorIds: readonly string[],
    ): Promise<Submission[]> {
      const found = await Heads.find({
        courseId: scope.courseId,
        activityId,
        authorId: { $in: authorIds },
      }).lean<HeadDocument[]>();
      return found.map(toSubmission);
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
    listAll(scope: CourseScope, activityId: string): Promise<{ id: string; authorId: string }[]> {
      return Heads.find({ courseId: scope.courseId, activityId, testUser: false }, { authorId: 1 })
        .lean<{ _id: string; authorId: string }[]>()
        .then((found) => found.map(({ _id: id, authorId }) => ({ id, authorId })));
    },

    /** Authors by id, without the test student: the page after `after`. */
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

    /** Makes `version` the current one if the one before it still is. @returns false when somebody was faster. */
    async advance(
      scope: CourseScope,
      submissionId: string,
      version: number,
      at: Date,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const result = await Heads.updateOne(
        { _id: submissionId, courseId: scope.courseId, version: version - 1 },
        { $set: { version, submittedAt: at, ...$set }, $push },
      );
      return result.modifiedCount === 1;
    },

    /** @returns false when this version was written already. */
    insertVersion(scope: CourseScope, version: SubmissionVersion): Promise<boolean> {
      const _id = versionId(version.submissionId, version.version);
      return insertOnce(Versions, { _id, courseId: scope.courseId, ...version });
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
      return (
        found && {
          submissionId,
          version,
          text: asRichText(found.text),
          files: found.files ?? [],
          at: found.at,
        }
      );
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
                submittedAt: newest.at,
              }
            : null,
        };
      },
    },
  };
}
