import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/review-talk.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import type { ComparisonTarget, Side } from './comparison-api.ts';

export type OwnTalks = z.output<typeof contract.GetOwnTalks.response>;
export type GivenTalk = z.output<typeof contract.GetComparisonTalks.response>[Side];
export type OwnTalk = OwnTalks['talks'][number];
export type Talk = z.output<typeof contract.GetLearnerTalks.response>['talks'][number];
export type Reply = OwnTalk['replies'][number];

const ownKey = (activityId: string, isReleased = true) =>
  ['review talks', activityId, isReleased ? 'released' : 'before'] as const;
const comparedKey = (activityId: string, comparisonId: string) =>
  ['compared talks', activityId, comparisonId] as const;
const givenKey = (activityId: string, reviewId: string) => ['given talk', activityId, reviewId] as const;

/** What one said of the reviews of the own work; read once for all of them. */
export function useOwnTalks(activityId: string, isReleased = true) {
  const api = useApi();
  return useQuery({
    queryKey: ownKey(activityId, isReleased),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetOwnTalks>(
        'get',
        '/activities/:activityId/received-reviews/talks',
        { params: { activityId } },
        signal,
      ),
  });
}

/** What is chosen shows at once; one after the other is saved, so that two quick presses do not meet. */
export function useRateReview(activityId: string, pseudonym: string) {
  const api = useApi();
  const queries = useQueryClient();
  const key = ownKey(activityId);
  const change = (part: Partial<OwnTalk>) =>
    queries.setQueryData<OwnTalks>(
      key,
      (known) =>
        known && {
          ...known,
          talks: known.talks.map((talk) => (talk.pseudonym === pseudonym ? { ...talk, ...part } : talk)),
        },
    );
  return useMutation({
    scope: { id: `rating ${activityId} ${pseudonym}` },
    onMutate: (part: Partial<Pick<OwnTalk, 'helpfulness' | 'thanked'>>) => void change(part),
    mutationFn: (part) => {
      const talk = queries.getQueryData<OwnTalks>(key)?.talks.find((one) => one.pseudonym === pseudonym);
      const { helpfulness = null, thanked = false, revision = 0 } = talk ?? {};
      return api.call<typeof contract.RateReview>(
        'put',
        '/activities/:activityId/received-reviews/:pseudonym/rating',
        {
          params: { activityId, pseudonym },
          body: { helpfulness, thanked, ...part, expectedRevision: revision },
        },
      );
    },
    // What was chosen meanwhile is saved next, and shown until then.
    onSuccess: ({ talks }) =>
      void change({ revision: talks.find((one) => one.pseudonym === pseudonym)?.revision ?? 0 }),
    // Another tab was faster: what is true now is shown.
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useReplyToReview(activityId: string, pseudonym: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { id: string; text: string }) =>
      api.call<typeof contract.ReplyToReview>(
        'post',
        '/activities/:activityId/received-reviews/:pseudonym/replies',
        { params: { activityId, pseudonym }, body },
      ),
    onSuccess: (talks) => queries.setQueryData(ownKey(activityId), talks),
  });
}

/** What the author says of a review that one wrote. */
export function useGivenTalk(activityId: string, reviewId: string) {
  const api = useApi();
  return useQuery({
    queryKey: givenKey(activityId, reviewId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetGivenTalk>(
        'get',
        '/activities/:activityId/reviews/:reviewId/talk',
        { params: { activityId, reviewId } },
        signal,
      ),
  });
}

export function useReplyToAuthor(activityId: string, reviewId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { id: string; text: string }) =>
      api.call<typeof contract.ReplyToAuthor>('post', '/activities/:activityId/reviews/:reviewId/replies', {
        params: { activityId, reviewId },
        body,
      }),
    onSuccess: (talk) => queries.setQueryData(givenKey(activityId, reviewId), talk),
  });
}

/** What the authors of two works say of what one wrote to each of them. */
export function useComparisonTalks({ activityId, comparisonId }: ComparisonTarget) {
  const api = useApi();
  return useQuery({
    queryKey: comparedKey(activityId, comparisonId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetComparisonTalks>(
        'get',
        '/activities/:activityId/comparisons/:comparisonId/talks',
        { params: { activityId, comparisonId } },
        signal,
      ),
  });
}

export function useReplyToComparedAuthor({ activityId, comparisonId }: ComparisonTarget, side: Side) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { id: string; text: string }) =>
      api.call<typeof contract.ReplyToComparedAuthor>(
        'post',
        '/activities/:activityId/comparisons/:comparisonId/talks/:side/replies',
        { params: { activityId, comparisonId, side }, body },
      ),
    onSuccess: (talks) => queries.setQueryData(comparedKey(activityId, comparisonId), talks),
  });
}

/** For staff: what a learner said of the reviews of the own work. */
export function useLearnerTalks(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['learner talks', activityId, memberId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetLearnerTalks>(
        'get',
        '/activities/:activityId/learners/:memberId/talks',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}
