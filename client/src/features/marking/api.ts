import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/marking.ts';
import type { RichText } from '../../../../server/src/contracts/plain-text.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import type { Rating } from '../peer-review/api.ts';
import type { SectionsWanted } from '../course/sections-api.ts';
import { useSectionsWanted } from '../course/use-sections-wanted.ts';

export type MarkingRow = z.output<typeof contract.MarkingRow>;
export type MarkingShares = contract.MarkingSharesView;
export type MarkingWork = contract.MarkingWorkView;
export type SectionDivision = contract.SectionDivisionView;
type Division = z.input<(typeof contract.DivideMarking)['body']>;

/** As long as nothing is handed in, a page that says so looks again. */
const WHILE_EMPTY_MS = 5_000;

export const markingKeys = {
  all: (activityId: string) => ['marking', activityId] as const,
  list: (activityId: string, isHidden: boolean, sections: SectionsWanted) =>
    ['marking', activityId, 'list', isHidden, sections] as const,
  shares: (activityId: string) => ['marking', activityId, 'shares'] as const,
  settings: (activityId: string) => ['marking', activityId, 'settings'] as const,
  work: (activityId: string, workId: string, isHidden: boolean) =>
    ['marking', activityId, 'work', workId, isHidden] as const,
};

const WORK = '/activities/:activityId/marking/works/:workId';
export const hiddenQuery = (isHidden: boolean) => ({ hidden: isHidden ? '1' : '0' }) as const;

export function useMarkingList(activityId: string, isHidden: boolean) {
  const api = useApi();
  const { wanted } = useSectionsWanted();
  return useInfiniteQuery({
    queryKey: markingKeys.list(activityId, isHidden, wanted),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListMarking>(
        'get',
        '/activities/:activityId/marking',
        { params: { activityId }, query: { after: pageParam, sections: wanted, ...hiddenQuery(isHidden) } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state: { data } }) => (data?.pages[0]?.rows.length === 0 ? WHILE_EMPTY_MS : false),
  });
}

export function useMarkingShares(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: markingKeys.shares(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetMarkingShares>(
        'get',
        '/activities/:activityId/marking/shares',
        { params: { activityId } },
        signal,
      ),
    refetchInterval: ({ state: { data } }) => (data?.total === 0 ? WHILE_EMPTY_MS : false),
  });
}

export const getMarkingWork = (
  api: ApiClient,
  activityId: string,
  workId: string,
  isHidden: boolean,
  signal?: AbortSignal,
) =>
  api.call<typeof contract.GetMarkingWork>(
    'get',
    WORK,
    { params: { activityId, workId }, query: hiddenQuery(isHidden) },
    signal,
  );

export function useMarkingWork(activityId: string, workId: string, isHidden: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: markingKeys.work(activityId, workId, isHidden),
    queryFn: ({ signal }) => getMarkingWork(api, activityId, workId, isHidden, signal),
  });
}

/** What changes something in the marking of an activity makes all of it be read again. */
export function useMarkingMutation<Input, Output>(
  activityId: string,
  mutationFn: (api: ApiClient, input: Input) => Promise<Output>,
) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => mutationFn(api, input),
    onSettled: () => void queries.invalidateQueries({ queryKey: markingKeys.all(activityId) }),
  });
}

export const useDivide = (activityId: string) =>
  useMarkingMutation(activityId, (api, body: Division) =>
    api.call<typeof contract.DivideMarking>('put', '/activities/:activityId/marking/shares', {
      params: { activityId },
      body,
    }),
  );

/** How the works would be divided by section. */
export function usePreviewDivision(activityId: string, seed: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...markingKeys.shares(activityId), 'bySection', seed],
    queryFn: ({ signal }) =>
      api.call<typeof contract.PreviewDivision>(
        'post',
        '/activities/:activityId/marking/shares/preview',
        { params: { activityId }, body: { seed } },
        signal,
      ),
    retry: false,
  });
}

/** Takes the next work. @returns its id, or null when there is none */
export const useClaimNext = (activityId: string) =>
  useMarkingMutation<void, string | null>(activityId, async (api) => {
    const { workId } = await api.call<typeof contract.ClaimNextWork>(
      'post',
      '/activities/:activityId/marking/claim',
      { params: { activityId } },
    );
    return workId;
  });

export const useTakeWork = (activityId: string, workId: string) =>
  useMarkingMutation<void, unknown>(activityId, (api) => keepWork(api, activityId, workId));

/** Takes a work, or keeps it for longer. */
export const keepWork = (api: ApiClient, activityId: string, workId: string) =>
  api.call<typeof contract.TakeWork>('put', `${WORK}/lease`, { params: { activityId, workId } });

export const useGiveBack = (activityId: string, workId: string) =>
  useMarkingMutation<void, unknown>(activityId, (api) =>
    api.call<typeof contract.GiveWorkBack>('delete', `${WORK}/lease`, { params: { activityId, workId } }),
  );

export interface MarkBody {
  readonly ratings: Rating[];
  readonly comment: RichText;
  readonly expectedRevision: number;
}

export const saveMarkDraft = (api: ApiClient, activityId: string, workId: string, body: MarkBody) =>
  api.call<typeof contract.SaveMarkDraft>('put', `${WORK}/draft`, { params: { activityId, workId }, body });

export const useFinishMark = (activityId: string, workId: string) =>
  useMarkingMutation(activityId, (api, body: MarkBody & { reason: string }) =>
    api.call<typeof contract.FinishMark>('put', `${WORK}/mark`, { params: { activityId, workId }, body }),
  );

export const useUndoMark = (activityId: string, workId: string) =>
  useMarkingMutation(activityId, (api, body: { reason: string; expectedRevision: number }) =>
    api.call<typeof contract.UndoMark>('post', `${WORK}/undo`, { params: { activityId, workId }, body }),
  );
