/** Platforms that register themselves by an invitation: over HTTP, as an LMS's browser frame and server do it. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ProfileName } from '../lms-simulator/index.ts';
import { BY_TEST, first, type LaunchBench, startLaunchBench } from './launch-bench.ts';
import { expectLaunched, tidy } from './launch-support.ts';

const PROFILES = ['moodle', 'canvas', 'strict'] as const;
const benches = {} as Record<ProfileName, LaunchBench>;
beforeAll(async () => {
  for (const profile of PROFILES) benches[profile] = await startLaunchBench({ profile });
});
afterAll(async () => {
  for (const bench of Object.values(benches)) await bench.close();
});
beforeEach(() => {
  for (const bench of Object.values(benches)) tidy(bench);
});

interface PageAnswer {
  status: number;
  html: string;
  headers: Headers;
}

const invite = async (bench: LaunchBench, label = 'School of Engineering'): Promise<string> =>
  (await bench.invitations.make({ kind: 'platform', label, administratorId: null, days: 7 }, BY_TEST)).secret;

async function open(
  bench: LaunchBench,
  parameters: Record<string, string>,
  language = 'en',
): Promise<PageAnswer> {
  const response = await fetch(`${bench.url}/lti/register?${new URLSearchParams(parameters).toString()}`, {
    headers: { 'accept-language': language },
  });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

async function send(bench: LaunchBench, parameters: Record<string, string>): Promise<PageAnswer> {
  const response = await bench.post('/lti/register', parameters);
  return { status: response.status, html: await response.text(), headers: response.headers };
}

/** What the LMS's frame would send for this invitation. */
const parametersOf = async (bench: LaunchBench, invitation: string) => ({
  invitation,
  ...(await bench.simulator.inviteTool()),
});

const codeOf = ({ html }: PageAnswer): string | undefined => /<code>([A-Z_]+)/.exec(html)?.[1];

/** Platforms that are not the bench's own. */
const newPlatforms = async (bench: LaunchBench) =>
  (await bench.lti.registry.list()).filter(({ clientId }) => clientId !== bench.registration.clientId);

describe.each(PROFILES)('%s', (profile) => {
  test('registers, waits for approval, then launches', async () => {
    const bench = benches[profile];
    const parameters = await parametersOf(bench, await invite(bench));

    // Looking uses nothing up and calls nobody.
    bench.simulator.requests.clear();
    const asked = await open(bench, parameters);
    expect(asked.status).toBe(200);
    expect(asked.html).toContain(new URL(bench.simulator.url).host);
    expect(asked.html).toContain('School of Engineering');
    expect(bench.simulator.requests.all()).toEqual([]);
    expect(await newPlatforms(bench)).toEqual([]);

    const done = await send(bench, parameters);
    expect([done.status, codeOf(done)]).toEqual([200, undefined]);
    expect(done.html).toContain('org.imsglobal.lti.close');
    expect(done.html).toContain(`${bench.url}/app/admin`);
    const platform = first(await newPlatforms(bench));
    expect(platform).toMatchObject({
      name: 'School of Engineering',
      issuer: bench.simulator.url,
      status: 'pending',
      acceptNewDeployments: false,
    });
    const tool = bench.simulator.institution.state.tools[platform.clientId];
    expect(tool).toMatchObject({ loginUrl: `${bench.url}/lti/login`, jwksUrl: `${bench.url}/lti/keys` });

    bench.simulator.activateTool(platform.clientId);
    const link = bench.simulator.addResourceLink(bench.course, {
      title: 'By registration',
      clientId: platform.clientId,
      lineItem: { scoreMaximum: 10 },
    });
    const refused = await bench.login({ request: link.id });
    expect(refused.html).toContain('<code>PLATFORM_PENDING</code>');
    await bench.lti.registry.approve(platform.id, BY_TEST);
    await expectLaunched(bench, await bench.answer(await bench.login({ request: link.id })));

    // With the new key pair a score is taken too.
    const { platformId, lineItem } = first(bench.launches);
    const score = {
      userId: bench.learner.id,
      scoreGiven: 5,
      scoreMaximum: 10,
      comment: '',
      timestamp: new Date(),
    };
    expect(await bench.lti.grades.postScore(platformId, lineItem ?? '', score)).toEqual({ type: 'stored' });
    await bench.lti.registry.disable(platform.id, BY_TEST);
  });
});

