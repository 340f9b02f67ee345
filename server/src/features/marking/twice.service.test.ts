import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Classroom, gatherClassroom } from '../../../../test/factories/classroom.ts';
import { openPeerReviewWorld, type PeerReviewWorld } from '../../../../test/factories/peer-review.ts';
import type { Endpoint } from '../../contracts/endpoint.ts';
import { GetQueue } from '../../contracts/insights.ts';
import * as contract from '../../contracts/marking.ts';
import * as settings from '../../contracts/marking-settings.ts';
import { GetReceivedReviews, StartReviews } from '../../contracts/peer-review.ts';
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
  for (const learner of room.learners) await room.submit(learner, `Essay ${learner.member.id.length}`);
  await world.settle();
});

const call = (who: Caller, endpoint: Endpoint, params: object = {}, body?: unknown, query: object = {}) =>
  world.call(who, endpoint, {
    params: { activityId: room.activityId, ...params },
    body,
    query: { ...query },
  });
const list = async (who: Caller, query: object = {}) =>
  contract.MarkingListView.parse(await call(who, contract.ListMarking, {}, undefined, query)).rows;
const workOf = async (learner: Caller): Promise<string> =>
  (await list(amal)).find((row) => row.learner?.id === learner.member.id)?.workId ?? '';
const save = async (share: object, limit: object, expectedRevision: number) =>
  settings.MarkingSettingsView.parse(
    await call(room.instructor, settings.SaveMarkingSettings, {}, { share, limit, expectedRevision }),
  );
const markAllTwice = () => save({ kind: 'all' }, { kind: 'points', value: 2 }, 0);
const read = async (who: Caller, workId: string, query: object = {}) =>
  contract.MarkingWorkView.parse(await call(who, contract.GetMarkingWork, { workId }, undefined, query));
async function finish(who: Caller, workId: string, argument: number, comment = `By ${who.member.name}`) {
  const { revision } = await read(who, workId);
  const ratings = [
    { criterionId: 'argument', points: argument },
    { criterionId: 'style', points: 1 },
  ];
  const body = { ratings, comment, reason: 'Marked.', expectedRevision: revision };
  const answer = (await call(who, contract.FinishMark, { workId }, body)) as { state: string };
  await world.settle();
  return answer.state;
}
const decisionsOf = async (learner: Caller) => (await room.history(learner)).decisions;

describe('which works', () => {
  test('a percentage, a number, all: what it changes is told, and saving it again changes nothing', async () => {
    const some = await save({ kind: 'percent', value: 30 }, { kind: 'percent', value: 10 }, 0);
    expect(some).toMatchObject({ revision: 1, maximum: 10, works: { total: 6, twice: 2, begun: 0 } });
    const chosen = async () => (await list(amal)).filter(({ twice }) => twice).map(({ workId }) => workId);
    const before = await chosen();
    expect(await save({ kind: 'percent', value: 30 }, { kind: 'percent', value: 10 }, 0)).toEqual(some);
    expect(await chosen()).toEqual(before);
    expect((await save({ kind: 'number', value: 3 }, { kind: 'percent', value: 10 }, 1)).works.twice).toBe(3);
    expect(await chosen()).toEqual(expect.arrayContaining(before));
    expect((await save({ kind: 'none' }, { kind: 'percent', value: 10 }, 2)).works.twice).toBe(0);
    await expect(save({ kind: 'all' }, { kind: 'percent', value: 10 }, 0)).rejects.toMatchObject({
      code: 'STALE_REVISION',
    });
  });

  test('what is handed in later is marked twice, too, as far as the share goes', async () => {
    await save({ kind: 'percent', value: 50 }, { kind: 'percent', value: 10 }, 0);
    for (const name of ['Gil', 'Hana']) {
      const learner = await world.join(room.scope, `${name} Learner`);
      await room.submit(learner, 'Late.');
    }
    await world.settle();
    expect((await list(amal)).filter(({ twice }) => twice)).toHaveLength(4);
  });

  test('what is begun stays as it is', async () => {
    await markAllTwice();
    const workId = await workOf(ada);
    await finish(amal, workId, 6);
    await save({ kind: 'none' }, { kind: 'points', value: 2 }, 1);
    expect((await list(amal)).filter(({ twice }) => twice).map((row) => row.workId)).toEqual([workId]);
  });
});

