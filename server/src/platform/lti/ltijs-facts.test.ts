/** What ltijs 5.9.9 does that decided how it is wrapped (server/docs/adr/0002-ltijs-wrapping.md). A new version must fail here first. */
import { generateKeyPairSync } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { decodeJwt, SignJWT } from 'jose';
import type { LtijsDatabase } from 'ltijs';
import { authenticationRequest, createProvider } from './ltijs-provider.ts';
import { CLAIM } from './vocabulary.ts';

const require = createRequire(import.meta.url);
const auth = require('ltijs/dist/Utils/Auth.js') as {
  verifyToken(token: string, key: string, rules: object, platform: object, database: object): Promise<object>;
};
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const platform = { platformClientId: async () => 'client', platformKid: async () => 'kid' };

/** A database that knows one platform and stores nothing. */
const database: LtijsDatabase = {
  setup: async () => true,
  Close: async () => true,
  async Get(_enc, collection) {
    const known = { platformUrl: 'https://lms.test', clientId: 'client', kid: 'kid', authConfig: {} };
    if (collection === 'platform') return [{ ...known, authEndpoint: 'https://lms.test/auth?school=7' }];
    return collection === 'platformStatus' ? [{ active: true }] : false;
  },
  Insert: async () => true,
  Replace: async () => true,
  Modify: async () => true,
  Delete: async () => true,
};

/** Lets ltijs judge a token of a platform whose clock is this many seconds ahead of ours. */
async function judge(aheadSeconds: number, changes: object = {}): Promise<object> {
  const now = Math.floor(Date.now() / 1000) + aheadSeconds;
  const claims = {
    iss: 'https://lms.test',
    aud: 'client',
    sub: '4',
    nonce: 'n',
    iat: now,
    exp: now + 60,
    [CLAIM.version]: '1.3.0',
    [CLAIM.messageType]: 'LtiResourceLinkRequest',
    [CLAIM.deploymentId]: '1',
    [CLAIM.targetLinkUri]: 'https://tool.test/lti/launch',
    [CLAIM.resourceLink]: { id: 'r' },
    [CLAIM.roles]: [],
    ...changes,
  };
  const token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return await auth.verifyToken(token, pem, { alg: 'RS256', maxAge: false }, platform, database);
}

describe('verification by ltijs', () => {
  test('a Moodle token lives 60 seconds: a platform 30 seconds behind gets through', async () => {
    expect(await judge(-30)).toMatchObject({ sub: '4' });
  });

  test('two minutes behind is refused, and there is no setting for a tolerance', async () => {
    await expect(judge(-119)).rejects.toThrow('jwt expired');
  });

  test('submission-review messages are refused', async () => {
    const review = { [CLAIM.messageType]: 'LtiSubmissionReviewRequest' };
    await expect(judge(0, review)).rejects.toThrow('NO_MESSAGE_TYPE_CLAIM');
  });

  test('a token without exp is taken', async () => {
    expect(await judge(0, { exp: undefined })).toMatchObject({ sub: '4' });
  });
});

describe('the login of ltijs', () => {
  const login = {
    iss: 'https://lms.test',
    client_id: 'client',
    login_hint: '4',
    lti_message_hint: '{"cmid":2}',
    target_link_uri: 'https://tool.test/lti/launch',
  };

  test('builds the authentication request, hints byte for byte', async () => {
    const query = await authenticationRequest(
      createProvider('k'.repeat(64), database),
      login,
      'a1'.repeat(25),
    );
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: 'id_token',
      response_mode: 'form_post',
      scope: 'openid',
      prompt: 'none',
      client_id: 'client',
      login_hint: '4',
      lti_message_hint: '{"cmid":2}',
      redirect_uri: 'https://tool.test/lti/launch',
      state: 'a1'.repeat(25),
    });
  });

  test('by its route would spoil an authorization endpoint that has a query of its own', async () => {
    const provider = createProvider('k'.repeat(64), database);
    const request = Object.assign(new IncomingMessage(new Socket()), { method: 'POST', url: '/login' });
    Object.assign(request, { body: login, _body: true });
    const location = await new Promise<string>((resolve, reject) => {
      const response = Object.assign(new ServerResponse(request), { redirect: resolve });
      provider.app(request, response, reject);
    });
    expect(location).toContain('https://lms.test/auth%3Fschool=7?');
  });

  test('a platform that ltijs does not find is an error here, not a hanging request', async () => {
    const unknown = { ...database, Get: async () => false as const };
    const provider = createProvider('k'.repeat(64), unknown);
    await expect(authenticationRequest(provider, login, 'a1'.repeat(25))).rejects.toThrow('does not find');
  });
});

test('what ltijs signs lives a minute, with no setting for it', async () => {
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const withKey: LtijsDatabase = {
    ...database,
    Get: async (enc, collection, query) =>
      collection === 'privatekey' ? [{ key: pem, kid: 'kid' }] : await database.Get(enc, collection, query),
  };
  const { DeepLinking } = createProvider('k'.repeat(64), withKey) as unknown as {
    DeepLinking: { createDeepLinkingMessage(idToken: object, items: object[]): Promise<string> };
  };
  const platformContext = { deepLinkingSettings: { accept_types: [] } };
  const message = { iss: 'https://lms.test', clientId: 'client', deploymentId: '1', platformContext };
  const { iat = 0, exp = 0 } = decodeJwt(await DeepLinking.createDeepLinkingMessage(message, []));
  expect(exp - iat).toBe(60);
  expect(iat).toBeGreaterThan(Date.now() / 1000 - 30);
});

test('our set-up leaves the process its own signals', () => {
  const before = process.listenerCount('SIGINT');
  createProvider('k'.repeat(64), database);
  expect(process.listenerCount('SIGINT')).toBe(before);
});
