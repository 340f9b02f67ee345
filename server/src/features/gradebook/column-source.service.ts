import type { CourseScope } from '../../core/course-scope.ts';
import type { GradedColumn } from './grade-column.domain.ts';
import type { GradeInput, GradeSource } from './grade-run.domain.ts';

/** Members handed on at once. */
const CHUNK = 200;

interface Graded {
  readonly revision: number;
  readonly phase: string;
}

interface Ports<Activity extends Graded> {
  readonly activities: { get(scope: CourseScope, activityId: string): Promise<Activity> };
  readonly course: {
    listLearners(
      scope: CourseScope,
      after: string | undefined,
      limit: number,
    ): Promise<{ readonly items: readonly { readonly id: string }[]; readonly next: string | null }>;
  };
  /** As the settings say, the main one first; none where nothing is graded here. */
  readonly columnsOf: (
    activity: Activity,
    scope: CourseScope,
  ) => readonly GradedColumn[] | Promise<readonly GradedColumn[]>;
  readonly inputsOf: (
    scope: CourseScope,
    activity: Activity,
    ids: readonly string[],
  ) => Promise<GradeInput[]>;
  readonly runFinished: GradeSource['runFinished'];
}

/**
 * The source of an activity that grades everybody who could take part: also who has done nothing, as that is what the
 * grade says of them.
 */
export const createColumnSource = <Activity extends Graded>({
  activities,
  course,
  columnsOf,
  inputsOf,
  runFinished,
}: Ports<Activity>): GradeSource => ({
  async grading(scope, activityId) {
    const activity = await activities.get(scope, activityId);
    return {
      revision: activity.revision,
      columns: await columnsOf(activity, scope),
      released: activity.phase === 'released',
    };
  },

  async *inputs(scope, activityId, _columns, memberIds) {
    const activity = await activities.get(scope, activityId);
    if (memberIds) {
      for (let start = 0; start < memberIds.length; start += CHUNK)
        yield await inputsOf(scope, activity, memberIds.slice(start, start + CHUNK));
      return;
    }
    let after: string | undefined;
    do {
      const page = await course.listLearners(scope, after, CHUNK);
      const ids = page.items.map(({ id }) => id);
      yield await inputsOf(scope, activity, ids);
      after = page.next ?? undefined;
    } while (after !== undefined);
  },

  runFinished,
});