describe('two markers', () => {
  test('who agree make the mean, in the history with what both gave', async () => {
    await markAllTwice();
    const workId = await workOf(ada);
    expect(await finish(amal, workId, 5)).toBe('firstDone');
    expect(await decisionsOf(ada)).toEqual([]);
    expect(await finish(bo, workId, 6)).toBe('marked');
    const reason = 'Marked. (Amal Assistant: 6/10; Bo Assistant: 7/10)';
    expect(await decisionsOf(ada)).toMatchObject([{ grade: 13, reason, by: { name: 'Bo Assistant' } }]);
    const { history } = await read(amal, workId);
    expect(history[0]).toMatchObject({
      kind: 'marked',
      mark: { points: 6.5 },
      parts: [
        { by: { name: 'Amal Assistant' }, points: 6 },
        { by: { name: 'Bo Assistant' }, points: 7 },
      ],
    });
  });

  test('round as the activity does', async () => {
    const rules = {
      minimumPercent: 0,
      maximumPercent: 100,
      extraCredit: false,
      decimals: 0,
      rounding: 'down',
    } as const;
    await room.change({ rules, points: 15 });
    await markAllTwice();
    const workId = await workOf(ada);
    await finish(amal, workId, 5);
    await finish(bo, workId, 6);
    // 6.5 of 10 are 9.75 of 15.
    expect((await decisionsOf(ada))[0]).toMatchObject({ grade: 9 });
  });

  test('do not see each other’s marks until both are done', async () => {
    await markAllTwice();
    const workId = await workOf(ada);
    await finish(amal, workId, 4.75, 'A secret verdict.');
    for (const who of [bo, room.instructor]) {
      const seen = await read(who, workId);
      expect(seen).toMatchObject({
        state: 'toDoAgain',
        history: [],
        toSettle: [],
        can: { mark: true, undo: false },
      });
      expect(JSON.stringify([seen, await list(who)])).not.toMatch(/secret|Amal Assistant|[45]\.75/u);
    }
    expect(await read(amal, workId)).toMatchObject({
      state: 'firstDone',
      history: [{ kind: 'part', mark: { points: 5.75 } }],
      can: { mark: false, undo: true },
    });
  });

  test('are never the same person: the claim passes on, and taking it is refused', async () => {
    await markAllTwice();
    const workId = await workOf(ada);
    await finish(amal, workId, 5);
    await expect(call(amal, contract.TakeWork, { workId })).rejects.toMatchObject({ code: 'SAME_MARKER' });
    await expect(finish(amal, workId, 1)).rejects.toMatchObject({ code: 'SAME_MARKER' });
    const claimed = new Set<unknown>();
    for (;;) {
      const next = (await call(amal, contract.ClaimNextWork)) as { workId: string | null };
      if (next.workId === null) break;
      claimed.add(next.workId);
      await finish(amal, next.workId, 3);
    }
    expect([claimed.size, claimed.has(workId)]).toEqual([5, false]);
    expect(await call(bo, contract.ClaimNextWork)).not.toEqual({ workId: null });
  });

  test('who differ too much leave it to the lead: in the queue, side by side, until it is settled', async () => {
    await markAllTwice();
    const workId = await workOf(ada);
    await finish(amal, workId, 6);
    expect(await finish(bo, workId, 2)).toBe('toSettle');
    expect(await decisionsOf(ada)).toEqual([]);
    const queue = JSON.stringify(await world.call(room.instructor, GetQueue, { params: {}, query: {} }));
    expect(queue).toContain('MARKS_DIFFER');
    expect(queue).toContain('Amal Assistant 7/10 · Bo Assistant 3/10');
    const { toSettle, state } = await read(room.instructor, workId);
    expect([state, toSettle.map(({ by, points }) => [by.name, points])]).toEqual([
      'toSettle',
      [
        ['Amal Assistant', 7],
        ['Bo Assistant', 3],
      ],
    ]);
    await expect(call(amal, contract.TakeWork, { workId })).rejects.toMatchObject({ code: 'LEAD_SETTLES' });
    expect(await finish(room.instructor, workId, 4)).toBe('marked');
    expect(await decisionsOf(ada)).toMatchObject([
      {
        grade: 10,
        reason: 'Marked. (Amal Assistant: 7/10; Bo Assistant: 3/10)',
        by: { name: 'Iris Teacher' },
      },
    ]);
    expect(
      JSON.stringify(await world.call(room.instructor, GetQueue, { params: {}, query: {} })),
    ).not.toContain('MARKS_DIFFER');
  });

  test('taken back, a mark of two is to be made by two again', async () => {
    await markAllTwice();
    const workId = await workOf(ada);
    await finish(amal, workId, 5);
    await finish(bo, workId, 6);
    const body = { reason: 'Undone.', expectedRevision: (await read(amal, workId)).revision };
    await expect(call(amal, contract.UndoMark, { workId }, body)).rejects.toMatchObject({
      code: 'LEAD_SETTLES',
    });
    await call(room.instructor, contract.UndoMark, { workId }, body);
    await world.settle();
    expect((await decisionsOf(ada)).map(({ grade }) => grade)).toEqual([null, 13]);
    expect(await read(amal, workId)).toMatchObject({ state: 'toDo', twice: true });
  });

  test('finishing twice with the same is one mark', async () => {
    await markAllTwice();
    const workId = await workOf(ada);
    await finish(amal, workId, 5);
    const ratings = [
      { criterionId: 'argument', points: 5 },
      { criterionId: 'style', points: 1 },
    ];
    const body = { ratings, comment: 'By Amal Assistant', reason: 'Marked.', expectedRevision: 0 };
    expect(await call(amal, contract.FinishMark, { workId }, body)).toMatchObject({ state: 'firstDone' });
    expect((await read(amal, workId)).history).toHaveLength(1);
  });
});

test('a learner gets neither the separate marks nor who made them', async () => {
  await markAllTwice();
  for (const learner of room.learners) {
    const workId = await workOf(learner);
    await finish(amal, workId, 5.25, 'A first verdict.');
    await finish(bo, workId, 6, 'A second verdict.');
  }
  await room.call(room.instructor, StartReviews);
  await world.settle();
  await room.reviewAll();
  await room.release();
  const answers = JSON.stringify([
    await room.mine(ada),
    await room.submission(ada),
    await room.call(ada, GetReceivedReviews),
  ]);
  // The mean of 6.25 and 7 of 10, in a column of 20 points.
  expect(answers).toContain('13.25');
  expect(answers).not.toMatch(/6\.25|"points":7[,}]|verdict|Amal|Bo Assistant/);
  for (const { member } of [amal, bo]) expect(answers).not.toContain(member.id);
});
