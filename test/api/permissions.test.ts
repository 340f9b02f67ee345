import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { can, type Permission } from '../../server/src/core/permissions.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { Route } from '../../server/src/platform/http/route.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { ConsoleBrowser, inviteAdministrator } from '../factories/administrator.ts';
import { type ApiStack, buildSettings, startApiStack } from '../factories/roundtable.ts';
import { buildQuestionnaire } from '../factories/questionnaire.ts';
import { bodiesOf, QUERIES } from './route-samples.ts';

/** The people who try every route: each role, and a person whose role Roundtable does not know. */
const PEOPLE = ['instructor', 'assistant', 'learner', 'observer', 'unknown'] as const;
type Who = (typeof PEOPLE)[number];

let stack: ApiStack;
let activityId: string;
let questionnaireId: string;
const here: Partial<Record<Who, ApiSession>> = {};
const elsewhere: Partial<Record<Who, ApiSession>> = {};

async function openAll(course = stack.course): Promise<Record<Who, ApiSession>> {
  const link = stack.simulator.addResourceLink(course, { title: 'Plain' });
  const open = async (role: Who): Promise<ApiSession> => {
    const person = stack.simulator.addPerson(course, {
      role: role === 'unknown' ? 'learner' : role,
      givenName: role,
      familyName: 'Person',
      ...(role === 'unknown' && { roleUris: ['urn:example:nobody'] }),
    });
    return stack.open(person, link.id, course);
  };
  const sessions = await Promise.all(PEOPLE.map(async (who) => [who, await open(who)] as const));
  return Object.fromEntries(sessions) as Record<Who, ApiSession>;
}

beforeAll(async () => {
  stack = await startApiStack('strict');
  Object.assign(here, await openAll());
  Object.assign(elsewhere, await openAll(stack.simulator.addCourse({ title: 'Another course' })));
  activityId = newId();
  await session(here, 'instructor').ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings(),
    expectedRevision: 0,
  });
  questionnaireId = newId();
  await session(here, 'instructor').ok('PUT', `/questionnaires/${questionnaireId}`, {
    settings: buildQuestionnaire(),
    expectedRevision: 0,
  });
}, 60_000);
afterAll(() => stack.close());

function session(sessions: Partial<Record<Who, ApiSession>>, who: Who): ApiSession {
  const found = sessions[who];
  if (!found) throw new Error(`no session of ${who}`);
  return found;
}

const keyOf = ({ endpoint }: Route): string => `${endpoint.method} ${endpoint.path}`;

const pathOf = (route: Route): string =>
  route.endpoint.path
    .replace(':activityId', activityId)
    .replace(':questionnaireId', questionnaireId)
    .replace(':columnId', activityId)
    .replace(':memberId', newId())
    .replace(':reviewerId', newId())
    .replace(':fileId', newId())
    .replace(':index', '0')
    .replace(':side', 'left')
    .replace(/:(platformId|administratorId)/, newId())
    .replace(':invitationId', `${newId()}${newId()}`)
    .replace(':step', 'keys')
    .replace(':setId', newId())
    .replace(':target', 'new')
    .replace(':kind', 'board')
    .replace('/:n', '/1')
    .replace(/:(threadId|workId|commentId|bankItemId|bulkId|exampleId)/, newId)
    .replace(':reviewId', `${newId()}-${newId()}`)
    .replace(/:(comparisonId|noteId|noticeId|batchId|reminderId|disputeId|problemId)/, newId)
    .concat(QUERIES[keyOf(route)] ?? '');

function bodyOf(route: Route): unknown {
  if (!route.endpoint.body) return undefined;
  const body = bodiesOf(activityId)[keyOf(route)];
  if (!body) throw new Error(`this test has no body for ${keyOf(route)}`);
  return body();
}

const actorOf = (who: Who) =>
  who === 'unknown' ? ({ role: 'learner', readOnly: true } as const) : { role: who, readOnly: false };

const routesFor = (choose: (permission: Route['endpoint']['permission']) => boolean): Route[] =>
  stack.roundtable.routes.filter(({ endpoint }) => choose(endpoint.permission));
const bearerRoutes = (): Route[] =>
  routesFor((permission) => permission !== 'public' && permission !== 'administrator');
