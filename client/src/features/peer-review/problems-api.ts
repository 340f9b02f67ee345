import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/peer-review-problems.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import type { Side } from './comparison-api.ts';

export type ProblemKind = z.output<typeof contract.ProblemKind>;
export type StaffProblem = z.output<typeof contract.StaffProblemView>;
export type OwnProblem = contract.OwnProblemsView['problems'][number];
export type Disagreement = contract.DisagreementsView['items'][number];

/** What one reports a work of: a review, or a comparison of two works, whose names it needs. */
export type ReportTarget = { readonly activityId: string } & (
  | { readonly reviewId: string }
  | { readonly comparisonId: string; readonly names: Readonly<Record<Side, string>> }
);

const ownKey = (target: ReportTarget) =>
  ['own problems', target.activityId, 'reviewId' in target ? target.reviewId : target.comparisonId] as const;
const staffKey = (activityId: string) => ['review problems', activityId] as const;
const apartKey = (activityId: string) => ['review disagreements', activityId] as const;

/** What one has reported of a work under review. */
export function useOwnProblems(target: ReportTarget) {
  const api = useApi();
  const { activityId } = target;
  return useQuery({
    queryKey: ownKey(target),
    queryFn: ({ signal }) =>
      'reviewId' in target
        ? api.call<typeof contract.GetOwnProblems>(
            'get',
            '/activities/:activityId/reviews/:reviewId/problems',
            { params: { activityId, reviewId: target.reviewId } },
            signal,
          )
        : api.call<typeof contract.GetOwnComparisonProblems>(
            'get',
            '/activities/:activityId/comparisons/:comparisonId/problems',
            { params: { activityId, comparisonId: target.comparisonId } },
            signal,
          ),
  });
}

interface Report {
  readonly id: string;
  readonly kind: ProblemKind;
  readonly text: string;
  /** Of two works that are compared, the one it is about. */
  readonly side: Side;
}

export function useReportProblem(target: ReportTarget) {
  const api = useApi();
  const queries = useQueryClient();
  const { activityId } = target;
  return useMutation({
    mutationFn: ({ id, kind, text, side }: Report) =>
      'reviewId' in target
        ? api.call<typeof contract.ReportProblem>(
            'put',
            '/activities/:activityId/reviews/:reviewId/problems/:problemId',
            { params: { activityId, reviewId: target.reviewId, problemId: id }, body: { kind, text } },
          )
        : api.call<typeof contract.ReportComparisonProblem>(
            'put',
            '/activities/:activityId/comparisons/:comparisonId/problems/:problemId',
            {
              params: { activityId, comparisonId: target.comparisonId, problemId: id },
              body: { kind, text, side },
            },
          ),
    onSuccess: (problems) => queries.setQueryData(ownKey(target), problems),
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
