/**
 * Tenants never meet: two platforms, two deployments of one platform and two client ids of one issuer send the very same
 * person, course, link and custom parameters, and each has its own of everything.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/src/core/ids.ts';
import { ApiSession } from '../factories/browserless.ts';
import { buildSettings } from '../factories/roundtable.ts';
import { until } from '../factories/until.ts';
import { startTenants, type Tenant, TENANTS } from '../factories/tenants.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';

let toolUrl: string;
let tenants: readonly Tenant[];
let close: () => Promise<void>;

beforeAll(async () => {
  ({ toolUrl, tenants, close } = await startTenants());
}, 60_000);
afterAll(() => close());

type Claims = Record<string, unknown>;

/** A launch that says the same in every tenant, but for what tells tenants apart. */
async function open(
  tenant: Tenant,
  who: 'instructor' | 'learner',
  more: { custom?: Record<string, string>; context?: string; sub?: string } = {},
): Promise<ApiSession> {
  const { simulator, clientId, deploymentId, lineItem } = tenant;
  const [course] = simulator.courses;
  const [person] = simulator.peopleWith(course ?? never(), who);
  const link = simulator.institution.linksOf(course ?? never()).find((one) => one.clientId === clientId);
  const same = (claims: Claims): Claims => ({
    ...claims,
    sub: more.sub ?? `the-same-${who}`,
    [`${CLAIM}context`]: { id: more.context ?? 'the-same-course', title: 'The same course' },
    [`${CLAIM}resource_link`]: { id: 'the-same-link', title: 'The same link' },
    [`${CLAIM}custom`]: more.custom ?? {},
    [AGS]: { ...(claims[AGS] as Claims), lineitem: lineItem },
  });
  return await ApiSession.open(toolUrl, simulator, {
    courseId: course?.id ?? '',
    userId: person?.id ?? '',
    request: link?.id ?? '',
    options: { deploymentId },
    tamper: { claims: same },
  });
}

function never(): never {
  throw new Error('the demo course is missing');
}

/** Everything of the first tenant: an activity with work, a draft, reviews and grades. */
async function work(
  tenant: Tenant,
  context = 'the-same-course',
): Promise<{ activityId: string; teacher: ApiSession; learners: ApiSession[] }> {
  const teacher = await open(tenant, 'instructor', { context });
  const activityId = newId();
  await teacher.ok('PUT', `/activities/${activityId}/peer-review`, {
    settings: buildSettings(),
    expectedRevision: 0,
  });
  await teacher.ok('PUT', '/resource-link/activity', { activityId });
  const learners = await Promise.all(
    ['the-same-learner', 'second', 'third'].map((sub) => open(tenant, 'learner', { sub, context })),
  );
  for (const learner of learners) {
    const body = { text: 'Only mine', expectedVersion: 0, expectedRevision: 0 };
    await learner.ok('POST', `/activities/${activityId}/submission`, body);
  }
  return { activityId, teacher, learners };
}

const OTHERS = [1, 2, 3].map((index) => [TENANTS[index], index] as const);
const tenantOf = (index: number): Tenant => tenants[index] ?? never();

