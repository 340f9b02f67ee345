/** Acts on many members of a discussion at once, over HTTP: the same as for works, and they become grades. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type * as contract from '../../server/src/contracts/discussion-grading.ts';
import type { BulkPreviewView, BulkView } from '../../server/src/contracts/marking-bulk.ts';
import { plainTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { addDiscussion, startThread } from '../factories/discussion.ts';
import { until } from '../factories/until.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let activityId: string;

const criteria = [{ id: 'depth', title: 'Depth', description: '', points: 4 }];
const grading = { by: 'rubric', milestonesPercent: 50, criteria } as const;

beforeAll(async () => {
  room = await openRoom(2);
  staff = room.staff;
  [ada, ben] = [room.learner(0), room.learner(1)];
  const title = 'Bulk';
  activityId = await addDiscussion(staff, { title, points: 20, grading });
  room.stack.simulator.addResourceLink(room.stack.course, {
    title,
    custom: { activity: activityId },
    lineItem: { scoreMaximum: 20, label: title },
  });
  const threadId = await startThread(ada, activityId, 'Arches');
  const participant = `/discussions/${activityId}/participants/${ada.memberId}`;
  await staff.ok('PUT', `${participant}/mark`, {
    ratings: [{ criterionId: 'depth', points: 3 }],
    comment: 'Well begun.',
    posts: [{ threadId, n: 1, text: 'How long?' }],
    expectedRevision: 0,
  });
  await staff.ok('POST', `/discussions/${activityId}/release`);
  await until('there is a grade', async () => (await valueOf(ada)) === 15);
}, 60_000);
afterAll(() => room.stack.close());

const bulkPath = (id = activityId) => `/activities/${id}/marking/bulk`;
const resultOf = (session: ApiSession) =>
  session.ok<contract.DiscussionResultView>('GET', `/discussions/${activityId}/result`);
const valueOf = async (session: ApiSession) => (await resultOf(session)).grade?.explanation.value ?? null;
const everybody = () => [ada.memberId, ben.memberId];

const preview = (act: object, id = activityId) =>
  staff.call('POST', `${bulkPath(id)}/preview`, { act, hidden: false, workIds: everybody() });

/** What is asked for is done, or taken back. */
async function done(bulkId: string, state: BulkView['state'], id = activityId): Promise<BulkView> {
  const read = () => staff.ok<BulkView>('GET', `${bulkPath(id)}/${bulkId}`);
  await until(`it is ${state}`, async () => (await read()).state === state);
  return read();
}

async function act(what: object, bulkId = newId(), id = activityId): Promise<BulkView> {
  const { body } = await preview(what, id);
  const works = (body as BulkPreviewView).rows.map(({ workId, revision }) => ({
    workId,
    expectedRevision: revision,
  }));
  await staff.ok('PUT', `${bulkPath(id)}/${bulkId}`, { act: what, hidden: false, works, reason: 'For all.' });
  return done(bulkId, 'done', id);
}

async function takeBack(bulkId: string): Promise<BulkView> {
  await staff.ok('POST', `${bulkPath()}/${bulkId}/undo`, { reason: 'Taken back.' });
  return done(bulkId, 'undone');
}

test('zero is shown before, becomes a grade, and is taken back to what stood before', async () => {
  expect((await preview({ kind: 'zero' })).body).toMatchObject({
    counts: { change: 2, unchanged: 0, refuse: 0 },
    rows: expect.arrayContaining([
      expect.objectContaining({
        workId: ada.memberId,
        learner: { id: ada.memberId, name: 'Given0 Family0' },
        before: { kind: 'marked', points: 3, maximum: 4 },
        after: { kind: 'marked', points: 0, maximum: 4 },
      }),
    ]),
  });
  expect(await valueOf(ada)).toBe(15);
  const bulkId = newId();
  expect(await act({ kind: 'zero' }, bulkId)).toMatchObject({ changed: 2, refused: [] });
  await until('both have zero', async () => (await valueOf(ada)) === 0 && (await valueOf(ben)) === 0);
  // What was said of single posts stays.
  expect((await resultOf(ada)).feedback).toMatchObject({ posts: [{ n: 1, text: 'How long?' }] });
  expect(await takeBack(bulkId)).toMatchObject({ changed: 2 });
  await until('it is as before', async () => (await valueOf(ada)) === 15 && (await valueOf(ben)) === null);
  expect((await resultOf(ada)).feedback).toMatchObject({ posts: [{ n: 1, text: 'How long?' }] });
  expect((await resultOf(ben)).feedback).toBeNull();
}, 60_000);

