/** Search over HTTP: words of any language, what was changed or deleted, page by page, and never before one's own first post. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type { SearchPosts } from '../../server/src/contracts/discussion-search.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, reply, startThread } from '../factories/discussion.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

type Page = z.output<typeof SearchPosts.response>;

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;

beforeAll(async () => {
  room = await openRoom(3);
  [staff, ada, ben] = [room.staff, room.learner(0), room.learner(1)];
}, 60_000);
afterAll(() => room.stack.close());

const search = (who: ApiSession, activityId: string, q: string, more = '') =>
  who.ok<Page>('GET', `/discussions/${activityId}/search?q=${encodeURIComponent(q)}${more}`);
const marked = ({ text, marks }: Page['items'][number]['excerpt']) =>
  marks.map(([from, to]) => text.slice(from, to));
const excerpts = async (...args: Parameters<typeof search>) =>
  (await search(...args)).items.flatMap(({ excerpt }) => marked(excerpt));

test('finds words, the last one by its beginning, whatever the language and the accents', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'Brücken', 'Eine Brücke aus Stein hält lange.');
  await reply(ben, activityId, threadId, 1, '石の橋を渡る。');
  await reply(ben, activityId, threadId, 1, 'جِسْرٌ من حجر');
  expect(await excerpts(ben, activityId, 'brucke')).toEqual(['Brücke']);
  expect(await excerpts(ben, activityId, 'stein bru')).toEqual(['Brücke', 'Stein']);
  expect(await excerpts(ben, activityId, 'bru ')).toEqual([]);
  expect(await excerpts(ben, activityId, '橋')).toEqual(['橋']);
  expect(await excerpts(ben, activityId, 'جسر')).toEqual(['جِسْرٌ']);
  // The title finds the thread's first post.
  const { items } = await search(ben, activityId, 'brücken ');
  expect(items.map(({ n, title, author }) => [n, marked(title), author.name])).toEqual([
    [1, ['Brücken'], 'Given0 Family0'],
  ]);
  expect(JSON.stringify(items)).not.toContain(ada.memberId);
  for (const q of ['', '…', '.*', '$where', '(', 'stein $ bru']) await search(ben, activityId, q);
  expect((await ben.call('GET', `/discussions/${activityId}/search?q=${'x'.repeat(300)}`)).status).toBe(400);
});

test('what is changed is found by what it says now, what is deleted is not found', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'One', 'Granite.');
  const path = `/discussions/${activityId}/threads/${threadId}/posts/1`;
  await ada.ok('PUT', path, { text: 'Basalt.', expectedRevision: 1, draftRevision: 0 });
  expect(await excerpts(ben, activityId, 'granite')).toEqual([]);
  expect(await excerpts(ben, activityId, 'basalt')).toEqual(['Basalt']);
  expect((await search(ben, activityId, 'one ')).items).toHaveLength(1);
  await ada.ok('DELETE', path);
  expect(await excerpts(staff, activityId, 'basalt')).toEqual([]);
  expect((await search(staff, activityId, 'one ')).items).toHaveLength(0);
  // Another discussion's posts are found there.
  expect(await excerpts(ben, await addDiscussion(staff), 'basalt')).toEqual([]);
});

test('page by page without a gap, also by what many words begin with', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'Many', 'Concrete.');
  for (let n = 2; n <= 70; n += 1)
    await reply(ben, activityId, threadId, 1, `Concrete ${n % 2 ? 'odd' : 'even'}`);
  for (const [q, expected] of [
    ['concr', 70],
    ['concrete od', 34],
    ['od', 34],
  ] as const) {
    const seen: number[] = [];
    for (let after = ''; ;) {
      const page = await search(ada, activityId, q, `&limit=30${after}`);
      seen.push(...page.items.map(({ n }) => n));
      if (page.next === null) break;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
    expect([q, seen.length, new Set(seen).size]).toEqual([q, expected, expected]);
  }
}, 60_000);

test('in post first, one finds one’s own posts alone before one has posted, and no count tells of others’', async () => {
  const activityId = await addDiscussion(staff, { mode: 'postFirst' });
  const threadId = await startThread(ada, activityId, 'Secret', 'Suspension.');
  await reply(staff, activityId, threadId, 1, 'Suspension indeed.');
  for (const q of ['suspension', 'susp', 'secret ']) {
    expect(await search(ben, activityId, q)).toEqual({ items: [], next: null });
  }
  await startThread(ben, activityId, 'Mine', 'Suspension too.');
  expect((await search(ben, activityId, 'susp')).items).toHaveLength(3);
});
