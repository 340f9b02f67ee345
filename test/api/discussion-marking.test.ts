/** Marking the members of a discussion over HTTP without knowing who they are, and by two people. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type * as contract from '../../server/src/contracts/discussion-grading.ts';
import { newId } from '../../server/src/core/ids.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addDiscussion, reply, startThread } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let learners: readonly ApiSession[];

const criteria = [{ id: 'depth', title: 'Depth', description: '', points: 4 }];
const grading = { by: 'rubric', milestonesPercent: 50, criteria } as const;

beforeAll(async () => {
  room = await openRoom(3);
  ({ staff, learners } = room);
}, 60_000);
afterAll(() => room.stack.close());

type List = { items: contract.ParticipantRow[]; next: string | null };
const at = (activityId: string, rest = '') => `/discussions/${activityId}/participants${rest}`;
const rated = (points: number, expectedRevision = 0) => ({
  ratings: [{ criterionId: 'depth', points }],
  comment: 'Dig on.',
  posts: [],
  expectedRevision,
});

/** All members with names hidden, page by page, and the answers that told of them. */
async function listHidden(activityId: string) {
  const pages: List[] = [];
  for (let after: string | null = ''; after !== null; after = pages.at(-1)?.next ?? null) {
    const from = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    pages.push(await staff.ok<List>('GET', at(activityId, `?hidden=1&limit=2${from}`)));
  }
  return { pages, rows: pages.flatMap(({ items }) => items) };
}

test('with names hidden, nothing in the answers says whom they are about', async () => {
  const activityId = await addDiscussion(staff, { title: 'Hidden', points: 20, grading });
  const [ada, ben] = [room.learner(0), room.learner(1)];
  const threadId = await startThread(ada, activityId, 'Arches', 'An arch carries.');
  const mention = { type: 'mention', attrs: { memberId: ada.memberId } };
  const calling = { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] };
  const posts = `/discussions/${activityId}/threads/${threadId}/posts`;
  await ben.ok('POST', posts, { id: newId(), replyTo: 1, text: calling, draftRevision: 0 });
  await reply(ada, activityId, threadId, 2, 'Yes.');
  await reply(ada, activityId, threadId, 1, 'And more.');

  const { pages, rows } = await listHidden(activityId);
  const list = JSON.stringify(pages);
  learners.forEach(({ memberId }, index) => {
    for (const known of [memberId, `Given${index}`, `Family${index}`]) expect(list).not.toContain(known);
  });
  const named = await staff.ok<List>('GET', at(activityId));
  expect(rows.map(({ sign }) => sign).sort()).toEqual(named.items.map(({ sign }) => sign).sort());
  const hiddenAda = rows.find(({ posts: written }) => written === 3)?.memberId ?? '';

  const path = at(activityId, `/${hiddenAda}`);
  const seen = await staff.ok<contract.ParticipantView>('GET', `${path}?hidden=1`);
  const text = JSON.stringify(seen);
  for (const known of [ada.memberId, 'Given0', 'Family0']) expect(text).not.toContain(known);
  // Others are read as they are; the own post that one answers is nobody's.
  expect(seen.threads[0]?.posts.map(({ answers }) => answers && [answers.name, answers.isOwn])).toEqual([
    null,
    ['Given1 Family1', false],
    [null, true],
  ]);
  expect((await staff.call('GET', path)).status).toBe(404);
  expect((await ben.call('GET', `${path}?hidden=1`)).status).toBe(403);

  await staff.ok('PUT', `${path}/lease?hidden=1`);
  const draft = await staff.ok<{ revision: number }>('PUT', `${path}/draft?hidden=1`, rated(3));
  await staff.ok('PUT', `${path}/mark?hidden=1`, rated(3, draft.revision));
  const works = { hidden: true, workIds: rows.map(({ memberId }) => memberId) };
  const bulk = await staff.ok('POST', `/activities/${activityId}/marking/bulk/preview`, {
    act: { kind: 'comment', text: 'Thank you, {name}.' },
    ...works,
  });
  expect(bulk).toMatchObject({ counts: { change: 1 } });
  expect(JSON.stringify(bulk)).not.toMatch(/Given|Family/);
  for (const { memberId } of learners) expect(JSON.stringify(bulk)).not.toContain(memberId);
  const byHand = { kind: 'byHand', workIds: [hiddenAda], memberId: staff.memberId };
  await staff.ok('PUT', `/activities/${activityId}/marking/shares`, byHand);
  const { items } = await staff.ok<List>('GET', at(activityId));
  expect(items.find(({ memberId }) => memberId === ada.memberId)).toMatchObject({
    mark: { points: 3 },
    share: { isOwn: true },
  });
  expect(items.filter(({ mark, share }) => mark ?? share)).toHaveLength(1);
});

