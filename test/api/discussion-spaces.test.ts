/**
 * Discussions over HTTP where names are hidden, and where groups discuss by themselves: who is known to whom, who enters
 * which space when groups change, and that nothing that a learner can ask for tells more.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type * as contract from '../../server/src/contracts/discussion.ts';
import type * as drafting from '../../server/src/contracts/discussion-drafts.ts';
import { newId } from '../../server/src/core/ids.ts';
import { can } from '../../server/src/core/permissions.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import {
  addDiscussion,
  buildDiscussion,
  listThreads,
  readThread,
  reply,
  startThread,
} from '../factories/discussion.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';
import { bodiesOf, QUERIES } from './route-samples.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;

beforeAll(async () => {
  room = await openRoom(6);
  [staff, ada, ben, cleo] = [room.staff, room.learner(0), room.learner(1), room.learner(2)];
}, 60_000);
afterAll(() => room.stack.close());

/** Everything that a learner can obtain of a discussion by any route, what changes something last. */
async function obtain(who: ApiSession, activityId: string, threadIds: readonly string[]) {
  const mine = { role: 'learner', readOnly: false } as const;
  const routes = room.stack.roundtable.routes
    .filter(
      ({ endpoint: { permission } }) =>
        permission !== 'public' && permission !== 'administrator' && can(mine, permission),
    )
    .toSorted((a, b) => Number(a.endpoint.method !== 'get') - Number(b.endpoint.method !== 'get'));
  const obtained: { where: string; text: string }[] = [];
  for (const { endpoint } of routes) {
    const { method, path } = endpoint;
    // Without what it asks for it tells nothing but that, and a person has so many requests a minute.
    if (endpoint.body && !bodiesOf(activityId)[`${method} ${path}`]) continue;
    const queries = path.startsWith('/discussions/')
      ? ['', '?sort=newest&limit=1', '?filter=unread&limit=1', '?post=1', '?after=0001']
      : [QUERIES[`${method} ${path}`] ?? ''];
    for (const threadId of path.includes(':threadId') || path.includes(':target') ? threadIds : ['']) {
      const asked = path
        .replace(':activityId', activityId)
        .replace(':threadId', threadId)
        .replace(':target', `${threadId}-1`)
        .replace(':n', '1')
        .replace(/:\w+/g, newId());
      for (const query of method === 'get' ? queries : ['']) {
        const body = endpoint.body && bodiesOf(activityId)[`${method} ${path}`]?.();
        const answer = await who.call(method.toUpperCase(), asked + query, body);
        obtained.push({ where: `${method} ${asked}${query}`, text: JSON.stringify(answer.body) });
      }
    }
  }
  expect(obtained.filter(({ text }) => text.includes('TOO_MANY_REQUESTS'))).toEqual([]);
  return obtained;
}

/** Where one learner’s name, id or moments of writing are seen. */
const seenOf = (index: number, moments: readonly string[], obtained: { where: string; text: string }[]) => {
  const signs = [`Given${index}`, `Family${index}`, room.learner(index).memberId, ...moments];
  return obtained.filter(({ text }) => signs.some((sign) => text.includes(sign))).map(({ where }) => where);
};

