/** Contributions in the grades of group projects: what staff see before, what counts after, and what nobody can find out. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProjectFactorsView } from '../../server/src/contracts/group-factors.ts';
import type { ProjectGradesView, ProjectResultView } from '../../server/src/contracts/group-grading.ts';
import { newId } from '../../server/src/core/ids.ts';
import { codeOf } from '../factories/browserless.ts';
import { addProject, buildMilestone, deliverablePath, handInText } from '../factories/group-work.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { until } from '../factories/until.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
/** Red are five, Blue two. */
beforeAll(async () => {
  room = await openRoom(7);
  set = await makeGroups(room, { Red: [0, 1, 2, 3, 4], Blue: [5, 6] });
}, 60_000);
afterAll(() => room.stack.close());

const EFFORT = idOf('matrix');
const LEVELS = ['One', 'Two', 'Three', 'Four', 'Five'];
const member = (index: number): string => room.learner(index).memberId;
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

const settingsOf = (closesAt: string | null) =>
  buildQuestionnaire({
    items: [
      buildItem('matrix', {
        rows: [],
        columns: LEVELS.map((text) => ({ id: idOf(text), text })),
        groupRows: { setId: set.id, self: true },
      }),
    ],
    visibility: 'confidential',
    closesAt,
  });
async function publish(): Promise<string> {
  const id = newId();
  await room.staff.ok('PUT', `/questionnaires/${id}`, { settings: settingsOf(null), expectedRevision: 0 });
  await room.staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}
/** Ends it, or lets it go on. */
async function setEnd(id: string, closesAt: string | null): Promise<void> {
  const { revision } = await room.staff.ok<{ revision: number }>('GET', `/questionnaires/${id}`);
  await room.staff.ok('PUT', `/questionnaires/${id}`, {
    settings: settingsOf(closesAt),
    expectedRevision: revision,
  });
}
/** Everybody of the group gets the level, but one. */
const rate = (rater: number, id: string, group: readonly number[], last: number, level = 4) =>
  room.learner(rater).ok('POST', `/questionnaires/${id}/mine`, {
    version: 1,
    answers: {
      [EFFORT]: Object.fromEntries(
        group.map((index) => [member(index), idOf(LEVELS[(index === 3 ? last : level) - 1] ?? '')]),
      ),
    },
  });
const RED = [0, 1, 2, 3, 4];

/** A project in which Red has 16 and Blue 10 of 20 points, with its grades released. */
async function graded(): Promise<string> {
  const activityId = await addProject(room.staff, {
    groupSetId: set.id,
    milestones: [buildMilestone({ points: 20 })],
  });
  for (const [group, index, points] of [
    ['Red', 0, 16],
    ['Blue', 5, 10],
  ] as const) {
    const path = deliverablePath(activityId, set.groupIds[group] ?? '');
    await handInText(room.learner(index), path, 'Ours.');
    const body = { ratings: [], points, comment: '', adjustments: [], expectedRevision: 0 };
    await room.staff.ok('PUT', `${path}/mark`, body);
  }
  await room.staff.ok('POST', `/group-work/${activityId}/release`);
  await until('grades are released', async () => {
    const at = `/group-work/${activityId}/grades`;
    const { released, working } = await room.staff.ok<ProjectGradesView>('GET', at);
    return released && working === null;
  });
  return activityId;
}
const read = (activityId: string, query = '') =>
  room.staff.ok<ProjectFactorsView>('GET', `/group-work/${activityId}/factors${query}`);
const of = ({ people }: ProjectFactorsView, index: number) =>
  people.find(({ memberId }) => memberId === member(index));
const apply = ({ choice, seen, revision }: ProjectFactorsView, activityId: string) =>
  room.staff.call('POST', `/group-work/${activityId}/factors`, { choice, seen, expectedRevision: revision });
const resultOf = (index: number, activityId: string) =>
  room.learner(index).ok<ProjectResultView>('GET', `/group-work/${activityId}/result`);
const gradeOf = async (index: number, activityId: string) =>
  (await resultOf(index, activityId)).grade?.explanation.value;

