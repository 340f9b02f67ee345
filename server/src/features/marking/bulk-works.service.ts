import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Criterion } from '../../contracts/rubric.ts';
import type { Activity } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import { byRubric, type FoundWorks, type Measure } from './bulk.domain.ts';
import type { Mark, MarkingItem, MarkingSource } from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';
import type { MarkWriter } from './write-mark.service.ts';

/**
 * The works of one kind of activity, as acts on many at once see them. Marking keeps those of most types itself; a type
 * whose marks hold more than a rubric keeps its own and lends them.
 */
export interface BulkWorks {
  /** What they are marked by, if by anything; where parts are marked by several, the most that one gives. @throws AppError FORBIDDEN */
  measureOf(activity: Activity): Measure;
  /** One that is not there is left out. @param hidden whether names are not even read */
  find(
    scope: CourseScope,
    activityId: string,
    workIds: readonly string[],
    hidden: boolean,
  ): Promise<FoundWorks>;
  /** The versions of a mark before its newest, newest first. */
  listEarlier(scope: CourseScope, item: MarkingItem): Promise<Mark[]>;
  /** The version that was handed in last; 0 when what was handed in is there no more. */
  versionOf(scope: CourseScope, item: MarkingItem): Promise<number>;
  readonly write: MarkWriter;
}

export type WorksFinder = ReturnType<typeof createWorksFinder>;

/** The works of activities, by type: marking's own, but for types that keep theirs. */
export interface Kinds<Works> {
  readonly own: Works;
  readonly further: Readonly<Record<string, Works>>;
  /** Of whatever type; null: the course does not have it. */
  readonly findActivity: (scope: CourseScope, activityId: string) => Promise<Activity | null>;
}

export const createWorksFinder = <Works extends BulkWorks>({ own, further, findActivity }: Kinds<Works>) => {
  /** Whose works an activity's are, and what they are marked by. @throws AppError NOT_FOUND, FORBIDDEN */
  async function ofActivity(scope: CourseScope, activityId: string) {
    const activity = await findActivity(scope, activityId);
    if (!activity) throw new AppError('NOT_FOUND', { kind: 'activity' });
    const works = further[activity.type] ?? own;
    return { works, measure: works.measureOf(activity) };
  }

  return {
    ofActivity,

    /** Some works. @throws as `ofActivity` */
    async some(
      scope: CourseScope,
      activityId: string,
      workIds: readonly string[],
      hidden: boolean,
    ): Promise<FoundWorks> {
      const found = await own.find(scope, activityId, workIds, hidden);
      if (found.items.length > 0) return found;
      const { works } = await ofActivity(scope, activityId);
      return works === own ? found : works.find(scope, activityId, workIds, hidden);
    },
  };
};

/** What the works that marking keeps are marked by. */
export interface CriteriaSource {
  criteriaOf(activity: Activity): readonly Criterion[];
}

/** The works that marking keeps itself. */
export function createOwnWorks(
  store: Pick<MarkingStore, 'findSome' | 'listEarlier'>,
  source: Pick<MarkingSource, 'groupsOf' | 'readWork'> & CriteriaSource,
  course: Pick<CourseService, 'findMembers'>,
  write: MarkWriter,
): BulkWorks {
  /** How those are called whose works some are: learners by their names, groups by theirs. */
  async function ownerNames(
    scope: CourseScope,
    activityId: string,
    items: readonly MarkingItem[],
  ): Promise<Map<string, string | null>> {
    const ids = items.map(({ memberId }) => memberId);
    const [members, groups] = await Promise.all([
      course.findMembers(scope, ids),
      source.groupsOf(scope, activityId, ids),
    ]);
    return new Map([
      ...members.map(({ id, name }) => [id, name] as const),
      ...[...groups].map(([id, { name }]) => [id, name] as const),
    ]);
  }

  return {
    measureOf: (activity) => byRubric(source.criteriaOf(activity)),

    async find(scope, activityId, workIds, hidden) {
      const items = await store.findSome(scope, activityId, workIds);
      const isNamed = !hidden && items.length > 0;
      return { items, names: isNamed ? await ownerNames(scope, activityId, items) : new Map() };
    },

    listEarlier: (scope, { id }) => store.listEarlier(scope, id),

    versionOf: async (scope, { activityId, memberId }) =>
      (await source.readWork(scope, activityId, memberId))?.version ?? 0,

    write,
  };
}
