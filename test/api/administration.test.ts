/** The administrators' console over HTTP, beside an LMS. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { administratorCookie } from '../../server/src/platform/http/administrator-cookie.ts';
import { ConsoleBrowser, inviteAdministrator } from '../factories/administrator.ts';
import { type ApiStack, startApiStack } from '../factories/roundtable.ts';

interface Change {
  type: string;
  subject: string;
  detail: string;
  by: { kind: string; name: string };
}
interface Platform {
  id: string;
  name: string;
  status: string;
  keys: { kid: string; state: string }[];
}

let stack: ApiStack;
let ada: ConsoleBrowser;
let platformId: string;
beforeAll(async () => {
  stack = await startApiStack('moodle');
  ada = await ConsoleBrowser.open(stack.toolUrl, await inviteAdministrator(stack.roundtable, 'Ada'));
  const { items } = await ada.ok<{ items: Platform[] }>('GET', '/administration/platforms');
  platformId = items[0]?.id ?? '';
}, 60_000);
afterAll(() => stack.close());

/** The audit trail once it holds what was just done: the relay copies it a moment later. */
async function changesWith(type: string, atLeast = 1): Promise<Change[]> {
  const end = Date.now() + 10_000;
  for (;;) {
    const { items } = await ada.ok<{ items: Change[] }>('GET', '/administration/changes?limit=100');
    const found = items.filter((change) => change.type === type);
    if (found.length >= atLeast || Date.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the session', () => {
  test('is in a cookie that no script, no other site and no other host gets', async () => {
    expect(ada.setCookie).toMatch(
      /^roundtable-administrator=[\w-]{43}; Max-Age=43[12]\d\d; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    // Over https, as in production, it is bound to the host and to TLS.
    expect(administratorCookie('https://tool.example.edu').write('s', 1)).toBe(
      '__Host-roundtable-administrator=s; Max-Age=1; Path=/; HttpOnly; SameSite=Strict; Secure',
    );
  });

  test('is opened by JSON of the tool’s own page alone: a form of another site cannot sign anybody in', async () => {
    const secret = await inviteAdministrator(stack.roundtable, 'Victim');
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await fetch(`${stack.toolUrl}/api/administration/session`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: type === 'text/plain' ? JSON.stringify({ invitation: secret }) : `invitation=${secret}`,
      });
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([400, []]);
    }
  });

  test('ends by signing out, and the browser forgets it', async () => {
    const bo = await ConsoleBrowser.open(stack.toolUrl, await inviteAdministrator(stack.roundtable, 'Bo'));
    const { cookie } = bo;
    await bo.ok('DELETE', '/administration/session');
    expect(bo.setCookie).toContain('Max-Age=0');
    bo.cookie = cookie;
    const answer = await bo.call('GET', '/administration/session');
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'ADMINISTRATOR_NEEDED' } } });
  });
});

