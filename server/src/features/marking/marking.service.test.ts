import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import type { Endpoint } from '../../contracts/endpoint.ts';
import * as contract from '../../contracts/marking.ts';
import { StartReviews } from '../../contracts/peer-review.ts';
import { newId } from '../../core/ids.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;
let amal: Caller;
let bo: Caller;
let ada: Caller;

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
  amal = await world.join(room.scope, 'Amal Assistant', { role: 'assistant' });
  bo = await world.join(room.scope, 'Bo Assistant', { role: 'assistant' });
  ada = room.person(0);
  for (const learner of room.learners) await room.submit(learner, `Work of ${learner.member.name}`);
  await world.settle();
});

const call = (
  who: Caller,
  endpoint: Endpoint,
  input: { body?: unknown; query?: object; workId?: string } = {},
) =>
  world.call(who, endpoint, {
    params: { activityId: room.activityId, ...(input.workId && { workId: input.workId }) },
    body: input.body,
    query: { ...input.query },
  });
const list = async (query: object = {}) =>
  contract.MarkingListView.parse(await call(amal, contract.ListMarking, { query }));
const workOf = async (learner: Caller): Promise<string> => {
  const row = (await list()).rows.find((one) => one.learner?.id === learner.member.id);
  if (!row) throw new Error('the work is not in the list');
  return row.workId;
};
const read = async (who: Caller, workId: string, query: object = {}) =>
  contract.MarkingWorkView.parse(await call(who, contract.GetMarkingWork, { workId, query }));
const finish = async (who: Caller, workId: string, expectedRevision: number, style = 3) => {
  const ratings = [
    { criterionId: 'argument', points: 6 },
    { criterionId: 'style', points: style },
  ];
  const body = { ratings, comment: 'Clear.', reason: 'Marked by the rubric.', expectedRevision };
  const answer = await call(who, contract.FinishMark, { workId, body });
  await world.settle();
  return answer;
};
const undo = async (who: Caller, workId: string, expectedRevision: number) => {
  await call(who, contract.UndoMark, { workId, body: { reason: 'Mark taken back.', expectedRevision } });
  await world.settle();
};

describe('a mark', () => {
  test('becomes the grade that staff have set, in the history with who and why', async () => {
    const workId = await workOf(ada);
    expect(await finish(amal, workId, 0)).toEqual({
      revision: 1,
      points: 9,
      maximum: 10,
      state: 'marked',
    });
    const { decisions } = await room.history(ada);
    expect(decisions).toMatchObject([
      { grade: 18, reason: 'Marked by the rubric.', by: { name: 'Amal Assistant' }, revision: 1 },
    ]);
    await room.call(room.instructor, StartReviews);
    await world.settle();
    await room.reviewAll();
    await room.release();
    expect((await room.history(ada)).entries[0]).toMatchObject({ explanation: { value: 18 } });
    expect((await list()).rows.filter(({ state }) => state === 'marked')).toMatchObject([
      { workId, mark: { points: 9, maximum: 10 }, taken: null },
    ]);
  });

  test('is kept in versions; taken back, the grade is what it was before marking', async () => {
    await room.override(ada, { grade: { kind: 'set', value: 7 }, reason: 'An early guess.' });
    const workId = await workOf(ada);
    await finish(amal, workId, 0);
    await finish(bo, workId, 1, 1);
    const { history, can } = await read(bo, workId);
    expect(history.map(({ n, by, mark }) => [n, by.name, mark?.points])).toEqual([
      [2, 'Bo Assistant', 7],
      [1, 'Amal Assistant', 9],
    ]);
    expect(can).toEqual({ mark: true, undo: true });
    await undo(amal, workId, 2);
    const { decisions } = await room.history(ada);
    expect(decisions.map(({ grade }) => grade)).toEqual([7, 14, 18, 7]);
    expect(await read(amal, workId)).toMatchObject({
      state: 'toDo',
      history: [{ n: 3, mark: null }, {}, {}],
    });
  });

  test('taken back leaves what an instructor has decided since', async () => {
    const workId = await workOf(ada);
    await finish(amal, workId, 0);
    await room.override(ada, { grade: { kind: 'excused' }, expectedRevision: 1 });
    await undo(amal, workId, 1);
    expect((await room.history(ada)).decisions).toHaveLength(2);
    expect((await room.history(ada)).decisions[0]).toMatchObject({ excused: true });
  });

  test('is decided once, however often its event comes', async () => {
    const workId = await workOf(ada);
    await finish(amal, workId, 0);
    await room.override(ada, { grade: { kind: 'set', value: 2 }, expectedRevision: 1 });
    const events = world.seen.filter(({ type, subject }) => type === 'work.marked' && subject.id === workId);
    expect(events).toHaveLength(1);
    await world.marking.consumer(events);
    await world.settle();
    expect((await room.history(ada)).decisions.map(({ grade }) => grade)).toEqual([2, 18]);
  });

  test('on top of what another tab has saved is refused, and nothing is written', async () => {
    const workId = await workOf(ada);
    const body = { ratings: [], comment: 'First.', expectedRevision: 0 };
    expect(await call(amal, contract.SaveMarkDraft, { workId, body })).toMatchObject({ revision: 1 });
    await expect(call(amal, contract.SaveMarkDraft, { workId, body })).rejects.toMatchObject({
      code: 'STALE_REVISION',
    });
    await expect(finish(amal, workId, 0)).rejects.toMatchObject({ code: 'STALE_REVISION' });
    await expect(finish(bo, workId, 1)).rejects.toMatchObject({ code: 'WORK_TAKEN' });
    expect((await room.history(ada)).decisions).toEqual([]);
    const own = await read(amal, workId);
    expect([own.state, JSON.stringify(own.form.comment)]).toEqual([
      'mine',
      expect.stringContaining('First.'),
    ]);
    const other = await read(bo, workId);
    expect([other.state, JSON.stringify(other.form), other.can.mark]).toEqual([
      'taken',
      expect.not.stringContaining('First.'),
      false,
    ]);
  });
});