const consoleRoutes = (): Route[] => routesFor((permission) => permission === 'administrator');

describe('every route × every role', () => {
  test.each(PEOPLE)('%s may exactly what the permissions say', async (who) => {
    for (const route of bearerRoutes()) {
      const answer = await session(here, who).call(
        route.endpoint.method.toUpperCase(),
        pathOf(route),
        bodyOf(route),
      );
      const permission = route.endpoint.permission as Permission;
      const outcome = {
        route: keyOf(route),
        refused: answer.status === 403,
        badRequest: answer.status === 400,
        failed: answer.status >= 500,
      };
      expect(outcome).toEqual({
        route: keyOf(route),
        refused: !can(actorOf(who), permission),
        badRequest: false,
        failed: false,
      });
    }
  });

  test('nobody gets in without a bearer, and a made-up one is none', async () => {
    for (const route of bearerRoutes()) {
      for (const authorization of [undefined, 'Bearer x', 'Basic eDp5']) {
        const answer = await fetch(`${stack.toolUrl}/api${pathOf(route)}`, {
          method: route.endpoint.method.toUpperCase(),
          ...(authorization && { headers: { authorization } }),
        });
        expect([keyOf(route), answer.status]).toEqual([keyOf(route), 401]);
      }
    }
  });
});

describe('the administrators’ routes', () => {
  let administrator: ConsoleBrowser;
  beforeAll(async () => {
    const secret = await inviteAdministrator(stack.roundtable, 'Ada');
    administrator = await ConsoleBrowser.open(stack.toolUrl, secret);
  });

  test('are for an administrator’s cookie', async () => {
    for (const route of consoleRoutes()) {
      // Signing out would end the session that the others need.
      if (keyOf(route) === 'delete /administration/session') continue;
      const { method } = route.endpoint;
      const answer = await administrator.call(method.toUpperCase(), pathOf(route), bodyOf(route));
      expect([keyOf(route), answer.status]).toEqual([keyOf(route), answer.status === 404 ? 404 : 200]);
    }
  });

  test.each(PEOPLE)('are closed to the bearer of %s in a course', async (who) => {
    for (const route of consoleRoutes()) {
      const answer = await fetch(`${stack.toolUrl}/api${pathOf(route)}`, {
        method: route.endpoint.method.toUpperCase(),
        headers: {
          authorization: `Bearer ${session(here, who).view.bearer}`,
          'sec-fetch-site': 'same-origin',
        },
      });
      expect([keyOf(route), answer.status]).toEqual([keyOf(route), 401]);
    }
  });

  test('are closed without a cookie, and to one that was made up', async () => {
    for (const cookie of [
      '',
      `roundtable-administrator=${'x'.repeat(43)}`,
      'roundtable-administrator[$ne]=x',
    ]) {
      const stranger = new ConsoleBrowser(stack.toolUrl);
      stranger.cookie = cookie;
      for (const route of consoleRoutes()) {
        const answer = await stranger.call(route.endpoint.method.toUpperCase(), pathOf(route), bodyOf(route));
        expect([keyOf(route), answer.status]).toEqual([keyOf(route), 401]);
      }
    }
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port or a sibling host', { 'sec-fetch-site': 'same-site' }],
    ['another origin, told by an older browser', { origin: 'http://127.0.0.1:1' }],
    ['no page at all', {}],
  ])('that change something are closed to requests from %s', async (_rule, headers) => {
    for (const route of consoleRoutes().filter(({ endpoint }) => endpoint.method !== 'get')) {
      const { method } = route.endpoint;
      const answer = await administrator.call(method.toUpperCase(), pathOf(route), bodyOf(route), headers);
      expect([keyOf(route), answer.body]).toMatchObject([
        keyOf(route),
        { error: { code: 'FOREIGN_REQUEST' } },
      ]);
    }
  });

  test('give an administrator no right in any course', async () => {
    for (const route of bearerRoutes()) {
      const { method } = route.endpoint;
      const answer = await administrator.call(method.toUpperCase(), pathOf(route), bodyOf(route));
      expect([keyOf(route), answer.status]).toEqual([keyOf(route), 401]);
    }
  });
});

