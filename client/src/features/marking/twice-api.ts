import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/marking-settings.ts';
import { useApi } from '../../app/context.ts';
import { useMarkingMutation, markingKeys } from './api.ts';

export type MarkingSettings = contract.MarkingSettingsView;
type Body = z.input<typeof contract.SaveMarkingSettings.body>;

const PATH = '/activities/:activityId/marking/settings';

export function useMarkingSettings(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: markingKeys.settings(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetMarkingSettings>('get', PATH, { params: { activityId } }, signal),
  });
}

export const useSaveMarkingSettings = (activityId: string) =>
  useMarkingMutation(activityId, (api, body: Body) =>
    api.call<typeof contract.SaveMarkingSettings>('put', PATH, { params: { activityId }, body }),
  );
