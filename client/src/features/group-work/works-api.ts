import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/group-marking.ts';
import { useApi } from '../../app/context.ts';
import { useSectionsWanted } from '../course/use-sections-wanted.ts';
import { hiddenQuery, markingKeys } from '../marking/api.ts';
import { useHidden } from '../marking/use-hidden.ts';
import type { Walked } from '../marking/walk.ts';
import { pathOf, type Place } from './api.ts';

export type ProjectWork = contract.ProjectWorkRow;
export type HiddenWork = contract.HiddenWorkView;

/** For staff: the works of all groups, or of those of the own sections. What divides works makes it be read again. */
export function useProjectWorks(activityId: string) {
  const api = useApi();
  const { wanted } = useSectionsWanted();
  const { isHidden } = useHidden();
  return useInfiniteQuery({
    queryKey: [...markingKeys.all(activityId), 'works', wanted, isHidden],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListProjectWorks>(
        'get',
        '/group-work/:activityId/works',
        { params: { activityId }, query: { after: pageParam, sections: wanted, ...hiddenQuery(isHidden) } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
}

/**
 * What counts, is not marked or by one of two people alone, and no colleague has it. What two do not agree on waits for
 * the lead.
 */
const awaitsMark = ({ state, mark, isExcused, isTaken, stage }: ProjectWork): boolean =>
  state === 'handedIn' &&
  mark === null &&
  !isExcused &&
  !isTaken &&
  (stage === null || stage === 'toDoAgain');

export const walkedOf = (works: readonly ProjectWork[]): Walked[] =>
  works.map((work) => ({ id: work.workId, awaits: awaitsMark(work), share: work.share }));

/** The work at a place, if it is one of some. */
export const deliverableIn = (works: readonly ProjectWork[], { groupId, n }: Place): ProjectWork | null =>
  works.find((work) => work.groupId === groupId && work.n === n) ?? null;

/** Where a work of some is; null: it is none of them. */
export function pathOfWork(
  activityId: string,
  works: readonly ProjectWork[],
  workId: string | null,
): string | null {
  const work = works.find((one) => one.workId === workId);
  return work ? pathOf({ activityId, groupId: work.groupId, n: work.n }) : null;
}

/** What stands at a place whose group nobody is to know. */
export function useHiddenWork(place: Place) {
  const api = useApi();
  return useQuery({
    queryKey: ['group work hidden', place.activityId, place.groupId, place.n],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetHiddenWork>(
        'get',
        '/group-work/:activityId/groups/:groupId/milestones/:n/hidden',
        { params: { ...place } },
        signal,
      ),
  });
}
