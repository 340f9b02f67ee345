import { expect, test } from '@jest/globals';
import { wordsOf } from './bitmaps.domain.ts';
import { newsIn } from './follow-news.domain.ts';

const MOST = 3;
const learner = { memberId: 'ada', isStaff: false };
const thread = {
  id: 'arches',
  title: 'Arches',
  authorId: 'ben',
  hidden: {},
  promise: 'none',
  unread: 2,
} as const;
const nameless = (count: number, threadId: string | null = 'arches') => ({
  lines: [{ threadId, title: null, count }],
  more: 0,
});
const arches = { threadId: 'arches', title: 'Arches', count: 2 };

test.each([
  ['a thread by its title', 'open', [thread], { lines: [arches], more: 0 }],
  ['nothing of what is read', 'open', [{ ...thread, unread: 0 }], { lines: [], more: 0 }],
  ['no title of a thread whose author is hidden', 'open', [{ ...thread, promise: 'peers' }], nameless(2)],
  ['no title where one writes first', 'postFirst', [thread], nameless(2)],
  ['no title that staff have hidden', 'open', [{ ...thread, hidden: wordsOf([1]) }], nameless(2)],
  [
    'of several without a title in one line',
    'postFirst',
    [thread, { ...thread, id: 'b' }],
    nameless(4, null),
  ],
  [
    'those without a title together, after the others',
    'debate',
    [{ ...thread, promise: 'full' }, thread, { ...thread, promise: 'peers', unread: 3 }],
    { lines: [arches, { threadId: null, title: null, count: 5 }], more: 0 },
  ],
] as const)('news tell of %s', (_rule, mode, threads, news) =>
  expect(newsIn({ mode }, learner, threads, MOST)).toEqual(news),
);

test('of many threads news tell some, and how many more there are', () => {
  const { lines, more } = newsIn(
    { mode: 'open' },
    learner,
    Array.from({ length: 5 }, () => thread),
    MOST,
  );
  expect([lines.length, more]).toEqual([3, 2]);
});