describe('a platform', () => {
  test('shows its addresses, deployments and public keys, and nothing private', async () => {
    const platform = await ada.ok<Platform>('GET', `/administration/platforms/${platformId}`);
    expect(platform).toMatchObject({
      issuer: stack.simulator.url,
      status: 'active',
      deployments: [{ status: 'approved' }],
      keys: [{ state: 'signing' }],
    });
    expect(Object.keys(platform).toSorted()).toEqual(
      [
        'id',
        'name',
        'issuer',
        'clientId',
        'status',
        'authorizationEndpoint',
        'tokenEndpoint',
        'jwksUri',
        'acceptNewDeployments',
        'deployments',
        'keys',
      ].toSorted(),
    );
    expect(JSON.stringify(platform)).not.toMatch(/sealed|private|PRIVATE|"[dpq]"/);
  });

  test('is renamed, disabled and approved again, each in the audit trail with who did it', async () => {
    const path = `/administration/platforms/${platformId}`;
    const settings = { name: 'School of Bridges', acceptNewDeployments: true };
    expect(await ada.ok('PUT', path, settings)).toMatchObject(settings);
    expect(await ada.ok('POST', `${path}/disable`)).toMatchObject({ status: 'disabled' });
    const refused = stack.open(stack.person('learner'));
    await expect(refused).rejects.toThrow('PLATFORM_DISABLED');
    expect(await ada.ok('POST', `${path}/approve`)).toMatchObject({ status: 'active' });
    await stack.open(stack.person('learner'));

    const by = { kind: 'administrator', name: 'Ada' };
    expect(await changesWith('platform.disabled')).toMatchObject([{ by, subject: 'School of Bridges' }]);
    expect(await changesWith('platform.approved')).toMatchObject([{ by }]);
    const [changed] = await changesWith('platform.changed');
    expect(changed).toMatchObject({ by, detail: expect.stringContaining('acceptNewDeployments: true') });
    expect(await changesWith('platform.registered')).toMatchObject([
      { by: { kind: 'system', name: 'platforms file' } },
    ]);
    // What is so already is not done, and not recorded, a second time.
    await ada.ok('POST', `${path}/approve`);
    await ada.ok('PUT', path, settings);
    await ada.ok('POST', `${path}/keys`);
    expect(await changesWith('platform.keysRotated')).toMatchObject([{ by }]);
    expect(await changesWith('platform.approved')).toHaveLength(1);
    expect(await changesWith('platform.changed')).toHaveLength(1);
  });

  test('has its new key published before it signs', async () => {
    const { keys } = await ada.ok<Platform>('GET', `/administration/platforms/${platformId}`);
    expect(keys.map(({ state }) => state)).toEqual(['signing', 'next']);
    const published = (await (await fetch(`${stack.toolUrl}/lti/keys`)).json()) as {
      keys: { kid: string }[];
    };
    expect(published.keys.map(({ kid }) => kid)).toEqual(keys.map(({ kid }) => kid));
  });

  test('that is not there is NOT_FOUND, whatever one wants of it', async () => {
    const nowhere = `/administration/platforms/${'0'.repeat(32)}`;
    for (const [method, path, body] of [
      ['GET', nowhere],
      ['PUT', nowhere, { name: 'x', acceptNewDeployments: false }],
      ['POST', `${nowhere}/approve`],
      ['POST', `${nowhere}/disable`],
      ['POST', `${nowhere}/keys`],
      ['POST', `${nowhere}/deployments`, { deploymentId: '1' }],
      ['POST', `${nowhere}/connection/keys`],
    ] as const) {
      expect([path, (await ada.call(method, path, body)).status]).toEqual([path, 404]);
    }
  });

  test('is tested step by step', async () => {
    const steps = ['keys', 'token', 'roster', 'column', 'score'];
    const outcomes = await Promise.all(
      steps.map((step) =>
        ada.ok<{ outcome: string }>('POST', `/administration/platforms/${platformId}/connection/${step}`),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome)).not.toContain('failed');
  });
});

test('a deployment that waits is listed with its platform, and approved', async () => {
  const { simulator } = stack;
  await ada.ok('PUT', `/administration/platforms/${platformId}`, {
    name: 'School',
    acceptNewDeployments: false,
  });
  const [tool] = Object.values(simulator.institution.state.tools);
  if (!tool) throw new Error('no tool');
  const first = tool.deploymentIds.splice(0);
  const deploymentId = simulator.institution.addDeployment(tool);
  await expect(stack.open(stack.person('learner'))).rejects.toThrow('DEPLOYMENT_PENDING');
  const list = '/administration/pending-deployments';
  expect(await ada.ok('GET', list)).toMatchObject({
    items: [{ deploymentId, platformName: 'School' }],
    next: null,
  });
  expect(await ada.ok('GET', '/administration/overview')).toMatchObject({ pendingDeployments: 1 });
  await ada.ok('POST', `/administration/platforms/${platformId}/deployments`, { deploymentId });
  expect(await ada.ok('GET', list)).toMatchObject({ items: [] });
  await stack.open(stack.person('learner'));
  expect(await changesWith('deployment.approved', 2)).toMatchObject([
    { by: { name: 'Ada' }, detail: `deploymentId: ${deploymentId}` },
    { by: { name: 'platforms file' } },
  ]);
  tool.deploymentIds.unshift(...first);
});

