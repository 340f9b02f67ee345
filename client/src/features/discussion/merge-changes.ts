import type { Changes, Post, ThreadPage } from './api.ts';

/**
 * Pages of a thread with what has changed since they were read: posts stay where they are, new ones come where they belong
 * in reading order, and one that is beyond what was read stays unread until one gets there. Who is deleted leaves a
 * tombstone, since taking it away would move what one reads.
 *
 * @param ownMarks how many posts the reader has marked as read that the server counts as read by now
 */
export function mergeChanges(
  pages: readonly ThreadPage[],
  { items, isMuch: _isMuch, accepted, endorsed, ...facts }: Changes,
  ownMarks: number,
): ThreadPage[] {
  const now = { ...facts, unread: facts.unread + ownMarks };
  const marked = (post: Post): Post => ({
    ...post,
    isAccepted: post.isAnswer && post.n === accepted,
    // Where threads are no questions, staff endorse any post.
    isEndorsed: (post.isAnswer || facts.isAnswered === null) && endorsed.includes(post.n),
  });
  return withNew(
    pages.map((page) => ({ ...page, ...now, items: replaced(page.items, items).map(marked) })),
    items,
  );
}

function replaced(before: Post[], changed: readonly Post[]): Post[] {
  const byNumber = new Map(changed.map((post) => [post.n, post]));
  // What one has open stays marked as new until one leaves the page.
  return before.map((post) => {
    const now = byNumber.get(post.n);
    return now && now.revision >= post.revision ? { ...now, isUnread: post.isUnread } : post;
  });
}

function withNew(pages: ThreadPage[], changed: readonly Post[]): ThreadPage[] {
  const known = new Set(pages.flatMap(({ items }) => items.map(({ n }) => n)));
  for (const post of changed) {
    if (known.has(post.n) || post.text === null) continue;
    const at = pageFor(pages, post.path);
    const page = pages[at];
    if (!page) continue;
    const before = page.items.findIndex(({ path }) => path > post.path);
    const place = before < 0 ? page.items.length : before;
    pages[at] = { ...page, items: page.items.toSpliced(place, 0, post) };
  }
  return pages;
}

/** The page a post belongs on, or -1 when that is not read yet. */
function pageFor(pages: readonly ThreadPage[], path: string): number {
  const first = pages[0];
  const begin = first?.previous ?? null;
  if (begin !== null && path < begin) return -1;
  const found = pages.findIndex(({ items }) => (items.at(-1)?.path ?? '') > path);
  if (found >= 0) return found;
  return pages.at(-1)?.next === null ? pages.length - 1 : -1;
}
