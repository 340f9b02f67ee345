import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { FormerRubric } from './rubric-versions.domain.ts';

/** `_id`: activity/rubric. */
interface RubricDocument extends FormerRubric {
  _id: string;
  courseId: string;
  activityId: string;
}

const required = { type: String, required: true };

const schema = new Schema<RubricDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    rubricId: required,
    criteria: { type: [Schema.Types.Mixed] as never, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1, at: 1 });

/** More changes of one rubric than anybody makes while reviews run. */
const FORMER_MAX = 200;

export type RubricVersionStore = ReturnType<typeof createRubricVersionStore>;

/** Queries of `rubricVersions`: rubrics by which reviews were written, kept when they are changed. */
export function createRubricVersionStore(connection: Connection) {
  const Rubrics = defineCollection(connection, 'rubricVersions', schema);
  return {
    /** Keeping it again changes nothing. */
    async keep({ courseId }: CourseScope, activityId: string, former: FormerRubric): Promise<void> {
      await insertOnce(Rubrics, { _id: `${activityId}/${former.rubricId}`, courseId, activityId, ...former });
    },

    /** By their time, the oldest first. */
    async list({ courseId }: CourseScope, activityId: string): Promise<FormerRubric[]> {
      const found = await Rubrics.find({ courseId, activityId })
        .sort({ at: 1 })
        .limit(FORMER_MAX)
        .lean<RubricDocument[]>();
      return found.map(({ rubricId, criteria, at }) => ({ rubricId, criteria, at }));
    },
  };
}
