import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/group-observed.ts';
import { useApi } from '../../app/context.ts';
import type { Place } from './api.ts';

/** What an observer reads of one learner's project. */
export type ObservedProject = contract.ObservedProjectView;

export function useObservedProject(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['group work', activityId, 'observed', memberId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetObservedProject>(
        'get',
        '/group-work/:activityId/observed/:memberId',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}

/** What the learner's group has handed in. @param isWanted nothing is fetched until it is */
export function useObservedCopy(place: Place, memberId: string, isWanted: boolean) {
  const api = useApi();
  const { activityId, groupId, n } = place;
  return useQuery({
    queryKey: ['group work', activityId, 'observed', memberId, groupId, n],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetObservedCopy>(
        'get',
        '/group-work/:activityId/observed/:memberId/groups/:groupId/milestones/:n',
        { params: { ...place, memberId } },
        signal,
      ),
    enabled: isWanted,
  });
}
