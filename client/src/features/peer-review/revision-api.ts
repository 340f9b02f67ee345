import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/peer-review-revision.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import type { WorkContent } from './work-api.ts';

export type OwnRevision = z.output<typeof contract.GetOwnRevision.response>;
export type Revised = NonNullable<z.output<typeof contract.GetLearnerRevision.response>['revised']>;

/** A revised work as the editor holds it: answers by their reviewers' pseudonyms. */
export interface RevisionForm extends WorkContent {
  readonly note: string;
  readonly answers: Readonly<Record<string, string>>;
}

const keyOf = (activityId: string) => ['peer-review', activityId, 'revision'] as const;

export const toRevisionForm = ({
  text,
  files,
  links,
  note,
  answers,
}: WorkContent & Pick<OwnRevision['draft'], 'note' | 'answers'>): RevisionForm => ({
  text,
  files,
  links,
  note,
  answers: Object.fromEntries(answers.map((answer) => [answer.pseudonym, answer.text])),
});

const bodyOf = ({ text, files, links, note, answers }: RevisionForm, expectedRevision: number) => ({
  text,
  files: files.map(({ id }) => id),
  links,
  note,
  answers: Object.entries(answers).map(([pseudonym, said]) => ({ pseudonym, text: said })),
  expectedRevision,
});

export const getOwnRevision = (api: ApiClient, activityId: string, signal?: AbortSignal) =>
  api.call<typeof contract.GetOwnRevision>(
    'get',
    '/activities/:activityId/revision',
    { params: { activityId } },
    signal,
  );

export function useOwnRevision(activityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(activityId),
    queryFn: ({ signal }) => getOwnRevision(api, activityId, signal),
  });
}

export const saveRevisionDraft = (
  api: ApiClient,
  activityId: string,
  form: RevisionForm,
  expectedRevision: number,
) =>
  api.call<typeof contract.SaveRevisionDraft>('put', '/activities/:activityId/revision/draft', {
    params: { activityId },
    body: bodyOf(form, expectedRevision),
  });

export async function handInRevision(
  api: ApiClient,
  queries: QueryClient,
  activityId: string,
  form: RevisionForm,
  expectedRevision: number,
): Promise<OwnRevision> {
  const revision = await api.call<typeof contract.HandInRevision>(
    'post',
    '/activities/:activityId/revision',
    {
      params: { activityId },
      body: bodyOf(form, expectedRevision),
    },
  );
  queries.setQueryData(keyOf(activityId), revision);
  return revision;
}

/** A learner's, for staff. */
export function useLearnerRevision(activityId: string, memberId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...keyOf(activityId), 'of', memberId],
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetLearnerRevision>(
        'get',
        '/activities/:activityId/learners/:memberId/revision',
        { params: { activityId, memberId } },
        signal,
      ),
  });
}