describe('with the learner hidden', () => {
  test('no name and no id of a learner leaves the server', async () => {
    const workId = await workOf(ada);
    await finish(amal, workId, 0);
    const answers = JSON.stringify([
      await call(amal, contract.ListMarking, { query: { hidden: '1' } }),
      await call(amal, contract.GetMarkingWork, { workId, query: { hidden: '1' } }),
      await call(amal, contract.GetMarkingShares),
      await call(amal, contract.ClaimNextWork),
    ]);
    for (const { member } of room.learners) expect(answers).not.toContain(member.id);
    // The texts of the works name their authors in this test; what is around them does not.
    const around = answers.replaceAll(/Work of \w+ Learner/g, '');
    expect(around).not.toMatch(/Learner|Ada|Ben|Cleo|Dov|Eva|Finn/);
    expect(JSON.stringify(await read(amal, workId))).toContain(ada.member.id);
  });
});

describe('division', () => {
  const divide = async (body: object) =>
    contract.MarkingSharesView.parse(await call(room.instructor, contract.DivideMarking, { body }));

  test('evenly: the same seed gives the same shares, and what is marked stays', async () => {
    const seed = newId();
    const memberIds = [amal.member.id, bo.member.id];
    const sharesNow = async () => (await list()).rows.map(({ workId, share }) => [workId, share?.id ?? null]);
    const view = await divide({ kind: 'evenly', memberIds, seed });
    expect(view).toMatchObject({ done: 0, total: 6, unshared: { total: 0 } });
    expect(view.staff.map(({ name, total }) => [name, total])).toEqual([
      ['Amal Assistant', 3],
      ['Bo Assistant', 3],
      ['Iris Teacher', 0],
    ]);
    const before = await sharesNow();
    await divide({ kind: 'evenly', memberIds, seed });
    expect(await sharesNow()).toEqual(before);
    const workId = await workOf(ada);
    await finish(amal, workId, 0);
    const owner = before.find(([id]) => id === workId)?.[1];
    await divide({ kind: 'evenly', memberIds: [room.instructor.member.id], seed });
    expect((await sharesNow()).find(([id]) => id === workId)?.[1]).toBe(owner);
  });

  test('by hand, and nobody’s again; somebody who is no staff gets nothing', async () => {
    const workId = await workOf(ada);
    const give = (memberId: string | null) => divide({ kind: 'byHand', workIds: [workId], memberId });
    expect((await give(bo.member.id)).staff).toContainEqual(
      expect.objectContaining({ name: 'Bo Assistant', total: 1, done: 0 }),
    );
    expect((await give(null)).unshared.total).toBe(6);
    await expect(give(ada.member.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('pages of the list follow each other, and a work knows its neighbours', async () => {
  const all = (await list()).rows.map(({ workId }) => workId);
  const first = await list({ limit: 4 });
  const second = await list({ limit: 4, after: first.next });
  expect([...first.rows, ...second.rows].map(({ workId }) => workId)).toEqual(all);
  expect(second.next).toBeNull();
  const middle = await read(amal, all[1] ?? '');
  expect([middle.previousId, middle.nextId]).toEqual([all[0], all[2]]);
});

test('a work is read in four round trips, however long its history is', async () => {
  const workId = await workOf(ada);
  const cost = async (): Promise<number> => {
    const count = { commands: 0 };
    await counted(count, () => read(amal, workId));
    return count.commands;
  };
  expect(await cost()).toBe(4);
  for (const revision of [0, 1, 2, 3]) await finish(amal, workId, revision, revision);
  expect(await cost()).toBe(4);
  const { history, work } = await read(amal, workId);
  expect(history.map(({ n }) => n)).toEqual([4, 3, 2, 1]);
  expect([work?.version, JSON.stringify(work?.text)]).toEqual([1, expect.stringContaining('Work of Ada')]);
});