describe.each(['peers', 'full'] as const)('anonymity: %s', (anonymity) => {
  let activityId: string;
  let threadId: string;
  const moments: string[] = [];

  beforeAll(async () => {
    activityId = await addDiscussion(staff, { anonymity });
    threadId = await startThread(ada, activityId, 'Arches');
    await startThread(ada, activityId, 'Ropes');
    await reply(ben, activityId, threadId, 1, 'Why?');
    await reply(ada, activityId, threadId, 2, 'So.');
    const own = await readThread(ada, activityId, threadId);
    const mine = own.items.filter(({ author }) => author.isOwn).map(({ at }) => at);
    moments.push(...mine, ...mine.map((at) => String(Date.parse(at))));
    expect(moments).toHaveLength(4);
  });

  test('each is called the same throughout, and no two alike', async () => {
    const { items } = await readThread(ben, activityId, threadId);
    const [first, second, third] = items.map(({ author }) => author);
    expect(first).toMatchObject({ name: null, isOwn: false, isStaff: false });
    expect(first?.alias).toBe(third?.alias);
    expect(second).toMatchObject({ isOwn: true });
    expect(second?.alias).not.toBe(first?.alias);
    const list = await listThreads(ben, activityId);
    expect(new Set(list.items.map(({ author }) => author.alias))).toEqual(new Set([first?.alias]));
  });

  test('staff are told names by peers alone, and stand by their own', async () => {
    const { items } = await readThread(staff, activityId, threadId);
    expect(items[0]?.author.name).toBe(anonymity === 'peers' ? 'Given0 Family0' : null);
    const said = await reply(staff, activityId, threadId, 1, 'Good.');
    const seen = await readThread(ben, activityId, threadId, `?post=${said}`);
    expect(seen.items[0]?.author).toMatchObject({ isStaff: true, alias: null });
    expect(seen.items[0]?.author.name).not.toBeNull();
  });

  test('a list is paged by keys that tell no moment', async () => {
    const titles: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof listThreads>> = await listThreads(
        cleo,
        activityId,
        `?limit=1${after && `&after=${after}`}`,
      );
      titles.push(...page.items.map(({ title }) => title));
      after = page.next;
    }
    expect(titles).toEqual(['Arches', 'Ropes']);
  });

  test('no learner obtains who another is, nor the moment at which they wrote', async () => {
    const thread = await listThreads(cleo, activityId);
    const ids = thread.items.map(({ id }) => id);
    // A person has so many requests a minute.
    const obtained = await obtain(room.learner(anonymity === 'peers' ? 2 : 4), activityId, ids);
    expect(obtained.filter(({ text }) => text.includes('So.')).length).toBeGreaterThan(1);
    expect(seenOf(0, moments, obtained)).toEqual([]);
  }, 60_000);

  test('less than what the writer was shown is refused, and the draft kept', async () => {
    const { revision } = await staff.ok<{ revision: number }>('GET', `/discussions/${activityId}/settings`);
    const settings = buildDiscussion({ anonymity: 'none' });
    await staff.ok('PUT', `/discussions/${activityId}`, { settings, expectedRevision: revision });
    const dan = room.learner(3);
    const body = { id: newId(), replyTo: 1, text: 'Secretly.', draftRevision: 0, promise: anonymity };
    const path = `/discussions/${activityId}/threads/${threadId}/posts`;
    expect(codeOf(await dan.call('POST', path, body))).toBe('ANONYMITY_CHANGED');
    const draft = await dan.ok<drafting.PostDraftView>(
      'GET',
      `/discussions/${activityId}/drafts/${threadId}-1`,
    );
    expect(JSON.stringify(draft.text)).toContain('Secretly.');
    // What was written under the promise keeps it.
    const { items } = await readThread(ben, activityId, threadId);
    expect(items[0]?.author.name).toBeNull();
    await reply(ben, activityId, threadId, 1, 'By name.');
    const after = await readThread(cleo, activityId, threadId);
    expect(after.items.map(({ author }) => author.name)).toContain('Given1 Family1');
  });
});

