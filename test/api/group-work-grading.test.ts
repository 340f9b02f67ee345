/** Grades of group projects over HTTP, up to the simulator's gradebook: by points and by a rubric, with adjustments of single members. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type {
  DeliverableMarkView,
  ProjectGradesView,
  ProjectResultView,
} from '../../server/src/contracts/group-grading.ts';
import { type ApiSession, codeOf } from '../factories/browserless.ts';
import { addProject, buildMilestone, deliverablePath, handInText } from '../factories/group-work.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
let staff: ApiSession;
let ada: ApiSession;
let ben: ApiSession;
let cleo: ApiSession;
let red: string;

beforeAll(async () => {
  room = await openRoom(4);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
  staff = room.staff;
  [ada, ben, cleo] = [room.learner(0), room.learner(1), room.learner(2)];
  red = set.groupIds['Red'] ?? '';
}, 60_000);
afterAll(() => room.stack.close());

const criteria = [{ id: 'content', title: 'Content', description: '', points: 10 }];
const past = new Date(Date.now() - 60_000).toISOString();
const milestones = [
  buildMilestone({ points: 20, criteria }),
  buildMilestone({ n: 2, title: 'Missed', dueAt: past, points: 10 }),
];
const body = { ratings: [], points: null, comment: '', adjustments: [], expectedRevision: 0 };
const rated = { ...body, ratings: [{ criterionId: 'content', points: 8 }], comment: 'A sound concept.' };

const resultOf = (who: ApiSession, activityId: string) =>
  who.ok<ProjectResultView>('GET', `/group-work/${activityId}/result`);
const valueOf = async (who: ApiSession, activityId: string) =>
  (await resultOf(who, activityId)).grade?.explanation.value;

/** Hands in for Red, marks it, and releases. */
async function release(activityId: string, adjustments: object[]): Promise<string> {
  const path = deliverablePath(activityId, red);
  await handInText(ada, path, 'Ours.');
  await staff.ok<DeliverableMarkView>('PUT', `${path}/mark`, { ...rated, adjustments });
  await staff.ok('POST', `/group-work/${activityId}/release`);
  await until('grades are released', async () => {
    const { released, working } = await staff.ok<ProjectGradesView>(
      'GET',
      `/group-work/${activityId}/grades`,
    );
    return released && working === null;
  });
  return path;
}

test('each member gets the group’s points with what is different for them, and reads nobody else’s', async () => {
  const activityId = await addProject(staff, { groupSetId: set.id, milestones });
  const lineItem = room.stack.simulator.addResourceLink(room.stack.course, {
    title: 'Project',
    custom: { activity: activityId },
    lineItem: { scoreMaximum: 30 },
  });
  await staff.ok('GET', `/group-work/${activityId}`);
  await room.stack.open(room.stack.person('instructor'), lineItem.id);
  const reason = 'Led the work.';
  await release(activityId, [{ memberId: ben.memberId, points: 2, reason }]);
  // 8 of 10 of 20 points, and 0 of the 10 that were missed.
  await until('Ada has a grade', async () => (await valueOf(ada, activityId)) === 16);
  const own = await resultOf(ben, activityId);
  expect([own.grade?.explanation.value, own.grade?.explanation.formula]).toEqual([
    18,
    'group-work.milestones@1',
  ]);
  expect(own.milestones).toMatchObject([{ n: 1, adjustment: { points: 2, reason } }]);
  const adas = JSON.stringify(await resultOf(ada, activityId));
  expect(adas).toContain('A sound concept.');
  for (const hidden of [reason, ben.memberId, staff.memberId]) expect(adas).not.toContain(hidden);
  // Who handed nothing in has missed one milestone, and has not missed the other yet.
  expect(await valueOf(cleo, activityId)).toBe(0);
  await until('the LMS has the grade', async () => {
    const { state } = (await resultOf(ben, activityId)).grade?.sync ?? {};
    return state === 'sent';
  });
});

test('released grades follow what is marked afterwards, and are taken back', async () => {
  const points = [buildMilestone({ points: 20 })];
  const activityId = await addProject(staff, { groupSetId: set.id, milestones: points });
  const path = deliverablePath(activityId, red);
  expect(codeOf(await staff.call('PUT', `${path}/mark`, { ...body, points: 5 }))).toBe('NOT_FOUND');
  await handInText(ada, path, 'Ours.');
  const mark = (given: object, expectedRevision: number) =>
    staff.call('PUT', `${path}/mark`, { ...body, ...given, expectedRevision });
  expect(codeOf(await mark({}, 0))).toBe('NOTHING_RATED');
  expect(codeOf(await mark({ points: 21 }, 0))).toBe('GRADE_OUT_OF_RANGE');
  const stranger = { memberId: cleo.memberId, points: 1, reason: 'x' };
  expect(codeOf(await mark({ points: 5, adjustments: [stranger] }, 0))).toBe('NOT_IN_GROUP');
  expect((await mark({ points: 5 }, 0)).status).toBe(200);
  expect(codeOf(await mark({ points: 6 }, 0))).toBe('STALE_REVISION');
  await staff.ok('POST', `/group-work/${activityId}/release`);
  await until('Ada has a grade', async () => (await valueOf(ada, activityId)) === 5);
  expect((await mark({ points: 9 }, 1)).status).toBe(200);
  await until('the grade follows', async () => (await valueOf(ada, activityId)) === 9);
  await set.move(0, 'Blue');
  // It was Red's work when it was handed in, and Ada's.
  expect((await mark({ points: 10 }, 2)).status).toBe(200);
  await until('the grade follows its authors', async () => (await valueOf(ada, activityId)) === 10);
  await set.move(0, 'Red');
  await staff.ok('POST', `/group-work/${activityId}/withdrawal`);
  await until('nothing is shown any more', async () => (await resultOf(ada, activityId)).grade === null);
});

test('nothing of a mark is told before the release', async () => {
  const activityId = await addProject(staff, { groupSetId: set.id, milestones });
  const path = deliverablePath(activityId, red);
  await handInText(ada, path, 'Ours.');
  await staff.ok('PUT', `${path}/mark`, rated);
  expect(await resultOf(ada, activityId)).toEqual({ released: false, grade: null, milestones: [] });
  expect(codeOf(await ada.call('GET', `${path}/mark`))).toBe('FORBIDDEN');
});
