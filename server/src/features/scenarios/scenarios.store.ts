import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { ProjectScenarios } from './scenarios.domain.ts';

/** `_id`: the project. What is given is bounded by its groups. */
type ScenariosDocument = Omit<ProjectScenarios, 'activityId'> & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<ScenariosDocument>(
  {
    _id: required,
    courseId: required,
    given: { type: Schema.Types.Mixed, required: true } as never,
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, _id: 1 });

export type ScenarioStore = ReturnType<typeof createScenarioStore>;

/** Queries of `groupScenarios`: one document per project, so that a draw is even however many look at once. */
export function createScenarioStore(connection: Connection) {
  const Scenarios = defineCollection(connection, 'groupScenarios', schema, { events: true });
  return {
    async find({ courseId }: CourseScope, activityId: string): Promise<ProjectScenarios> {
      const found = await Scenarios.findOne(
        { _id: activityId, courseId },
        { events: 0 },
      ).lean<ScenariosDocument>();
      return { activityId, given: found?.given ?? [], revision: found?.revision ?? 0 };
    },

    /** @param all with the revision that they get. @returns false when somebody was faster */
    async save({ courseId }: CourseScope, all: ProjectScenarios, event: DomainEvent): Promise<boolean> {
      const { activityId: _id, given, revision } = all;
      if (revision === 1)
        return insertOnce(Scenarios, {
          _id,
          courseId,
          given,
          revision,
          events: [event],
          eventsSince: event.at,
        });
      const { $push, $set } = pushEvents(event);
      const { matchedCount } = await Scenarios.updateOne(
        { _id, courseId, revision: revision - 1 },
        { $set: { given, revision, ...$set }, $push },
      );
      return matchedCount > 0;
    },
  };
}
