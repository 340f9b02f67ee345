import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as effects from '../../../../server/src/contracts/group-effects.ts';
import type * as contract from '../../../../server/src/contracts/group-work.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Settings = z.output<typeof contract.GroupWorkSettings>;
export type Milestone = Settings['milestones'][number];
export type ProjectEffect = effects.ProjectEffect;
export type SavedSettings = z.output<typeof contract.GroupWorkSettingsView>;

const settingsKey = (activityId: string) => ['group work settings', activityId] as const;

/** Creates a project or changes it. */
export const saveGroupWork = (
  api: ApiClient,
  activityId: string,
  settings: Settings,
  expectedRevision: number,
  state?: 'draft' | 'published',
) =>
  api.call<typeof contract.SaveGroupWork>('put', '/group-work/:activityId', {
    params: { activityId },
    body: { settings, expectedRevision, ...(state && { state }) },
  });

export const getSettings = (api: ApiClient, activityId: string, signal?: AbortSignal) =>
  api.call<typeof contract.GetGroupWorkSettings>(
    'get',
    '/group-work/:activityId/settings',
    { params: { activityId } },
    signal,
  );

export function useProjectSettings(activityId: string) {
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
      api.call<typeof effects.PreviewGroupWork>('post', '/group-work/:activityId/preview', {
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
      saveGroupWork(api, activityId, settings, expectedRevision),
    onSuccess: (saved) => {
      queries.setQueryData(settingsKey(activityId), saved);
      return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(activityId) });
    },
  });
}
