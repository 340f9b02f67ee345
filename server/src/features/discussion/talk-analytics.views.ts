import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import { DiscussionAnalyticsView } from '../../contracts/discussion-analytics.ts';
import type { SaidPost, talkOf } from './talk-analytics.domain.ts';

interface Facts {
  readonly learners: readonly { readonly id: string; readonly name: string | null }[];
  readonly hasHidden: boolean;
  /** How many milestones each has met; null: there are none, or nobody is to be known by them. */
  readonly met: ReadonlyMap<string, number> | null;
  readonly spaces:
    | readonly {
        readonly groupId: string;
        readonly name: string | null;
        readonly memberIds: readonly string[];
        readonly posts: readonly SaidPost[];
      }[]
    | null;
}

/** For staff: with names, of what is not promised to stay without one. */
export function talkView(
  { title, milestones }: Pick<DiscussionSettings, 'title' | 'milestones'>,
  { people, ties, ...figures }: ReturnType<typeof talkOf>,
  { learners, hasHidden, met, spaces }: Facts,
): DiscussionAnalyticsView {
  const names = new Map(learners.map(({ id, name }) => [id, name]));
  const places = new Map(people.map(({ id }, place) => [id, place]));
  return DiscussionAnalyticsView.parse({
    title,
    hasHidden,
    ...figures,
    groups:
      spaces?.map(({ groupId, name, memberIds, posts }) => ({
        id: groupId,
        name,
        people: memberIds.length,
        posts: posts.length,
        writers: new Set(posts.map(({ authorId }) => authorId)).size,
        words: posts.reduce((sum, { words }) => sum + words, 0),
      })) ?? null,
    people: people.map((person) => ({
      ...person,
      name: names.get(person.id) ?? null,
      met: met === null ? null : (met.get(person.id) ?? 0),
    })),
    ties: ties.map(({ from, to, count }) => ({ from: places.get(from), to: places.get(to), count })),
    milestones: met === null ? 0 : milestones.length,
  });
}
