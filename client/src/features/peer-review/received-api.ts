import { useQuery } from '@tanstack/react-query';
import type * as observed from '../../../../server/src/contracts/observed.ts';
import type * as contract from '../../../../server/src/contracts/peer-review.ts';
import { useApi } from '../../app/context.ts';
import { keys } from './api.ts';

/** The reviews of the own work, or of an observed learner's. */
export function useReceivedReviews(activityId: string, observedId: string | null = null) {
  const api = useApi();
  return useQuery({
    queryKey: [...keys.received(activityId), observedId],
    queryFn: ({ signal }) =>
      observedId === null
        ? api.call<typeof contract.GetReceivedReviews>(
            'get',
            '/activities/:activityId/received-reviews',
            { params: { activityId } },
            signal,
          )
        : api.call<typeof observed.GetObservedReviews>(
            'get',
            '/activities/:activityId/observed/:memberId/received-reviews',
            { params: { activityId, memberId: observedId } },
            signal,
          ),
  });
}