describe('what remains to be done is said in the LMS’s words', () => {
  test.each([
    ['moodle', 'press Activate'],
    ['canvas', 'enable it'],
    ['strict', 'if Roundtable is shown as pending'],
  ] as const)('%s', async (profile, words) => {
    const bench = benches[profile];
    expect((await send(bench, await parametersOf(bench, await invite(bench)))).html).toContain(words);
  });

  test('in the browser’s language, from right to left too', async () => {
    const bench = benches.moodle;
    const parameters = await parametersOf(bench, await invite(bench));
    expect((await open(bench, parameters, 'de')).html).toContain('registrieren?');
    expect((await open(bench, parameters, 'ar')).html).toContain('<html lang="ar" dir="rtl">');
  });
});

test('the pages may be framed by the LMS, run nothing foreign, and leave no trace of the invitation', async () => {
  const bench = benches.moodle;
  const parameters = await parametersOf(bench, await invite(bench));
  const { headers } = await open(bench, parameters);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain(`frame-ancestors https: ${bench.simulator.url}`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
  await send(bench, parameters);
  await send(bench, parameters);
  expect(bench.log.map(({ fields }) => fields['event'])).toEqual([
    'registration.done',
    'registration.refused',
  ]);
  expect(JSON.stringify(bench.log)).not.toContain(parameters.invitation);
  expect(JSON.stringify(bench.log)).not.toContain(parameters.registration_token);
});

describe('an invitation', () => {
  const attempt = async (secret: string): Promise<string | undefined> => {
    const bench = benches.strict;
    const parameters = await parametersOf(bench, secret);
    bench.simulator.requests.clear();
    const [looked, sent] = [await open(bench, parameters), await send(bench, parameters)];
    expect(codeOf(looked)).toBe(codeOf(sent));
    expect(looked.status).toBe(403);
    // Nobody is called on the word of somebody without an invitation.
    expect(bench.simulator.requests.all()).toEqual([]);
    return codeOf(sent);
  };

  test('works once', async () => {
    const secret = await invite(benches.strict);
    expect((await send(benches.strict, await parametersOf(benches.strict, secret))).status).toBe(200);
    expect(await attempt(secret)).toBe('INVITATION_USED');
  });

  test('works once when two use it at the same moment', async () => {
    const bench = benches.strict;
    const secret = await invite(bench, 'Two at once');
    const both = [await parametersOf(bench, secret), await parametersOf(bench, secret)];
    const answers = await Promise.all(both.map((parameters) => send(bench, parameters)));
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['INVITATION_USED', undefined]));
    expect((await newPlatforms(bench)).filter(({ name }) => name === 'Two at once')).toHaveLength(1);
  });

  test('ends', async () => {
    const secret = await invite(benches.strict);
    benches.strict.clock.aheadMs = 8 * 24 * 3_600_000;
    expect(await attempt(secret)).toBe('INVITATION_EXPIRED');
  });

  test('can be withdrawn', async () => {
    const wanted = { kind: 'platform', label: 'x', administratorId: null, days: 7 } as const;
    const { invitation, secret } = await benches.strict.invitations.make(wanted, BY_TEST);
    await benches.strict.invitations.revoke(invitation.id, BY_TEST);
    expect(await attempt(secret)).toBe('INVITATION_REVOKED');
  });

  test('is one for platforms: an administrator’s opens nothing here, a guessed one neither', async () => {
    const wanted = { kind: 'administrator', label: 'Ada', administratorId: null, days: 7 } as const;
    const { secret } = await benches.strict.invitations.make(wanted, BY_TEST);
    expect(await attempt(secret)).toBe('INVITATION_UNKNOWN');
    expect(await attempt('x'.repeat(43))).toBe('INVITATION_UNKNOWN');
  });

  test('is stored as a hash alone', async () => {
    const secret = await invite(benches.strict);
    const [newest] = await benches.strict.invitations.list(null, 1);
    expect(JSON.stringify(newest)).not.toContain(secret);
    expect(newest?.id).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('parameters', () => {
  test.each<[string, (good: Record<string, string>) => Record<string, string>]>([
    ['none', () => ({})],
    ['no configuration', ({ openid_configuration: _, ...rest }) => rest],
    ['an invitation of another form', (good) => ({ ...good, invitation: 'x' })],
    ['a token that would break the header', (good) => ({ ...good, registration_token: 'a\r\nx-evil: 1' })],
    ['an operator', (good) => ({ ...good, 'invitation[$ne]': 'x' })],
  ])('%s: a page says that something is missing', async (_rule, change) => {
    const bench = benches.moodle;
    const parameters = change(await parametersOf(bench, await invite(bench)));
    const [looked, sent] = [await open(bench, parameters), await send(bench, parameters)];
    expect([looked.status, codeOf(looked), sent.status]).toEqual([400, 'REGISTRATION_PARAMETERS', 400]);
  });
});

describe('a platform that means ill, or fails', () => {
  let server: Server | null = null;
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    server = null;
  });
  const listen = async (listener: RequestListener): Promise<string> => {
    server = createServer(listener);
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const json =
    (value: unknown): RequestListener =>
    (_request, response) =>
      void response.end(JSON.stringify(value));
  const configurationAt = (origin: string, changes: object = {}): object => ({
    issuer: origin,
    authorization_endpoint: `${origin}/auth`,
    token_endpoint: `${origin}/token`,
    jwks_uri: `${origin}/jwks`,
    registration_endpoint: `${origin}/register`,
    ...changes,
  });
  /** Registers with a configuration at this address, and expects that the invitation still works afterwards. */
  async function refused(openid_configuration: string): Promise<string | undefined> {
    const bench = benches.moodle;
    const before = await newPlatforms(bench);
    const invitation = await invite(bench);
    const answer = await send(bench, {
      invitation,
      openid_configuration,
      registration_token: 'secret-token',
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.html).not.toContain('secret-token');
    expect(await newPlatforms(bench)).toEqual(before);
    expect(await bench.invitations.check('platform', invitation)).toMatchObject({ usedAt: null });
    return codeOf(answer);
  }

  test.each([
    ['without TLS', 'http://93.184.215.14/openid-configuration'],
    ['of a private network', 'https://192.168.0.10/openid-configuration'],
    ['of cloud metadata', 'https://169.254.169.254/latest/meta-data/'],
    ['of an IPv4 address in IPv6', 'https://[::ffff:10.0.0.1]/'],
    ['of a file', 'file:///etc/passwd'],
    ['that is none', 'openid'],
  ])('a configuration at an address %s is not fetched', async (_rule, address) => {
    expect(await refused(address)).toBe('CONFIGURATION_ADDRESS_REFUSED');
  });

  test('a redirect is not followed', async () => {
    let followed = false;
    const origin = await listen((request, response) => {
      if (request.url === '/secret') followed = true;
      response.writeHead(302, { location: '/secret' }).end();
    });
    expect(await refused(`${origin}/openid-configuration`)).toBe('CONFIGURATION_UNREADABLE');
    expect(followed).toBe(false);
  });

  test.each<[string, (origin: string) => object, string]>([
    [
      'another issuer',
      (origin) => configurationAt(origin, { issuer: 'https://moodle.victim.test' }),
      'CONFIGURATION_ISSUER_FOREIGN',
    ],
    [
      'a registration endpoint elsewhere',
      (origin) => configurationAt(origin, { registration_endpoint: 'https://collector.test/' }),
      'CONFIGURATION_ENDPOINT_FOREIGN',
    ],
    [
      'keys in a private network',
      (origin) => configurationAt(origin, { jwks_uri: 'https://10.0.0.1/jwks' }),
      'CONFIGURATION_ADDRESS_REFUSED',
    ],
    [
      'a token endpoint at cloud metadata',
      (origin) => configurationAt(origin, { token_endpoint: 'https://169.254.169.254/token' }),
      'CONFIGURATION_ADDRESS_REFUSED',
    ],
  ])('%s: the registration token is not sent', async (_rule, make, code) => {
    const posts: string[] = [];
    let document: object = {};
    const origin = await listen((request, response) => {
      if (request.method === 'POST') posts.push(request.url ?? '');
      response.end(JSON.stringify(document));
    });
    document = make(origin);
    expect(await refused(`${origin}/openid-configuration`)).toBe(code);
    expect(posts).toEqual([]);
  });

  test('a configuration that is an HTML page, or far too long', async () => {
    const page = await listen((_request, response) => void response.end('<html>Log in</html>'));
    expect(await refused(page)).toBe('CONFIGURATION_UNREADABLE');
    await new Promise((resolve) => server?.close(resolve));
    const long = await listen(json({ issuer: 'x'.repeat(1_000_000) }));
    expect(await refused(long)).toBe('CONFIGURATION_UNREACHABLE');
  });

  test('a host that is down', async () => {
    expect(await refused('http://127.0.0.1:9/openid-configuration')).toBe('CONFIGURATION_UNREACHABLE');
  });

  test('an answer that is lost after the platform may have stored it', async () => {
    let origin = '';
    origin = await listen((request, response) => {
      if (request.method === 'POST') response.destroy();
      else response.end(JSON.stringify(configurationAt(origin)));
    });
    expect(await refused(`${origin}/openid-configuration`)).toBe('REGISTRATION_ANSWER_LOST');
  });

  test('a script in its words is shown as text', async () => {
    let origin = '';
    origin = await listen((request, response) => {
      if (request.method === 'POST')
        response.writeHead(422).end('<b>no</b> &lt;script&gt;alert(1)&lt;/script&gt;');
      else response.end(JSON.stringify(configurationAt(origin)));
    });
    const bench = benches.moodle;
    const parameters = {
      invitation: await invite(bench),
      openid_configuration: `${origin}/c`,
      registration_token: 't',
    };
    const answer = await send(bench, parameters);
    expect(codeOf(answer)).toBe('REGISTRATION_REFUSED');
    expect(answer.html).not.toContain('<script>alert');
    expect(answer.html).toContain('422');
  });

  test('a registration token that was used is named as such, and the invitation is good for a new one', async () => {
    const bench = benches.moodle;
    const parameters = await parametersOf(bench, await invite(bench));
    expect((await send(bench, parameters)).status).toBe(200);
    const invitation = await invite(bench);
    const again = await send(bench, { ...parameters, invitation });
    expect([again.status, codeOf(again)]).toEqual([400, 'REGISTRATION_TOKEN_USED']);
    expect(again.html).toContain('used already');
    expect((await send(bench, await parametersOf(bench, invitation))).status).toBe(200);
  });

  test('a client id that is registered already changes nothing', async () => {
    const bench = benches.moodle;
    const { clientId, issuer } = bench.registration;
    let origin = '';
    origin = await listen((request, response) => {
      const answer = request.method === 'POST' ? { client_id: 'same' } : configurationAt(origin);
      response.end(JSON.stringify(answer));
    });
    const register = async () =>
      await send(bench, {
        invitation: await invite(bench),
        openid_configuration: `${origin}/c`,
        registration_token: 't',
      });
    expect((await register()).status).toBe(200);
    const known = first((await newPlatforms(bench)).filter((platform) => platform.clientId === 'same'));
    await bench.lti.registry.approve(known.id, BY_TEST);
    expect(codeOf(await register())).toBe('REGISTRATION_EXISTS');
    expect(await bench.lti.registry.find(known.id)).toMatchObject({ status: 'active', clientId: 'same' });
    expect(
      (await bench.lti.registry.list()).some((one) => one.clientId === clientId && one.issuer === issuer),
    ).toBe(true);
  });

  test('an invitation is not given back for ever', async () => {
    const bench = benches.moodle;
    const invitation = await invite(bench);
    const parameters = { invitation, openid_configuration: 'https://10.0.0.1/', registration_token: 't' };
    for (let tries = 0; tries < 20; tries++) {
      expect(codeOf(await send(bench, parameters))).toBe('CONFIGURATION_ADDRESS_REFUSED');
    }
    expect(codeOf(await send(bench, parameters))).toBe('INVITATION_USED');
  });
});
