/** A questionnaire that opens again, through real launches: one answer per person and round, results round by round. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { HomeView } from '../../server/src/contracts/insights.ts';
import type { OwnQuestionnaireView, QuestionnaireView } from '../../server/src/contracts/questionnaire.ts';
import type { ResultsView } from '../../server/src/contracts/questionnaire-results.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { buildItem, buildQuestionnaire, idOf, keyed } from '../factories/questionnaire.ts';
import { until } from '../factories/until.ts';
import { openRoom, type Room } from './questionnaire-room.ts';

const DAY_MS = 86_400_000;
const REPEAT = { kind: 'weekly', times: 3, openDays: 2, zone: 'UTC' };

let stack: Room['stack'];
let staff: Room['staff'];
let learner: Room['learner'];

beforeAll(async () => {
  ({ stack, staff, learner } = await openRoom(6));
}, 60_000);
afterAll(() => stack.close());

async function publish(overrides: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const settings = buildQuestionnaire({
    items: [buildItem('scale', { required: true })],
    opensAt: new Date(Date.now() - 3_600_000).toISOString(),
    repeat: REPEAT,
    ...overrides,
  });
  await staff.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}

/** So many days go by, as this questionnaire sees it: it has begun that much earlier. */
async function wait(id: string, days: number): Promise<void> {
  const connection = await mongoose.createConnection(stack.mongodbUri).asPromise();
  const all = connection.collection<{ _id: string; settings: { opensAt: string } }>('questionnaires');
  const found = await all.findOne({ _id: id });
  const opensAt = new Date(Date.parse(found?.settings.opensAt ?? '') - days * DAY_MS).toISOString();
  await all.updateOne({ _id: id }, { $set: { 'settings.opensAt': opensAt } });
  const earlier = (field: string) => ({ $subtract: [field, days * DAY_MS] });
  await connection
    .collection('waiting')
    .updateMany({ topic: `questionnaire/${id}` }, [
      { $set: { since: earlier('$since'), until: earlier('$until') } },
    ]);
  await connection.close();
}

const own = (who: ApiSession, id: string) =>
  who.ok<OwnQuestionnaireView>('GET', `/questionnaires/${id}/mine`);
const send = (who: ApiSession, id: string, round: number, point: number) =>
  who.call('POST', `/questionnaires/${id}/mine`, { version: 1, round, answers: { [idOf('scale')]: point } });
const results = (id: string, query = '') =>
  staff.ok<ResultsView>('GET', `/questionnaires/${id}/results${query}`);
const waiting = async (who: ApiSession, id: string) =>
  (await who.ok<HomeView>('GET', '/home')).next.filter(({ activityId }) => activityId === id);

test('each person answers once per round; drafts and answers of a round stay with it', async () => {
  const id = await publish({ visibility: 'identified' });
  expect(await own(learner(0), id)).toMatchObject({ status: 'open', round: 1 });
  await learner(1).ok('PUT', `/questionnaires/${id}/mine/draft`, {
    answers: { [idOf('scale')]: 5 },
    expectedRevision: 0,
  });
  expect((await send(learner(0), id, 1, 2)).status).toBe(200);
  expect((await send(learner(0), id, 1, 4)).status).toBe(200);
  expect((await send(learner(0), id, 2, 4)).body).toMatchObject({ error: { code: 'QUESTIONNAIRE_CLOSED' } });
  await wait(id, 4);
  const between = await own(learner(0), id);
  expect(between).toMatchObject({ status: 'answered', can: { answer: false } });
  expect(Date.parse(between.nextOpensAt ?? '')).toBeGreaterThan(Date.now());
  expect((await send(learner(1), id, 1, 3)).body).toMatchObject({ error: { code: 'QUESTIONNAIRE_CLOSED' } });
  await wait(id, 3);
  // What was begun in the round before is no draft of this one.
  expect(await own(learner(1), id)).toMatchObject({ status: 'open', round: 2, draft: { answers: {} } });
  const late = { answers: { [idOf('scale')]: 5 }, expectedRevision: 1 };
  expect((await learner(1).call('PUT', `/questionnaires/${id}/mine/draft`, late)).status).toBe(409);
  expect((await send(learner(0), id, 2, 4)).status).toBe(200);
  expect((await send(learner(1), id, 2, 5)).status).toBe(200);

  const now = await results(id);
  expect(now).toMatchObject({ round: 2, answers: 2, tallies: [{ mean: 4.5 }] });
  expect(now.rounds.map(({ round, answers }) => [round, answers])).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(now.trends).toEqual([{ itemId: idOf('scale'), means: [2, 4.5] }]);
  expect(await results(id, '?round=1')).toMatchObject({ round: 1, answers: 1, tallies: [{ mean: 2 }] });
  const { csv } = await staff.ok<{ csv: string }>('GET', `/questionnaires/${id}/export?locale=de-AT`);
  expect(csv.split(/\r?\n/)[0]).toContain('Name,Gesendet,Runde,About scale?');
  expect(csv.match(/,[12],[245]/g)).toHaveLength(3);
});

