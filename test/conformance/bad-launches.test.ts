/** Every bad launch of the LTI certification suite and some more: really signed, over HTTP, each refused with a page. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Tamper } from '../lms-simulator/index.ts';
import { type LaunchBench, startLaunchBench } from './launch-bench.ts';
import { CLAIM, dropClaim, expectLaunched, expectRefused, setClaim, tidy } from './launch-support.ts';

let bench: LaunchBench;
beforeAll(async () => {
  bench = await startLaunchBench();
});
afterAll(async () => await bench.close());
beforeEach(() => tidy(bench));

const shiftTime =
  (name: 'iat' | 'exp', seconds: number): NonNullable<Tamper['claims']> =>
  (claims) => ({ ...claims, [name]: Number(claims[name]) + seconds });

describe('a launch with a bad token is refused', () => {
  test.each<[string, Tamper, string]>([
    ['no kid', { header: ({ kid: _kid, ...rest }) => rest }, 'TOKEN_NO_KID'],
    ['unknown kid', { header: (header) => ({ ...header, kid: 'nobody' }) }, 'TOKEN_UNKNOWN_KID'],
    ['algorithm none', { key: 'none' }, 'TOKEN_WRONG_ALGORITHM'],
    ['HS256 with the public key as its secret', { key: 'public-as-hmac' }, 'TOKEN_WRONG_ALGORITHM'],
    ['a signature by another key', { key: 'foreign' }, 'TOKEN_WRONG_SIGNATURE'],
    ['wrong iss', { claims: setClaim('iss', 'https://elsewhere.test') }, 'TOKEN_WRONG_ISSUER'],
    ['wrong aud', { claims: setClaim('aud', 'somebody-else') }, 'TOKEN_WRONG_AUDIENCE'],
    [
      'several aud without azp',
      { claims: (claims) => ({ ...claims, aud: [String(claims['aud']), 'another'] }) },
      'TOKEN_NO_AZP',
    ],
    ['azp of another client', { claims: setClaim('azp', 'another') }, 'TOKEN_WRONG_AZP'],
    ['expired', { claims: shiftTime('exp', -300) }, 'TOKEN_EXPIRED'],
    ['no exp', { claims: dropClaim('exp') }, 'TOKEN_NO_EXP'],
    ['no iat', { claims: dropClaim('iat') }, 'TOKEN_NO_IAT'],
    ['iat in the future', { claims: shiftTime('iat', 300) }, 'TOKEN_IAT_IN_FUTURE'],
    ['iat too old', { claims: shiftTime('iat', -3600) }, 'TOKEN_TOO_OLD'],
    ['wrong version', { claims: setClaim(`${CLAIM}version`, '1.1') }, 'VERSION_UNSUPPORTED'],
    ['no version', { claims: dropClaim(`${CLAIM}version`) }, 'VERSION_MISSING'],
    [
      'unknown message type',
      { claims: setClaim(`${CLAIM}message_type`, 'LtiOther') },
      'MESSAGE_TYPE_UNKNOWN',
    ],
    ['no message type', { claims: dropClaim(`${CLAIM}message_type`) }, 'MESSAGE_TYPE_MISSING'],
    ['no deployment_id', { claims: dropClaim(`${CLAIM}deployment_id`) }, 'DEPLOYMENT_MISSING'],
    ['unknown deployment_id', { claims: setClaim(`${CLAIM}deployment_id`, 'new') }, 'DEPLOYMENT_PENDING'],
    ['no target_link_uri', { claims: dropClaim(`${CLAIM}target_link_uri`) }, 'TARGET_LINK_MISSING'],
    [
      'foreign target_link_uri',
      { claims: setClaim(`${CLAIM}target_link_uri`, 'https://evil.test/lti/launch') },
      'TARGET_LINK_FOREIGN',
    ],
    [
      'no resource_link.id',
      { claims: setClaim(`${CLAIM}resource_link`, { title: 'Essay' }) },
      'RESOURCE_LINK_MISSING',
    ],
    ['no sub', { claims: dropClaim('sub') }, 'ANONYMOUS'],
    ['no roles claim', { claims: dropClaim(`${CLAIM}roles`) }, 'ROLES_MISSING'],
    ['roles as a text', { claims: setClaim(`${CLAIM}roles`, 'Instructor') }, 'CLAIM_MALFORMED'],
    ['no context', { claims: dropClaim(`${CLAIM}context`) }, 'NO_CONTEXT'],
    ['no nonce', { claims: dropClaim('nonce') }, 'TOKEN_NO_NONCE'],
    [
      'an id_token that is no token',
      { fields: (fields) => ({ ...fields, id_token: 'a.b.c' }) },
      'TOKEN_MALFORMED',
    ],
    ['no id_token', { fields: ({ id_token: _token, ...rest }) => rest }, 'LAUNCH_PARAMETERS'],
  ])('%s', async (_rule, tamper, code) => {
    await expectRefused(bench, await bench.answer(await bench.login(), tamper), code);
  });
});

describe('a launch that is refused after its token was verified', () => {
  const pending = { claims: setClaim(`${CLAIM}deployment_id`, 'new') };

  test('shows the way back to the course, with what happened for the LMS to tell', async () => {
    const begun = await bench.login();
    const html = await expectRefused(bench, await bench.answer(begun, pending), 'DEPLOYMENT_PENDING');
    const href = /<a class="button" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const url = new URL(href);
    expect(url.origin).toBe(bench.simulator.url);
    expect(url.searchParams.get('lti_errormsg')).toBe('One more step for your administrator');
    expect(url.searchParams.get('lti_errorlog')).toMatch(/^DEPLOYMENT_PENDING [0-9a-f]{32}$/);
  });

  test.each([
    ['no web address', 'javascript:alert(1)'],
    ['no address', 'back'],
    ['no text', 5],
  ])('shows none when the token’s way back is %s', async (_rule, returnUrl) => {
    const claims = (sent: Record<string, unknown>) => ({
      ...pending.claims(sent),
      [`${CLAIM}launch_presentation`]: { return_url: returnUrl },
    });
    const response = await bench.answer(await bench.login(), { claims });
    expect(await expectRefused(bench, response, 'DEPLOYMENT_PENDING')).not.toContain('class="button"');
  });
});

describe('a submission review is refused', () => {
  const review = (change: (claims: Record<string, unknown>) => Record<string, unknown>) => ({
    claims: (claims: Record<string, unknown>) =>
      change({
        ...claims,
        [`${CLAIM}message_type`]: 'LtiSubmissionReviewRequest',
        [`${CLAIM}for_user`]: { user_id: '7' },
      }),
  });
  test.each([
    ['without a learner', dropClaim(`${CLAIM}for_user`), 'FOR_USER_MISSING'],
    ['with a learner without an id', setClaim(`${CLAIM}for_user`, {}), 'FOR_USER_MISSING'],
    [
      'with an operator for an id',
      setClaim(`${CLAIM}for_user`, { user_id: { $ne: '' } }),
      'FOR_USER_MISSING',
    ],
    ['without a link', dropClaim(`${CLAIM}resource_link`), 'RESOURCE_LINK_MISSING'],
    ['without a target', dropClaim(`${CLAIM}target_link_uri`), 'TARGET_LINK_MISSING'],
    ['without a person', dropClaim('sub'), 'ANONYMOUS'],
  ])('%s', async (_rule, change, code) => {
    await expectRefused(bench, await bench.answer(await bench.login(), review(change)), code);
  });
});

describe('a launch with a bad state or nonce is refused', () => {
  test('nonce of another login', async () => {
    const other = new URL((await bench.login()).authorizationUrl).searchParams.get('nonce');
    const tamper = { claims: setClaim('nonce', other) };
    await expectRefused(bench, await bench.answer(await bench.login(), tamper), 'TOKEN_WRONG_NONCE');
  });

  test('replayed nonce: the whole launch posted again', async () => {
    const begun = await bench.login();
    const { fields } = await bench.simulator.authorize(begun.authorizationUrl);
    await bench.post('/lti/launch', fields, { cookie: begun.cookie });
    bench.launches.length = 0;
    await expectRefused(
      bench,
      await bench.post('/lti/launch', fields, { cookie: begun.cookie }),
      'STATE_USED',
    );
  });

  test('a page of the LMS that is shown once more: whoever is in already goes on to the page before it', async () => {
    const begun = await bench.login();
    const { fields } = await bench.simulator.authorize(begun.authorizationUrl);
    const again = async (): Promise<Response> => {
      bench.launches.length = 0;
      return await bench.post('/lti/launch', fields, { cookie: begun.cookie });
    };
    const location = (await again()).headers.get('location') ?? '';
    expect(await expectRefused(bench, await again(), 'STATE_USED')).not.toContain('<script');
    await bench.lti.sessions.redeemCode(location.split('#code=')[1] ?? '');
    const page = await again();
    expect(page.headers.get('content-security-policy')).toContain(bench.simulator.url);
    const scripts = [page, await again(), await again()].map(
      async (response) =>
        /<script nonce="[^"]+">(.*)<\/script>/.exec(await expectRefused(bench, response, 'STATE_USED'))?.[1],
    );
    // Where the LMS's page stays in the history one comes to it again; it never goes on for ever.
    expect(await Promise.all(scripts)).toEqual(['history.go(-1);', 'history.go(-2);', undefined]);
    bench.clock.aheadMs = 60_000;
    expect(await (await again()).text()).toContain('history.go(-1);');
  });

  test('a used token with the state of a later login', async () => {
    const [begun, later] = [await bench.login(), await bench.login()];
    const { fields } = await bench.simulator.authorize(begun.authorizationUrl);
    const replayed = await bench.post(
      '/lti/launch',
      { ...fields, state: later.state },
      { cookie: later.cookie },
    );
    await expectRefused(bench, replayed, 'TOKEN_WRONG_NONCE');
  });

  test('state of another browser: another secret in its cookie', async () => {
    const begun = await bench.login();
    const stolen = `${begun.cookie.split('=', 1)[0]}=${'x'.repeat(43)}`;
    await expectRefused(bench, await bench.answer(begun, undefined, stolen), 'STATE_OTHER_BROWSER');
  });

  test('state used twice at once: one launch goes through, the other is told', async () => {
    const begun = await bench.login();
    const { fields } = await bench.simulator.authorize(begun.authorizationUrl);
    const both = await Promise.all(
      [1, 2].map(async () => await bench.post('/lti/launch', fields, { cookie: begun.cookie })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 401]);
    expect(bench.launches).toHaveLength(1);
    bench.launches.length = 0;
    await expectRefused(bench, both.find(({ status }) => status === 401) as Response, 'STATE_USED');
  });

  test('state expired', async () => {
    const begun = await bench.login();
    bench.clock.aheadMs = 5 * 60_000 + 1000;
    await expectRefused(bench, await bench.answer(begun), 'STATE_EXPIRED');
  });

  test('state never issued', async () => {
    const response = await bench.post('/lti/launch', { id_token: 'x', state: 'a'.repeat(50) });
    await expectRefused(bench, response, 'STATE_UNKNOWN');
  });

  test('state=a%20b, which ends a bare ltijs process', async () => {
    await expectRefused(
      bench,
      await bench.post('/lti/launch', { id_token: 'x', state: 'a b' }),
      'STATE_MALFORMED',
    );
    await expectRefused(bench, await bench.post('/lti/launch', { state: 'a b' }), 'STATE_MALFORMED');
    await expectLaunched(bench, await bench.answer(await bench.login()));
  });

  test('an error of the LMS is told in its own words, without markup', async () => {
    const { state } = await bench.login();
    const fields = { error: 'launch_no_longer_valid', error_description: '<b>Too old</b>', state };
    const html = await expectRefused(bench, await bench.post('/lti/launch', fields), 'PLATFORM_ERROR');
    expect(html).toContain('<bdi>launch_no_longer_valid: &lt;b&gt;Too old&lt;/b&gt;</bdi>');
  });

  test('nobody can put words into the page without a login of ours', async () => {
    const fields = { error: 'call 555', state: 'b'.repeat(50) };
    expect(
      await expectRefused(bench, await bench.post('/lti/launch', fields), 'STATE_UNKNOWN'),
    ).not.toContain('555');
  });
});

describe('a bad login is refused', () => {
  const good = (): Record<string, string> =>
    bench.simulator.beginLogin(bench.course.id, bench.learner.id, bench.link.id).params;
  const get = async (query: string): Promise<Response> =>
    await fetch(`${bench.url}/lti/login?${query}`, { redirect: 'manual' });

  test('unknown client', async () => {
    const response = await bench.post('/lti/login', { ...good(), client_id: 'nobody' });
    await expectRefused(bench, response, 'LOGIN_UNKNOWN_CLIENT');
  });

  test.each([
    ['an operator in the query', 'iss[$ne]=x&client_id=c&login_hint=1&target_link_uri=u'],
    ['an object in the query', 'iss[a]=x&iss=y&client_id=c&login_hint=1&target_link_uri=u'],
    ['a list in the query', 'iss=x&iss=y&client_id=c&login_hint=1&target_link_uri=u'],
    ['a parameter missing', 'iss=x&client_id=c'],
    ['nothing at all', ''],
  ])('%s', async (_rule, query) => {
    await expectRefused(bench, await get(query), 'LOGIN_PARAMETERS');
  });

  test.each([
    ['a list in the form', 'application/x-www-form-urlencoded', 'iss=x&iss=y&login_hint=1&target_link_uri=u'],
    [
      'an operator in the form',
      'application/x-www-form-urlencoded',
      'iss[$ne]=x&login_hint=1&target_link_uri=u',
    ],
    ['JSON in place of a form', 'application/json', '{"iss":{"$ne":"x"},"login_hint":"1"}'],
  ])('%s', async (_rule, type, body) => {
    const headers = { 'content-type': type };
    const response = await fetch(`${bench.url}/lti/login`, { method: 'POST', headers, body });
    await expectRefused(bench, response, 'LOGIN_PARAMETERS');
  });

  test.each([
    ['/lti/login', 70_000],
    ['/lti/launch', 300_000],
  ])('oversized body at %s', async (path, size) => {
    await expectRefused(bench, await bench.post(path, { state: 'x'.repeat(size) }), 'BODY_TOO_LARGE');
  });

  test('a target that is not the tool', async () => {
    const response = await bench.post('/lti/login', {
      ...good(),
      target_link_uri: `${bench.url}.evil.test/`,
    });
    await expectRefused(bench, response, 'LOGIN_TARGET_FOREIGN');
  });

  test('a launch address that was typed in', async () => {
    await expectRefused(bench, await fetch(`${bench.url}/lti/launch`), 'LAUNCH_NOT_POSTED');
  });

  test('ltijs is reached by the login alone', async () => {
    for (const path of ['/lti', '/lti/', '/lti/register', '/lti/anything']) {
      const response = await bench.post(path, { id_token: 'x', state: 'a b', ltik: 'x' });
      expect([path, response.status]).toEqual([path, 404]);
    }
  });
});

describe("the platform's keys", () => {
  let later = 0;
  const fault = (fault: Parameters<LaunchBench['simulator']['misbehave']['set']>[1]): Tamper => {
    // Past the pause since the last reading, so that the unknown key makes the tool ask.
    bench.clock.aheadMs = later += 20_000;
    bench.simulator.misbehave.set('jwks', fault);
    return { header: (header) => ({ ...header, kid: 'new' }) };
  };

  test('HTML in their place', async () => {
    const tamper = fault({ body: 'html' });
    await expectRefused(bench, await bench.answer(await bench.login(), tamper), 'PLATFORM_KEYS_UNREADABLE');
  });

  test('an error in their place', async () => {
    const tamper = fault({ status: 500 });
    await expectRefused(bench, await bench.answer(await bench.login(), tamper), 'PLATFORM_KEYS_UNREACHABLE');
  });

  test('no answer at all: refused after a while, the known key still works meanwhile', async () => {
    const tamper = fault({ hang: true });
    const hanging = bench.answer(await bench.login(), tamper);
    const known = await bench.answer(await bench.login());
    await expectLaunched(bench, known);
    bench.launches.length = 0;
    await expectRefused(bench, await hanging, 'PLATFORM_KEYS_TIMEOUT');
  }, 15_000);

  test('a rotated key is read at its first use, once', async () => {
    bench.clock.aheadMs = 3 * 60_000;
    await bench.simulator.rotateKeys({ overlap: false });
    bench.simulator.requests.clear();
    // The simulator's clock is not ours: three minutes ahead, its tokens look old.
    bench.simulator.misbehave.clockSkewSeconds = 180;
    for (const begun of [await bench.login(), await bench.login()]) {
      await expectLaunched(bench, await bench.answer(begun));
    }
    expect(bench.simulator.requests.ofKind('jwks')).toHaveLength(1);
  });
});
