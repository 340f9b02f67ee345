import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import type { Endpoint } from '../../contracts/endpoint.ts';
import * as contract from '../../contracts/marking.ts';
import * as bulk from '../../contracts/marking-bulk.ts';
import { plainTextOf } from '../../contracts/plain-text.ts';
import { newId } from '../../core/ids.ts';
import { counted } from '../../platform/database/round-trips.ts';
import type { Caller } from '../../platform/http/ports.ts';

let world: PeerReviewWorld;
let room: Classroom;
let amal: Caller;
let bo: Caller;
let rows: contract.MarkingListView['rows'];

beforeAll(async () => {
  world = await openPeerReviewWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  room = await gatherClassroom(world);
  amal = await world.join(room.scope, 'Amal Assistant', { role: 'assistant' });
  bo = await world.join(room.scope, 'Bo Assistant', { role: 'assistant' });
  for (const learner of room.learners) await room.submit(learner, `Work of ${learner.member.name}`);
  await world.settle();
  rows = await list();
});

const call = (who: Caller, endpoint: Endpoint, params: object, body?: unknown, query: object = {}) =>
  world.call(who, endpoint, {
    params: { activityId: room.activityId, ...params },
    body,
    query: { ...query },
  });
async function list(): Promise<contract.MarkingListView['rows']> {
  return contract.MarkingListView.parse(await call(amal, contract.ListMarking, {})).rows;
}
const rowOf = (learner: Caller): contract.MarkingListView['rows'][number] => {
  const found = rows.find((row) => row.learner?.id === learner.member.id);
  if (!found) throw new Error('the work is not in the list');
  return found;
};
const finish = async (who: Caller, learner: Caller) => {
  const { workId } = rowOf(learner);
  const ratings = [
    { criterionId: 'argument', points: 6 },
    { criterionId: 'style', points: 2.5 },
  ];
  await call(
    who,
    contract.FinishMark,
    { workId },
    { ratings, comment: 'Clear.', reason: 'Marked.', expectedRevision: 0 },
  );
  await world.settle();
  rows = await list();
};
const preview = async (who: Caller, act: object, hidden = false) =>
  bulk.BulkPreviewView.parse(
    await call(who, bulk.PreviewBulk, {}, { act, hidden, workIds: rows.map(({ workId }) => workId) }),
  );
const worksOf = (some: readonly contract.MarkingListView['rows'][number][] = rows) =>
  some.map(({ workId, revision }) => ({ workId, expectedRevision: revision }));
async function start(who: Caller, act: object, works = worksOf(), bulkId = newId(), hidden = false) {
  await call(who, bulk.StartBulk, { bulkId }, { act, hidden, works, reason: 'For all.' });
  await world.settle();
  return read(who, bulkId);
}
const read = async (who: Caller, bulkId: string) =>
  bulk.BulkView.parse(await call(who, bulk.GetBulk, { bulkId }));
async function undo(who: Caller, bulkId: string) {
  await call(who, bulk.UndoBulk, { bulkId }, { reason: 'Taken back.' });
  await world.settle();
  return read(who, bulkId);
}
const commentOf = async (learner: Caller): Promise<string> => {
  const answer = await call(amal, contract.GetMarkingWork, { workId: rowOf(learner).workId });
  const [newest] = contract.MarkingWorkView.parse(answer).history;
  return newest?.mark ? plainTextOf(newest.mark.comment) : '';
};
const gradesOf = async (learner: Caller) =>
  (await room.history(learner)).decisions.map(({ grade, excused }) => (excused ? 'excused' : grade));

const ZERO = { kind: 'zero' };
const EXCUSE = { kind: 'excuse' };

