import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { PAGE_SIZE_MAX } from '../../../../server/src/contracts/limits.ts';
import type * as contract from '../../../../server/src/contracts/peer-review-calibration.ts';
import type { RichText } from '../../../../server/src/contracts/plain-text.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import type { Rating } from './api.ts';
import type { InlineComment } from './inline-notes.ts';
import type { ReviewTarget } from './review-target.ts';
import type { WorkContent } from './work-api.ts';

export type OwnCalibration = z.output<typeof contract.GetOwnCalibration.response>;
export type ExampleReview = z.output<typeof contract.GetExampleReview.response>;
export type Compared = z.output<typeof contract.Comparison>;
export type ExampleList = z.output<typeof contract.ListExamples.response>;
export type Example = z.output<typeof contract.GetExample.response>;
export type CalibrationRow = z.output<typeof contract.CalibrationRow>;

export const exampleItem = (activityId: string) => ({ kind: 'peer-review-example', id: activityId });

const keys = {
  own: (activityId: string) => ['peer-review', activityId, 'calibration'] as const,
  review: (activityId: string, exampleId: string) =>
    ['peer-review', activityId, 'calibration', exampleId] as const,
  examples: (activityId: string) => ['peer-review', activityId, 'examples'] as const,
  example: (activityId: string, exampleId: string) =>
    ['peer-review', activityId, 'examples', exampleId] as const,
  rows: (activityId: string) => ['peer-review', activityId, 'calibrations'] as const,
};

// What a learner does

export function useOwnCalibration(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.own(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetOwnCalibration>(
        'get',
        '/activities/:activityId/calibration',
        { params: { activityId } },
        signal,
      ),
  });
}

const getExampleReview = (api: ApiClient, activityId: string, exampleId: string, signal?: AbortSignal) =>
  api.call<typeof contract.GetExampleReview>(
    'get',
    '/activities/:activityId/calibration/:exampleId',
    { params: { activityId, exampleId } },
    signal,
  );

export function useExampleReview(activityId: string, exampleId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.review(activityId, exampleId),
    queryFn: ({ signal }) => getExampleReview(api, activityId, exampleId, signal),
  });
}

/** An example work: its review is compared with the staff's as soon as it is submitted. */
export const exampleWork = (activityId: string, exampleId: string): ReviewTarget => ({
  key: `example:${exampleId}`,
  load: (api) => getExampleReview(api, activityId, exampleId),
  saveDraft: (api, body) =>
    api.call<typeof contract.SaveExampleReviewDraft>(
      'put',
      '/activities/:activityId/calibration/:exampleId/draft',
      { params: { activityId, exampleId }, body },
    ),
  async submit(api, queries, body) {
    const review = await api.call<typeof contract.SubmitExampleReview>(
      'put',
      '/activities/:activityId/calibration/:exampleId',
      { params: { activityId, exampleId }, body },
    );
    queries.setQueryData(keys.review(activityId, exampleId), review);
    await queries.invalidateQueries({ queryKey: keys.own(activityId), exact: true });
    return review;
  },
  onSaved: (queries) => void queries.invalidateQueries({ queryKey: keys.own(activityId), exact: true }),
});

// What staff do

export function useExamples(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.examples(activityId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.ListExamples>(
        'get',
        '/activities/:activityId/examples',
        { params: { activityId } },
        signal,
      ),
  });
}

export function useExample(activityId: string, exampleId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.example(activityId, exampleId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetExample>(
        'get',
        '/activities/:activityId/examples/:exampleId',
        { params: { activityId, exampleId } },
        signal,
      ),
    // What is being written is not written over.
    refetchOnWindowFocus: false,
  });
}

interface ExampleBody {
  readonly title: string;
  readonly work: Omit<WorkContent, 'links'>;
  readonly ratings: Rating[];
  readonly comment: RichText;
  readonly inline: InlineComment[];
  readonly expectedRevision: number;
}

export function useSaveExample(activityId: string, exampleId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ work, ...body }: ExampleBody) =>
      api.call<typeof contract.SaveExample>('put', '/activities/:activityId/examples/:exampleId', {
        params: { activityId, exampleId },
        body: { ...body, text: work.text, files: work.files.map(({ id }) => id) },
      }),
    onSuccess: (example) => {
      queries.setQueryData(keys.example(activityId, exampleId), example);
      return queries.invalidateQueries({ queryKey: keys.examples(activityId), exact: true });
    },
  });
}

export function useRemoveExample(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (exampleId: string) =>
      api.call<typeof contract.RemoveExample>('delete', '/activities/:activityId/examples/:exampleId', {
        params: { activityId, exampleId },
      }),
    onSuccess: (list) => queries.setQueryData(keys.examples(activityId), list),
  });
}

export function useCalibrations(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.rows(activityId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListCalibrations>(
        'get',
        '/activities/:activityId/calibrations',
        { params: { activityId }, query: { after: pageParam, limit: PAGE_SIZE_MAX } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export function useLetPass(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      memberId,
      ...body
    }: {
      memberId: string;
      passes: boolean;
      reason: string;
      expectedRevision: number;
    }) =>
      api.call<typeof contract.LetPass>('put', '/activities/:activityId/calibrations/:memberId', {
        params: { activityId, memberId },
        body,
      }),
    // Also when a colleague was faster: what is true now is shown.
    onSettled: () => queries.invalidateQueries({ queryKey: keys.rows(activityId) }),
  });
}
