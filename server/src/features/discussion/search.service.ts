import { SearchPosts } from '../../contracts/discussion-search.ts';
import { plainTextOf } from '../../contracts/plain-text.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import { mayKnow, momentFor } from './anonymity.domain.ts';
import { authorView } from './discussion.views.ts';
import { postIdOf } from './posts.store.ts';
import type { SearchStore } from './search.store.ts';
import { completionsOf, excerptOf, markedIn, type Wanted, wantedIn } from './terms.domain.ts';

/** Words are compared by how many posts hold them, counted up to this. */
const COUNTED = 1_000;
/** A beginning of a word that fewer posts hold is as good as a rare word. */
const SAMPLE = 200;

export type SearchService = ReturnType<typeof createSearchService>;

/** Search in the text of posts (spec/discussion.md, 3). */
export function createSearchService(access: AccessService, store: SearchStore) {
  /** How to find what is wanted without reading much: by few posts, or by the rarest word. */
  async function plan(
    { scope }: Caller,
    activityId: string,
    audience: Parameters<SearchStore['sample']>[2],
    { words, prefix }: Wanted,
  ) {
    const [counts, sample] = await Promise.all([
      Promise.all(words.map(async (term) => ({ term, count: await store.count(scope, term, COUNTED) }))),
      prefix === null ? [] : store.sample(scope, activityId, audience, prefix, SAMPLE),
    ]);
    const rarest = counts.sort((a, b) => a.count - b.count).map(({ term }) => term);
    if (prefix === null) return { ids: null, words: rarest, prefix };
    if (sample.length < SAMPLE) return { ids: sample.map(({ _id }) => _id), words: rarest, prefix };
    // Too many to look at all of them: the word that is said most stands for all that begin so.
    const [likely = prefix] = completionsOf(prefix, sample);
    return rarest.length > 0
      ? { ids: null, words: rarest, prefix }
      : { ids: null, words: [likely], prefix: null };
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
          title: markedIn(post.threadTitle, wanted),
          excerpt: excerptOf(post.text ? plainTextOf(post.text) : '', wanted),
          author: authorView(post, post.author, who),
          at: momentFor(post.at, mayKnow(post.promise, who)).toISOString(),
        })),
        next: last ? postIdOf(last.threadId, last.n) : null,
      });
    },
  };
}
