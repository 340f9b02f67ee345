import type { Item } from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { countsAsLearner, type CourseService } from '../course/index.ts';
import { type OwnGroup, rowSetsOf, withOwnRows } from './own-groups.domain.ts';
import { type GroupTimes, groupsTogether, type Period } from './time-together.domain.ts';

interface Ports {
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly groups: {
    /** Those of some sets that a member is or was in, with everybody who is or was in them. */
    everIn(scope: CourseScope, memberId: string, setIds: readonly string[]): Promise<GroupTimes[]>;
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
     * @param asked the groups as they were when the answers were begun; or what the round is about, and now
     */
    async resolve(
      scope: CourseScope,
      memberId: string,
      items: readonly Item[],
      asked: readonly OwnGroup[] | { readonly period: Period; readonly now: Date },
    ): Promise<{ items: Item[]; groups: readonly OwnGroup[] | undefined }> {
      const setIds = rowSetsOf(items);
      if (setIds.length === 0) return { items: [...items], groups: undefined };
      const isBegun = !('period' in asked);
      const found = isBegun
        ? asked
        : groupsTogether(await groups.everIn(scope, memberId, setIds), memberId, asked.period, asked.now);
      const people = await membersOf(scope, found);
      if (isBegun) return { items: withOwnRows(items, found, memberId, people), groups: found };
      const known = new Map(people.map((one) => [one.id, one]));
      // Who has left the course while in a group, or teaches, is nobody's fellow; of who left the group before one still is asked.
      const isFellow = ({ until = {} }: OwnGroup, id: string): boolean => {
        const one = known.get(id);
        return (
          one !== undefined && countsAsLearner(until[id] === undefined ? one : { ...one, status: 'active' })
        );
      };
      const present = found
        .map((group) => ({ ...group, memberIds: group.memberIds.filter((id) => isFellow(group, id)) }))
        .filter(({ memberIds, until }) => until?.[memberId] === undefined || memberIds.length > 1);
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