describe('groups that discuss by themselves', () => {
  let groups: GroupSet;
  let activityId: string;
  let inA: string;
  let inB: string;

  beforeAll(async () => {
    groups = await makeGroups(room, { A: [0, 1], B: [2, 5] });
    activityId = await addDiscussion(staff, { groupSetId: groups.id });
    inA = await startThread(ada, activityId, 'Secret of A');
    inB = await startThread(cleo, activityId, 'Secret of B');
  });

  const titles = async (who: ApiSession, query = '') =>
    (await listThreads(who, activityId, query)).items.map(({ title }) => title).toSorted();
  const start = (who: ApiSession, group?: string, title = 'More') =>
    who.call<{ threadId: string }>('PUT', `/discussions/${activityId}/threads/${newId()}`, {
      title,
      text: 'x',
      draftRevision: 0,
      ...(group !== undefined && { group }),
    });

  test('each sees and writes in the space of their own group alone', async () => {
    expect(await titles(ben)).toEqual(['Secret of A']);
    expect(await titles(cleo)).toEqual(['Secret of B']);
    await reply(ben, activityId, inA, 1, 'Secretly.');
    const path = `/discussions/${activityId}/threads/${inA}`;
    const body = { id: newId(), replyTo: 1, text: 'x', draftRevision: 0 };
    for (const [method, at, sent] of [
      ['GET', path, undefined],
      ['POST', `${path}/posts`, body],
      ['GET', `${path}/unread`, undefined],
      ['PUT', `${path}/read`, { numbers: [1] }],
      ['PUT', `${path}/posts/1`, { text: 'x', expectedRevision: 1, draftRevision: 0 }],
    ] as const)
      expect([at, codeOf(await cleo.call(method, at, sent))]).toEqual([at, 'NOT_FOUND']);
    expect(codeOf(await start(cleo, groups.groupIds['A']))).toBe('NOT_FOUND');
    const obtained = await obtain(room.learner(5), activityId, [inA]);
    expect(obtained.filter(({ text }) => text.includes('Secret of A') || text.includes('Secretly'))).toEqual(
      [],
    );
  }, 60_000);

  test('who is in no group is told, and neither reads nor writes', async () => {
    const dan = room.learner(3);
    expect(await dan.ok('GET', `/discussions/${activityId}`)).toMatchObject({
      spaces: [],
      can: { post: false },
    });
    expect(await titles(dan)).toEqual([]);
    expect(codeOf(await start(dan))).toBe('NO_DISCUSSION_GROUP');
  });

  test('staff see all, look at one, and write in one or in each', async () => {
    const view = await staff.ok<contract.DiscussionView>('GET', `/discussions/${activityId}`);
    expect(view.spaces?.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(await titles(staff)).toEqual(['Secret of A', 'Secret of B']);
    expect(await titles(staff, `?group=${groups.groupIds['B']}`)).toEqual(['Secret of B']);
    const id = newId();
    const sent = { title: 'For all', text: 'x', draftRevision: 0, group: 'all' };
    const path = `/discussions/${activityId}/threads/${id}`;
    const first = await staff.ok('PUT', path, sent);
    // Once more is not twice.
    expect(await staff.ok('PUT', path, sent)).toEqual(first);
    expect(await titles(ben)).toEqual(['For all', 'Secret of A']);
    expect(await titles(cleo)).toEqual(['For all', 'Secret of B']);
    expect((await start(staff, groups.groupIds['B'], 'For B')).status).toBe(200);
    expect(await titles(ben)).toEqual(['For all', 'Secret of A']);
    expect(codeOf(await start(staff, newId()))).toBe('NOT_FOUND');
  });

  test('who changes the group in mid-discussion leaves their posts, and takes nothing along', async () => {
    const kept = await reply(ben, activityId, inA, 1, 'Ben in A');
    await groups.move(1, 'B');
    expect(await titles(ben)).toEqual(['For B', 'For all', 'Secret of B']);
    const own = `/discussions/${activityId}/threads/${inA}/posts/${kept}`;
    const edit = { text: 'Later', expectedRevision: 1, draftRevision: 0 };
    expect(codeOf(await ben.call('PUT', own, edit))).toBe('NOT_FOUND');
    expect(codeOf(await ben.call('DELETE', own))).toBe('NOT_FOUND');
    await reply(ben, activityId, inB, 1, 'Ben in B');
    const seen = await readThread(ada, activityId, inA);
    expect(seen.items.some(({ n, author }) => n === kept && author.name === 'Given1 Family1')).toBe(true);
    await groups.move(1, null);
    expect(await titles(ben)).toEqual([]);
    await groups.move(1, 'A');
    expect((await ben.call('PUT', own, edit)).status).toBe(200);
  });

  test('the set stays as soon as somebody has written', async () => {
    const { revision } = await staff.ok<{ revision: number }>('GET', `/discussions/${activityId}/settings`);
    const settings = buildDiscussion({ groupSetId: null });
    const answer = await staff.call('PUT', `/discussions/${activityId}`, {
      settings,
      expectedRevision: revision,
    });
    expect(codeOf(answer)).toBe('DISCUSSION_HAS_POSTS');
  });
});