describe('zero for many', () => {
  test('is previewed, becomes every grade, and is taken back to what was before', async () => {
    const ada = room.person(0);
    await finish(amal, ada);
    const { counts, rows: previewed } = await preview(amal, ZERO);
    expect(counts).toEqual({ change: 6, unchanged: 0, refuse: 0 });
    expect(previewed.find(({ learner }) => learner?.id === ada.member.id)).toMatchObject({
      before: { kind: 'marked', points: 8.5 },
      after: { kind: 'marked', points: 0, maximum: 10 },
    });
    expect(await list()).toEqual(rows);
    const done = await start(amal, ZERO);
    expect(done).toMatchObject({
      state: 'done',
      done: 6,
      total: 6,
      changed: 6,
      refused: [],
      can: { undo: true },
    });
    expect(await gradesOf(ada)).toEqual([0, 17]);
    expect(await gradesOf(room.person(1))).toEqual([0]);
    expect(await undo(amal, done.id)).toMatchObject({ state: 'undone', changed: 6 });
    expect(await gradesOf(ada)).toEqual([17, 0, 17]);
    expect(await gradesOf(room.person(1))).toEqual([null, 0]);
    expect((await list()).filter(({ state }) => state === 'marked')).toHaveLength(1);
  });

  test('asked for twice is one, and asked for anew changes nothing', async () => {
    const bulkId = newId();
    const works = worksOf();
    await start(amal, ZERO, works, bulkId);
    await start(amal, ZERO, works, bulkId);
    expect(await gradesOf(room.person(0))).toEqual([0]);
    rows = await list();
    expect(await start(amal, ZERO)).toMatchObject({ changed: 0, unchanged: 6 });
    expect(await gradesOf(room.person(0))).toEqual([0]);
  });

  test('leaves out by name what a colleague has, or has marked since, and does the rest', async () => {
    const before = worksOf();
    const [ada, ben] = [room.person(0), room.person(1)];
    await call(bo, contract.TakeWork, { workId: rowOf(ada).workId });
    await finish(bo, ben);
    const done = await start(amal, ZERO, before);
    expect(done).toMatchObject({ state: 'done', changed: 4 });
    expect(
      done.refused
        .map(({ learner, refusal }) => [learner?.name, refusal])
        .sort(([a], [b]) => String(a).localeCompare(String(b))),
    ).toEqual([
      ['Ada Learner', 'WORK_TAKEN'],
      ['Ben Learner', 'STALE_REVISION'],
    ]);
    expect(await gradesOf(ben)).toEqual([17]);
  });

  test('taken back leaves what somebody has marked since', async () => {
    const done = await start(amal, ZERO);
    const cleo = room.person(2);
    rows = await list();
    const ratings = [
      { criterionId: 'argument', points: 6 },
      { criterionId: 'style', points: 4 },
    ];
    const { workId, revision } = rowOf(cleo);
    const body = { ratings, comment: '', reason: 'Marked.', expectedRevision: revision };
    await call(bo, contract.FinishMark, { workId }, body);
    await world.settle();
    expect(await undo(amal, done.id)).toMatchObject({ changed: 5, unchanged: 1 });
    expect(await gradesOf(cleo)).toEqual([20, 0]);
  });
});

describe('excusing many', () => {
  test('owes nobody a grade, until it is taken back', async () => {
    const done = await start(room.instructor, EXCUSE);
    expect((await list()).map(({ state }) => state)).toEqual(rows.map(() => 'excused'));
    expect(await gradesOf(room.person(0))).toEqual(['excused']);
    await undo(room.instructor, done.id);
    expect(await gradesOf(room.person(0))).toEqual([null, 'excused']);
    expect((await list()).every(({ state }) => state === 'toDo')).toBe(true);
  });

  test('is not for assistants', async () => {
    await expect(preview(amal, EXCUSE)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(start(amal, EXCUSE)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(contract.MarkingListView.parse(await call(amal, contract.ListMarking, {})).can).toEqual({
      excuse: false,
    });
  });
});

describe('a comment for many', () => {
  const act = { kind: 'comment', text: '{name}: {points} of {maximum}.' };

  test('goes to what is marked, with its variables; the others are told by name', async () => {
    const ada = room.person(0);
    await finish(amal, ada);
    expect((await preview(amal, act)).rows.flatMap(({ comment }) => comment ?? [])).toEqual([
      'Ada Learner: 8.5 of 10.',
    ]);
    const done = await start(amal, act);
    expect(done).toMatchObject({ changed: 1 });
    expect(done.refused.map(({ refusal }) => refusal)).toEqual(Array(5).fill('NOT_MARKED'));
    expect(await commentOf(ada)).toBe('Clear.\nAda Learner: 8.5 of 10.');
    // The grade is the same, so nothing is decided anew.
    expect(await gradesOf(ada)).toEqual([17]);
    await undo(amal, done.id);
    expect(await commentOf(ada)).toBe('Clear.');
  });

  test('names nobody while learners are hidden', async () => {
    await finish(amal, room.person(0));
    const seen = [await preview(amal, act, true), await start(amal, act, worksOf(), newId(), true)];
    for (const { member } of room.learners) expect(JSON.stringify(seen)).not.toContain(member.id);
    expect(JSON.stringify(seen)).not.toMatch(/Learner/);
    expect(await commentOf(room.person(0))).toBe(`Clear.\n${rowOf(room.person(0)).sign}: 8.5 of 10.`);
  });
});

test('a preview and how far it is are read in four round trips, however many works there are', async () => {
  const cost = async (work: () => Promise<unknown>): Promise<number> => {
    const count = { commands: 0 };
    await counted(count, work);
    return count.commands;
  };
  expect(await cost(() => preview(amal, ZERO))).toBe(4);
  const { id } = await start(amal, { kind: 'comment', text: 'Well.' });
  expect(await cost(() => read(amal, id))).toBe(4);
});

test('nobody but its author and the lead takes it back', async () => {
  const { id } = await start(amal, ZERO);
  expect((await read(bo, id)).can).toEqual({ undo: false });
  await expect(undo(bo, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await read(room.instructor, id)).can).toEqual({ undo: true });
});