describe('the same person, course and link', () => {
  let first: Awaited<ReturnType<typeof work>>;
  beforeAll(async () => {
    first = await work(tenantOf(0));
  });

  test.each(OTHERS)('in %s is somebody else elsewhere, at a link of its own', async (_name, index) => {
    const teacher = await open(tenantOf(index), 'instructor');
    const learner = await open(tenantOf(index), 'learner');
    expect(teacher.view.landing.kind).toBe('setUp');
    expect(learner.view.landing.kind).toBe('notReady');
    expect(learner.memberId).not.toBe((first.learners[0] ?? never()).memberId);
    const list = await teacher.ok<{ items: unknown[] }>('GET', '/activities');
    expect(list.items).toEqual([]);
  });

  test.each(OTHERS)('in %s finds nothing by an id, whatever its role', async (_name, index) => {
    const [learnerId] = first.learners.map(({ memberId }) => memberId);
    const paths: [who: 'instructor' | 'learner', method: string, path: string, body?: unknown][] = [
      ['instructor', 'GET', 'overview'],
      ['instructor', 'GET', 'peer-review'],
      ['instructor', 'GET', 'placement'],
      ['instructor', 'GET', `learners/${learnerId}/work`],
      ['instructor', 'GET', `learners/${learnerId}/reviews`],
      ['instructor', 'POST', 'allocation'],
      ['instructor', 'POST', 'release'],
      ['learner', 'GET', 'mine'],
      ['learner', 'GET', 'submission'],
      ['learner', 'PUT', 'submission/draft', { text: 'x', expectedRevision: 1 }],
      ['learner', 'POST', 'submission', { text: 'x', expectedVersion: 1, expectedRevision: 1 }],
    ];
    const sessions = {
      instructor: await open(tenantOf(index), 'instructor'),
      learner: await open(tenantOf(index), 'learner'),
    };
    for (const [who, method, path, body] of paths) {
      const answer = await sessions[who].call(method, `/activities/${first.activityId}/${path}`, body);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(JSON.stringify(answer.body)).not.toContain('Only mine');
    }
    const taken = { settings: buildSettings({ title: 'Taken over' }), expectedRevision: 0 };
    const answer = await sessions.instructor.call(
      'PUT',
      `/activities/${first.activityId}/peer-review`,
      taken,
    );
    expect(answer.body).toMatchObject({ error: { code: 'ACTIVITY_ID_TAKEN' } });
  });

  test.each(OTHERS)(
    'in %s gets no copy, though its launch names the activity and its course',
    async (_name, index) => {
      const custom = {
        activity: first.activityId,
        context_history: 'the-same-course',
        link_history: 'the-same-link',
      };
      const session = await open(tenantOf(index), 'instructor', { custom, context: 'a-copy' });
      expect(session.view.landing.kind).toBe('setUp');
      // While the tenant itself does.
      const own = await open(tenantOf(0), 'instructor', { custom, context: 'a-copy' });
      expect(own.view.landing).toMatchObject({ kind: 'activity' });
    },
  );

  test.each(OTHERS)('a notice of %s says nothing of a course here', async (_name, index) => {
    const { simulator, clientId, deploymentId } = tenantOf(index);
    // Known deployments alone may send notices.
    await open(tenantOf(index), 'instructor');
    const context = `told-of-by-${index}`;
    const seconds = Math.floor(Date.now() / 1000);
    const jwt = await simulator.platform.keys.sign({
      iss: simulator.platform.issuer,
      aud: clientId,
      iat: seconds,
      exp: seconds + 60,
      nonce: newId(),
      [`${CLAIM}version`]: '1.3.0',
      [`${CLAIM}deployment_id`]: deploymentId,
      [`${CLAIM}notice`]: { id: newId(), timestamp: new Date().toISOString(), type: 'LtiContextCopyNotice' },
      [`${CLAIM}context`]: { id: context },
      [`${CLAIM}origin_contexts`]: ['the-same-course'],
    });
    const delivered = await fetch(`${toolUrl}/lti/notices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ notices: [{ jwt }] }),
    });
    expect(delivered.status).toBe(200);
    const custom = { activity: first.activityId };
    const session = await open(tenantOf(0), 'instructor', { custom, context });
    expect(session.view.landing.kind).toBe('setUp');
  });

  test('a notice signed by one platform is none of another', async () => {
    const [here, other] = [tenantOf(0), tenantOf(3)];
    const seconds = Math.floor(Date.now() / 1000);
    const jwt = await other.simulator.platform.keys.sign({
      iss: here.simulator.platform.issuer,
      aud: here.clientId,
      iat: seconds,
      exp: seconds + 60,
      nonce: newId(),
      [`${CLAIM}version`]: '1.3.0',
      [`${CLAIM}deployment_id`]: here.deploymentId,
      [`${CLAIM}notice`]: { id: newId(), timestamp: new Date().toISOString(), type: 'LtiContextCopyNotice' },
      [`${CLAIM}context`]: { id: 'forged' },
      [`${CLAIM}origin_contexts`]: ['the-same-course'],
    });
    const delivered = await fetch(`${toolUrl}/lti/notices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ notices: [{ jwt }] }),
    });
    expect(await delivered.json()).toEqual({ error: expect.stringMatching(/^TOKEN_/) });
    const session = await open(here, 'instructor', {
      custom: { activity: first.activityId },
      context: 'forged',
    });
    expect(session.view.landing.kind).toBe('setUp');
  });
});

test('every tenant’s drafts and grades stay its own, and each grade goes to its own column', async () => {
  const rooms = await Promise.all(
    tenants.map(async (tenant) => ({ tenant, ...(await work(tenant, 'graded')) })),
  );
  for (const [index, { activityId, learners }] of rooms.entries()) {
    const draft = { text: `Draft ${index}`, expectedRevision: 1 };
    await (learners[0] ?? never()).ok('PUT', `/activities/${activityId}/submission/draft`, draft);
  }
  for (const [index, { activityId, learners }] of rooms.entries()) {
    const own = await (learners[0] ?? never()).ok('GET', `/activities/${activityId}/submission`);
    const drafts = JSON.stringify(own['draft']).match(/Draft \d/g);
    expect(drafts).toEqual([`Draft ${index}`]);
  }
  for (const { activityId, teacher, learners } of rooms) {
    await teacher.ok('POST', `/activities/${activityId}/allocation`);
    const phase = async () => (await teacher.ok('GET', `/activities/${activityId}/overview`))['phase'];
    await until('reviews have begun', async () => (await phase()) === 'review', 20);
    for (const learner of learners) {
      const mine = await learner.ok<{ reviewTasks: { reviewId: string }[] }>(
        'GET',
        `/activities/${activityId}/mine`,
      );
      expect(mine.reviewTasks).toHaveLength(2);
      for (const { reviewId } of mine.reviewTasks) {
        const body = {
          ratings: [{ criterionId: 'content', points: 7 }],
          comment: 'Clear.',
          expectedRevision: 0,
        };
        await learner.ok('PUT', `/activities/${activityId}/reviews/${reviewId}`, body);
      }
    }
    await teacher.ok('POST', `/activities/${activityId}/release`);
  }
  for (const { tenant } of rooms) {
    const posted = () =>
      tenant.simulator.requests
        .ofKind('scores')
        .filter(({ path }) => path.startsWith(`${new URL(tenant.lineItem).pathname}/scores`));
    await until('three scores are posted', () => posted().length >= 3, 20);
    const userIds = posted().map(({ body }) => (JSON.parse(body) as { userId: string }).userId);
    expect([...new Set(userIds)].sort()).toEqual(['second', 'the-same-learner', 'third']);
  }
}, 60_000);

test('a code opens the session of its own launch, and a bearer is nobody else’s', async () => {
  const [here, there] = [await open(tenantOf(0), 'learner'), await open(tenantOf(3), 'learner')];
  const renewed = await here.ok('POST', '/session/renew');
  expect((renewed['member'] as { id: string }).id).toBe(here.memberId);
  expect(there.memberId).not.toBe(here.memberId);
  expect(renewed['bearer']).not.toBe(there.view.bearer);
});
