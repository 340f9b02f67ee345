/** Answered alone and then as a group, through real launches: who may when, nothing lost, both scored and combined. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GradeHistoryView } from '../../server/src/contracts/gradebook.ts';
import type { OwnQuestionnaireView } from '../../server/src/contracts/questionnaire.ts';
import type { ListAnswers, ResultsView } from '../../server/src/contracts/questionnaire-results.ts';
import type { TeamView } from '../../server/src/contracts/questionnaire-team.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { z } from 'zod';
import { buildItem, buildQuestionnaire, idOf, keyed } from '../factories/questionnaire.ts';
import { until } from '../factories/until.ts';
import { codeOf } from '../factories/browserless.ts';
import { type GroupSet, makeGroups, openRoom, type Room } from './questionnaire-room.ts';

let room: Room;
let set: GroupSet;
/** Zero and one are red, two is blue and alone, three is in no group, four comes later. */
beforeAll(async () => {
  room = await openRoom(5);
  set = await makeGroups(room, { Red: [0, 1], Blue: [2] });
}, 60_000);
afterAll(() => room.stack.close());

const ONE = idOf('one');
const NUMBER = idOf('number');
const right = { [ONE]: idOf('Yes'), [NUMBER]: 7 };
const half = { [ONE]: idOf('Yes'), [NUMBER]: 1 };
const wrong = { [ONE]: idOf('No'), [NUMBER]: 1 };

const settingsOf = (overrides: Record<string, unknown> = {}) =>
  buildQuestionnaire({
    visibility: 'identified',
    items: [keyed('oneChoice'), keyed('number', { points: 2 })],
    check: { feedback: 'atOnce', attempts: 1, counts: 'best' },
    team: { setId: set.id, percent: 40 },
    ...overrides,
  });

async function publish(overrides: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  await room.staff.ok('PUT', `/questionnaires/${id}`, {
    settings: settingsOf(overrides),
    expectedRevision: 0,
  });
  await room.staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}

const own = (index: number, id: string) =>
  room.learner(index).ok<OwnQuestionnaireView>('GET', `/questionnaires/${id}/mine`);
const alone = (index: number, id: string, answers: object) =>
  room.learner(index).ok('POST', `/questionnaires/${id}/mine`, { version: 1, answers });
const team = (index: number, id: string) =>
  room.learner(index).ok<TeamView>('GET', `/questionnaires/${id}/team`);
const save = (index: number, id: string, answers: object, expectedRevision: number) =>
  room.learner(index).call('PUT', `/questionnaires/${id}/team/draft`, { answers, expectedRevision });
const send = (index: number, id: string, answers: object, expectedRevision: number) =>
  room.learner(index).call('POST', `/questionnaires/${id}/team`, { version: 1, answers, expectedRevision });

