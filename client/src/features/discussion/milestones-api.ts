import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/milestones.ts';
import { useApi } from '../../app/context.ts';

export type Milestone = contract.Milestone;
export type OwnMilestone = contract.MilestoneView;

/** What a discussion expects of the caller. Its key is the discussion's, so that a post brings it up to date. */
export function useChecklist(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['checklist', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetChecklist>(
        'get',
        '/discussions/:activityId/checklist',
        { params: { activityId } },
        signal,
      ),
  });
}
