import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { Steps, Survey, SurveyKey } from './team-dynamics.domain.ts';

/** `_id`: activity/group/n. */
type SurveyDocument = Survey & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<SurveyDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    n: { type: Number, required: true },
    memberIds: { type: [String] as never, required: true },
    until: { type: Date, required: true },
    answers: { type: [Schema.Types.Mixed] as never, required: true },
    answeredAt: { type: Date, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, groupId: 1 });

const toSurvey = ({ _id, courseId, events, eventsSince, ...rest }: SurveyDocument): Survey => rest;
const idOf = ({ activityId, groupId, n }: SurveyKey): string => `${activityId}/${groupId}/${n}`;

interface Answer {
  readonly by: string;
  readonly steps: Steps;
  readonly at: Date;
}

export type DynamicsStore = ReturnType<typeof createDynamicsStore>;

/** Queries of `teamDynamics`: the answers of a group after a milestone, in one document. */
export function createDynamicsStore(connection: Connection) {
  const Surveys = defineCollection(connection, 'teamDynamics', schema, { events: true });
  return {
    /** All of a project, or those of some groups. */
    async list(
      { courseId }: CourseScope,
      activityId: string,
      groupIds: readonly string[] | null,
    ): Promise<Survey[]> {
      const ofGroups = groupIds && { groupId: { $in: groupIds } };
      const found = await Surveys.find({ courseId, activityId, ...ofGroups }, { events: 0 }).lean<
        SurveyDocument[]
      >();
      return found.map(toSurvey);
    },

    /**
     * Keeps an answer, if it is asked for and there is none of this person yet.
     *
     * @param first whom the survey asks and until when, if nobody has answered before. @returns false when it is not kept
     */
    async answer(
      { courseId }: CourseScope,
      key: SurveyKey,
      first: Pick<Survey, 'memberIds' | 'until'>,
      { by, steps, at }: Answer,
      event: DomainEvent,
    ): Promise<boolean> {
      const { $push, $set } = pushEvents(event);
      const { activityId, groupId, n } = key;
      const begun = { activityId, groupId, n, ...first, answers: [{ by, steps }], answeredAt: at };
      if (await insertOnce(Surveys, { _id: idOf(key), courseId, ...begun, events: [event], ...$set }))
        return true;
      const { matchedCount } = await Surveys.updateOne(
        { _id: idOf(key), courseId, memberIds: by, until: { $gt: at }, 'answers.by': { $ne: by } },
        { $set: { answeredAt: at, ...$set }, $push: { ...$push, answers: { by, steps } } },
      );
      return matchedCount > 0;
    },
  };
}
