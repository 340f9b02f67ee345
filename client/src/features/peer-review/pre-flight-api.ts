import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/pre-flight.ts';
import { useApi } from '../../app/context.ts';

export type PreFlight = contract.PreFlightView;
export type PreFlightWork = PreFlight['works'][number];
export type PreFlightReviewer = PreFlight['reviewers'][number];
export type PreFlightShares = contract.PreFlightShares;

/** A dry run on the people of the course; another draw draws others by lot. */
export function usePreFlight(activityId: string, shares: PreFlightShares, draw: number) {
  const api = useApi();
  return useQuery({
    queryKey: ['pre-flight', activityId, shares, draw],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetPreFlight>(
        'get',
        '/activities/:activityId/pre-flight',
        { params: { activityId }, query: { ...shares, draw } },
        signal,
      ),
    // What is shown stays until the next one is there.
    placeholderData: keepPreviousData,
  });
}
