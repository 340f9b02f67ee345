import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/notices.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';

const UNREAD_EVERY_MS = 60_000;

/** Everything that is read of notices. */
export const NOTICES_KEY = ['notices'] as const;
export const UNREAD_KEY = ['notices', 'unread'] as const;

/** How many notices are unread; asked again every minute while the page is seen. */
export function useUnread() {
  const api = useApi();
  return useQuery({
    queryKey: UNREAD_KEY,
    queryFn: ({ signal }) => api.call<typeof contract.CountUnread>('get', '/notices/unread', {}, signal),
    refetchInterval: ({ state }) => (state.status === 'error' ? false : UNREAD_EVERY_MS),
  });
}

export const notePlace = (api: ApiClient, place: { zone: string; locale: string }) =>
  api.call<typeof contract.NotePlace>('put', '/notices/place', { body: place });
