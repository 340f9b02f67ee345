/** Templates are kept and used, and a journey of them is applied with a preview, however often it is asked for. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';

interface Template {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly dates: readonly object[];
}
interface Plan {
  readonly afterDays: number[];
  readonly steps: { id: string; title: string; startsOn: string; dates: { step: string; at: string }[] }[];
}

const ZONE = 'Europe/Berlin';
const activityId = newId();
let stack: ApiStack;
let teacher: ApiSession;
let learner: ApiSession;

beforeAll(async () => {
  stack = await startApiStack('strict');
  const link = stack.simulator.addResourceLink(stack.course, {
    title: 'Essay',
    custom: { activity: activityId },
  });
  teacher = await stack.open(stack.person('instructor'), link.id);
  learner = await stack.open(stack.person('learner'), link.id);
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings({
      title: 'Essay',
      submissionsCloseAt: '2027-03-08T22:59:00.000Z',
      reviewsCloseAt: '2027-03-15T22:59:00.000Z',
    }),
    expectedRevision: 0,
  });
}, 60_000);
afterAll(() => stack.close());

const saving = (name: string, startsOn = '2027-03-01') => ({
  activityId,
  name,
  description: 'For beginners.',
  startsOn,
  zone: ZONE,
});
const keep = (id: string, name: string) => teacher.ok<Template>('PUT', `/templates/${id}`, saving(name));
const names = async () =>
  (await teacher.ok<{ items: Template[] }>('GET', '/templates')).items.map(({ name }) => name);
const codeOf = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) =>
  (await teacher.call<{ error?: { code: string } }>(method, path, body)).body.error?.code ?? 'ok';
const titles = async () =>
  (await teacher.ok<{ items: { title: string; state: string }[] }>('GET', '/activities?limit=100')).items;

test('a template is kept once, renamed, deleted and brought back', async () => {
  const id = newId();
  expect(await keep(id, 'Essay, long')).toMatchObject({
    title: 'Essay',
    dates: [
      { step: 'handIn', afterDays: 7, time: '23:59:00' },
      { step: 'review', afterDays: 14, time: '23:59:00' },
    ],
  });
  await keep(id, 'Essay, long');
  expect(await names()).toEqual(['Essay, long']);
  const late = saving('Too late', '2027-03-09');
  expect(await codeOf('PUT', `/templates/${newId()}`, late)).toBe('TEMPLATE_STARTS_LATE');
  const rename = { name: 'Essay, short', description: '', expectedRevision: 1 };
  expect(await codeOf('PUT', `/templates/${id}/name`, rename)).toBe('ok');
  expect(await codeOf('PUT', `/templates/${id}/name`, { ...rename, name: 'From an old tab' })).toBe(
    'STALE_REVISION',
  );
  await teacher.ok('PUT', `/templates/${id}/removed`, { removed: true });
  expect(await names()).toEqual([]);
  await teacher.ok('PUT', `/templates/${id}/removed`, { removed: false });
  expect(await names()).toEqual(['Essay, short']);
  expect((await learner.call('GET', '/templates')).status).toBe(403);
});

test('an activity is made from a template, and as a copy, as a draft and once', async () => {
  const id = newId();
  await keep(id, 'Essay to use');
  const source = { kind: 'template', id };
  const startsOn = '2027-03-22';
  // The clocks go forward in between: the time on the clock stays.
  const dates = [
    { step: 'handIn', at: '2027-03-29T21:59:00.000Z' },
    { step: 'review', at: '2027-04-05T21:59:00.000Z' },
  ];
  expect(
    await teacher.ok('POST', '/activity-drafts/preview', { source, startsOn, zone: ZONE }),
  ).toMatchObject({ title: 'Essay', dates });
  const made = newId();
  const making = { source, title: 'Second essay', startsOn, zone: ZONE };
  await teacher.ok('PUT', `/activity-drafts/${made}`, making);
  await teacher.ok('PUT', `/activity-drafts/${made}`, making);
  const { settings } = await teacher.ok<{ settings: object }>('GET', `/activities/${made}/peer-review`);
  expect(settings).toMatchObject({
    title: 'Second essay',
    submissionsCloseAt: dates[0]?.at,
    reviewsCloseAt: dates[1]?.at,
    criteria: buildSettings()['criteria'],
  });
  const copy = { ...making, source: { kind: 'activity', id: activityId }, title: 'Copied essay' };
  await teacher.ok('PUT', `/activity-drafts/${newId()}`, copy);
  expect(await titles()).toEqual([
    expect.objectContaining({ title: 'Copied essay', state: 'draft' }),
    expect.objectContaining({ title: 'Second essay', state: 'draft' }),
    expect.objectContaining({ title: 'Essay', state: 'published' }),
  ]);
});

/** A journey of three templates, a week apart. */
async function addJourney(name: string) {
  const templateIds = [newId(), newId(), newId()];
  for (const [at, id] of templateIds.entries()) await keep(id, `${name} ${at + 1}`);
  const journeyId = newId();
  const steps = templateIds.map((templateId, at) => ({ id: newId(), templateId, afterDays: at * 5 }));
  const body = { name, steps, expectedRevision: 0 };
  await teacher.ok('PUT', `/journeys/${journeyId}`, body);
  await teacher.ok('PUT', `/journeys/${journeyId}`, body);
  return { journeyId, steps, templateIds };
}

