/** Notices of a platform: where they are asked for, which are taken, and that every other one is refused. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { first, type LaunchBench, startLaunchBench } from './launch-bench.ts';
import { CLAIM, dropClaim, setClaim, tidy } from './launch-support.ts';

let bench: LaunchBench;
beforeAll(async () => {
  bench = await startLaunchBench({ profile: 'canvas' });
});
afterAll(async () => await bench.close());
beforeEach(() => {
  tidy(bench);
  bench.copies.length = 0;
});

const handlerPuts = (): { path: string; body: string }[] =>
  bench.simulator.requests
    .all()
    .filter(({ method, path }) => method === 'PUT' && path.includes('notice-handlers'));

let serial = 0;
type Change = (claims: Record<string, unknown>) => Record<string, unknown>;

/** What the platform signs when a course was copied. */
function copyNotice(): Record<string, unknown> {
  const seconds = Math.floor(Date.now() / 1000);
  serial += 1;
  return {
    iss: bench.registration.issuer,
    aud: bench.registration.clientId,
    azp: bench.registration.clientId,
    iat: seconds,
    exp: seconds + 3600,
    nonce: `nonce-${serial}`,
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}deployment_id`]: bench.registration.deploymentIds[0],
    [`${CLAIM}notice`]: {
      id: `notice-${serial}`,
      timestamp: new Date().toISOString(),
      type: 'LtiContextCopyNotice',
    },
    [`${CLAIM}context`]: { id: 'new-course', title: 'Collab 102', label: 'C102' },
    [`${CLAIM}origin_contexts`]: ['old-course'],
  };
}

type SigningKey = Parameters<LaunchBench['simulator']['platform']['keys']['sign']>[1];

const sign = async (change: Change = (claims) => claims, key?: SigningKey): Promise<string> =>
  await bench.simulator.platform.keys.sign(change(copyNotice()), key);

const deliver = async (body: unknown): Promise<Response> =>
  await fetch(`${bench.url}/lti/notices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function expectRefused(response: Response, code: string): Promise<void> {
  expect(await response.json()).toEqual({ error: code });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(bench.log.map(({ fields }) => fields['code'])).toContain(code);
  expect(bench.copies).toEqual([]);
}

describe('asking for notices', () => {
  test('the first launch that offers them registers the handler, in the background and once', async () => {
    await bench.answer(await bench.login());
    expect(handlerPuts()).toEqual([]);
    expect(await bench.jobs.runDueOnce()).toBe(1);
    const put = first(handlerPuts());
    expect(put.path).toContain(encodeURIComponent(bench.registration.deploymentIds[0] ?? ''));
    expect(JSON.parse(put.body)).toEqual({
      notice_type: 'LtiContextCopyNotice',
      handler: `${bench.url}/lti/notices`,
    });
    bench.simulator.requests.clear();
    await bench.answer(await bench.login());
    expect(await bench.jobs.runDueOnce()).toBe(0);
    expect(handlerPuts()).toEqual([]);
  });

  test('a platform that refuses is left alone for a week', async () => {
    const fresh = await startLaunchBench({ profile: 'canvas' });
    try {
      const tool = first(Object.values(fresh.simulator.institution.state.tools));
      // Offered in the launch, but not granted with the token.
      const scopes = [...tool.scopes];
      const launch = async (): Promise<number> => {
        tool.scopes = scopes;
        await fresh.answer(await fresh.login());
        tool.scopes = scopes.filter((scope) => !scope.includes('noticehandlers'));
        return await fresh.jobs.runDueOnce();
      };
      expect(await launch()).toBe(1);
      fresh.clock.aheadMs = 60 * 60_000;
      fresh.simulator.misbehave.clockSkewSeconds = 3600;
      expect(await launch()).toBe(0);
      fresh.clock.aheadMs = 8 * 24 * 3_600_000;
      fresh.simulator.misbehave.clockSkewSeconds = 8 * 24 * 3600;
      expect(await launch()).toBe(1);
    } finally {
      await fresh.close();
    }
  });

  test('a platform that is down is asked again', async () => {
    const fresh = await startLaunchBench({ profile: 'strict' });
    try {
      fresh.simulator.misbehave.set('token', { status: 503, times: 1 });
      await fresh.answer(await fresh.login());
      expect(await fresh.jobs.runDueOnce()).toBe(1);
      fresh.clock.aheadMs = 60_000;
      fresh.simulator.misbehave.clockSkewSeconds = 60;
      expect(await fresh.jobs.runDueOnce()).toBe(1);
      const tool = first(Object.values(fresh.simulator.institution.state.tools));
      expect(tool.noticeHandlers).toEqual({ LtiContextCopyNotice: `${fresh.url}/lti/notices` });
    } finally {
      await fresh.close();
    }
  });
});

describe('a notice is taken', () => {
  test('when the platform itself sends it after copying a course', async () => {
    await bench.answer(await bench.login());
    await bench.jobs.runDueOnce();
    const copy = await bench.simulator.copyCourse(bench.course.id, 'Collab 102');
    expect(bench.copies).toEqual([
      {
        platformId: first(bench.launches).platformId,
        deploymentId: bench.registration.deploymentIds[0],
        context: { id: copy.id, label: copy.label, title: 'Collab 102' },
        originContextIds: [bench.course.id],
      },
    ]);
  });

  test('of a type that means nothing here, without consequence', async () => {
    const jwt = await sign(setClaim(`${CLAIM}notice`, { id: 'x', type: 'LtiHelloWorldNotice' }));
    expect((await deliver({ notices: [{ jwt }] })).status).toBe(200);
    expect(bench.copies).toEqual([]);
  });

  test.each([
    ['119 seconds ahead', 119],
    ['119 seconds behind', -119],
  ])("with the platform's clock %s", async (_rule, seconds) => {
    const jwt = await sign((claims) => ({
      ...claims,
      iat: Number(claims['iat']) + seconds,
      exp: Math.floor(Date.now() / 1000) + seconds,
    }));
    expect((await deliver({ notices: [{ jwt }] })).status).toBe(200);
    expect(bench.copies).toHaveLength(1);
  });
});

describe('a notice is refused', () => {
  test.each<[string, Change, string]>([
    ['of another issuer', setClaim('iss', 'https://elsewhere.test'), 'LOGIN_UNKNOWN_CLIENT'],
    ['for another client', (c) => ({ ...c, aud: 'another', azp: 'another' }), 'LOGIN_UNKNOWN_CLIENT'],
    [
      'for several without azp',
      (c) => ({ ...dropClaim('azp')(c), aud: [String(c['aud']), 'x'] }),
      'TOKEN_NO_AZP',
    ],
    ['that has expired', (c) => ({ ...c, exp: Number(c['iat']) - 300 }), 'TOKEN_EXPIRED'],
    ['without exp', dropClaim('exp'), 'TOKEN_NO_EXP'],
    ['from the future', (c) => ({ ...c, iat: Number(c['iat']) + 300 }), 'TOKEN_IAT_IN_FUTURE'],
    ['of two hours ago', (c) => ({ ...c, iat: Number(c['iat']) - 7200 }), 'TOKEN_TOO_OLD'],
    ['without a nonce', dropClaim('nonce'), 'TOKEN_NO_NONCE'],
    ['of another version', setClaim(`${CLAIM}version`, '1.1'), 'VERSION_UNSUPPORTED'],
    ['of an unknown deployment', setClaim(`${CLAIM}deployment_id`, 'new'), 'DEPLOYMENT_PENDING'],
    ['without its kind', dropClaim(`${CLAIM}notice`), 'NOTICE_MALFORMED'],
    ['without a context', dropClaim(`${CLAIM}context`), 'NOTICE_MALFORMED'],
    ['without origins', dropClaim(`${CLAIM}origin_contexts`), 'NOTICE_MALFORMED'],
  ])('%s', async (_rule, change, code) => {
    await expectRefused(await deliver({ notices: [{ jwt: await sign(change) }] }), code);
  });

  test.each<[string, SigningKey, string]>([
    ['signed by a stranger', 'foreign', 'TOKEN_WRONG_SIGNATURE'],
    ['not signed', 'none', 'TOKEN_WRONG_ALGORITHM'],
    ['signed with the public key as a secret', 'public-as-hmac', 'TOKEN_WRONG_ALGORITHM'],
  ])('%s', async (_rule, key, code) => {
    await expectRefused(await deliver({ notices: [{ jwt: await sign(undefined, key) }] }), code);
  });

  test('changed on its way', async () => {
    const [header, , signature] = (await sign()).split('.');
    const payload = Buffer.from(
      JSON.stringify({ ...copyNotice(), [`${CLAIM}origin_contexts`]: ['another'] }),
    ).toString('base64url');
    await expectRefused(
      await deliver({ notices: [{ jwt: `${header}.${payload}.${signature}` }] }),
      'TOKEN_WRONG_SIGNATURE',
    );
  });

  test('sent again, also when both come at once', async () => {
    const jwt = await sign();
    const both = await Promise.all([1, 2].map(async () => await deliver({ notices: [{ jwt }] })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(bench.copies).toHaveLength(1);
    bench.copies.length = 0;
    await expectRefused(await deliver({ notices: [{ jwt }] }), 'NOTICE_REPLAYED');
  });

  test('that is a launch’s token', async () => {
    const { fields } = await bench.simulator.authorize((await bench.login()).authorizationUrl);
    await expectRefused(await deliver({ notices: [{ jwt: fields['id_token'] }] }), 'NOTICE_MALFORMED');
  });

  test('of a platform that has been disabled', async () => {
    const fresh = await startLaunchBench({ profile: 'canvas' });
    try {
      await fresh.answer(await fresh.login());
      await fresh.jobs.runDueOnce();
      const { platformId } = first(fresh.launches);
      await fresh.lti.registry.disable(platformId, {
        actor: { kind: 'system', job: 'test' },
        requestId: null,
      });
      await fresh.simulator.copyCourse(fresh.course.id, 'Collab 102');
      expect(fresh.copies).toEqual([]);
      expect(fresh.log.map(({ fields }) => fields['code'])).toContain('PLATFORM_DISABLED');
    } finally {
      await fresh.close();
    }
  });

  test.each<[string, unknown, string]>([
    ['not JSON', '{', 'NOTICE_MALFORMED'],
    ['a list', [], 'NOTICE_MALFORMED'],
    ['without notices', {}, 'NOTICE_MALFORMED'],
    ['a notice without a token', { notices: [{}] }, 'NOTICE_MALFORMED'],
    ['a token that is none', { notices: [{ jwt: 'a.b.c' }] }, 'TOKEN_MALFORMED'],
    ['too much', { notices: [{ jwt: 'x'.repeat(300_000) }] }, 'BODY_TOO_LARGE'],
  ])('whose delivery is %s', async (_rule, body, code) => {
    const response = await deliver(body);
    expect(await response.json()).toEqual({ error: code });
    expect(bench.copies).toEqual([]);
  });

  test('beside a good one: the good one is taken', async () => {
    const [good, bad] = [await sign(), await sign(undefined, 'foreign')];
    const response = await deliver({ notices: [{ jwt: bad }, { jwt: good }] });
    expect(response.status).toBe(401);
    expect(bench.copies).toHaveLength(1);
  });
});