test('the last launches are counted by code and name no person', async () => {
  // Noted together, within a second of the launch.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  interface Launches {
    counts: { code: string | null; count: number }[];
    items: { code: string | null }[];
  }
  const all = await ada.ok<Launches>('GET', '/administration/launches');
  expect(all.counts.map(({ code }) => code)).toEqual(
    expect.arrayContaining([null, 'PLATFORM_DISABLED', 'DEPLOYMENT_PENDING']),
  );
  const refused = await ada.ok<Launches>(
    'GET',
    `/administration/launches?outcome=refused&platformId=${platformId}`,
  );
  expect(refused.items.every(({ code }) => code !== null)).toBe(true);
  expect(await ada.ok('GET', `/administration/launches?platformId=${'0'.repeat(32)}`)).toMatchObject({
    items: [],
  });
  const { name, email } = stack.person('learner');
  for (const personal of [name, email]) expect(JSON.stringify(all)).not.toContain(personal);
});

describe('one-time links', () => {
  interface Invitation {
    id: string;
    label: string;
    state: string;
  }
  const make = async (body: object) =>
    await ada.ok<{ url: string; invitation: Invitation }>('POST', '/administration/invitations', body);
  const list = async (query = '') =>
    await ada.ok<{ items: Invitation[]; next: string | null }>('GET', `/administration/invitations${query}`);

  test('for a platform open the registration page; an administrator’s secret never leaves the browser', async () => {
    const platform = await make({ kind: 'platform', label: 'School', days: 7 });
    expect(platform.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/lti\/register\?invitation=[\w-]{43}$/);
    const person = await make({ kind: 'administrator', label: 'Cy', days: 1 });
    expect(person.url).toMatch(/\/app\/admin\/#invitation=[\w-]{43}$/);
    const secret = person.url.split('=')[1] ?? '';
    expect(JSON.stringify(await list())).not.toContain(secret);
    const cy = await ConsoleBrowser.open(stack.toolUrl, secret);
    expect(await cy.ok('GET', '/administration/session')).toMatchObject({ administrator: { name: 'Cy' } });
    expect((await list()).items.slice(0, 2)).toMatchObject([
      { label: 'Cy', state: 'used' },
      { label: 'School', state: 'open' },
    ]);
  });

  test('are withdrawn once', async () => {
    const { invitation } = await make({ kind: 'platform', label: 'Withdrawn', days: 7 });
    const path = `/administration/invitations/${invitation.id}/revoke`;
    await ada.ok('POST', path);
    expect((await ada.call('POST', path)).status).toBe(404);
    expect((await list()).items[0]).toMatchObject({ label: 'Withdrawn', state: 'revoked' });
  });

  test('are listed page by page, each once', async () => {
    const all = (await list('?limit=100')).items.map(({ id }) => id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list(`?limit=2${after === null ? '' : `&after=${after}`}`);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(all);
  });

  test.each([
    ['no name', { kind: 'platform', label: ' ', days: 7 }],
    ['more days than allowed', { kind: 'platform', label: 'x', days: 91 }],
    ['another kind', { kind: 'everything', label: 'x', days: 7 }],
  ])('with %s are not made', async (_rule, body) => {
    expect((await ada.call('POST', '/administration/invitations', body)).status).toBe(400);
  });
});

test('an administrator’s rights are taken by another one, and the audit trail says so', async () => {
  const secret = await inviteAdministrator(stack.roundtable, 'Dee');
  const dee = await ConsoleBrowser.open(stack.toolUrl, secret);
  const { items } = await ada.ok<{ items: { id: string; name: string }[] }>(
    'GET',
    '/administration/administrators',
  );
  const id = items.find(({ name }) => name === 'Dee')?.id ?? '';
  const { url } = await ada.ok<{ url: string }>('POST', '/administration/invitations', {
    kind: 'signIn',
    administratorId: id,
    days: 1,
  });
  await ada.ok('POST', `/administration/administrators/${id}/revoke`);
  expect((await dee.call('GET', '/administration/session')).status).toBe(401);
  await expect(ConsoleBrowser.open(stack.toolUrl, url.split('=')[1] ?? '')).rejects.toThrow('403');
  expect(await changesWith('administrator.revoked')).toMatchObject([{ by: { name: 'Ada' }, subject: 'Dee' }]);
  expect(await changesWith('administrator.joined')).not.toEqual([]);
});

test('the console’s page may be framed by nobody, not even the LMS', async () => {
  for (const path of ['/app/admin', '/app/admin/', '/app/admin/platforms/x']) {
    const answer = await fetch(`${stack.toolUrl}${path}`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});
