import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion-grading.ts';
import type { RichText } from '../../../../server/src/contracts/plain-text.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { markingKeys } from '../marking/api.ts';
import { useSectionsWanted } from '../course/use-sections-wanted.ts';
import type { Rating } from '../peer-review/api.ts';

export type OwnResult = contract.DiscussionResultView;
export type Participant = contract.ParticipantView;
export type ParticipantLine = z.output<typeof contract.ListParticipants.response>['items'][number];
export type PostComment = Participant['form']['posts'][number];

/** While a grade run is at work, a page looks again. */
const WHILE_WORKING_MS = 1_500;
const PARTICIPANT = '/discussions/:activityId/participants/:memberId';

export function useGrades(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['discussion grades', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetDiscussionGrades>(
        'get',
        '/discussions/:activityId/grades',
        { params: { activityId } },
        signal,
      ),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.working !== null ? WHILE_WORKING_MS : false,
  });
}

export function useReleaseGrades(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.ReleaseDiscussionGrades>('post', '/discussions/:activityId/release', {
        params: { activityId },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['discussion grades', activityId] }),
  });
}

export function useWithdrawGrades(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call<typeof contract.WithdrawDiscussionGrades>('post', '/discussions/:activityId/withdrawal', {
        params: { activityId },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['discussion grades', activityId] }),
  });
}

export function useOwnResult(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['discussion result', activityId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetDiscussionResult>(
        'get',
        '/discussions/:activityId/result',
        { params: { activityId } },
        signal,
      ),
  });
}

export function useParticipants(activityId: string) {
  const api = useApi();
  const { wanted } = useSectionsWanted();
  return useInfiniteQuery({
    // What is done to many at once makes all of an activity's marking be read again.
    queryKey: [...markingKeys.all(activityId), 'participants', wanted],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListParticipants>(
        'get',
        '/discussions/:activityId/participants',
        { params: { activityId }, query: { after: pageParam, sections: wanted } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export const getParticipant = (api: ApiClient, activityId: string, memberId: string, signal?: AbortSignal) =>
  api.call<typeof contract.GetParticipant>('get', PARTICIPANT, { params: { activityId, memberId } }, signal);

export function useParticipant(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['participant', activityId, memberId],
    queryFn: ({ signal }) => getParticipant(api, activityId, memberId, signal),
    staleTime: 0,
  });
}

/** Keeps colleagues from marking the same learner. */
export const takeParticipant = (api: ApiClient, activityId: string, memberId: string) =>
  api.call<typeof contract.TakeParticipant>('put', `${PARTICIPANT}/lease`, {
    params: { activityId, memberId },
  });

export interface MarkBody {
  readonly ratings: Rating[];
  readonly comment: RichText;
  readonly posts: PostComment[];
  readonly expectedRevision: number;
}

export const saveParticipantDraft = (api: ApiClient, activityId: string, memberId: string, body: MarkBody) =>
  api.call<typeof contract.SaveParticipantDraft>('put', `${PARTICIPANT}/draft`, {
    params: { activityId, memberId },
    body,
  });

export function useMarkParticipant(activityId: string, memberId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: MarkBody) =>
      api.call<typeof contract.MarkParticipant>('put', `${PARTICIPANT}/mark`, {
        params: { activityId, memberId },
        body,
      }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: markingKeys.all(activityId) }),
        queries.invalidateQueries({ queryKey: ['participant', activityId, memberId] }),
      ]),
  });
}
