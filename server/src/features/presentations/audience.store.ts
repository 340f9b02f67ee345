import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Question, Rating } from './audience.domain.ts';

/** `_id`: the question. Who votes are members of the course, each once. */
type QuestionDocument = Omit<Question, 'questionId'> & Eventful & { _id: string; courseId: string };
/** `_id`: slot/member, so that each answers once. It makes no event: what somebody said is nobody's to follow. */
interface RatingDocument {
  _id: string;
  courseId: string;
  slotId: string;
  memberId: string;
  ratings: readonly Rating[];
}

const required = { type: String, required: true };
const options = { versionKey: false, minimize: false, strict: 'throw' } as const;

const questionSchema = new Schema<QuestionDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    slotId: required,
    by: required,
    text: required,
    at: { type: Date, required: true },
    answeredAt: { type: Date, default: null } as never,
    voters: { type: [String] as never, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  options,
).index({ courseId: 1, slotId: 1, at: 1 });

const ratingSchema = new Schema<RatingDocument>(
  {
    _id: required,
    courseId: required,
    slotId: required,
    memberId: required,
    ratings: { type: Schema.Types.Mixed, required: true } as never,
  },
  options,
).index({ courseId: 1, slotId: 1 });

const toQuestion = ({ _id, courseId, ...question }: QuestionDocument): Question => ({
  questionId: _id,
  ...question,
});

export type AudienceStore = ReturnType<typeof createAudienceStore>;

/** Queries of `presentationQuestions` and `presentationRatings`. */
export function createAudienceStore(connection: Connection) {
  const Questions = defineCollection(connection, 'presentationQuestions', questionSchema, { events: true });
  const Ratings = defineCollection(connection, 'presentationRatings', ratingSchema);

  async function change(filter: object, set: object, event: DomainEvent): Promise<void> {
    const { $push, $set } = pushEvents(event);
    const { $push: pushed = {}, $set: changed = {}, ...rest } = set as Record<string, object>;
    await Questions.updateOne(filter, {
      ...rest,
      $push: { ...pushed, ...$push },
      $set: { ...changed, ...$set },
    });
  }

  return {
    async listQuestions({ courseId }: CourseScope, slotId: string): Promise<Question[]> {
      const found = await Questions.find({ courseId, slotId }, { events: 0, eventsSince: 0 })
        .sort({ at: 1 })
        .lean<QuestionDocument[]>();
      return found.map(toQuestion);
    },

    /** @returns false when it is there already */
    ask: ({ courseId }: CourseScope, { questionId, ...question }: Question, event: DomainEvent) =>
      insertOnce(Questions, {
        _id: questionId,
        courseId,
        ...question,
        events: [event],
        eventsSince: event.at,
      }),

    /** Doing the same again changes nothing. */
    vote: (
      { courseId }: CourseScope,
      { questionId, slotId }: Pick<Question, 'questionId' | 'slotId'>,
      memberId: string,
      voted: boolean,
      event: DomainEvent,
    ): Promise<void> =>
      voted
        ? change(
            { _id: questionId, courseId, slotId, voters: { $ne: memberId } },
            { $push: { voters: memberId } },
            event,
          )
        : change(
            { _id: questionId, courseId, slotId, voters: memberId },
            { $pull: { voters: memberId } },
            event,
          ),

    markAnswered: (
      { courseId }: CourseScope,
      { questionId, slotId }: Pick<Question, 'questionId' | 'slotId'>,
      answeredAt: Date | null,
      event: DomainEvent,
    ): Promise<void> => change({ _id: questionId, courseId, slotId }, { $set: { answeredAt } }, event),

    async listRatings(
      { courseId }: CourseScope,
      slotId: string,
    ): Promise<Pick<RatingDocument, 'memberId' | 'ratings'>[]> {
      return Ratings.find({ courseId, slotId }, { _id: 0, memberId: 1, ratings: 1 }).lean<
        Pick<RatingDocument, 'memberId' | 'ratings'>[]
      >();
    },

    /** What somebody says last counts. */
    async rate(
      { courseId }: CourseScope,
      slotId: string,
      memberId: string,
      ratings: readonly Rating[],
    ): Promise<void> {
      const _id = `${slotId}/${memberId}`;
      if (await insertOnce(Ratings, { _id, courseId, slotId, memberId, ratings })) return;
      await Ratings.updateOne({ _id, courseId }, { $set: { ratings } });
    },
  };
}
