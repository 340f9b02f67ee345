import { expect, test } from '@jest/globals';
import type { Changes, Post, ThreadPage } from './api.ts';
import { mergeChanges } from './merge-changes.ts';

const postOf = (path: string, overrides: Partial<Post> = {}): Post => ({
  n: Number.parseInt(path.split('.').at(-1) ?? '', 10),
  path,
  depth: path.split('.').length - 1,
  replyTo: null,
  author: { name: 'Ada', alias: null, isStaff: false, isOwn: false },
  at: '2030-01-01T00:00:00.000Z',
  editedAt: null,
  revision: 1,
  text: { type: 'doc', content: [] } as never,
  mentions: [],
  isUnread: true,
  side: null,
  reactions: [],
  isAnswer: true,
  hidden: null,
  isWaiting: false,
  files: [],
  isAccepted: false,
  isEndorsed: false,
  can: {
    reply: true,
    edit: false,
    delete: false,
    accept: false,
    endorse: false,
    hide: false,
    approve: false,
    report: false,
    react: false,
  },
  ...overrides,
});

const facts = {
  title: 'Arches',
  standing: { pin: null, lock: null, close: null },
  last: 9,
  asOf: '2030-01-01T00:00:00.000Z',
  posts: 4,
  unread: 1,
  isAnswered: null,
  balance: null,
};
const pageOf = (paths: string[], next: string | null, previous: string | null = null): ThreadPage => ({
  id: 'a',
  isFollowed: false,
  groupId: null,
  tags: [],
  about: null,
  items: paths.map((path) => postOf(path)),
  next,
  previous,
  can: { reply: true, seeHistory: false, moderate: false, facilitate: false },
  ...facts,
});
const changesOf = (...items: Post[]): Changes => ({
  items,
  isMuch: false,
  accepted: 7,
  endorsed: [],
  ...facts,
  posts: 9,
  unread: 3,
});
const paths = (pages: readonly ThreadPage[]) => pages.map(({ items }) => items.map(({ path }) => path));

const TWO = [pageOf(['0001', '0001.0003'], '0001.0003'), pageOf(['0001.0005', '0001.0007'], null)];

test.each([
  [
    'between two posts',
    '0001.0003.0010',
    [
      ['0001', '0001.0003'],
      ['0001.0003.0010', '0001.0005', '0001.0007'],
    ],
  ],
  [
    'after all of them',
    '0001.0011',
    [
      ['0001', '0001.0003'],
      ['0001.0005', '0001.0007', '0001.0011'],
    ],
  ],
  [
    'before the first of a page',
    '0001.0002',
    [
      ['0001', '0001.0002', '0001.0003'],
      ['0001.0005', '0001.0007'],
    ],
  ],
])('a new post comes %s', (_where, path, expected) => {
  expect(paths(mergeChanges(TWO, changesOf(postOf(path)), 0))).toEqual(expected);
});

test('what is beyond the pages that were read is left for when one gets there', () => {
  const pages = [pageOf(['0001.0003', '0001.0005'], '0001.0005', '0001.0003')];
  const merged = mergeChanges(pages, changesOf(postOf('0001.0002'), postOf('0001.0011')), 2);
  expect(paths(merged)).toEqual([['0001.0003', '0001.0005']]);
  expect(merged[0]).toMatchObject({ posts: 9, unread: 5 });
});

test('a changed post stays where it is and new to who has it open; a deleted one leaves its place', () => {
  const merged = mergeChanges(
    TWO,
    changesOf(
      postOf('0001.0003', { revision: 2, isUnread: false }),
      postOf('0001.0005', { revision: 2, text: null }),
      postOf('0001.0006', { text: null }),
    ),
    0,
  );
  expect(paths(merged)).toEqual(paths(TWO));
  expect(merged[0]?.items[1]).toMatchObject({ revision: 2, isUnread: true });
  expect(merged[1]?.items[0]?.text).toBeNull();
  expect(merged.flatMap(({ items }) => items.map(({ isAccepted }) => isAccepted))).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('an answer that was overtaken does not bring back what a post said before', () => {
  const pages = [pageOf([], null)].map((page) => ({ ...page, items: [postOf('0001', { revision: 3 })] }));
  expect(mergeChanges(pages, changesOf(postOf('0001', { revision: 2 })), 0)[0]?.items[0]?.revision).toBe(3);
});

test.each([
  ['an answer to a question', true, false, true],
  ['no other post of a question', false, false, false],
  ['any post where threads are no questions', false, null, true],
])('staff endorse %s', (_rule, isAnswer, isAnswered, expected) => {
  const page = pageOf(['0001.0003'], null);
  const pages = [{ ...page, items: page.items.map((post) => ({ ...post, isAnswer })) }];
  const [merged] = mergeChanges(pages, { ...changesOf(), isAnswered, endorsed: [3] }, 0);
  expect(merged?.items.map(({ n, isEndorsed }) => [n, isEndorsed])).toEqual([[3, expected]]);
});
