import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/spot-checks.ts';
import { useApi } from '../../app/context.ts';

export type SpotChecks = z.output<typeof contract.SpotChecksView>;

/** How certain grades are, and which works are worth a look; anew whenever the page is opened. */
export function useSpotChecks(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['peer-review', activityId, 'spot-checks'],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetSpotChecks>(
        'get',
        '/activities/:activityId/spot-checks',
        { params: { activityId } },
        signal,
      ),
  });
}
