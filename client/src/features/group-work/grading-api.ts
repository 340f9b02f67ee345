import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/group-grading.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { hiddenQuery, markingKeys } from '../marking/api.ts';
import { useHidden } from '../marking/use-hidden.ts';
import type { Place } from './api.ts';

export type Result = contract.ProjectResultView;
export type Marked = contract.DeliverableMarkView;
export type MarkBody = z.input<typeof contract.MarkDeliverable.body>;
export type Adjustment = Marked['form']['adjustments'][number];

/** While a grade run is at work, a page looks again. */
const WHILE_WORKING_MS = 1_500;
/** While a colleague marks a work, a page looks again. */
const WHILE_TAKEN_MS = 30_000;
const MARK = '/group-work/:activityId/groups/:groupId/milestones/:n/mark';

const gradesKey = (activityId: string) => ['group work grades', activityId] as const;
const markKey = ({ activityId, groupId, n }: Place) => ['group work mark', activityId, groupId, n] as const;

export function useProjectGrades(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: gradesKey(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetProjectGrades>(
        'get',
        '/group-work/:activityId/grades',
        { params: { activityId } },
        signal,
      ),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.working !== null ? WHILE_WORKING_MS : false,
  });
}

/** Shows grades, or takes them back. */
export function useGradeRun(activityId: string, way: 'release' | 'withdrawal') {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.ReleaseProjectGrades | typeof contract.WithdrawProjectGrades>(
        'post',
        `/group-work/:activityId/${way}`,
        { params: { activityId } },
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: gradesKey(activityId) }),
  });
}

export function useOwnResult(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['group work result', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetProjectResult>(
        'get',
        '/group-work/:activityId/result',
        { params: { activityId } },
        signal,
      ),
  });
}

export function useMark(place: Place) {
  const api = useApi();
  const { isHidden } = useHidden();
  return useQuery({
    queryKey: markKey(place),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetDeliverableMark>('get', MARK, partsOf(place, isHidden), signal),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => ((data?.taken ?? null) === null ? false : WHILE_TAKEN_MS),
  });
}

const partsOf = (place: Place, isHidden: boolean) => ({
  params: { ...place },
  query: hiddenQuery(isHidden),
});

/** Keeps colleagues from marking the same work, or lets them again. */
export const holdMark = (api: ApiClient, place: Place, isHidden: boolean, way: 'put' | 'delete') =>
  api.call<typeof contract.TakeDeliverable | typeof contract.GiveDeliverableBack>(
    way,
    `${MARK}/lease`,
    partsOf(place, isHidden),
  );

/** What is decided on a group's work makes all of the marking be read again. */
function useMarkCommand<Body>(
  place: Place,
  send: (api: ApiClient, body: Body, isHidden: boolean) => Promise<Marked>,
) {
  const api = useApi();
  const queries = useQueryClient();
  const { isHidden } = useHidden();
  return useMutation({
    mutationFn: (body: Body) => send(api, body, isHidden),
    onSuccess(marked) {
      queries.setQueryData(markKey(place), marked);
      return queries.invalidateQueries({ queryKey: markingKeys.all(place.activityId) });
    },
  });
}

export const useSaveMark = (place: Place) =>
  useMarkCommand(place, (api, body: MarkBody, isHidden) =>
    api.call<typeof contract.MarkDeliverable>('put', MARK, { ...partsOf(place, isHidden), body }),
  );

export const useUndoMark = (place: Place) =>
  useMarkCommand(place, (api, body: { reason: string; expectedRevision: number }, isHidden) =>
    api.call<typeof contract.UndoDeliverableMark>('post', `${MARK}/undo`, {
      ...partsOf(place, isHidden),
      body,
    }),
  );
