import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion-grading.ts';
import type { RichText } from '../../../../server/src/contracts/plain-text.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { hiddenQuery, markingKeys } from '../marking/api.ts';
import { useHidden } from '../marking/use-hidden.ts';
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
  const { isHidden } = useHidden();
  return useInfiniteQuery({
    // What is done to many at once makes all of an activity's marking be read again.
    queryKey: [...markingKeys.all(activityId), 'participants', wanted, isHidden],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListParticipants>(
        'get',
        '/discussions/:activityId/participants',
        { params: { activityId }, query: { after: pageParam, sections: wanted, ...hiddenQuery(isHidden) } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** Where a member is read and marked: by their own id, or by one that does not say who they are. */
export interface Whom {
  readonly activityId: string;
  readonly memberId: string;
  readonly isHidden: boolean;
}

const partsOf = ({ activityId, memberId, isHidden }: Whom) => ({
  params: { activityId, memberId },
  query: hiddenQuery(isHidden),
});

export const getParticipant = (api: ApiClient, whom: Whom, signal?: AbortSignal) =>
  api.call<typeof contract.GetParticipant>('get', PARTICIPANT, partsOf(whom), signal);

const participantKey = ({ activityId, memberId }: Whom) => ['participant', activityId, memberId] as const;

export function useParticipant(whom: Whom) {
  const api = useApi();
  return useQuery({
    queryKey: participantKey(whom),
    queryFn: ({ signal }) => getParticipant(api, whom, signal),
    staleTime: 0,
  });
}

/** Keeps colleagues from marking the same learner. */
export const takeParticipant = (api: ApiClient, whom: Whom) =>
  api.call<typeof contract.TakeParticipant>('put', `${PARTICIPANT}/lease`, partsOf(whom));

/** Lets them again. */
export const giveParticipantBack = (api: ApiClient, whom: Whom) =>
  api.call<typeof contract.GiveParticipantBack>('delete', `${PARTICIPANT}/lease`, partsOf(whom));

export interface MarkBody {
  readonly ratings: Rating[];
  readonly comment: RichText;
  readonly posts: PostComment[];
  readonly expectedRevision: number;
}

export const saveParticipantDraft = (api: ApiClient, whom: Whom, body: MarkBody) =>
  api.call<typeof contract.SaveParticipantDraft>('put', `${PARTICIPANT}/draft`, { ...partsOf(whom), body });

/** What is decided on a member makes them, and all of the marking, be read again. */
function useParticipantMutation<Body, Output>(
  whom: Whom,
  mutationFn: (api: ApiClient, body: Body) => Promise<Output>,
) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => mutationFn(api, body),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: markingKeys.all(whom.activityId) }),
        queries.invalidateQueries({ queryKey: participantKey(whom) }),
      ]),
  });
}

export const useMarkParticipant = (whom: Whom) =>
  useParticipantMutation(whom, (api, body: MarkBody) =>
    api.call<typeof contract.MarkParticipant>('put', `${PARTICIPANT}/mark`, { ...partsOf(whom), body }),
  );

export const useUndoParticipantMark = (whom: Whom) =>
  useParticipantMutation(whom, (api, body: { reason: string; expectedRevision: number }) =>
    api.call<typeof contract.UndoParticipantMark>('post', `${PARTICIPANT}/undo`, { ...partsOf(whom), body }),
  );
