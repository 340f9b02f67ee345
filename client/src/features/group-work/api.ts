import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as delivering from '../../../../server/src/contracts/group-deliverables.ts';
import type * as contract from '../../../../server/src/contracts/group-work.ts';
import type { RichText } from '../../../../server/src/contracts/plain-text.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Project = z.output<typeof contract.GroupWorkView>;
export type ProjectGroup = Project['groups'][number];
export type Standing = ProjectGroup['milestones'][number];
export type Deliverable = z.output<typeof delivering.DeliverableView>;
export type HandedIn = NonNullable<Deliverable['handedIn']>;

/** One group at one milestone. */
export interface Place {
  readonly activityId: string;
  readonly groupId: string;
  readonly n: number;
}

const AT = '/group-work/:activityId/groups/:groupId/milestones/:n';
/** Others of the group write too: a page that is open looks again. */
const OTHERS_MS = 20_000;

const projectKey = (activityId: string) => ['group work', activityId] as const;
const deliverableKey = ({ activityId, groupId, n }: Place) =>
  [...projectKey(activityId), groupId, n] as const;

/** Where a group's deliverable is. */
export const pathOf = ({ activityId, groupId, n }: Place): string =>
  `/group-work/${activityId}/groups/${groupId}/milestones/${n}`;

export const deliverableItem = ({ activityId, groupId, n }: Place) => ({
  kind: 'group-deliverable',
  id: `${activityId}-${groupId}-${n}`,
});

export function useProject(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: projectKey(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetGroupWork>(
        'get',
        '/group-work/:activityId',
        { params: { activityId } },
        signal,
      ),
    refetchInterval: OTHERS_MS,
  });
}

export const getDeliverable = (api: ApiClient, place: Place, signal?: AbortSignal) =>
  api.call<typeof delivering.GetDeliverable>('get', AT, { params: { ...place } }, signal);

export function useDeliverable(place: Place) {
  const api = useApi();
  return useQuery({
    queryKey: deliverableKey(place),
    queryFn: ({ signal }) => getDeliverable(api, place, signal),
    refetchInterval: OTHERS_MS,
    staleTime: 0,
  });
}

/** A copy that was handed in before. @param isWanted nothing is fetched until it is */
export function useEarlierCopy(place: Place, version: number, isWanted: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: [...deliverableKey(place), 'version', version],
    queryFn: ({ signal }) =>
      api.call<typeof delivering.GetEarlierCopy>(
        'get',
        `${AT}/versions/:version`,
        { params: { ...place, version } },
        signal,
      ),
    enabled: isWanted,
  });
}

export const saveDraft = (
  api: ApiClient,
  place: Place,
  content: { readonly text: RichText; readonly fileIds: string[] },
  expectedRevision: number,
) =>
  api.call<typeof delivering.SaveDeliverableDraft>('put', `${AT}/draft`, {
    params: { ...place },
    body: { ...content, expectedRevision },
  });

/** Keeps one part of what the group writes. */
export const saveSection = (
  api: ApiClient,
  place: Place,
  sectionId: string,
  text: RichText,
  expectedRevision: number,
) =>
  api.call<typeof delivering.SaveDeliverableSection>('put', `${AT}/sections/:sectionId`, {
    params: { ...place, sectionId },
    body: { text, expectedRevision },
  });

/** A command whose answer is how the deliverable is from then on. */
function useCommand<Input>(place: Place, send: (api: ApiClient, input: Input) => Promise<Deliverable>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => send(api, input),
    onSuccess: (deliverable) => {
      queries.setQueryData(deliverableKey(place), deliverable);
      return queries.invalidateQueries({ queryKey: projectKey(place.activityId), exact: true });
    },
    // Somebody of the group was faster: the page shows what they have done.
    onError: () => queries.invalidateQueries({ queryKey: deliverableKey(place) }),
  });
}

export const useHandIn = (place: Place) =>
  useCommand(place, (api, body: { readonly pageIds: string[]; readonly expectedRevision: number }) =>
    api.call<typeof delivering.HandInDeliverable>('post', `${AT}/submission`, {
      params: { ...place },
      body,
    }),
  );

export const useConfirm = (place: Place) =>
  useCommand(place, (api, { version, objection }: { version: number; objection: string | null }) =>
    api.call<typeof delivering.ConfirmDeliverable>('put', `${AT}/submission/:version/confirmation`, {
      params: { ...place, version },
      body: { objection },
    }),
  );

export const useWithdraw = (place: Place) =>
  useCommand(place, (api, version: number) =>
    api.call<typeof delivering.WithdrawDeliverable>('post', `${AT}/submission/:version/withdrawal`, {
      params: { ...place, version },
    }),
  );