test('two people mark, each without the other; the lead settles what they do not agree on', async () => {
  const { stack } = room;
  const linkId = stack.simulator.addResourceLink(stack.course, { title: 'Hall' }).id;
  const assistant = async (givenName: string) =>
    stack.open(stack.simulator.addPerson(stack.course, { role: 'assistant', givenName }), linkId);
  const [amal, bo] = [await assistant('Amal'), await assistant('Bo')];
  const [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
  const title = 'Twice';
  const activityId = await addDiscussion(staff, { title, points: 20, grading });
  const post = { threadId: await startThread(ada, activityId, 'Arches'), n: 1 };
  await startThread(ben, activityId, 'Towers');
  const settings = `/activities/${activityId}/marking/settings`;
  const wanted = { share: { kind: 'all' }, limit: { kind: 'points', value: 1 }, expectedRevision: 0 };
  expect((await amal.call('PUT', settings, wanted)).status).toBe(403);
  expect(await staff.ok('PUT', settings, wanted)).toMatchObject({
    maximum: 4,
    works: { total: 2, twice: 2 },
  });
  // Who writes later is one of them, too.
  await startThread(cleo, activityId, 'Cables');
  await until('Cleo is marked twice', async () => {
    const { works } = await staff.ok<{ works: { twice: number } }>('GET', settings);
    return works.twice === 3;
  });

  const pathOf = (who: ApiSession) => at(activityId, `/${who.memberId}`);
  const read = (reader: ApiSession, who: ApiSession) =>
    reader.ok<contract.ParticipantView>('GET', pathOf(who));
  async function mark(marker: ApiSession, who: ApiSession, points: number, said: object = {}) {
    const { revision } = await read(marker, who);
    return marker.call('PUT', `${pathOf(who)}/mark`, { ...rated(points, revision), ...said });
  }
  const firstSaid = { comment: 'First said.', posts: [{ ...post, text: 'Why?' }] };
  expect((await mark(amal, ada, 4, firstSaid)).body).toMatchObject({ state: 'firstDone', points: 4 });
  expect(await read(amal, ada)).toMatchObject({ stage: 'firstDone', can: { mark: false, undo: true } });
  expect(codeOf(await mark(amal, ada, 3))).toBe('SAME_MARKER');
  // Whoever is done keeps nobody else away.
  expect(codeOf(await amal.call('PUT', `${pathOf(ada)}/lease`))).toBe('SAME_MARKER');
  const second = await read(bo, ada);
  expect(second).toMatchObject({ stage: 'toDoAgain', twice: true, history: [], mark: null });
  expect(JSON.stringify(second)).not.toMatch(/First said|Why\?/);
  const secondSaid = { comment: 'Second said.', posts: [{ ...post, text: 'How?' }] };
  expect((await mark(bo, ada, 3, secondSaid)).body).toMatchObject({ state: 'marked' });
  const agreed = await read(staff, ada);
  expect(agreed).toMatchObject({ mark: { points: 3.5 }, stage: null });
  expect(agreed.history[0]?.parts.map(({ points }) => points)).toEqual([4, 3]);

  await mark(amal, ben, 4);
  expect((await mark(bo, ben, 1)).body).toMatchObject({ state: 'toSettle' });
  expect(codeOf(await mark(bo, ben, 2))).toBe('LEAD_SETTLES');
  type Queue = { items: { because: { code: string; params: { participantId: string } } }[] };
  const differs = async () => {
    const { items } = await staff.ok<Queue>('GET', '/queue');
    return items.find(({ because }) => because.code === 'MARKS_DIFFER');
  };
  await until('the lead is told', async () => (await differs()) !== undefined);
  const matter = JSON.stringify(await differs());
  for (const known of [ben.memberId, 'Given1', 'Family1']) expect(matter).not.toContain(known);
  const settled = at(activityId, `/${(await differs())?.because.params.participantId}`);
  const toSettle = await staff.ok<contract.ParticipantView>('GET', `${settled}?hidden=1`);
  expect(toSettle.toSettle.map(({ points }) => points)).toEqual([4, 1]);
  await staff.ok('PUT', `${settled}/mark?hidden=1`, rated(2, toSettle.revision));
  await until('the lead has settled it', async () => (await differs()) === undefined);

  // At once, only one of them gets a member.
  const both = await Promise.all([amal, bo].map((one) => one.call('PUT', `${pathOf(cleo)}/lease`)));
  expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  const [holder, other] = both[0]?.status === 200 ? [amal, bo] : [bo, amal];
  expect(codeOf(await mark(other, cleo, 2))).toBe('WORK_TAKEN');
  expect(await holder.ok('DELETE', `${pathOf(cleo)}/lease`)).toEqual({ givenBack: true });
  expect((await mark(other, cleo, 2)).status).toBe(200);
  const { revision } = await read(other, cleo);
  const undo = { reason: 'Wrong one.', expectedRevision: revision };
  await other.ok('POST', `${pathOf(cleo)}/undo`, undo);
  expect(await read(other, cleo)).toMatchObject({ stage: null, can: { mark: true, undo: false } });

  await staff.ok('POST', `/discussions/${activityId}/release`);
  const own = () => ada.ok<contract.DiscussionResultView>('GET', `/discussions/${activityId}/result`);
  await until('there is a grade', async () => (await own()).grade?.explanation.value === 17.5);
  const told = JSON.stringify(await own());
  for (const known of ['First said.', 'Second said.', 'Why?', 'How?']) expect(told).toContain(known);
  for (const known of [amal.memberId, bo.memberId, 'Amal']) expect(told).not.toContain(known);
}, 90_000);
