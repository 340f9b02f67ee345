import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import { FakeLms } from '../../../../test/factories/fake-lms.ts';
import {
  gradebookCourse,
  type GradebookServer,
  gradebookServer,
  oneReview,
  testClock,
} from '../../../../test/factories/gradebook.ts';
import { mattersOf, sourceOf } from '../../../../test/factories/matters.ts';
import { columnIdOf, newId } from '../../core/ids.ts';
import type { Database } from '../../platform/database/connect.ts';
import type { GradeSlot } from './grade-slot.domain.ts';

type StoredSlot = GradeSlot & { _id: string };
const clock = testClock();
let database: Database;
let server: GradebookServer;
let world: Awaited<ReturnType<typeof gradebookCourse>>;
let lms: FakeLms;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock.forward(60);
  await database.connection.collection('gradeSlots').deleteMany({});
  lms = new FakeLms();
  server = await gradebookServer(database, clock, lms);
  world = await gradebookCourse(server, clock, { members: 5 });
  server.source.chunkSize = 2;
});

const slots = (): Promise<StoredSlot[]> =>
  database.connection.collection<StoredSlot>('gradeSlots').find({}).sort({ memberId: 1 }).toArray();
const storedColumns = () =>
  database.connection
    .collection('gradeColumns')
    .find({ activityId: world.activityId })
    .sort({ key: 1 })
    .toArray();
const give = (points: (index: number) => number): void => {
  server.source.grades.set(
    world.activityId,
    world.memberIds.map((memberId, index) => ({ memberId, inputs: oneReview(points(index)) })),
  );
};
const release = (runId?: string) => server.release(world.scope, world.activityId, runId);
const valuesOf = (all: StoredSlot[]) => all.map(({ entries }) => entries.map(({ value }) => value));

describe('a grade run', () => {
  test('enters every member of every chunk, and says that it is finished', async () => {
    give((index) => 10 * index);
    const runId = await release();
    const grades = await server.findGrades(world.scope, world.activityId, world.memberIds);
    expect(world.memberIds.map((id) => grades.get(id)?.explanation.value)).toEqual([0, 10, 20, 30, 40]);
    expect(grades.get(world.memberId)).toEqual({
      explanation: {
        formula: 'peer-review.median@1',
        value: 0,
        maximum: 100,
        steps: [{ type: 'work', percent: 0, scores: [0] }],
      },
      sync: { state: 'waiting', at: clock.now().toISOString() },
    });
    expect(server.source.finished).toEqual([runId]);
  });

  test('grades every column of the activity, the main one under the activity’s own id', async () => {
    const reviewing = columnIdOf(world.activityId, 'reviewing');
    server.source.columns.push({ key: 'reviewing', label: 'Essay – Reviewing', maximum: 10 });
    give(() => 50);
    await release();
    const of = async (columnId: string) =>
      (await server.findGrades(world.scope, columnId, [world.memberId])).get(world.memberId)?.explanation;
    expect(await of(world.activityId)).toMatchObject({ value: 50, maximum: 100 });
    expect(await of(reviewing)).toMatchObject({ value: 5, maximum: 10 });
    expect(await storedColumns()).toMatchObject([
      { _id: world.activityId, key: 'main', label: 'Essay', maximum: 100, wanted: 'present' },
      { _id: reviewing, key: 'reviewing', label: 'Essay – Reviewing', maximum: 10, wanted: 'present' },
    ]);
  });

  test('marks a column that the settings have no more as absent, and never goes back to older settings', async () => {
    server.source.columns.push({ key: 'reviewing', label: 'Reviewing', maximum: 10 });
    give(() => 50);
    await release();
    const older = { revision: server.source.revision, columns: [...server.source.columns] };
    server.source.columns = [{ key: 'main', label: 'Renamed', maximum: 50 }];
    server.source.revision += 1;
    await release();
    const now = [
      { label: 'Renamed', maximum: 50, wanted: 'present' },
      { label: 'Reviewing', maximum: 10, wanted: 'absent' },
    ];
    expect(await storedColumns()).toMatchObject(now);
    Object.assign(server.source, older);
    await release();
    expect(await storedColumns()).toMatchObject(now);
  });

  test('asked for twice, enters once', async () => {
    give(() => 50);
    const runId = await release();
    give(() => 60);
    await release(runId);
    expect(valuesOf(await slots())).toEqual(world.memberIds.map(() => [50]));
  });

  test('that was interrupted goes on with the inputs it began with', async () => {
    give(() => 50);
    const runId = newId();
    server.useSource({
      grading: () => server.source.grading(),
      inputs: (...asked) => server.source.inputs(...asked),
      runFinished: () => Promise.reject(new Error('the process died')),
    });
    await expect(release(runId)).rejects.toThrow('the run failed');
    // As if it had died after the first chunk: the other slots are not there yet.
    const [first] = await slots();
    await database.connection
      .collection<StoredSlot>('gradeSlots')
      .deleteMany({ _id: { $ne: first?._id ?? '' } });
    server.useSource(server.source);
    give(() => 99);
    clock.forward(60);
    await server.jobs.runDueOnce();
    expect(valuesOf(await slots())).toEqual(world.memberIds.map(() => [50]));
    expect(server.source.finished).toEqual([runId]);
  });

  test('two at the same moment leave each slot with one entry of each grade, in order', async () => {
    const other = await gradebookServer(database, clock, lms);
    give((index) => index);
    other.source.grades.set(
      world.activityId,
      world.memberIds.map((memberId, index) => ({ memberId, inputs: oneReview(index) })),
    );
    await Promise.all([release(), other.release(world.scope, world.activityId)]);
    for (const slot of await slots()) {
      expect(slot.entries.map(({ n }) => n)).toEqual([1]);
      expect(slot.want).toMatchObject({ n: 1 });
    }
  });

  test('with inputs that give no grade sends nothing and loses nothing, until a good run', async () => {
    give(() => 50);
    await release();
    clock.forward(5);
    give((index) => (index === 0 ? 150 : 50));
    await release();
    await server.sendDueOnce();
    expect(lms.stored).toHaveLength(4);
    const bad = (await slots()).find(({ memberId }) => memberId === world.memberId);
    expect(bad).toMatchObject({ entries: [{ value: 50 }], problem: { code: 'GRADE_INVALID' } });
    clock.forward(5);
    give(() => 50);
    await release();
    await server.sendDueOnce();
    expect(lms.stored).toHaveLength(5);
    expect((await slots()).map(({ problem }) => problem)).toEqual(world.memberIds.map(() => null));
  });
});

describe('failed scores in the facilitator queue', () => {
  const waiting = (limit?: number) => mattersOf(sourceOf(server.matterSources, 'score'), world.scope, limit);

  test('are found page by page, each once, with the LMS’s words and the click that retries', async () => {
    give(() => 50);
    await release();
    lms.behaviour = 'refused';
    await server.sendDueOnce();
    const all = await waiting(3);
    expect(all.map(({ id }) => id)).toEqual(world.memberIds.map((id) => `${world.activityId}/${id}`).sort());
    expect(all.find(({ about }) => about === world.memberId)).toMatchObject({
      code: 'SCORE_REFUSED',
      params: { words: '400 not a student' },
      nextAction: {
        code: 'RETRY_SCORE',
        method: 'post',
        path: `/grade-slots/${world.activityId}/${world.memberId}/retry`,
      },
    });
  });

  test('of another course are not in it', async () => {
    give(() => 50);
    await release();
    lms.behaviour = 'refused';
    await server.sendDueOnce();
    world = await gradebookCourse(server, clock);
    expect(await waiting()).toEqual([]);
  });
});
