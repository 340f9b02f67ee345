import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/activity.ts';
import { useApi } from '../../app/context.ts';
import { newId } from '../../app/new-id.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { saveDiscussion, type Settings } from '../discussion/settings-api.ts';

type Activity = z.output<typeof contract.ActivitySummaryView>;

const KEY = ['discussions per group'] as const;

/** The discussions of the course in which groups have spaces of their own. */
export function useDiscussionsPerGroup() {
  const api = useApi();
  return useQuery({
    queryKey: KEY,
    async queryFn({ signal }) {
      const all: Activity[] = [];
      let after: string | null | undefined;
      while (after !== null) {
        const query = after === undefined ? {} : { after };
        const page = await api.call<typeof contract.ListActivities>('get', '/activities', { query }, signal);
        all.push(...page.items);
        after = page.next;
      }
      return all.filter(({ type, groupSetId }) => type === 'discussion' && groupSetId !== null);
    },
    staleTime: 0,
  });
}

/** Makes a discussion that everybody sees at once. @returns its id */
export function useMakeDiscussion() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    async mutationFn(settings: Settings) {
      const { id } = await saveDiscussion(api, newId(), settings, 0, 'published');
      return id;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
