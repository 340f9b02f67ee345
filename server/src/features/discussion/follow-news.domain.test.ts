import { expect, test } from '@jest/globals';
import { wordsOf } from './bitmaps.domain.ts';
import { newsIn } from './follow-news.domain.ts';

const learner = { memberId: 'ada', isStaff: false };
const thread = { title: 'Arches', authorId: 'ben', hidden: {}, promise: 'none', unread: 2 } as const;
const nameless = (count: number) => ({ lines: [{ title: null, count }], more: 0 });

test.each([
  ['a thread by its title', 'open', [thread], { lines: [{ title: 'Arches', count: 2 }], more: 0 }],
  ['nothing of what is read', 'open', [{ ...thread, unread: 0 }], { lines: [], more: 0 }],
  ['no title of a thread whose author is hidden', 'open', [{ ...thread, promise: 'peers' }], nameless(2)],
  ['no title where one writes first', 'postFirst', [thread], nameless(2)],
  ['no title that staff have hidden', 'open', [{ ...thread, hidden: wordsOf([1]) }], nameless(2)],
  [
    'those without a title together, after the others',
    'debate',
    [{ ...thread, promise: 'full' }, thread, { ...thread, promise: 'peers', unread: 3 }],
    {
      lines: [
        { title: 'Arches', count: 2 },
        { title: null, count: 5 },
      ],
      more: 0,
    },
  ],
] as const)('a mail tells of %s', (_rule, mode, threads, news) =>
  expect(newsIn({ mode }, learner, threads)).toEqual(news),
);

test('of many threads it tells ten, and how many more there are', () => {
  const { lines, more } = newsIn(
    { mode: 'open' },
    learner,
    Array.from({ length: 13 }, () => thread),
  );
  expect([lines.length, more]).toEqual([10, 3]);
});
