import { useEffect, useState } from 'react';
import type * as contract from '../../../../server/src/contracts/discussion-people.ts';
import { useApi } from '../../app/context.ts';
import type { Mentions, Person } from '../../ui/rich-text/editor/mentions.ts';
import type { Discussion, Post } from './api.ts';
import type { Target } from './writing-api.ts';

/**
 * Whom one may mention in what one writes, and what those are called who are mentioned.
 *
 * @param known who is mentioned already
 */
export function useMentions(
  activityId: string,
  target: Target,
  discussion: Discussion | undefined,
  known: Post['mentions'],
): Mentions {
  const api = useApi();
  const [names] = useState(() => new Map(known.map(({ memberId, name }) => [memberId, name])));
  useEffect(() => {
    for (const { memberId, name } of known) names.set(memberId, name);
  }, [known, names]);
  const where = target.kind === 'thread' ? { group: target.group } : { thread: target.threadId };

  async function search(q: string): Promise<readonly Person[]> {
    try {
      const { items } = await api.call<typeof contract.ListMentionable>(
        'get',
        '/discussions/:activityId/people',
        { params: { activityId }, query: { q, ...where } },
      );
      for (const { memberId, name } of items) names.set(memberId, name);
      return items.map(({ memberId, name }) => ({ memberId, name: name ?? '' }));
    } catch {
      // What is typed stays there as text.
      return [];
    }
  }

  return {
    search: discussion?.mentions === true ? search : null,
    nameOf: (memberId) => names.get(memberId) ?? undefined,
  };
}

/** What people are called who are mentioned in a post. */
export const namesIn =
  ({ mentions }: Pick<Post, 'mentions'>) =>
  (memberId: string): string | undefined =>
    mentions.find((one) => one.memberId === memberId)?.name ?? undefined;
