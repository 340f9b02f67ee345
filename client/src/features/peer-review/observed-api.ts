import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as observed from '../../../../server/src/contracts/observed.ts';
import { useApi } from '../../app/context.ts';

/** What an observer reads of one learner. */
export type ObservedActivity = z.output<typeof observed.ObservedActivityView>;

export function useObservedActivity(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['peer-review', activityId, 'observed', memberId],
    queryFn: ({ signal }) =>
      api.call<typeof observed.GetObservedActivity>(
        'get',
        '/activities/:activityId/observed/:memberId',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}

export function useObservedSubmission(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['peer-review', activityId, 'observed', memberId, 'submission'],
    queryFn: ({ signal }) =>
      api.call<typeof observed.GetObservedSubmission>(
        'get',
        '/activities/:activityId/observed/:memberId/submission',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}
