import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import { pathOf } from '../../server/src/features/discussion/paths.domain.ts';
import { termsOf } from '../../server/src/features/discussion/terms.domain.ts';
import type { Database } from '../../server/src/platform/database/connect.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, startThread } from '../factories/discussion.ts';

/** Words that posts are made of, and how many each has. */
const VOCABULARY = 5_000;
const WORDS = 30;
/** Replies that stand below each other. */
const DEPTH = 3;

/** A discussion with one long thread. */
export interface Long {
  readonly activityId: string;
  readonly threadId: string;
  readonly size: number;
}

/** A thread through the API, and its other posts as the API would have written them. */
export async function writeLong(
  { connection }: Database,
  staff: ApiSession,
  learners: readonly ApiSession[],
  size: number,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Long> {
  const activityId = await addDiscussion(staff, { depth: DEPTH, ...settings });
  const threadId = await startThread(learners[0] ?? staff, activityId, `Of ${size}`);
  const posts = connection.collection('posts');
  const first = await posts.findOne({ _id: `${threadId}/1` as never });
  if (!first) throw new Error('the thread has no first post');
  const { eventsSince, ...told } = first;
  const paths = ['', pathOf(null, 1)];
  for (let begin = 2; begin <= size; begin += 1_000) {
    const many = Array.from({ length: Math.min(1_000, size - begin + 1) }, (_, step) => {
      const n = begin + step;
      // Each answers one that came a good while before it, so that reading order is not that of writing.
      const replyTo = n % 7 === 0 ? 1 : 1 + ((n * 7919) % (n - 1));
      const above = (paths[replyTo] ?? '').split('.').slice(0, DEPTH).join('.');
      paths[n] = pathOf(above, n);
      return {
        ...told,
        _id: `${threadId}/${n}` as never,
        n,
        path: paths[n],
        replyTo,
        title: null,
        ...saying(textOf(n)),
        requestId: newId(),
        authorId: learners[n % learners.length]?.memberId,
        events: [],
      };
    });
    await posts.insertMany(many);
  }
  const all = Array.from({ length: size }, (_, index) => index + 1);
  await connection
    .collection('threads')
    .updateOne({ _id: threadId as never }, { $set: { lastNumber: size, live: wordsOf(all) } });
  return { activityId, threadId, size };
}

/** Words as frequent as those of a language (Zipf's law): the first are in most posts, the last in a few. */
function textOf(n: number): string {
  const word = (place: number): string => {
    const share = ((n * 7919 + place * 104_729) % 99_991) / 99_991;
    return `word${Math.floor(VOCABULARY ** share)}x`;
  };
  return Array.from({ length: WORDS }, (_, place) => word(place)).join(' ');
}

const saying = (text: string) => ({ text: richTextOf(text), terms: termsOf(text) });

/** The words of `bitmaps.domain.ts`, written down once more: a thread that is read whole is 3,125 of them. */
export function wordsOf(numbers: readonly number[]): Record<string, number> {
  const words: Record<string, number> = {};
  for (const n of numbers) words[n >> 5] = (words[n >> 5] ?? 0) | (1 << (n & 31));
  return words;
}
