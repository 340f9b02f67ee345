import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/discussion.ts';
import type * as drafting from '../../../../server/src/contracts/discussion-drafts.ts';
import { THREAD_TAGS_MAX } from '../../../../server/src/contracts/limits.ts';
import type { RichText } from '../../../../server/src/contracts/plain-text.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type PostDraft = z.output<typeof drafting.PostDraftView>;
export type Promised = z.output<typeof contract.DiscussionAnonymity>;
export type PostContent = Pick<PostDraft, 'title' | 'text' | 'files' | 'side' | 'tags'>;

/** Which post, in a discussion. */
interface Place {
  readonly threadId: string;
  readonly n: number;
}

/** What is written. Ids are made when the editor opens, so that a try whose answer was lost writes nothing twice. */
export type Target =
  | {
      readonly kind: 'thread';
      readonly id: string;
      readonly group?: string | undefined;
      readonly about?: Place | null;
    }
  | { readonly kind: 'reply'; readonly id: string; readonly threadId: string; readonly n: number }
  | { readonly kind: 'edit'; readonly threadId: string; readonly n: number; readonly revision: number };

/** How the draft of it is named. */
export function draftNameOf(target: Target): string {
  if (target.kind === 'thread') return 'new';
  const { threadId, n } = target;
  return `${threadId}-${n}${target.kind === 'edit' ? '-edit' : ''}`;
}

export const getDraft = (api: ApiClient, activityId: string, target: string, signal?: AbortSignal) =>
  api.call<typeof drafting.GetPostDraft>(
    'get',
    '/discussions/:activityId/drafts/:target',
    { params: { activityId, target } },
    signal,
  );

export const saveDraft = (
  api: ApiClient,
  activityId: string,
  target: string,
  { title, text, files, side, tags }: PostContent,
  expectedRevision: number,
) =>
  api.call<typeof drafting.SavePostDraft>('put', '/discussions/:activityId/drafts/:target', {
    params: { activityId, target },
    // More than a thread may have are refused when it is posted, not while one chooses.
    body: {
      title,
      text,
      files: idsOf(files),
      side,
      tags: tags.slice(0, THREAD_TAGS_MAX),
      expectedRevision,
    },
  });

const idsOf = (files: PostContent['files']): string[] => files.map(({ id }) => id);

const draftKey = (activityId: string, target: string) => ['post draft', activityId, target] as const;

/** What was typed before; asked anew each time the editor opens. */
export function usePostDraft(activityId: string, target: string) {
  const api = useApi();
  return useQuery({
    queryKey: draftKey(activityId, target),
    queryFn: ({ signal }) => getDraft(api, activityId, target, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
}

interface Sent {
  readonly target: Target;
  readonly title: string;
  readonly text: RichText;
  readonly files: PostContent['files'];
  readonly side: PostDraft['side'];
  readonly draftRevision: number;
  /** What the writer was shown of who will know their name. */
  readonly promise: Promised | undefined;
  /** Of a thread, also of one whose first post is changed: then its title goes along, too. */
  readonly tags: readonly string[] | undefined;
}

/** Posts what is written. @returns its thread and number */
async function send(
  api: ApiClient,
  activityId: string,
  { target, title, text, files: attached, side, draftRevision, promise, tags }: Sent,
): Promise<{ threadId: string; n: number }> {
  const files = idsOf(attached);
  if (target.kind === 'thread') {
    const params = { activityId, threadId: target.id };
    return api.call<typeof contract.StartThread>('put', '/discussions/:activityId/threads/:threadId', {
      params,
      body: {
        title,
        text,
        files,
        side,
        draftRevision,
        promise,
        group: target.group,
        about: target.about ?? null,
        tags: [...(tags ?? [])],
      },
    });
  }
  const { threadId, n } = target;
  if (target.kind === 'reply') {
    const written = await api.call<typeof contract.WriteReply>(
      'post',
      '/discussions/:activityId/threads/:threadId/posts',
      {
        params: { activityId, threadId },
        body: { id: target.id, replyTo: n, text, files, side, draftRevision, promise },
      },
    );
    // Staff may have moved what it answers.
    return written;
  }
  await api.call<typeof contract.EditPost>('put', '/discussions/:activityId/threads/:threadId/posts/:n', {
    params: { activityId, threadId, n },
    body: {
      text,
      files,
      ...(tags && { title, tags: [...tags] }),
      expectedRevision: target.revision,
      draftRevision,
    },
  });
  return { threadId, n };
}

export function useSendPost(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent) => send(api, activityId, sent),
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[1] === activityId && queryKey[0] !== 'post draft',
      }),
    // Why it was refused shows in what is there now: a closed discussion, a deleted post, a newer text.
    onError: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[1] === activityId && (queryKey[0] === 'thread' || queryKey[0] === 'discussion'),
      }),
  });
}
