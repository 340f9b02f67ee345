/** Members of groups rate each other: what staff see of it, what each person sees, and what nobody can find out. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MemberEvaluation, OwnEvaluation } from '../../server/src/contracts/questionnaire-evaluation.ts';
import { newId } from '../../server/src/core/ids.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
/** Red are four, Blue two, Green three; ten is in no group. */
beforeAll(async () => {
  room = await openRoom(11);
  set = await makeGroups(room, { Red: [0, 1, 2, 3], Blue: [4, 5], Green: [6, 7, 8] });
}, 60_000);
afterAll(() => room.stack.close());

const EFFORT = idOf('matrix');
const member = (index: number): string => room.learner(index).memberId;
const LEVELS = ['One', 'Two', 'Three', 'Four', 'Five'];

async function publish(overrides: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const item = buildItem('matrix', {
    rows: [],
    columns: LEVELS.map((text) => ({ id: idOf(text), text })),
    groupRows: { setId: set.id, self: true },
  });
  const settings = buildQuestionnaire({ items: [item], visibility: 'confidential', ...overrides });
  await room.staff.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await room.staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}
/** @param levels by the number of who is rated */
const rate = (rater: number, id: string, levels: Record<number, number>) =>
  room.learner(rater).ok('POST', `/questionnaires/${id}/mine`, {
    version: 1,
    answers: {
      [EFFORT]: Object.fromEntries(
        Object.entries(levels).map(([index, level]) => [
          member(Number(index)),
          idOf(LEVELS[level - 1] ?? ''),
        ]),
      ),
    },
  });
const read = (id: string) => room.staff.ok<MemberEvaluation>('GET', `/questionnaires/${id}/evaluation`);
const own = (index: number, id: string) =>
  room.learner(index).ok<OwnEvaluation>('GET', `/questionnaires/${id}/mine/evaluation`);
const share = (id: string, shared: boolean) =>
  room.staff.call('PUT', `/questionnaires/${id}/evaluation/shared`, { shared });
const close = (id: string) => room.staff.ok('POST', `/questionnaires/${id}/close`);

async function evaluated(): Promise<string> {
  const id = await publish();
  await rate(0, id, { 0: 5, 1: 4, 2: 4, 3: 2 });
  await rate(1, id, { 0: 4, 1: 4, 2: 4, 3: 2 });
  await rate(2, id, { 0: 4, 1: 4, 2: 4, 3: 1 });
  await rate(3, id, { 0: 4, 1: 4, 2: 4, 3: 5 });
  await rate(4, id, { 4: 5, 5: 3 });
  await rate(5, id, { 4: 2, 5: 5 });
  await rate(6, id, { 6: 3, 7: 3, 8: 5 });
  return id;
}

test('staff see what the others say of each, factors with their range, and what to ask about', async () => {
  const id = await evaluated();
  const { groups, levels, sharedAt, can } = await read(id);
  expect([groups.map(({ name }) => name), levels, sharedAt]).toEqual([['Blue', 'Green', 'Red'], 5, null]);
  // While answers may come, nothing is shown to anybody.
  expect(can).toEqual({ share: false, takeBack: false });
  const red = groups.find(({ name }) => name === 'Red');
  const last = red?.people.find((person) => person.id === member(3));
  expect(last).toMatchObject({ raters: 3, own: 5, hasAnswered: true, questions: ['lessThanOthers'] });
  expect(last?.received).toBeCloseTo(5 / 3);
  expect(last?.factors.shrunken?.value).toBeLessThan(0.9);
  expect(last?.factors.shrunken?.high).toBeLessThan(1);
  expect(last?.factors.webpa).toBeLessThan(last?.factors.shrunken?.value ?? 0);
  // Eight has been rated by one other only, who has no rater but the one who is silent.
  const green = groups.find(({ name }) => name === 'Green');
  expect(green?.people.map(({ raters }) => raters).sort()).toEqual([0, 1, 1]);
  const blue = groups.find(({ name }) => name === 'Blue');
  for (const { isWithheld } of [...(green?.people ?? []), ...(blue?.people ?? [])])
    expect(isWithheld).toBe(true);
});

test('each sees the own result once staff have said so, and only where it cannot be laid at one person’s door', async () => {
  const id = await evaluated();
  expect(await own(3, id)).toMatchObject({ state: 'notShared', criteria: [], factor: null });
  expect((await share(id, true)).body).toMatchObject({ error: { code: 'STALE_REVISION' } });
  await close(id);
  expect((await share(id, true)).status).toBe(200);
  expect((await share(id, true)).status).toBe(200);
  const mine = await own(3, id);
  expect(mine.state).toBe('shown');
  expect(mine.criteria[0]).toMatchObject({ own: 5 });
  expect(mine.criteria[0]?.received).toBeCloseTo(5 / 3);
  // Neither an id nor a name of anybody, nor anything of the others.
  const text = JSON.stringify(mine);
  for (const [index, name] of room.names.entries()) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(member(index));
  }
  expect(Object.keys(mine).sort()).toEqual(['criteria', 'factor', 'levels', 'state']);
  for (const index of [4, 5, 7, 10])
    expect(await own(index, id)).toEqual({ state: 'withheld', levels: 5, criteria: [], factor: null });
  expect((await share(id, false)).status).toBe(200);
  expect(await own(3, id)).toMatchObject({ state: 'notShared', criteria: [] });
});

test('who moves afterwards changes nothing of what was said', async () => {
  const id = await evaluated();
  await close(id);
  await share(id, true);
  const [before, mine] = [await read(id), await own(3, id)];
  await set.move(3, 'Blue');
  expect(await read(id)).toEqual(before);
  expect(await own(3, id)).toEqual(mine);
  await set.move(3, 'Red');
});

test('learners get none of what staff see; an anonymous questionnaire, or one about no people, has nothing of it', async () => {
  const id = await evaluated();
  expect((await room.learner(0).call('GET', `/questionnaires/${id}/evaluation`)).status).toBe(403);
  expect(
    (await room.learner(0).call('PUT', `/questionnaires/${id}/evaluation/shared`, { shared: true })).status,
  ).toBe(403);
  const plain = await publish({ items: [buildItem('text')] });
  expect((await room.staff.call('GET', `/questionnaires/${plain}/evaluation`)).status).toBe(404);
  expect((await room.learner(0).call('GET', `/questionnaires/${plain}/mine/evaluation`)).status).toBe(404);
});
