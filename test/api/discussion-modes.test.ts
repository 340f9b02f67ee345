/** Questions with accepted and endorsed answers, and debates with sides, over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type * as contract from '../../server/src/contracts/discussion.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
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

describe('question and answer', () => {
  let activityId: string;
  let threadId: string;
  beforeAll(async () => {
    activityId = await addDiscussion(staff, { mode: 'question' });
    threadId = await startThread(ada, activityId, 'Why arches?');
    await reply(ben, activityId, threadId, 1, 'They carry.');
    await reply(room.learner(2), activityId, threadId, 1, 'They look good.');
    await reply(ada, activityId, threadId, 2, 'How?');
  });

  const posts = (n: number) => `/discussions/${activityId}/threads/${threadId}/posts/${n}`;
  const accept = (who: ApiSession, n: number, accepted = true) =>
    who.call('PUT', `${posts(n)}/acceptance`, { accepted });
  const endorse = (who: ApiSession, n: number, endorsed = true) =>
    who.call('PUT', `${posts(n)}/endorsement`, { endorsed });
  const marks = ({ items }: contract.ThreadView) =>
    items.filter(({ isAnswer }) => isAnswer).map((post) => [post.n, post.isAccepted, post.isEndorsed]);
  const unanswered = async () => (await listThreads(ben, activityId, '?filter=unanswered')).items.length;

  test('the asker accepts one answer, staff endorse, and the list tells what is open', async () => {
    expect(await unanswered()).toBe(1);
    const own = await readThread(ada, activityId, threadId);
    expect(own.items.map(({ n, can }) => [n, can.accept, can.endorse])).toEqual([
      [1, false, false],
      [2, true, false],
      [4, false, false],
      [3, true, false],
    ]);
    expect(codeOf(await accept(ben, 2))).toBe('FORBIDDEN');
    expect(codeOf(await accept(staff, 2))).toBe('FORBIDDEN');
    expect(codeOf(await accept(ada, 4))).toBe('FORBIDDEN');
    expect(codeOf(await endorse(ben, 3))).toBe('FORBIDDEN');
    await Promise.all([accept(ada, 2), endorse(staff, 3), endorse(staff, 3)]);
    expect(marks(await readThread(ben, activityId, threadId))).toEqual([
      [2, true, false],
      [3, false, true],
    ]);
    expect(await unanswered()).toBe(0);
    await accept(ada, 3);
    expect(marks(await readThread(ben, activityId, threadId))).toEqual([
      [2, false, false],
      [3, true, true],
    ]);
    const { items } = await listThreads(ben, activityId);
    expect(items[0]).toMatchObject({ isAnswered: true, side: null, balance: null });
  });

  test('what is deleted answers nothing any more', async () => {
    await room.learner(2).ok('DELETE', posts(3));
    expect(await readThread(ben, activityId, threadId)).toMatchObject({ isAnswered: false });
    expect(await unanswered()).toBe(1);
    expect(codeOf(await accept(ada, 3))).toBe('FORBIDDEN');
    expect((await accept(ada, 9)).status).toBe(404);
  });
});

describe('a debate', () => {
  test('each learner’s post takes a side, and the balance is shown', async () => {
    const activityId = await addDiscussion(staff, { mode: 'debate' });
    const start = { title: 'Tunnels', text: 'Rather not.', draftRevision: 0 };
    const path = `/discussions/${activityId}`;
    const threadId = newId();
    const without = await ada.call('PUT', `${path}/threads/${threadId}`, start);
    expect(codeOf(without)).toBe('POST_SIDE_MISSING');
    expect(await ada.ok('GET', `${path}/drafts/new`)).toMatchObject({ title: 'Tunnels', side: null });
    const kept = { title: 'Tunnels', text: 'x', side: 'contra', expectedRevision: 1 };
    await ada.ok('PUT', `${path}/drafts/new`, kept);
    expect(await ada.ok('GET', `${path}/drafts/new`)).toMatchObject({ side: 'contra' });
    await ada.ok('PUT', `${path}/threads/${threadId}`, { ...start, side: 'contra', draftRevision: 2 });
    const answer = (who: ApiSession, side: string | null) =>
      who.call('POST', `${path}/threads/${threadId}/posts`, {
        id: newId(),
        replyTo: 1,
        text: 'So.',
        side,
        draftRevision: 0,
      });
    expect(codeOf(await answer(ben, null))).toBe('POST_SIDE_MISSING');
    // Refused before, so what is sent now replaces a draft.
    const again = { id: newId(), replyTo: 1, text: 'So.', side: 'pro', draftRevision: 1 };
    await ben.ok('POST', `${path}/threads/${threadId}/posts`, again);
    expect((await answer(staff, null)).status).toBe(200);
    await answer(ada, 'contra');
    const thread = await readThread(ben, activityId, threadId);
    expect(thread.items.map(({ side }) => side)).toEqual(['contra', 'pro', null, 'contra']);
    expect(thread).toMatchObject({ balance: { pro: 1, contra: 2 }, isAnswered: null });
    expect((await listThreads(ben, activityId)).items[0]).toMatchObject({
      side: 'contra',
      balance: { pro: 1, contra: 2 },
    });
    expect(await ben.ok('GET', path)).toMatchObject({ balance: { pro: 1, contra: 2 } });
    await ben.ok('DELETE', `${path}/threads/${threadId}/posts/2`);
    expect(await readThread(ben, activityId, threadId)).toMatchObject({ balance: { pro: 0, contra: 2 } });
    expect(await ben.ok('GET', path)).toMatchObject({ balance: { pro: 0, contra: 2 } });
  });

  test('elsewhere nobody takes sides', async () => {
    const activityId = await addDiscussion(staff);
    const threadId = newId();
    const start = { title: 'T', text: 'T.', side: 'pro', draftRevision: 0 };
    await ada.ok('PUT', `/discussions/${activityId}/threads/${threadId}`, start);
    expect((await readThread(ben, activityId, threadId)).items[0]?.side).toBeNull();
    expect(await ben.ok('GET', `/discussions/${activityId}`)).toMatchObject({ balance: null });
  });
});

test.each(['open', 'debate'] as const)(
  'staff endorse posts also where threads are no questions: %s',
  async (mode) => {
    const activityId = await addDiscussion(staff, { mode });
    const threadId = newId();
    const said = { side: 'pro', draftRevision: 0 };
    const path = `/discussions/${activityId}/threads/${threadId}`;
    await ada.ok('PUT', path, { ...said, title: 'Arches', text: 'They stand' });
    await ben.ok('POST', `${path}/posts`, { ...said, id: newId(), replyTo: 1, text: 'How long?' });
    await ada.ok('POST', `${path}/posts`, { ...said, id: newId(), replyTo: 2, text: 'For ages' });
    const facts = async (who: ApiSession) =>
      (await readThread(who, activityId, threadId)).items.map(({ n, isEndorsed, isAnswer, can }) => [
        n,
        isEndorsed,
        isAnswer,
        can.accept,
        can.endorse,
      ]);
    const shown = (endorsed: readonly number[], can: boolean) =>
      [1, 2, 3].map((n) => [n, endorsed.includes(n), false, false, can]);
    expect([await facts(staff), await facts(ben)]).toEqual([shown([], true), shown([], false)]);
    const endorse = (who: ApiSession, n: number, endorsed = true) =>
      who.call('PUT', `${path}/posts/${n}/endorsement`, { endorsed });
    expect(codeOf(await endorse(ben, 1))).toBe('FORBIDDEN');
    for (const n of [1, 3]) expect((await endorse(staff, n)).status).toBe(200);
    expect(await facts(ben)).toEqual(shown([1, 3], false));
    // It is no answer: who waits for a reply does not wait less.
    expect((await listThreads(ben, activityId)).items[0]).toMatchObject({ isAnswered: null });
    const changes = `${path}/changes?last=3&asOf=${new Date().toISOString()}`;
    expect(await ben.ok('GET', changes)).toMatchObject({ endorsed: [1, 3], isAnswered: null });
    await endorse(staff, 1, false);
    expect(await facts(ben)).toEqual(shown([3], false));
  },
);