const calendar = {
  startsOn: '2027-03-01',
  zone: ZONE,
  holidays: [{ from: '2027-03-08', to: '2027-03-08' }],
  freeWeekdays: [0, 6],
};

test('the preview leaves holidays out, moves the rest along, and makes nothing', async () => {
  const { journeyId } = await addJourney('Preview');
  const before = await titles();
  const preview = (more: object) =>
    teacher.ok<Plan>('POST', `/journeys/${journeyId}/preview`, {
      ...calendar,
      afterDays: [0, 5, 10],
      ...more,
    });
  const daysOf = ({ steps }: Plan) => steps.map(({ startsOn }) => startsOn);
  expect(daysOf(await preview({}))).toEqual(['2027-03-01', '2027-03-09', '2027-03-16']);
  expect(daysOf(await preview({ holidays: [] }))).toEqual(['2027-03-01', '2027-03-08', '2027-03-15']);
  const moved = await preview({ move: { index: 1, to: { days: 1 } } });
  expect(moved.afterDays).toEqual([0, 6, 11]);
  expect(daysOf(moved)).toEqual(['2027-03-01', '2027-03-10', '2027-03-17']);
  expect((await preview({ move: { index: 1, to: { day: '2027-03-10' } } })).afterDays).toEqual([0, 6, 11]);
  expect(await codeOf('POST', `/journeys/${journeyId}/preview`, { ...calendar, afterDays: [0, 5] })).toBe(
    'BAD_REQUEST',
  );
  expect(await titles()).toEqual(before);
});

test('applied twice, and twice at once, a journey makes each activity once', async () => {
  const { journeyId, templateIds } = await addJourney('Apply');
  const before = (await titles()).length;
  const path = `/journeys/${journeyId}/applications/${newId()}`;
  const body = { ...calendar, afterDays: [0, 5, 10] };
  const answers = await Promise.all([teacher.ok('PUT', path, body), teacher.ok('PUT', path, body)]);
  // A template that is gone meanwhile, and other days: what was asked for first counts.
  await teacher.ok('PUT', `/templates/${templateIds[0]}/removed`, { removed: true });
  answers.push(await teacher.ok('PUT', path, { ...body, afterDays: [0, 0, 0] }));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const { activities } = answers[0] as { activities: { id: string }[] };
  expect(activities).toHaveLength(3);
  expect((await titles()).length).toBe(before + 3);
  const last = await teacher.ok('GET', `/activities/${activities[2]?.id}/peer-review`);
  expect(last).toMatchObject({ settings: { submissionsCloseAt: '2027-03-25T22:59:00.000Z' } });
  expect((await learner.call('GET', `/activities/${activities[0]?.id}/mine`)).body).toMatchObject({
    error: { code: 'ACTIVITY_NOT_OPEN' },
  });
});

test('what a killed server left undone is finished when it is asked for again', async () => {
  const { journeyId } = await addJourney('Killed');
  const path = `/journeys/${journeyId}/applications/${newId()}`;
  const body = { ...calendar, afterDays: [0, 5, 10] };
  const { activities } = await teacher.ok<{ activities: { id: string }[] }>('PUT', path, body);
  // As if it had been killed after the first.
  const database = await mongoose.createConnection(stack.mongodbUri).asPromise();
  const ids = activities.slice(1).map(({ id }) => id);
  const made = database.collection<{ _id: string; title: string }>('activities');
  await made.deleteMany({ _id: { $in: ids } });
  expect(await teacher.ok('PUT', path, body)).toEqual({ activities });
  expect(await made.countDocuments({ _id: { $in: ids } })).toBe(2);
  const applied = () => database.collection('audit').find({ type: 'journey.applied' }).toArray();
  await until('the audit trail tells of each application once', async () => (await applied()).length === 2);
  await database.close();
});

test('nothing of another course is there', async () => {
  expect(await codeOf('PUT', `/templates/${newId()}`, { ...saving('x'), activityId: newId() })).toBe(
    'NOT_FOUND',
  );
  expect(await codeOf('POST', `/journeys/${newId()}/preview`, { ...calendar, afterDays: [0] })).toBe(
    'NOT_FOUND',
  );
  const step = { id: newId(), templateId: newId(), afterDays: 0 };
  expect(await codeOf('PUT', `/journeys/${newId()}`, { name: 'x', steps: [step], expectedRevision: 0 })).toBe(
    'NOT_FOUND',
  );
});
