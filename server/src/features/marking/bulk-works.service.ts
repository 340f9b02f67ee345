import type { Criterion } from '../../contracts/rubric.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { CourseService } from '../course/index.ts';
import type { Mark, MarkingItem, MarkingSource } from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';
import type { MarkWriter } from './write-mark.service.ts';

/** Works with how those are called whose they are, by the members that they stand under. */
export interface FoundWorks {
  readonly items: readonly MarkingItem[];
  readonly names: ReadonlyMap<string, string | null>;
}

/**
 * The works of one kind of activity, as acts on many at once see them. Marking keeps those of most types itself; a type
 * whose marks hold more than a rubric keeps its own and lends them.
 */
export interface BulkWorks {
  /** What they are marked by, if by anything; null for an activity of another kind. @throws AppError FORBIDDEN */
  findCriteria(scope: CourseScope, activityId: string): Promise<readonly Criterion[] | null>;
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

/** Finds out whose works an activity's are. @param kinds tried one after the other, marking's own first */
export const createKindFinder =
  <Works extends Pick<BulkWorks, 'findCriteria'>>(kinds: readonly Works[]) =>
  /** @throws AppError NOT_FOUND for an activity that the course does not have, FORBIDDEN */
  async (scope: CourseScope, activityId: string) => {
    for (const works of kinds) {
      const criteria = await works.findCriteria(scope, activityId);
      if (criteria) return { works, criteria };
    }
    throw new AppError('NOT_FOUND', { kind: 'activity' });
  };

/** @param kinds as in `createKindFinder` */
export const createWorksFinder = <Works extends BulkWorks>(kinds: readonly Works[]) => ({
  ofActivity: createKindFinder(kinds),

  /** Some works, without a look at what they are marked by. */
  async some(
    scope: CourseScope,
    activityId: string,
    workIds: readonly string[],
    hidden: boolean,
  ): Promise<FoundWorks> {
    for (const works of kinds) {
      const found = await works.find(scope, activityId, workIds, hidden);
      if (found.items.length > 0) return found;
    }
    return { items: [], names: new Map() };
  },
});

/** The works that marking keeps itself. */
export function createOwnWorks(
  store: Pick<MarkingStore, 'findSome' | 'listEarlier'>,
  source: MarkingSource,
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
    async findCriteria(scope, activityId) {
      try {
        return (await source.rubric(scope, activityId)).criteria;
      } catch (error) {
        if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
        throw error;
      }
    },

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
