/** Mentions in posts over HTTP: who can be mentioned, who is told and what of, and what is refused with the draft kept. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type * as contract from '../../server/src/contracts/discussion.ts';
import type * as drafting from '../../server/src/contracts/discussion-drafts.ts';
import type { NoticeView } from '../../server/src/contracts/notices.ts';
import type { RichText } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addDiscussion, readThread, reply, startThread } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;

beforeAll(async () => {
  room = await openRoom(3);
  [staff, ada, ben, cleo] = [room.staff, room.learner(0), room.learner(1), room.learner(2)];
}, 60_000);
afterAll(() => room.stack.close());

const calling = (...memberIds: string[]): RichText => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Look, ' },
        ...memberIds.map((memberId) => ({ type: 'mention', attrs: { memberId } }) as const),
      ],
    },
  ],
});

const say = (who: ApiSession, activityId: string, threadId: string, text: RichText) =>
  who.call('POST', `/discussions/${activityId}/threads/${threadId}/posts`, {
    id: newId(),
    replyTo: 1,
    text,
    draftRevision: 0,
  });

const peopleFor = async (who: ApiSession, activityId: string, query = '') =>
  (await who.ok<{ items: { name: string }[] }>('GET', `/discussions/${activityId}/people${query}`)).items.map(
    ({ name }) => name,
  );

const mentionsOf = async (who: ApiSession, activityId: string) =>
  (await who.ok<{ items: NoticeView[] }>('GET', '/notices')).items.filter(
    (notice) => notice.activityId === activityId && notice.content.kind === 'mentioned',
  );

test('whoever is mentioned is named to readers and told where, once per post', async () => {
  const activityId = await addDiscussion(staff);
  const threadId = await startThread(ada, activityId, 'Arches');
  expect(await peopleFor(ada, activityId, `?q=fam&thread=${threadId}`)).toEqual([
    'Given1 Family1',
    'Given2 Family2',
  ]);
  expect(await peopleFor(ada, activityId, '?q=given2')).toEqual(['Given2 Family2']);
  expect(await peopleFor(ada, activityId, '?q=amily')).toEqual([]);
  const { n } = (await say(ada, activityId, threadId, calling(ben.memberId))).body as { n: number };
  await until('Ben is told', async () => (await mentionsOf(ben, activityId)).length > 0);
  const [told] = await mentionsOf(ben, activityId);
  expect(told?.content).toEqual({ kind: 'mentioned', place: { threadId, n } });
  expect(JSON.stringify(told)).not.toContain('Look');
  const read = await readThread(cleo, activityId, threadId);
  expect(read.items.at(-1)?.mentions).toEqual([{ memberId: ben.memberId, name: 'Given1 Family1' }]);
  // Who is mentioned additionally is told; who was told already is not told again.
  await ada.ok('PUT', `/discussions/${activityId}/threads/${threadId}/posts/${n}`, {
    text: calling(ben.memberId, cleo.memberId),
    expectedRevision: 1,
    draftRevision: 0,
  });
  await until('Cleo is told', async () => (await mentionsOf(cleo, activityId)).length > 0);
  expect(await mentionsOf(ben, activityId)).toHaveLength(1);
  await ada.ok('DELETE', `/discussions/${activityId}/threads/${threadId}/posts/${n}`);
  await reply(cleo, activityId, threadId, 1, 'Further.');
  expect(JSON.stringify(await readThread(cleo, activityId, threadId))).not.toContain(ben.memberId);
});

test('before one’s own first post one is told that one is mentioned, not where', async () => {
  const activityId = await addDiscussion(staff, { mode: 'postFirst' });
  const threadId = await startThread(ada, activityId, 'Arches');
  await say(ada, activityId, threadId, calling(ben.memberId));
  await until('Ben is told', async () => (await mentionsOf(ben, activityId)).length > 0);
  expect(JSON.stringify(await mentionsOf(ben, activityId))).not.toContain(threadId);
});

describe('what is refused is kept as the draft', () => {
  async function refusedWith(who: ApiSession, activityId: string, text: RichText) {
    const threadId = await startThread(who, activityId, 'Arches');
    const answer = await say(who, activityId, threadId, text);
    const draft = await who.ok<drafting.PostDraftView>(
      'GET',
      `/discussions/${activityId}/drafts/${threadId}-1`,
    );
    const isKept = JSON.stringify(draft.text) === JSON.stringify(text);
    return { code: codeOf(answer), isKept, mentions: draft.mentions };
  }

  test.each([
    ['5,000 mentions', {}, () => Array.from({ length: 5_000 }, () => ben.memberId)],
    ['somebody who does not exist', {}, () => [newId()]],
    ['names are hidden', { anonymity: 'peers' } as const, () => [ben.memberId]],
  ])('%s', async (_what, settings, ids) => {
    const activityId = await addDiscussion(staff, settings);
    const { code, isKept, mentions } = await refusedWith(ada, activityId, calling(...ids()));
    expect([code, isKept]).toEqual(['POST_MENTIONS', true]);
    if ('anonymity' in settings) expect(mentions).toEqual([]);
  });

  test('somebody of another group, who is not found there either', async () => {
    const set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
    const activityId = await addDiscussion(staff, { groupSetId: set.id });
    expect(await peopleFor(ada, activityId, '?q=Fam')).toEqual(['Given1 Family1']);
    const blue = `?group=${set.groupIds['Blue']}`;
    expect(codeOf(await ada.call('GET', `/discussions/${activityId}/people${blue}`))).toBe('NOT_FOUND');
    const { code, isKept } = await refusedWith(ada, activityId, calling(cleo.memberId));
    expect([code, isKept]).toEqual(['POST_MENTIONS', true]);
  });
});

test('staff who write to all groups are offered nobody who is in none', async () => {
  const set = await makeGroups(room, { Red: [0], Blue: [2] });
  const activityId = await addDiscussion(staff, { groupSetId: set.id });
  const offered = await peopleFor(staff, activityId, '?q=Given&group=all');
  expect(offered).toEqual(['Given0 Family0', 'Given2 Family2']);
});

test('where names are hidden nobody is offered', async () => {
  const activityId = await addDiscussion(staff, { anonymity: 'peers' });
  const { mentions } = await ada.ok<contract.DiscussionView>('GET', `/discussions/${activityId}`);
  expect([mentions, await peopleFor(ada, activityId)]).toEqual([false, []]);
});
