/** Choosing activities for a course: what each kind of LMS asks for, and what it gets. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import type { ProfileName } from '../lms-simulator/index.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';

const SETTINGS = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
type Claims = Record<string, unknown>;

const stacks = {} as Record<ProfileName, ApiStack>;
beforeAll(async () => {
  for (const profile of ['strict', 'moodle', 'canvas'] as const)
    stacks[profile] = await startApiStack(profile);
}, 60_000);
afterAll(async () => {
  for (const stack of Object.values(stacks)) await stack.close();
});

/** A picker that asks differently from what the LMS asks by itself. */
const picker = (
  stack: ApiStack,
  who: 'instructor' | 'assistant' | 'learner',
  change: Claims = {},
): Promise<ApiSession> =>
  stack.open(stack.person(who), undefined, stack.course, {
    tamper: {
      claims: (claims) => ({ ...claims, [SETTINGS]: { ...(claims[SETTINGS] as Claims), ...change } }),
    },
  });

async function makeActivity(session: ApiSession, title: string): Promise<string> {
  const id = newId();
  const settings = buildSettings({ title });
  await session.ok('PUT', `/activities/${id}/peer-review`, { settings, expectedRevision: 0 });
  return id;
}

interface Answer {
  returnUrl: string;
  jwt: string | null;
}

const respond = (session: ApiSession, body: object): Promise<Answer> =>
  session.ok<Answer>('POST', '/deep-linking/response', body);

/** What the browser does with the answer. */
const deliver = async ({ returnUrl, jwt }: Answer): Promise<number> =>
  (await fetch(returnUrl, { method: 'POST', body: new URLSearchParams({ JWT: jwt ?? '' }) })).status;

describe.each(['strict', 'moodle', 'canvas'] as const)('%s', (profile) => {
  test('takes several activities at once, with their columns; each opens from its link', async () => {
    const stack = stacks[profile];
    const session = await picker(stack, 'instructor');
    const ids = [await makeActivity(session, 'One'), await makeActivity(session, 'Two')];
    const before = stack.simulator.institution.linksOf(stack.course).length;
    expect(await deliver(await respond(session, { activityIds: ids }))).toBeLessThan(400);
    const links = stack.simulator.institution.linksOf(stack.course).slice(before);
    expect(links.map(({ title, custom }) => [title, custom['activity']])).toEqual([
      ['One', ids[0]],
      ['Two', ids[1]],
    ]);
    const columns = stack.simulator.institution
      .lineItemsOf(stack.course)
      .filter(({ resourceId }) => ids.includes(resourceId ?? ''));
    expect(columns.map(({ scoreMaximum, tag }) => [scoreMaximum, tag])).toEqual([
      [20, 'total'],
      [20, 'total'],
    ]);
    for (const [index, link] of links.entries()) {
      const opened = await stack.open(stack.person('learner'), link.id);
      expect(opened.view.landing).toEqual({ kind: 'activity', activityId: ids[index] });
    }
  });

  test('is left without a trace by a cancellation', async () => {
    const stack = stacks[profile];
    const session = await picker(stack, 'instructor');
    const before = stack.simulator.institution.linksOf(stack.course).length;
    const answer = await respond(session, { activityIds: [] });
    if (profile === 'canvas') {
      expect(answer).toEqual({ jwt: null, returnUrl: session.view['returnUrl'] });
      expect((await fetch(answer.returnUrl)).status).toBe(200);
    } else expect(await deliver(answer)).toBeLessThan(400);
    expect(stack.simulator.institution.linksOf(stack.course)).toHaveLength(before);
  });
});

test('dates go along where the LMS may take them', async () => {
  const stack = stacks.strict;
  const session = await picker(stack, 'instructor');
  const id = await makeActivity(session, 'Dated');
  const available = { from: '2030-01-01T08:00:00.000Z', until: '2030-06-01T08:00:00.000Z' };
  await deliver(await respond(session, { activityIds: [id], available }));
  expect(stack.simulator.institution.linksOf(stack.course).at(-1)).toMatchObject({
    available: { startDateTime: available.from, endDateTime: available.until },
    submission: { endDateTime: expect.stringMatching(/Z$/) },
  });
});

test.each([
  [
    'an end before the beginning',
    { available: { from: '2030-06-01T08:00:00Z', until: '2030-01-01T08:00:00Z' } },
  ],
  ['more than twenty', { activityIds: Array.from({ length: 21 }, () => 'a'.repeat(32)) }],
])('%s is refused', async (_case, change) => {
  const session = await picker(stacks.strict, 'instructor');
  const answer = await session.call('POST', '/deep-linking/response', { activityIds: [], ...change });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BAD_REQUEST' } } });
});

test('an LMS that asks for something else is said so at once, and is given nothing', async () => {
  const session = await picker(stacks.moodle, 'instructor', { accept_types: ['html', 'file'] });
  expect(session.view.landing).toMatchObject({
    kind: 'deepLinking',
    acceptsActivities: false,
    acceptTypes: ['html', 'file'],
  });
  const id = await makeActivity(session, 'Refused');
  const answer = await session.call('POST', '/deep-linking/response', { activityIds: [id] });
  expect(answer.body).toMatchObject({ error: { code: 'DEEP_LINKING_TYPE_REFUSED' } });
});

test('an LMS that asks for one is given one', async () => {
  const session = await picker(stacks.moodle, 'instructor', { accept_multiple: false });
  const ids = [await makeActivity(session, 'One'), await makeActivity(session, 'Two')];
  const answer = await session.call('POST', '/deep-linking/response', { activityIds: ids });
  expect(answer.body).toMatchObject({ error: { code: 'DEEP_LINKING_ONE_ONLY' } });
});

test.each([
  ['at once', true],
  ['after a form of the LMS', false],
])('whether activities are added %s is known', async (_case, autoCreate) => {
  const session = await picker(stacks.canvas, 'instructor', { auto_create: autoCreate });
  expect(session.view.landing).toMatchObject({ autoCreate });
});

test.each(['assistant', 'learner'] as const)(
  'an %s is told that instructors choose, and cannot',
  async (who) => {
    const session = await picker(stacks.strict, who);
    expect(session.view.landing).toEqual({ kind: 'notAllowed' });
    expect((await session.call('POST', '/deep-linking/response', { activityIds: [] })).status).toBe(403);
  },
);

test('an assistant at a link without an activity waits for an instructor', async () => {
  const stack = stacks.strict;
  const link = stack.simulator.addResourceLink(stack.course, { title: 'Plain' });
  const session = await stack.open(stack.person('assistant'), link.id);
  expect(session.view.landing).toEqual({ kind: 'notReady' });
});

test('a link without an activity is ready for everybody as soon as it has one, without a new launch', async () => {
  const stack = stacks.moodle;
  const link = stack.simulator.addResourceLink(stack.course, { title: 'Plain' });
  const learner = await stack.open(stack.person('learner'), link.id);
  expect(learner.view.landing).toEqual({ kind: 'notReady' });
  const teacher = await stack.open(stack.person('instructor'), link.id);
  expect(teacher.view.landing).toEqual({ kind: 'setUp', suggestedTitle: 'Plain' });
  const activityId = await makeActivity(teacher, 'Now');
  await teacher.ok('PUT', '/resource-link/activity', { activityId });
  expect((await learner.ok('POST', '/session/renew'))['landing']).toEqual({ kind: 'activity', activityId });
});
