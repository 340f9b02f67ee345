import type { Post } from './discussion.domain.ts';
import { pathOf, replyPath } from './paths.domain.ts';

/** Where a post stands, and all that changes when staff move it. */
export type PostStand = Pick<
  Post,
  'threadId' | 'n' | 'path' | 'replyTo' | 'title' | 'tags' | 'answeredId' | 'movedBy'
>;

/** A post of a thread, by where it stands. */
export interface StandingPost extends PostStand {
  readonly id: string;
  readonly authorId: string;
  /** The id of what it was written in answer to, said also of what was written before those were kept. */
  readonly answered: string;
}

/** One post on its way. */
export interface PostMove {
  readonly id: string;
  readonly authorId: string;
  readonly from: PostStand;
  readonly to: PostStand;
}

const standOf = ({ id, authorId, answered, ...stand }: StandingPost): PostStand => stand;

/**
 * A post and all that answers it, however deep; also what stands beside it because replies are nested no deeper. Who
 * answers has a higher number than what is answered.
 *
 * @param all the posts of a thread, the lowest number first
 */
export function subtreeOf<One extends Pick<Post, 'n' | 'replyTo'>>(all: readonly One[], root: number): One[] {
  const below = new Set([root]);
  return all.filter(({ n, replyTo }) => {
    if (replyTo !== null && below.has(replyTo)) below.add(n);
    return below.has(n);
  });
}

/** Where moved posts go. */
interface Destination {
  readonly threadId: string;
  /** The highest number that is taken there. */
  readonly base: number;
  /** Of a thread of their own: what it is called; null: they go below the first post of a thread that is there. */
  readonly title: string | null;
  /** How deep replies are nested. */
  readonly depth: number;
}

/** The path of the first post of every thread. */
const HEAD = { n: 1, path: pathOf(null, 1) };

/**
 * What is to be done to move a part of a thread: each post gets the next number, so that their order stays.
 *
 * @param part as `subtreeOf` gives it
 */
export function planMove(
  part: readonly StandingPost[],
  { threadId, base, title, depth }: Destination,
  movedBy: string,
): PostMove[] {
  const placed = new Map<number, Pick<Post, 'n' | 'path'>>();
  return part.map((post, index) => {
    const n = base + 1 + index;
    const isRoot = index === 0;
    const beginsThread = isRoot && title !== null;
    const above = beginsThread ? null : isRoot ? HEAD : (placed.get(post.replyTo ?? 0) ?? HEAD);
    const path = above ? replyPath(above.path, n, depth) : pathOf(null, n);
    placed.set(post.n, { n, path });
    const called = isRoot && title !== null ? { title, tags: [] } : { title: post.title, tags: post.tags };
    const to = {
      threadId,
      n,
      path,
      replyTo: above?.n ?? null,
      ...called,
      answeredId: post.answered,
      movedBy,
    };
    return { id: post.id, authorId: post.authorId, from: standOf(post), to };
  });
}

/**
 * The way back: what was moved goes where it stood, and what was written below it since goes along.
 *
 * @param part what stands there now, as `subtreeOf` gives it
 * @param stood where those that were moved stood, by id
 * @param base the highest number that is taken where they go
 * @returns those written since
 */
export function planBack(
  part: readonly StandingPost[],
  stood: ReadonlyMap<string, PostStand>,
  { threadId, base, depth }: Pick<Destination, 'threadId' | 'base' | 'depth'>,
): PostMove[] {
  const placed = new Map<number, Pick<Post, 'n' | 'path'>>();
  const added: PostMove[] = [];
  for (const post of part) {
    const before = stood.get(post.id);
    if (before) {
      placed.set(post.n, before);
      continue;
    }
    const n = base + 1 + added.length;
    const above = placed.get(post.replyTo ?? 0) ?? HEAD;
    const path = replyPath(above.path, n, depth);
    placed.set(post.n, { n, path });
    const { title, tags, answered: answeredId } = post;
    const to = { threadId, n, path, replyTo: above.n, title, tags, answeredId, movedBy: null };
    added.push({ id: post.id, authorId: post.authorId, from: standOf(post), to });
  }
  return added;
}

/** Whether a post that something else was done to since stands in the way of undoing. */
export const isUndoable = (
  part: readonly Pick<StandingPost, 'id' | 'movedBy'>[],
  stood: ReadonlyMap<string, PostStand>,
  act: string,
): boolean => {
  const here = new Set(part.map(({ id }) => id));
  return (
    part.every(({ id, movedBy }) => movedBy === act || (movedBy === null && !stood.has(id))) &&
    [...stood.keys()].every((id) => here.has(id))
  );
};
