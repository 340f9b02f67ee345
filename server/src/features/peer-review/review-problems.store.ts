import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { DisagreementNote, ReviewProblem } from './review-problems.domain.ts';

type ProblemDocument = Omit<ReviewProblem, 'id'> & Eventful & { _id: string; isOpen: boolean };
/** `_id`: activity/author. */
type NoteDocument = DisagreementNote & Eventful & { _id: string };

const required = { type: String, required: true };
const date = { type: Date, required: true };
const events = { type: [Schema.Types.Mixed] as never, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;
const open = { partialFilterExpression: { isOpen: true } };

const problemSchema = new Schema<ProblemDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    reviewId: required,
    side: String as never,
    authorId: required,
    group: Schema.Types.Mixed as never,
    reporterId: required,
    kind: required as never,
    text: { type: String, default: '' },
    reportedAt: date,
    answer: { type: Schema.Types.Mixed, default: null } as never,
    isOpen: { type: Boolean, required: true },
    revision: { type: Number, required: true },
    events,
    eventsSince: Date,
  },
  options,
)
  // One report at a time about one review: of two sent at once, this lets one in.
  .index({ courseId: 1, activityId: 1, reviewId: 1 }, { unique: true, ...open })
  .index({ courseId: 1, activityId: 1, reportedAt: -1, _id: 1 })
  .index({ courseId: 1, _id: 1 }, open);

const noteSchema = new Schema<NoteDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    authorId: required,
    dismissal: { type: Schema.Types.Mixed, default: null } as never,
    revision: { type: Number, required: true },
    events,
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, activityId: 1 });

const toProblem = ({
  _id,
  isOpen,
  events: _events,
  eventsSince,
  ...rest
}: ProblemDocument): ReviewProblem => ({
  id: _id,
  ...rest,
});
const toNote = ({ _id, events: _events, eventsSince, ...rest }: NoteDocument): DisagreementNote => rest;

/** Where a list goes on: after this moment and id. */
interface Place {
  readonly at: Date;
  readonly id: string;
}

export type ReviewProblemStore = ReturnType<typeof createReviewProblemStore>;

/** Queries of `reviewProblems` and `reviewDisagreements`: what reviewers report, and what staff said of both. */
export function createReviewProblemStore(connection: Connection) {
  const Problems = defineCollection(connection, 'reviewProblems', problemSchema, { events: true });
  const Notes = defineCollection(connection, 'reviewDisagreements', noteSchema, { events: true });
  const list = async (filter: object, sort: Record<string, 1 | -1>, limit: number) =>
    (await Problems.find(filter).sort(sort).limit(limit).lean<ProblemDocument[]>()).map(toProblem);

  return {
    /** @returns false when there is one with this id, or one about this review that waits. */
    insert({ id, ...problem }: ReviewProblem, event: DomainEvent): Promise<boolean> {
      return insertOnce(Problems, {
        _id: id,
        ...problem,
        isOpen: true,
        events: [event],
        eventsSince: event.at,
      });
    },

    async find({ courseId }: CourseScope, id: string): Promise<ReviewProblem | null> {
      const found = await Problems.findOne({ _id: id, courseId }).lean<ProblemDocument>();
      return found && toProblem(found);
    },

    /** Stores an answer if nobody was faster. @returns whether it did */
    async answer({ id, courseId, answer, revision }: ReviewProblem, event: DomainEvent): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const result = await Problems.updateOne(
        { _id: id, courseId, revision: revision - 1 },
        { $push, $set: { ...$set, answer, revision, isOpen: false } },
      );
      return result.matchedCount === 1;
    },

    /** What one reviewer reported of one review, the newest first. */
    listOwn: ({ courseId }: CourseScope, activityId: string, reviewId: string, reporterId: string) =>
      list({ courseId, activityId, reviewId, reporterId }, { reportedAt: -1, _id: 1 }, 100),

    /** The newest first. */
    listOfActivity: ({ courseId }: CourseScope, activityId: string, after: Place | null, limit: number) => {
      const older = after && {
        $or: [{ reportedAt: { $lt: after.at } }, { reportedAt: after.at, _id: { $gt: after.id } }],
      };
      return list({ courseId, activityId, ...older }, { reportedAt: -1, _id: 1 }, limit);
    },

    /** Those of some that wait for staff. */
    findOpen: ({ courseId }: CourseScope, ids: readonly string[]) =>
      list({ _id: { $in: ids }, courseId, isOpen: true }, { _id: 1 }, ids.length),

    /** What waits for staff in the whole course by id: the page after `after`. */
    listOpen: ({ courseId }: CourseScope, after: string, limit: number) =>
      list({ courseId, isOpen: true, _id: { $gt: after } }, { _id: 1 }, limit),

    /** What staff said of disagreements of an activity. */
    async listNotes({ courseId }: CourseScope, activityId: string): Promise<DisagreementNote[]> {
      return (await Notes.find({ courseId, activityId }).lean<NoteDocument[]>()).map(toNote);
    },

    /** Stores what staff said if nobody was faster. @returns whether it did */
    async saveNote(note: DisagreementNote, event: DomainEvent): Promise<boolean> {
      const { courseId, activityId, authorId, dismissal, revision } = note;
      const _id = `${activityId}/${authorId}`;
      if (revision === 1) return insertOnce(Notes, { _id, ...note, events: [event], eventsSince: event.at });
      const { $push, $set } = pushEvents(event);
      const result = await Notes.updateOne(
        { _id, courseId, revision: revision - 1 },
        { $push, $set: { ...$set, dismissal, revision } },
      );
      return result.matchedCount === 1;
    },
  };
}
