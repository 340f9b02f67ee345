/** The facilitator queue over HTTP: acts of staff in two tabs, twice, by the wrong role, and from another course. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { QueueCounts, WaitingItemView } from '../../server/src/contracts/insights.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { openEssay } from '../factories/essay.ts';
import type { ApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

let stack: ApiStack;
let teacher: ApiSession;
let assistant: ApiSession;
let learner: ApiSession;
const activityId = newId();

beforeAll(async () => {
  const closed = new Date(Date.now() - 1000).toISOString();
  const room = await openEssay(activityId, { submissionsCloseAt: closed }, 1);
  ({ stack, teacher } = room);
  [learner] = room.learners;
  assistant = await stack.open(stack.person('assistant'), room.linkId);
  await until('somebody’s work is missing', async () => (await missing(teacher)) !== undefined, 15);
}, 60_000);
afterAll(() => stack.close());

const itemsOf = async (session: ApiSession, query = '') =>
  (await session.ok<{ items: WaitingItemView[] }>('GET', `/queue${query}`)).items;
const missing = async (session: ApiSession, query = '') =>
  (await itemsOf(session, query)).find(({ because }) => because.code === 'WORK_MISSING');
const item = async (query = ''): Promise<WaitingItemView> => {
  const found = await missing(teacher, query);
  if (!found) throw new Error('no work is missing');
  return found;
};
const act = (session: ApiSession, { id, revision }: WaitingItemView, what: object) =>
  session.call('POST', '/queue/acts', { id, act: what, expectedRevision: revision });

test('a colleague in another tab is told that the matter has changed, and nothing is overwritten', async () => {
  const seen = await item();
  expect(await act(teacher, seen, { kind: 'assign', memberId: assistant.memberId })).toMatchObject({
    status: 200,
    body: { item: { assignee: { id: assistant.memberId }, revision: seen.revision + 1 } },
  });
  const now = await item();
  expect(await act(assistant, seen, { kind: 'done', done: true })).toMatchObject({
    status: 409,
    body: { error: { code: 'MATTER_CHANGED' } },
  });
  expect(await item()).toEqual(now);
});

test('the same act twice is one, and its opposite takes it back', async () => {
  const seen = await item();
  for (let n = 0; n < 2; n += 1) {
    expect(await act(teacher, seen, { kind: 'done', done: true })).toMatchObject({ status: 200 });
    expect(await missing(teacher)).toBeUndefined();
  }
  const done = await item('?state=done');
  expect(done).toMatchObject({
    revision: seen.revision + 1,
    done: { byName: stack.person('instructor').name },
  });
  expect(await act(assistant, done, { kind: 'done', done: false })).toMatchObject({ status: 200 });
  expect((await item()).done).toBeNull();
});

test('filters and their counts go together', async () => {
  await act(assistant, await item(), { kind: 'assign', memberId: assistant.memberId });
  for (const [session, query, isThere] of [
    [assistant, '?who=mine', true],
    [teacher, '?who=mine', false],
    [teacher, '?who=nobody', false],
    [teacher, `?activity=${activityId}&kind=work`, true],
    [teacher, `?activity=${newId()}`, false],
    [teacher, '?kind=dispute', false],
  ] as const) {
    expect([query, (await missing(session, query)) !== undefined]).toEqual([query, isThere]);
    const { counts } = await session.ok<{ counts: QueueCounts }>('GET', `/queue/overview${query}`);
    expect([query, counts.states.open]).toEqual([query, (await itemsOf(session, query)).length]);
  }
  expect((await teacher.call('GET', '/queue?kind=everything')).status).toBe(400);
});

test('nobody but staff acts or is assigned to, and no time is too far', async () => {
  const seen = await item();
  expect((await act(learner, seen, { kind: 'done', done: true })).status).toBe(403);
  expect((await learner.call('GET', '/queue/overview')).status).toBe(403);
  expect(await act(teacher, seen, { kind: 'assign', memberId: learner.memberId })).toMatchObject({
    status: 404,
  });
  for (const days of [-1, 400]) {
    const at = new Date(Date.now() + days * 86_400_000).toISOString();
    expect(await act(teacher, seen, { kind: 'snooze', until: at })).toMatchObject({
      status: 422,
      body: { error: { code: 'SNOOZE_OUT_OF_RANGE' } },
    });
  }
});

test('another course finds nothing of it, and its staff cannot be assigned to', async () => {
  const course = stack.simulator.addCourse({ title: 'Elsewhere' });
  const link = stack.simulator.addResourceLink(course, { title: 'Other' });
  const stranger = await stack.open(
    stack.simulator.addPerson(course, { role: 'instructor' }),
    link.id,
    course,
  );
  const seen = await item();
  expect((await act(stranger, seen, { kind: 'done', done: true })).status).toBe(404);
  expect(await itemsOf(stranger)).toEqual([]);
  expect(await stranger.ok('GET', '/queue/overview')).toMatchObject({
    counts: { states: { open: 0, snoozed: 0, done: 0 }, activities: [] },
  });
  expect(await stranger.ok('GET', '/queue/staff')).toMatchObject({ staff: [{ id: stranger.memberId }] });
  expect((await act(teacher, seen, { kind: 'assign', memberId: stranger.memberId })).status).toBe(404);
  expect(await item()).toEqual(seen);
});
