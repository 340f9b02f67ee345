/** Scores of a check as a gradebook column: made, filled, corrected and explained through a real LMS's services. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GradeHistoryView } from '../../server/src/contracts/gradebook.ts';
import type { QuestionnaireView } from '../../server/src/contracts/questionnaire.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { z } from 'zod';
import type { Person } from '../lms-simulator/index.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { buildQuestionnaire, idOf, keyed } from '../factories/questionnaire.ts';
import { type ApiStack, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

type History = z.output<typeof GradeHistoryView>;

let stack: ApiStack;
let staff: ApiSession;
const people: Person[] = [];
const learners: ApiSession[] = [];

beforeAll(async () => {
  stack = await startApiStack('strict');
  const linkId = stack.simulator.addResourceLink(stack.course, { title: 'Plain' }).id;
  staff = await stack.open(stack.person('instructor'), linkId);
  for (let index = 0; index < 2; index += 1) {
    const person = stack.simulator.addPerson(stack.course, { role: 'learner', givenName: `Given${index}` });
    people.push(person);
    learners.push(await stack.open(person, linkId));
  }
}, 60_000);
afterAll(() => stack.close());

const learner = (index: number): ApiSession => {
  const found = learners[index];
  if (!found) throw new Error(`no learner ${index}`);
  return found;
};
const memberIdOf = (index: number): string => learner(index).memberId;

const settingsOf = (title: string, overrides: Record<string, unknown> = {}) =>
  buildQuestionnaire({
    title,
    visibility: 'identified',
    items: [keyed('oneChoice'), keyed('number', { points: 2 })],
    check: { feedback: 'atOnce', attempts: 2, counts: 'best' },
    grade: { points: 10 },
    ...overrides,
  });

async function publish(title: string, overrides: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  const settings = settingsOf(title, overrides);
  await staff.ok('PUT', `/questionnaires/${id}`, { settings, expectedRevision: 0 });
  await staff.ok('POST', `/questionnaires/${id}/publish`, { expectedRevision: 1 });
  return id;
}

const send = (index: number, id: string, attempt: number, answers: object) =>
  learner(index).ok('POST', `/questionnaires/${id}/mine`, { version: 1, attempt, answers });
const half = () => ({ [idOf('one')]: idOf('Yes') });
const whole = () => ({ [idOf('one')]: idOf('Yes'), [idOf('number')]: 7 });

/** What the LMS's gradebook has for a learner in the column of this name; null without a column or a score. */
function scoreIn(title: string, index: number): number | null {
  const { institution } = stack.simulator;
  const column = institution.lineItemsOf(stack.course).find(({ label }) => label === title);
  const person = people[index];
  return (column && person && institution.cell(column.id, person.id)?.score) ?? null;
}
const columnOf = (title: string) =>
  stack.simulator.institution.lineItemsOf(stack.course).find(({ label }) => label === title);
const historyOf = (id: string, index: number) =>
  staff.ok<History>('GET', `/grade-slots/${id}/${memberIdOf(index)}`);

test('the score becomes a column with the first answer, follows the best attempt, and is explained', async () => {
  const id = await publish('Numbers');
  await send(0, id, 1, half());
  await until('the score is in the LMS', () => Promise.resolve(scoreIn('Numbers', 0) === 5), 20);
  expect(columnOf('Numbers')).toMatchObject({ scoreMaximum: 10 });
  await send(0, id, 2, whole());
  await until('the better one too', () => Promise.resolve(scoreIn('Numbers', 0) === 10), 20);
  expect(scoreIn('Numbers', 1)).toBeNull();
  const history = await historyOf(id, 0);
  expect(history).toMatchObject({ column: { label: 'Numbers', maximum: 10 }, released: true });
  expect(history.entries.map(({ explanation }) => explanation)).toMatchObject([
    { formula: 'questionnaire.score@1', value: 10, steps: [{ type: 'answers', points: 4, possible: 4 }] },
    { value: 5, steps: [{ points: 2, possible: 4, percent: 50 }] },
  ]);
  // A grade that staff set stands over it, as everywhere.
  await staff.ok('PUT', `/grade-slots/${id}/${memberIdOf(0)}/override`, {
    grade: { kind: 'set', value: 7 },
    lateWaived: false,
    reason: 'Seen the notes.',
    expectedRevision: 0,
  });
  await until('what staff set is in the LMS', () => Promise.resolve(scoreIn('Numbers', 0) === 7), 20);
});

test('what learners see only after closing goes to the gradebook only then', async () => {
  const id = await publish('Later', { check: { feedback: 'afterClosing', attempts: 1, counts: 'best' } });
  await send(1, id, 1, half());
  // The other questionnaire's score comes after, so this one had its time.
  const other = await publish('Meanwhile');
  await send(1, other, 1, whole());
  await until('the other is there', () => Promise.resolve(scoreIn('Meanwhile', 1) === 10), 20);
  expect(columnOf('Later')).toBeUndefined();
  expect((await historyOf(id, 1)).entries).toEqual([]);
  await staff.ok('POST', `/questionnaires/${id}/close`);
  await until('it is closed and sent', () => Promise.resolve(scoreIn('Later', 1) === 5), 20);
});

test('a date that comes closes it too', async () => {
  const closesAt = new Date(Date.now() + 3_000).toISOString();
  const check = { feedback: 'afterClosing', attempts: 1, counts: 'best' };
  const id = await publish('Dated', { check, closesAt });
  await send(0, id, 1, whole());
  await until('its time has come', () => Promise.resolve(scoreIn('Dated', 0) === 10), 30);
  expect(Date.now()).toBeGreaterThan(Date.parse(closesAt));
});

test('a column that is wanted afterwards gets what was answered before', async () => {
  const id = await publish('Afterwards', { grade: undefined });
  await send(0, id, 1, half());
  expect((await staff.call('GET', `/grade-slots/${id}/${memberIdOf(0)}`)).status).toBe(404);
  const { settings } = await staff.ok<QuestionnaireView>('GET', `/questionnaires/${id}`);
  await staff.ok('PUT', `/questionnaires/${id}`, {
    settings: { ...settings, grade: { points: 20 } },
    expectedRevision: 2,
  });
  await until('it is in the LMS', () => Promise.resolve(scoreIn('Afterwards', 0) === 10), 20);
});

test.each([
  ['without names', { visibility: 'confidential' }],
  [
    'in rounds',
    { opensAt: '2030-01-01T00:00:00Z', repeat: { kind: 'weekly', times: 2, openDays: 2, zone: 'UTC' } },
  ],
])('no column %s', async (_rule, overrides) => {
  const body = { settings: settingsOf('None', overrides), expectedRevision: 0 };
  expect((await staff.call('PUT', `/questionnaires/${newId()}`, body)).status).toBe(400);
});
