import { RESPONSE_HOURS, TALK_WORDS_BINS, TALK_WORDS_STEP } from '../../contracts/limits.ts';
import type { Post } from './discussion.domain.ts';

/** A post as far as it is counted. */
export type SaidPost = Pick<Post, 'id' | 'groupId' | 'authorId' | 'at'> & {
  /** The id of what it was written in answer to; null: it began a thread. */
  readonly answers: string | null;
  readonly words: number;
};

/** Replies of one learner to another. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** More days than this are shown as weeks. */
const DAYS_MAX = 42;
const WEEK = 7;

/**
 * How unequal amounts are (reference/algorithms: Gini=Σ(2i−n−1)x_(i)/(nΣx)): 0 where all are the same. Who has nothing
 * counts. @returns null where nobody has anything
 */
export function giniOf(amounts: readonly number[]): number | null {
  const sorted = amounts.toSorted((a, b) => a - b);
  const sum = sorted.reduce((total, amount) => total + amount, 0);
  if (sum === 0) return null;
  const weighted = sorted.reduce(
    (total, amount, index) => total + (2 * (index + 1) - sorted.length - 1) * amount,
    0,
  );
  return weighted / (sorted.length * sum);
}

/** The shape of who replies to whom. @param n people who could; null where there are too few for it */
export function shapeOf(ties: readonly Tie[], n: number) {
  if (n < 2) return { density: null, reciprocity: null, centralisation: null };
  const pairs = new Set(ties.map(({ from, to }) => `${from} ${to}`));
  const mutual = ties.filter(({ from, to }) => pairs.has(`${to} ${from}`)).length;
  const received = new Map<string, number>();
  for (const { to } of ties) received.set(to, (received.get(to) ?? 0) + 1);
  const degrees = [...received.values()];
  const most = Math.max(0, ...degrees);
  const apart = degrees.reduce((sum, degree) => sum + most - degree, 0) + most * (n - degrees.length);
  return {
    density: ties.length / (n * (n - 1)),
    reciprocity: ties.length === 0 ? null : mutual / ties.length,
    // Freeman's, by those who are answered.
    centralisation: ties.length === 0 ? null : apart / (n - 1) ** 2,
  };
}

export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Posts by day, or by week where that would be too many; days without a post are there, too. */
export function spansOf(posts: readonly SaidPost[]) {
  const days = posts.map(({ at }) => Math.floor(at.getTime() / DAY_MS));
  const first = days.reduce((least, day) => Math.min(least, day), Infinity);
  const last = days.reduce((most, day) => Math.max(most, day), -Infinity);
  if (posts.length === 0) return { spanDays: 1, spans: [] };
  const spanDays = last - first >= DAYS_MAX ? WEEK : 1;
  const spans = Array.from({ length: Math.floor((last - first) / spanDays) + 1 }, (_, index) => ({
    from: new Date((first + index * spanDays) * DAY_MS).toISOString(),
    threads: 0,
    replies: 0,
  }));
  for (const [index, { answers }] of posts.entries()) {
    const span = spans[Math.floor(((days[index] ?? first) - first) / spanDays)];
    if (span) span[answers === null ? 'threads' : 'replies'] += 1;
  }
  return { spanDays, spans };
}

/**
 * What posts say as a whole (spec/discussion.md, 9).
 *
 * @param all posts whose writers may be known, staff's as well: they reply, but are none of those looked at
 * @param learners all who could write
 */
export function talkOf(all: readonly SaidPost[], learners: readonly string[]) {
  const isLearner = new Set(learners);
  const byKey = new Map(all.map((post) => [post.id, post]));
  const posts = all.filter(({ authorId }) => isLearner.has(authorId));
  const people = new Map(
    learners.map((id) => [id, { threads: 0, replies: 0, received: 0, words: 0, waits: [] as number[] }]),
  );
  const ties = new Map<string, { from: string; to: string; count: number }>();
  const firstReply = new Map<string, number>();
  for (const post of all) {
    const answered = post.answers === null ? undefined : byKey.get(post.answers);
    const isToOther = answered !== undefined && answered.authorId !== post.authorId;
    const hours = isToOther ? (post.at.getTime() - answered.at.getTime()) / HOUR_MS : 0;
    if (isToOther) {
      const { id } = answered;
      firstReply.set(id, Math.min(firstReply.get(id) ?? Infinity, hours));
    }
    const person = people.get(post.authorId);
    if (!person) continue;
    person[post.answers === null ? 'threads' : 'replies'] += 1;
    person.words += post.words;
    if (!isToOther) continue;
    person.waits.push(hours);
    const other = people.get(answered.authorId);
    if (!other) continue;
    other.received += 1;
    const tie = ties.get(`${post.authorId} ${answered.authorId}`);
    if (tie) tie.count += 1;
    else
      ties.set(`${post.authorId} ${answered.authorId}`, {
        from: post.authorId,
        to: answered.authorId,
        count: 1,
      });
  }
  const waited = posts.flatMap((post) => firstReply.get(post.id) ?? []);
  return {
    posts: posts.length,
    writers: new Set(posts.map(({ authorId }) => authorId)).size,
    ...spansOf(posts),
    gini: giniOf([...people.values()].map(({ threads, replies }) => threads + replies)),
    ...shapeOf([...ties.values()], learners.length),
    words: binned(posts, TALK_WORDS_BINS, ({ words }) => Math.floor(words / TALK_WORDS_STEP)),
    responses: binned(
      waited,
      RESPONSE_HOURS.length + 1,
      (hours) => RESPONSE_HOURS.findLastIndex((from) => hours >= from) + 1,
    ),
    unanswered: posts.length - waited.length,
    hours: medianOf(waited),
    people: learners.map((id) => {
      const { waits, ...counts } = people.get(id) ?? {
        threads: 0,
        replies: 0,
        received: 0,
        words: 0,
        waits: [],
      };
      return { id, ...counts, hours: medianOf(waits) };
    }),
    ties: [...ties.values()],
  };
}

/** How many fall where; what lies beyond the last is in the last. */
function binned<One>(all: readonly One[], length: number, placeOf: (one: One) => number): number[] {
  const bins = Array.from({ length }, () => 0);
  for (const one of all) {
    const place = Math.min(length - 1, placeOf(one));
    bins[place] = (bins[place] ?? 0) + 1;
  }
  return bins;
}