test('an open round waits for the learner at home until it is answered, anonymous or not', async () => {
  for (const visibility of ['confidential', 'anonymous']) {
    const id = await publish({ visibility, title: `Mood, ${visibility}` });
    await until('it waits', async () => (await waiting(learner(2), id)).length > 0);
    const [matter] = await waiting(learner(2), id);
    expect(matter).toMatchObject({ code: 'QUESTIONNAIRE', title: `Mood, ${visibility}`, count: 1 });
    expect(Date.parse(matter?.until ?? '')).toBeGreaterThan(Date.now());
    await send(learner(2), id, 1, 1);
    expect(await waiting(learner(2), id)).toEqual([]);
    expect(await waiting(learner(3), id)).toHaveLength(1);
    await wait(id, 4);
    expect(await waiting(learner(3), id)).toEqual([]);
    await wait(id, 3);
    expect(await waiting(learner(2), id)).toHaveLength(1);
  }
});

test('anonymous rounds are counted each for itself: five answers of different weeks are not five people', async () => {
  const id = await publish({ visibility: 'anonymous' });
  for (let index = 0; index < 3; index += 1) await send(learner(index), id, 1, 1);
  await wait(id, 7);
  for (let index = 0; index < 3; index += 1) await send(learner(index), id, 2, 5);
  expect(await results(id)).toMatchObject({ answers: 3, counted: null, tallies: [] });
  expect((await results(id, '?round=1')).counted).toBeNull();
  expect((await results(id)).trends).toEqual([{ itemId: idOf('scale'), means: [null, null] }]);
  for (let index = 3; index < 6; index += 1) await send(learner(index), id, 2, 5);
  const shown = await results(id);
  expect(shown).toMatchObject({ counted: 5, trends: [{ means: [null, 5] }] });
  const { csv } = await staff.ok<{ csv: string }>('GET', `/questionnaires/${id}/export`);
  expect(csv).toMatch(/^\uFEFF?Round,Question,Answer,Count/);
  expect(csv).not.toMatch(/^1,/m);
  expect(csv).toMatch(/^2,About scale\?,5,5/m);
});

test('scores are those of a round, and a round’s attempts do not use up the next one’s', async () => {
  const id = await publish({
    items: [keyed('oneChoice')],
    check: { feedback: 'atOnce', attempts: 1, counts: 'best' },
  });
  const answer = (round: number, option: string) =>
    learner(0).call('POST', `/questionnaires/${id}/mine`, {
      version: 1,
      round,
      answers: { [idOf('one')]: idOf(option) },
    });
  await answer(1, 'No');
  await wait(id, 7);
  expect(await own(learner(0), id)).toMatchObject({ status: 'open', attempt: 1, scores: null });
  await answer(2, 'Yes');
  expect((await own(learner(0), id)).scores).toMatchObject({ attempts: [{ points: 2, possible: 2 }] });
  expect(await results(id)).toMatchObject({
    scores: { percents: [100] },
    trends: [{ itemId: null, means: [0, 100] }],
  });
});

test.each([
  ['without a beginning', { opensAt: null, repeat: REPEAT }],
  ['in no time zone', { opensAt: '2030-01-01T00:00:00Z', repeat: { ...REPEAT, zone: 'Nowhere' } }],
  ['once a week, once', { opensAt: '2030-01-01T00:00:00Z', repeat: { ...REPEAT, times: 1 } }],
])('rounds %s are refused', async (_rule, overrides) => {
  const body = { settings: buildQuestionnaire(overrides), expectedRevision: 0 };
  expect((await staff.call('PUT', `/questionnaires/${newId()}`, body)).status).toBe(400);
});

test('a published rhythm cannot be changed: answers belong to its rounds', async () => {
  const id = await publish();
  const { settings } = await staff.ok<QuestionnaireView>('GET', `/questionnaires/${id}`);
  const save = (repeat: object) =>
    staff.call('PUT', `/questionnaires/${id}`, { settings: { ...settings, repeat }, expectedRevision: 2 });
  expect((await save({ ...REPEAT, times: 5 })).body).toMatchObject({ error: { code: 'ACTIVITY_HAS_WORK' } });
  expect((await save(REPEAT)).status).toBe(200);
});
