import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/peer-review-problems.ts';
import { useApi } from '../../app/context.ts';

export type ProblemKind = z.output<typeof contract.ProblemKind>;
export type StaffProblem = z.output<typeof contract.StaffProblemView>;
export type OwnProblem = contract.OwnProblemsView['problems'][number];
export type Disagreement = contract.DisagreementsView['items'][number];

const ownKey = (activityId: string, reviewId: string) => ['own problems', activityId, reviewId] as const;
const staffKey = (activityId: string) => ['review problems', activityId] as const;
const apartKey = (activityId: string) => ['review disagreements', activityId] as const;

/** What one has reported of a work under review. */
export function useOwnProblems(activityId: string, reviewId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ownKey(activityId, reviewId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetOwnProblems>(
        'get',
        '/activities/:activityId/reviews/:reviewId/problems',
        { params: { activityId, reviewId } },
        signal,
      ),
  });
}

export function useReportProblem(activityId: string, reviewId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, kind, text }: { id: string; kind: ProblemKind; text: string }) =>
      api.call<typeof contract.ReportProblem>(
        'put',
        '/activities/:activityId/reviews/:reviewId/problems/:problemId',
        { params: { activityId, reviewId, problemId: id }, body: { kind, text } },
      ),
    onSuccess: (problems) => queries.setQueryData(ownKey(activityId, reviewId), problems),
  });
}

/** What reviewers have reported, page by page. */
export function useReviewProblems(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: staffKey(activityId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListReviewProblems>(
        'get',
        '/activities/:activityId/review-problems',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export function useAnswerProblem(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: AnswerWish) =>
      api.call<typeof contract.AnswerReviewProblem>(
        'put',
        '/activities/:activityId/review-problems/:problemId/answer',
        { params: { activityId, problemId: id }, body },
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: staffKey(activityId) }),
  });
}

interface AnswerWish {
  readonly id: string;
  readonly action: 'replace' | 'dismiss';
  readonly words: string;
  readonly expectedRevision: number;
}

/** Works whose reviews are too far apart. */
export function useDisagreements(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: apartKey(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetDisagreements>(
        'get',
        '/activities/:activityId/review-disagreements',
        { params: { activityId } },
        signal,
      ),
  });
}

interface Leaving {
  readonly memberId: string;
  readonly dismissed: boolean;
  readonly reason: string;
  readonly expectedRevision: number;
}

export function useDismissDisagreement(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ memberId, ...body }: Leaving) =>
      api.call<typeof contract.DismissDisagreement>(
        'put',
        '/activities/:activityId/review-disagreements/:memberId',
        { params: { activityId, memberId }, body },
      ),
    onSuccess: (found) => queries.setQueryData(apartKey(activityId), found),
    onError: () => queries.invalidateQueries({ queryKey: apartKey(activityId) }),
  });
}