test('whoever is excused owes no grade until a mark ends it', async () => {
  await act({ kind: 'excuse' });
  const path = `/discussions/${activityId}/participants`;
  const list = await staff.ok<{ items: contract.ParticipantRow[]; can: object }>('GET', path);
  expect(list.can).toEqual({ zero: true, excuse: true });
  expect(list.items.filter((one) => one.isExcused).map(({ memberId }) => memberId)).toEqual(
    expect.arrayContaining(everybody()),
  );
  await until('there is no grade', async () => (await valueOf(ada)) === null);
  const { revision, isExcused, history } = await staff.ok<contract.ParticipantView>(
    'GET',
    `${path}/${ben.memberId}`,
  );
  expect(isExcused).toBe(true);
  // Of what was said before, nothing is lost.
  expect(history.map(({ kind }) => kind).slice(0, 3)).toEqual(['excused', 'undone', 'marked']);
  const body = { comment: '', posts: [], expectedRevision: revision };
  const ratings = [{ criterionId: 'depth', points: 2 }];
  await staff.ok('PUT', `${path}/${ben.memberId}/mark`, { ...body, ratings });
  await until('the mark counts', async () => (await valueOf(ben)) === 10);
  expect(await valueOf(ada)).toBeNull();
}, 60_000);

test('a comment names its learner, and without a rubric it is all that is said', async () => {
  const comment = { kind: 'comment', text: '{name}: {points} of {maximum}.' };
  // Who is excused has no mark to comment on.
  expect(await act(comment)).toMatchObject({ changed: 1, refused: [{ refusal: 'NOT_MARKED' }] });
  const said = (await resultOf(ben)).feedback;
  expect(said && plainTextOf(said.comment)).toBe('Given1 Family1: 2 of 4.');

  const plain = await addDiscussion(staff, { title: 'Plain' });
  expect((await preview({ kind: 'zero' }, plain)).body).toMatchObject({ error: { code: 'NOTHING_RATED' } });
  expect(await act({ kind: 'comment', text: 'Thank you, {name}.' }, newId(), plain)).toMatchObject({
    changed: 2,
  });
  const own = await ada.ok<contract.DiscussionResultView>('GET', `/discussions/${plain}/result`);
  expect(own.feedback && plainTextOf(own.feedback.comment)).toBe('Thank you, Given0 Family0.');
}, 60_000);

test('is nothing for learners, for who may not excuse, or where staff may not know who writes', async () => {
  const assistant = await room.stack.open(
    room.stack.person('assistant'),
    room.stack.simulator.addResourceLink(room.stack.course, { title: 'Hall' }).id,
  );
  const body = { act: { kind: 'excuse' }, hidden: false, workIds: everybody() };
  expect((await assistant.call('POST', `${bulkPath()}/preview`, body)).status).toBe(403);
  expect((await ben.call('POST', `${bulkPath()}/preview`, body)).status).toBe(403);
  const unsigned = await addDiscussion(staff, { title: 'Unsigned', anonymity: 'full' });
  const answer = await preview({ kind: 'comment', text: 'Hello.' }, unsigned);
  expect(answer.status).toBe(403);
  expect(JSON.stringify(answer.body)).not.toContain('Given0');
}, 60_000);

test('members are dealt out among staff, by hand or evenly, and what is marked stays where it is', async () => {
  const id = await addDiscussion(staff, { title: 'Shared', points: 20, grading });
  await startThread(ada, id, 'Piers');
  const path = `/activities/${id}/marking/shares`;
  const list = async () =>
    (await staff.ok<{ items: contract.ParticipantRow[] }>('GET', `/discussions/${id}/participants`)).items;
  const shareOf = async (session: ApiSession) =>
    (await list()).find(({ memberId }) => memberId === session.memberId)?.share;
  // Whoever has written nothing waits for nobody's mark.
  expect(await staff.ok('GET', path)).toMatchObject({
    total: 1,
    unshared: { done: 0, total: 1 },
    can: { divide: true },
  });

  const evenly = { kind: 'evenly', memberIds: [staff.memberId], seed: newId() };
  expect(await staff.ok('PUT', path, evenly)).toMatchObject({ unshared: { total: 0 } });
  expect(await shareOf(ben)).toEqual({ memberId: staff.memberId, isOwn: true });
  // What is written later is in the share already.
  await startThread(ben, id, 'Cables');
  expect(await staff.ok('GET', path)).toMatchObject({
    staff: expect.arrayContaining([expect.objectContaining({ id: staff.memberId, done: 0, total: 2 })]),
  });

  const mark = {
    ratings: [{ criterionId: 'depth', points: 3 }],
    comment: '',
    posts: [],
    expectedRevision: 0,
  };
  await staff.ok('PUT', `/discussions/${id}/participants/${ada.memberId}/mark`, mark);
  const byHand = { kind: 'byHand', workIds: everybody(), memberId: null };
  await staff.ok('PUT', path, byHand);
  expect(await staff.ok('GET', path)).toMatchObject({ done: 1, total: 2, unshared: { done: 1, total: 2 } });
  await staff.ok('PUT', path, evenly);
  expect([await shareOf(ada), await shareOf(ben)]).toEqual([null, { memberId: staff.memberId, isOwn: true }]);
  expect(await ada.call('GET', path)).toMatchObject({ status: 403 });
  expect(await staff.call('PUT', path, { ...evenly, memberIds: [ben.memberId] })).toMatchObject({
    status: 404,
  });
}, 60_000);

test('where staff do not know who writes, nobody is dealt out', async () => {
  const id = await addDiscussion(staff, { title: 'Unnamed', anonymity: 'full' });
  expect(await staff.call('GET', `/activities/${id}/marking/shares`)).toMatchObject({ status: 403 });
}, 60_000);
