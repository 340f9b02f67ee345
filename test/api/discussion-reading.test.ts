/** Reading discussions over HTTP: lists, pages of long threads, what is unread, and nothing before one's own first post. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import type * as contract from '../../server/src/contracts/discussion.ts';
import type * as reading from '../../server/src/contracts/discussion-reading.ts';
import { newId } from '../../server/src/core/ids.ts';
import { can } from '../../server/src/core/permissions.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, listThreads, readThread, reply, startThread } from '../factories/discussion.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;

beforeAll(async () => {
  room = await openRoom(3);
  [staff, ada, ben] = [room.staff, room.learner(0), room.learner(1)];
}, 60_000);
afterAll(() => room.stack.close());

const titles = ({ items }: { items: readonly { title: string }[] }) => items.map(({ title }) => title);
const numbers = ({ items }: contract.ThreadView) => items.map(({ n }) => n);

describe('the list of threads', () => {
  let activityId: string;
  const threads: string[] = [];
  beforeAll(async () => {
    activityId = await addDiscussion(staff);
    for (const title of ['A', 'B', 'C', 'D', 'E']) threads.push(await startThread(ada, activityId, title));
    await reply(ben, activityId, threads[1] ?? '', 1, 'So it is.');
  });

  test.each([
    ['activity', ['B', 'E', 'D', 'C', 'A']],
    ['newest', ['E', 'D', 'C', 'B', 'A']],
    ['oldest', ['A', 'B', 'C', 'D', 'E']],
  ])('by %s, page by page', async (sort, expected) => {
    const all: string[] = [];
    let after = '';
    for (let page = 0; page < 5; page += 1) {
      const found = await listThreads(ben, activityId, `?sort=${sort}&limit=2${after}`);
      all.push(...titles(found));
      if (found.next === null) break;
      after = `&after=${found.next}`;
    }
    expect(all).toEqual(expected);
  });

  test('those alone that one wrote in, that nobody answered, or that have something new', async () => {
    expect(titles(await listThreads(ben, activityId, '?filter=mine'))).toEqual(['B']);
    expect(titles(await listThreads(ben, activityId, '?filter=unanswered&sort=oldest'))).toEqual([
      'A',
      'C',
      'D',
      'E',
    ]);
    expect(titles(await listThreads(ada, activityId, '?filter=unread'))).toEqual(['B']);
    await ada.ok('PUT', `/discussions/${activityId}/threads/${threads[1]}/read`, { numbers: [2] });
    expect(titles(await listThreads(ada, activityId, '?filter=unread'))).toEqual([]);
    const first = await listThreads(ben, activityId, '?filter=unread&sort=oldest&limit=2');
    expect([titles(first), first.next === null]).toEqual([['A', 'B'], false]);
    const rest = await listThreads(ben, activityId, `?filter=unread&sort=oldest&limit=9&after=${first.next}`);
    expect([titles(rest), rest.next]).toEqual([['C', 'D', 'E'], null]);
  });
});

describe('a long thread', () => {
  const POSTS = 130;
  let activityId: string;
  let threadId: string;
  beforeAll(async () => {
    activityId = await addDiscussion(staff, { depth: 1 });
    threadId = await startThread(ada, activityId, 'Long');
    for (let n = 2; n <= POSTS; n += 1)
      await reply(n % 2 ? ada : ben, activityId, threadId, 1, `Number ${n}`);
  }, 60_000);

  test('is read page by page, forwards and backwards, without a gap', async () => {
    const forwards = [await readThread(ben, activityId, threadId)];
    for (let last = forwards.at(-1); last?.next; last = forwards.at(-1))
      forwards.push(await readThread(ben, activityId, threadId, `?after=${last.next}`));
    expect(forwards.flatMap(numbers)).toEqual(Array.from({ length: POSTS }, (_, at) => at + 1));
    expect(forwards[0]?.previous).toBeNull();
    const back = [await readThread(ben, activityId, threadId, '?post=101')];
    expect(back[0]?.items[0]?.n).toBe(101);
    for (let first = back[0]; first?.previous; first = back[0])
      back.unshift(await readThread(ben, activityId, threadId, `?before=${first.previous}`));
    expect(back.flatMap(numbers)).toEqual(Array.from({ length: POSTS }, (_, at) => at + 1));
  });

  test('shows what is new to each reader, and leads to the next of it', async () => {
    const marks = `/discussions/${activityId}/threads/${threadId}`;
    expect(await readThread(ada, activityId, threadId)).toMatchObject({ unread: 65 });
    const odd = Array.from({ length: 65 }, (_, at) => 2 * at + 2);
    await ada.ok('PUT', `${marks}/read`, { numbers: odd.filter((n) => n !== 64 && n !== 96) });
    expect(await readThread(ada, activityId, threadId)).toMatchObject({ unread: 2 });
    const next = async (after: number) => {
      const { items } = await readThread(ada, activityId, threadId, `?post=${after}&limit=1`);
      return ada.ok('GET', `${marks}/unread?after=${items[0]?.path}`);
    };
    expect(await ada.ok('GET', `${marks}/unread`)).toEqual({ n: 64 });
    expect(await next(64)).toEqual({ n: 96 });
    expect(await next(96)).toEqual({ n: 64 });
    const page = await readThread(ada, activityId, threadId, '?post=60&limit=40');
    expect(page.items.filter(({ isUnread }) => isUnread).map(({ n }) => n)).toEqual([64, 96]);
    // Much is new, and nothing of it is near.
    const other = room.learner(2);
    const read = Array.from({ length: 60 }, (_, at) => at + 1);
    await other.ok('PUT', `${marks}/read`, { numbers: read });
    for (const [query, n] of [
      ['', 61],
      ['?after=0001.002b', 84],
      ['?after=0001.003m', 61],
    ] as const)
      expect(await other.ok('GET', `${marks}/unread${query}`)).toEqual({ n });
    await ada.ok('PUT', `${marks}/read`, { numbers: [64, 96, 32, 31] });
    expect(await ada.ok('GET', `${marks}/unread`)).toEqual({ n: null });
    // What is deleted is new to nobody.
    await ben.ok('DELETE', `${marks}/posts/2`);
    expect(await readThread(room.learner(2), activityId, threadId)).toMatchObject({
      unread: 70,
      posts: 129,
    });
  });
});

test('what is new, changed and deleted since a thread was read is given alone', async () => {
  const activityId = await addDiscussion(staff, { depth: 1 });
  const threadId = await startThread(ada, activityId, 'Watched');
  for (const text of ['Two', 'Three']) await reply(ben, activityId, threadId, 1, text);
  const path = `/discussions/${activityId}/threads/${threadId}`;
  const { last, asOf } = await readThread(ada, activityId, threadId);
  expect(last).toBe(3);
  const changes = (since: { last: number; asOf: string }) =>
    ada.ok<z.output<typeof reading.GetThreadChanges.response>>(
      'GET',
      `${path}/changes?last=${since.last}&asOf=${since.asOf}`,
    );
  expect(await changes({ last, asOf })).toMatchObject({ items: [], unread: 2, posts: 3, last: 3 });
  await reply(ben, activityId, threadId, 2, 'Four');
  await ben.ok('PUT', `${path}/posts/2`, { text: 'Too', expectedRevision: 1, draftRevision: 0 });
  await ben.ok('DELETE', `${path}/posts/3`);
  const found = await changes({ last, asOf });
  expect(found.items.map(({ n, revision, text }) => [n, revision, text === null])).toEqual([
    [2, 2, false],
    [3, 2, true],
    [4, 1, false],
  ]);
  expect(found).toMatchObject({ isMuch: false, unread: 2, posts: 3, last: 4 });
  // What changed is given again for as long as two instances' clocks may differ; what is old is not.
  const later = new Date(Date.parse(found.asOf) + 200_000).toISOString();
  expect((await changes({ last: found.last, asOf: later })).items).toEqual([]);
});

describe('post first', () => {
  const SECRET = 'Secretly suspended';
  const QUERIES = [
    '',
    '?filter=unanswered',
    '?filter=mine',
    '?post=1',
    '?last=0&asOf=2020-01-01T00:00:00Z',
    '?sort=newest&filter=unread',
    '?q=secretly',
  ];
  let activityId: string;
  let threadId: string;
  beforeAll(async () => {
    activityId = await addDiscussion(staff, { mode: 'postFirst' });
    threadId = await startThread(ada, activityId, SECRET, SECRET);
    await reply(staff, activityId, threadId, 1, SECRET);
  });

  test('no route that a learner may read tells of others’ posts before one’s own first', async () => {
    const learner = room.learner(2);
    const actor = { role: 'learner', readOnly: false } as const;
    const routes = room.stack.roundtable.routes.filter(
      ({ endpoint: { method, permission } }) =>
        method === 'get' &&
        permission !== 'public' &&
        permission !== 'administrator' &&
        can(actor, permission),
    );
    expect(routes.some(({ endpoint }) => endpoint.path.startsWith('/discussions/'))).toBe(true);
    const walk = async (who: ApiSession) => {
      const seen: string[] = [];
      for (const { endpoint } of routes) {
        const path = endpoint.path
          .replace(':activityId', activityId)
          .replace(':threadId', threadId)
          .replace(':target', `${threadId}-1`)
          .replace(':n', '1')
          .replace(/:\w+/g, newId());
        for (const query of path.startsWith('/discussions/') ? QUERIES : ['']) {
          const text = JSON.stringify((await who.call('GET', path + query)).body);
          if (text.includes(SECRET)) seen.push(path + query);
        }
      }
      return seen;
    };
    expect(await walk(learner)).toEqual([]);
    // The walk sees what there is to see.
    expect((await walk(ada)).length).toBeGreaterThan(3);

    const path = `/discussions/${activityId}`;
    expect(await learner.ok('GET', path)).toMatchObject({ awaitsFirstPost: true, can: { post: true } });
    expect(await listThreads(learner, activityId)).toEqual({ items: [], next: null });
    for (const [method, at, body] of [
      ['POST', `${path}/threads/${threadId}/posts`, { id: newId(), replyTo: 1, text: 'x', draftRevision: 0 }],
      ['PUT', `${path}/threads/${threadId}/read`, { numbers: [1] }],
      ['GET', `${path}/threads/${threadId}/unread`, undefined],
    ] as const) {
      expect([at, (await learner.call(method, at, body)).status]).toEqual([at, 404]);
    }
    await startThread(learner, activityId, 'My own');
    expect(await learner.ok('GET', path)).toMatchObject({ awaitsFirstPost: false });
    expect(titles(await listThreads(learner, activityId))).toEqual(['My own', SECRET]);
  }, 60_000);

  test('staff see all from the start, and what one deletes still counts as written', async () => {
    expect(titles(await listThreads(staff, activityId))).toContain(SECRET);
    const own = await startThread(ben, activityId, 'Ben’s');
    await ben.ok('DELETE', `/discussions/${activityId}/threads/${own}/posts/1`);
    expect(titles(await listThreads(ben, activityId))).toContain(SECRET);
  });
});