describe('the sheet of a group', () => {
  test('opens to each after the own answers, holds what all of them write, and loses nothing', async () => {
    const id = await publish();
    expect(await team(0, id)).toMatchObject({ state: 'ownFirst', items: [], can: { answer: false } });
    expect(codeOf(await save(0, id, right, 0))).toBe('TEAM_NOT_OPEN');
    await alone(0, id, half);
    expect(await team(0, id)).toMatchObject({
      state: 'open',
      group: { name: 'Red', people: 2, answered: 1 },
      can: { answer: true },
    });
    expect((await save(0, id, { [ONE]: idOf('No') }, 0)).status).toBe(200);
    // The other one of the group, who has not answered alone, sees none of it.
    const before = await team(1, id);
    expect(before).toMatchObject({ state: 'ownFirst', items: [], sheet: { answers: {}, savedBy: null } });
    await alone(1, id, wrong);
    expect(await team(1, id)).toMatchObject({
      group: { answered: 2 },
      sheet: { answers: { [ONE]: idOf('No') }, revision: 1, savedBy: room.names[0] },
    });
    const [one, other] = await Promise.all([save(0, id, half, 1), save(1, id, right, 1)]);
    expect(new Set([one.status, other.status])).toEqual(new Set([200, 409]));
    const refused = one.status === 409 ? one : other;
    expect(codeOf(refused)).toBe('STALE_REVISION');
    const kept = one.status === 200 ? half : right;
    expect(await team(0, id)).toMatchObject({ sheet: { answers: kept, revision: 2 } });
  });

  test('is sent once by one of them; both scores and what they make together are shown then, not before', async () => {
    const id = await publish();
    await alone(0, id, half);
    await alone(1, id, wrong);
    // Right answers would spoil what the group is about to do.
    expect((await own(0, id)).scores).toBeNull();
    expect(await team(0, id)).toMatchObject({ scores: null, combined: null });
    expect(codeOf(await send(0, id, { [ONE]: idOf('Pink') }, 0))).toBe('ANSWERS_INVALID');
    const answers = await Promise.all([send(0, id, right, 0), send(1, id, wrong, 0)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const first = answers[0]?.status === 200 ? 0 : 1;
    const sentAnswers = first === 0 ? right : wrong;
    expect((await send(first, id, sentAnswers, 0)).status).toBe(200);
    expect(codeOf(await save(1 - first, id, right, 1))).toBe('STALE_REVISION');
    const percent = first === 0 ? 100 : 0;
    expect(await team(0, id)).toMatchObject({
      state: 'sent',
      sheet: { answers: sentAnswers, savedBy: room.names[first] },
      combined: { own: 50, team: percent, percent: 30 + percent * 0.4 },
    });
    expect((await own(0, id)).scores).toMatchObject({ attempts: [{ points: 2, possible: 4 }] });
    // What the other has said alone is no part of it.
    expect((await own(1, id)).scores).toMatchObject({ attempts: [{ points: 0 }] });
  });

  test('is not there for who has no group, is alone in it, or came when it was sent', async () => {
    const id = await publish();
    await alone(2, id, half);
    await alone(3, id, right);
    expect(await team(2, id)).toMatchObject({
      state: 'alone',
      combined: { own: 50, team: null, percent: 50 },
    });
    expect(await team(3, id)).toMatchObject({ state: 'noGroup', group: null, combined: { percent: 100 } });
    for (const index of [2, 3]) expect(codeOf(await send(index, id, right, 0))).toBe('TEAM_NOT_OPEN');
    expect((await own(3, id)).scores).not.toBeNull();
    await alone(0, id, half);
    expect((await send(0, id, right, 0)).status).toBe(200);
    await set.move(4, 'Red');
    await alone(4, id, half);
    const late = await team(4, id);
    expect(late).toMatchObject({ state: 'sentBefore', sheet: { answers: {} }, combined: { percent: 50 } });
    expect(late.items).toEqual([]);
    // One who was in it when it was sent, and answers alone afterwards, has a part in it, wherever they are by then.
    await set.move(1, 'Blue');
    await alone(1, id, wrong);
    expect(await team(1, id)).toMatchObject({ state: 'sent', combined: { own: 0, team: 100, percent: 40 } });
    await set.move(1, 'Red');
    await set.move(4, null);
  });

  test('is over when it closes; then the own answers count in full', async () => {
    const id = await publish();
    await alone(0, id, half);
    await save(0, id, right, 0);
    await room.staff.ok('POST', `/questionnaires/${id}/close`);
    expect(codeOf(await send(0, id, right, 1))).toBe('QUESTIONNAIRE_CLOSED');
    expect(await team(0, id)).toMatchObject({
      state: 'closed',
      combined: { own: 50, team: null, percent: 50 },
      scores: null,
    });
  });

  test('of another questionnaire, and of one without groups, is not there', async () => {
    const id = await publish({ team: undefined });
    expect((await room.learner(0).call('GET', `/questionnaires/${id}/team`)).status).toBe(404);
    expect((await own(0, id)).isForTeams).toBe(false);
    expect((await room.staff.call('GET', `/questionnaires/${id}/team`)).status).toBe(403);
  });
});

test('staff see people alone and groups side by side, and each person’s part of it', async () => {
  const id = await publish();
  await alone(0, id, half);
  await alone(1, id, wrong);
  await alone(3, id, right);
  await send(1, id, right, 0);
  const results = await room.staff.ok<ResultsView>('GET', `/questionnaires/${id}/results`);
  expect(results.scores).toMatchObject({ percents: [0, 50, 100], mean: 50 });
  expect(results.team).toMatchObject({ groups: 1, percents: [100], mean: 100 });
  expect(results.team?.items).toContainEqual({
    itemId: ONE,
    counts: [
      { key: idOf('Yes'), own: 66.7, team: 100 },
      { key: idOf('No'), own: 33.3, team: 0 },
    ],
  });
  const { items } = await room.staff.ok<z.output<(typeof ListAnswers)['response']>>(
    'GET',
    `/questionnaires/${id}/answers`,
  );
  const teamOf = (index: number) =>
    items.find(({ memberId }) => memberId === room.learner(index).memberId)?.team;
  expect(teamOf(0)).toEqual({ group: 'Red', score: { points: 4, possible: 4 }, percent: 70 });
  expect(teamOf(3)).toEqual({ group: null, score: null, percent: 100 });
  const { csv } = await room.staff.ok<{ csv: string }>('GET', `/questionnaires/${id}/export`);
  const lines = csv.trim().split(/\r?\n/);
  expect(lines[0]).toContain('Group,Points of the group,Together in percent');
  expect(lines.filter((line) => /,Red,4,/.test(line))).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/^,.*,Red,4,100,Yes,7$/);
  for (const index of [0, 1, 3]) {
    const said = JSON.stringify([await own(index, id), await team(index, id)]);
    for (const hidden of room.names.filter((_, n) => n !== index && n !== 1))
      expect(said).not.toContain(hidden);
  }
});

test('the gradebook gets what both make together when the group has answered, and explains it', async () => {
  const title = 'Together';
  const id = await publish({ title, grade: { points: 10 } });
  const memberId = room.learner(0).memberId;
  const history = () =>
    room.staff.ok<z.output<typeof GradeHistoryView>>('GET', `/grade-slots/${id}/${memberId}`);
  await alone(0, id, half);
  await alone(3, id, right);
  await send(0, id, right, 0);
  await until(
    'the grade is made',
    async () => {
      // The column is made with the first run.
      const { body } = await room.staff.call<z.output<typeof GradeHistoryView>>(
        'GET',
        `/grade-slots/${id}/${memberId}`,
      );
      return (body as Partial<z.output<typeof GradeHistoryView>>).entries?.[0]?.explanation.value === 7;
    },
    20,
  );
  // Nothing was graded while the group had yet to answer.
  expect((await history()).entries).toHaveLength(1);
  expect((await history()).entries[0]?.explanation).toMatchObject({
    formula: 'questionnaire.team-score@1',
    steps: [
      { type: 'answers', percent: 50 },
      { type: 'team', points: 4, possible: 4, weight: 40, percent: 70 },
    ],
  });
  const noGroup = room.learner(3).memberId;
  await room.staff.ok('POST', `/questionnaires/${id}/close`);
  await until(
    'who has no group is graded at the end',
    async () => {
      const { entries } = await room.staff.ok<z.output<typeof GradeHistoryView>>(
        'GET',
        `/grade-slots/${id}/${noGroup}`,
      );
      return entries[0]?.explanation.value === 10;
    },
    20,
  );
});

test.each([
  ['anonymous', { visibility: 'anonymous', items: [buildItem('text')], check: undefined }],
  [
    'in rounds',
    { opensAt: '2030-01-01T00:00:00Z', repeat: { kind: 'weekly', times: 2, openDays: 2, zone: 'UTC' } },
  ],
  ['with several attempts', { check: { feedback: 'atOnce', attempts: 2, counts: 'best' } }],
])('groups do not answer %s', async (_rule, overrides) => {
  const body = { settings: settingsOf(overrides), expectedRevision: 0 };
  expect((await room.staff.call('PUT', `/questionnaires/${newId()}`, body)).status).toBe(400);
});

test('what was published about groups stays, and their set has to be there', async () => {
  const id = await publish();
  const changed = { settings: settingsOf({ team: { setId: set.id, percent: 90 } }), expectedRevision: 2 };
  expect(codeOf(await room.staff.call('PUT', `/questionnaires/${id}`, changed))).toBe('ACTIVITY_HAS_WORK');
  const nowhere = { settings: settingsOf({ team: { setId: newId(), percent: 1 } }), expectedRevision: 0 };
  expect((await room.staff.call('PUT', `/questionnaires/${newId()}`, nowhere)).status).toBe(404);
});
