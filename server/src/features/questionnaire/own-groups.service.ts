import type { Item } from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { countsAsLearner, type CourseService } from '../course/index.ts';
import { type OwnGroup, rowSetsOf, withOwnRows } from './own-groups.domain.ts';

interface Ports {
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly groups: {
    ownGroups(scope: CourseScope, memberId: string, setIds: readonly string[]): Promise<OwnGroup[]>;
    findSets(scope: CourseScope, setIds: readonly string[]): Promise<readonly { readonly id: string }[]>;
  };
}

export type OwnGroups = ReturnType<typeof createOwnGroups>;

/** Whose group somebody is asked about. */
export function createOwnGroups({ course, groups }: Ports) {
  const membersOf = async (scope: CourseScope, found: readonly OwnGroup[]) => {
    const ids = [...new Set(found.flatMap(({ memberIds }) => memberIds))];
    return ids.length === 0 ? [] : course.findMembers(scope, ids);
  };

  return {
    /**
     * The items with the people of the member's groups as rows: no round trip where no rows are people, at most three.
     *
     * @param kept the groups as they were when the answers were begun; undefined: as they are now.
     */
    async resolve(
      scope: CourseScope,
      memberId: string,
      items: readonly Item[],
      kept: readonly OwnGroup[] | undefined,
    ): Promise<{ items: Item[]; groups: readonly OwnGroup[] | undefined }> {
      const setIds = rowSetsOf(items);
      if (setIds.length === 0) return { items: [...items], groups: undefined };
      const found = kept ?? (await groups.ownGroups(scope, memberId, setIds));
      const people = await membersOf(scope, found);
      // Who had left, or taught, when the answers were begun is nobody's fellow; who leaves later stays asked about.
      const learners = new Set(
        people.filter((one) => kept !== undefined || countsAsLearner(one)).map(({ id }) => id),
      );
      const present = found.map((group) => ({
        ...group,
        memberIds: group.memberIds.filter((id) => learners.has(id)),
      }));
      return { items: withOwnRows(items, present, memberId, people), groups: present };
    },

    /** @throws AppError NOT_FOUND for a group set that the course does not have. */
    async requireSets(scope: CourseScope, setIds: readonly string[]): Promise<void> {
      if (setIds.length === 0) return;
      const found = await groups.findSets(scope, setIds);
      if (found.length < new Set(setIds).size) throw new AppError('NOT_FOUND', { kind: 'groupSet' });
    },
  };
}