test('staff see what contributions would do, apply them, and grades follow; taken back, all is as before', async () => {
  const activityId = await graded();
  const id = await publish();
  for (const rater of [0, 1, 2]) await rate(rater, id, RED, 1);
  await rate(5, id, [5, 6], 5);
  const query = `?questionnaireId=${id}`;
  const open = await read(activityId, query);
  expect(open).toMatchObject({ isOver: false, applied: null, can: { apply: false } });
  expect(codeOf(await apply(open, activityId))).toBe('STALE_REVISION');
  await setEnd(id, inHours(-1));
  const shown = await read(activityId, query);
  expect(shown).toMatchObject({ choice: { method: 'shrunken', percent: 50 }, can: { apply: true } });
  expect(of(shown, 3)).toMatchObject({ raters: 3, because: null, before: 16, isKept: false });
  const factor = of(shown, 3)?.factor ?? 1;
  expect(factor).toBeLessThan(0.8);
  expect(of(shown, 3)?.after).toBeCloseTo(16 * (0.5 + 0.5 * factor));
  // In a group of two it could be known who said what; the silent one is not lowered.
  for (const index of [5, 6])
    expect(of(shown, index)).toMatchObject({ factor: null, because: 'fewRaters', before: 10, after: 10 });
  expect(of(shown, 4)?.after).toBeGreaterThanOrEqual(16);
  // Nothing has been changed by looking.
  expect(await gradeOf(3, activityId)).toBe(16);

  const milder = await read(activityId, `${query}&method=webpa&percent=100&min=0.9&max=1`);
  expect(of(milder, 3)?.factor).toBe(0.9);
  expect((await apply(milder, activityId)).status).toBe(200);
  await until('the grade follows', async () => (await gradeOf(3, activityId)) === 14.4);
  const own = await resultOf(3, activityId);
  expect(own.grade?.explanation).toMatchObject({ formula: 'group-work.factored@1' });
  expect(own.contributions).toMatchObject({ questionnaireId: id, percent: 100 });
  const text = JSON.stringify(own);
  for (const [index, name] of room.names.entries()) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(member(index));
  }
  const pair = await resultOf(5, activityId);
  expect(pair.grade?.explanation.steps[0]).toMatchObject({ milestones: [{ factor: null }] });
  // Twice at once, one of them is told to look again.
  expect(codeOf(await apply(milder, activityId))).toBe('STALE_REVISION');

  const { revision } = await read(activityId);
  await room.staff.ok('POST', `/group-work/${activityId}/factors/taken-back`, { expectedRevision: revision });
  await until('the grade is the group’s', async () => (await gradeOf(3, activityId)) === 16);
  expect((await resultOf(3, activityId)).contributions).toBeNull();
});

test('answers that come later change nothing, and applied again one alone moves nobody else', async () => {
  const activityId = await graded();
  const id = await publish();
  for (const rater of [0, 1]) await rate(rater, id, RED, 2);
  await setEnd(id, inHours(-1));
  const query = `?questionnaireId=${id}&percent=100`;
  expect((await apply(await read(activityId, query), activityId)).status).toBe(200);
  await until('it counts', async () => (await gradeOf(3, activityId)) !== 16);
  const before = await gradeOf(3, activityId);

  await setEnd(id, inHours(1));
  await rate(2, id, RED, 5, 1);
  await setEnd(id, inHours(-1));
  const later = await read(activityId, query);
  expect(later.applied).toMatchObject({ answersSince: 1 });
  expect(await gradeOf(3, activityId)).toBe(before);
  expect(of(later, 3)).toMatchObject({ isKept: true });
  const { applied } = (await apply(later, activityId)).body as unknown as ProjectFactorsView;
  expect(applied).toMatchObject({ answersSince: 0, hasEarlier: true });
  // Whoever looks before and after sees the same: the difference would be what the third has said.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await gradeOf(3, activityId)).toBe(before);

  await setEnd(id, inHours(1));
  await rate(4, id, RED, 5, 1);
  await setEnd(id, inHours(-1));
  const both = await read(activityId, query);
  expect(of(both, 3)).toMatchObject({ isKept: false, raters: 4 });
  expect((await apply(both, activityId)).status).toBe(200);
  await until('two more count', async () => (await gradeOf(3, activityId)) !== before);
  // Who has moved by now keeps what was said in the time together.
  const moved = await gradeOf(3, activityId);
  await set.move(3, 'Blue');
  await room.staff.ok('POST', `/group-work/${activityId}/release`);
  await until('grades are made anew', async () => {
    const { working } = await room.staff.ok<ProjectGradesView>('GET', `/group-work/${activityId}/grades`);
    return working === null;
  });
  expect(await gradeOf(3, activityId)).toBe(moved);
  await set.move(3, 'Red');
});

test('learners see none of it; a questionnaire about other groups is none of this project', async () => {
  const activityId = await graded();
  const at = `/group-work/${activityId}/factors`;
  expect(codeOf(await room.learner(0).call('GET', at))).toBe('FORBIDDEN');
  expect(codeOf(await room.staff.call('GET', `${at}?questionnaireId=${newId()}`))).toBe('NOT_FOUND');
});
