import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion-settings.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Settings = z.output<typeof contract.DiscussionSettings>;
export type SavedSettings = z.output<typeof contract.DiscussionSettingsView>;
export type DiscussionEffect = contract.DiscussionEffect;

const settingsKey = (activityId: string) => ['discussion settings', activityId] as const;

/** Creates a discussion or changes it. */
export const saveDiscussion = (
  api: ApiClient,
  activityId: string,
  settings: Settings,
  expectedRevision: number,
  state?: 'draft' | 'published',
) =>
  api.call<typeof contract.SaveDiscussion>('put', '/discussions/:activityId', {
    params: { activityId },
    body: { settings, expectedRevision, ...(state && { state }) },
  });

export const getSettings = (api: ApiClient, activityId: string, signal?: AbortSignal) =>
  api.call<typeof contract.GetDiscussionSettings>(
    'get',
    '/discussions/:activityId/settings',
    { params: { activityId } },
    signal,
  );

export function useDiscussionSettings(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: settingsKey(activityId),
    queryFn: ({ signal }) => getSettings(api, activityId, signal),
  });
}

/** What saving would do. */
export function usePreviewSettings(activityId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (settings: Settings) =>
      api.call<typeof contract.PreviewDiscussion>('post', '/discussions/:activityId/preview', {
        params: { activityId },
        body: { settings },
      }),
  });
}

export function useSaveSettings(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ settings, expectedRevision }: { settings: Settings; expectedRevision: number }) =>
      saveDiscussion(api, activityId, settings, expectedRevision),
    onSuccess: (saved) => {
      queries.setQueryData(settingsKey(activityId), saved);
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(activityId) });
    },
  });
}