describe('another course', () => {
  test.each(PEOPLE)('%s of another course cannot find this course’s activity', async (who) => {
    const routes = bearerRoutes().filter((route) =>
      /:(activityId|columnId|questionnaireId)/.test(route.endpoint.path),
    );
    for (const route of routes) {
      const answer = await session(elsewhere, who).call(
        route.endpoint.method.toUpperCase(),
        pathOf(route),
        bodyOf(route),
      );
      const refused = answer.status === 403 || answer.status === 404;
      expect({ route: keyOf(route), refused }).toEqual({ route: keyOf(route), refused: true });
    }
  });

  test('its lists show nothing of this course', async () => {
    const list = await session(elsewhere, 'instructor').ok<{ items: unknown[] }>('GET', '/activities');
    const queue = await session(elsewhere, 'instructor').ok<{ items: unknown[] }>('GET', '/queue');
    expect([list.items, queue.items]).toEqual([[], []]);
    const learner = session(elsewhere, 'learner');
    expect(await learner.ok('GET', '/home')).toEqual({ next: [] });
    expect(await learner.ok('GET', '/home/progress')).toEqual({ progress: [] });
  });

  test('its instructor cannot take an id that this course uses', async () => {
    const answer = await session(elsewhere, 'instructor').call(
      'PUT',
      `/activities/${activityId}/peer-review`,
      {
        settings: buildSettings({ title: 'Mine' }),
        expectedRevision: 0,
      },
    );
    expect(answer.body).toMatchObject({ error: { code: 'ACTIVITY_ID_TAKEN' } });
  });
});

describe('hostile input', () => {
  test('no body makes a route fail with a fault of ours', async () => {
    const routes = routesFor((permission) => permission !== 'administrator').filter(
      (route) => route.endpoint.body,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), fc.jsonValue(), async (route, body) => {
        const who = session(
          here,
          /submission|reviews\/|\/mine/.test(route.endpoint.path) ? 'learner' : 'instructor',
        );
        const answer = await who.call(route.endpoint.method.toUpperCase(), pathOf(route), body);
        expect(answer.status).toBeLessThan(500);
        expect(answer.status === 200 || 'error' in answer.body).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('no body makes an administrator’s route fail with a fault of ours', async () => {
    const secret = await inviteAdministrator(stack.roundtable, 'Bo');
    const administrator = await ConsoleBrowser.open(stack.toolUrl, secret);
    const routes = consoleRoutes().filter((route) => route.endpoint.body);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), fc.jsonValue(), async (route, body) => {
        const answer = await administrator.call(route.endpoint.method.toUpperCase(), pathOf(route), body);
        expect(answer.status).toBeLessThan(500);
        expect(answer.status === 200 || 'error' in answer.body).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['what is not JSON', '{', 'application/json', 400],
    ['another type', 'a=b', 'application/x-www-form-urlencoded', 400],
    ['a body beyond the limit', `"${'x'.repeat(2_000_000)}"`, 'application/json', 413],
  ])('%s is refused with a code and a request id', async (_case, body, type, status) => {
    const answer = await fetch(`${stack.toolUrl}/api/activities/${activityId}/submission`, {
      method: 'POST',
      headers: { authorization: `Bearer ${session(here, 'learner').view.bearer}`, 'content-type': type },
      body,
    });
    expect(answer.status).toBe(status);
    const { error } = (await answer.json()) as { error: Record<string, unknown> };
    expect(error).toMatchObject({ requestId: answer.headers.get('x-request-id'), code: expect.any(String) });
  });

  test('an unknown path is NOT_FOUND, in the one shape', async () => {
    const answer = await session(here, 'learner').call('GET', '/nothing');
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } });
  });
});

test('the OpenAPI document names every route with its permission', async () => {
  const answer = await fetch(`${stack.toolUrl}/api/openapi.json`);
  const { paths } = (await answer.json()) as {
    paths: Record<string, Record<string, { 'x-permission': string }>>;
  };
  for (const route of stack.roundtable.routes) {
    const path = route.endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    expect(paths[path]?.[route.endpoint.method]?.['x-permission']).toBe(route.endpoint.permission);
  }
});
