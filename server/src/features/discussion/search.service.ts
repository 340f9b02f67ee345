import { SearchPosts } from '../../contracts/discussion-search.ts';
import { plainTextOf } from '../../contracts/plain-text.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import { titleFor } from './moderation.domain.ts';
import { mayKnow, momentFor } from '../../core/name-promise.ts';
import { authorView } from './discussion.views.ts';
import type { SearchStore } from './search.store.ts';
import { completionsOf, excerptOf, markedIn, type Wanted, wantedIn } from './terms.domain.ts';

/** A beginning of a word that fewer posts hold is as good as a rare word. */
const SAMPLE = 50;

export type SearchService = ReturnType<typeof createSearchService>;

/** Search in the text of posts (spec/discussion.md, 3). */
export function createSearchService(access: AccessService, store: SearchStore) {
  /**
   * How to find what is wanted without reading much: by few posts, or by the word that is likely to be the rarest. Long
   * words are rarer than short ones in every language that was looked at (Zipf's law of abbreviation).
   */
  async function plan(
    { scope }: Caller,
    activityId: string,
    audience: Parameters<SearchStore['sample']>[2],
    wanted: Wanted,
  ) {
    const { prefix } = wanted;
    const words = wanted.words.toSorted((a, b) => b.length - a.length);
    const [longest = ''] = words;
    if (prefix === null || prefix.length <= longest.length) return { ids: null, words, prefix };
    const sample = await store.sample(scope, activityId, audience, prefix, SAMPLE);
    if (sample.length < SAMPLE) return { ids: sample.map(({ _id }) => _id), words, prefix };
    if (words.length > 0) return { ids: null, words, prefix };
    // Too many to look at all of them: the word that is said most stands for all that begin so.
    const [likely = prefix] = completionsOf(prefix, sample);
    return { ids: null, words: [likely], prefix: null };
  }

  return {
    /** Four round trips at most. @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
    async search(
      caller: Caller,
      activityId: string,
      query: string,
      after: string | undefined,
      limit: number,
    ) {
      const { who, audience } = await access.forReading(caller, activityId);
      const wanted = wantedIn(query);
      if (!wanted) return { items: [], next: null };
      const sought = { ...(await plan(caller, activityId, audience, wanted)), after: after ?? null };
      const found = await store.find(caller.scope, activityId, audience, sought, limit + 1);
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      return SearchPosts.response.parse({
        items: page.map((post) => ({
          threadId: post.threadId,
          n: post.n,
          title: markedIn(post.thread ? titleFor(post.thread, who) : '', wanted),
          excerpt: excerptOf(post.text ? plainTextOf(post.text) : '', wanted),
          author: authorView(post, post.author, who),
          at: momentFor(post.at, mayKnow(post.promise, who)).toISOString(),
        })),
        next: last?.id ?? null,
      });
    },
  };
}
