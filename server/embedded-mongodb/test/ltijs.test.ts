import { expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import mongoose from 'mongoose';
import { startEmbeddedMongodb } from '../index.ts';

/** Unmodified ltijs with its own database layer: registration, launches and access tokens on this server. */
interface Lti {
  setup(key: string, database: object, options: object): void;
  onConnect(
    callback: (token: { user: string }, request: unknown, response: { json(body: unknown): void }) => void,
  ): void;
  deploy(options: object): Promise<unknown>;
  app: Parameters<typeof createServer>[1];
  registerPlatform(platform: object): Promise<{
    platformName(): Promise<string>;
    platformAccessToken(scopes: string): Promise<{ access_token: string }>;
  }>;
  getAllPlatforms(): Promise<unknown[]>;
  close(options: object): Promise<unknown>;
}

// each test gets an instance of its own; the package exports a shared one
const { Provider } = createRequire(import.meta.url)('ltijs') as { Provider: { constructor: new () => Lti } };

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

test('ltijs registers a platform, launches and fetches a token', async () => {
  const mongodb = await startEmbeddedMongodb({ memory: true });
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' };
  const platform = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const token = { access_token: 'at', token_type: 'Bearer', expires_in: 3600, scope: 's' };
    response.end(JSON.stringify(request.url === '/jwks' ? { keys: [key] } : token));
  });
  const issuer = await listen(platform);
  // ltijs would connect with options that mongoose 9 no longer takes; a connection that is open it uses as it is
  await mongoose.connect(mongodb.uri('lti'));
  const lti = new Provider.constructor();
  const options = {
    appRoute: '/',
    loginRoute: '/login',
    devMode: true,
    cookies: { secure: false, sameSite: '' },
  };
  lti.setup('encryption key', { url: mongodb.uri('lti') }, options);
  lti.onConnect((token, _request, response) => response.json({ user: token.user }));
  await lti.deploy({ serverless: true, silent: true });
  const tool = createServer(lti.app);
  const url = await listen(tool);

  const registration = {
    url: issuer,
    name: 'Platform',
    clientId: 'client',
    authenticationEndpoint: `${issuer}/auth`,
    accesstokenEndpoint: `${issuer}/token`,
    authConfig: { method: 'JWK_SET', key: `${issuer}/jwks` },
  };
  const registered = await lti.registerPlatform(registration);
  expect(await registered.platformName()).toBe('Platform');
  expect(await lti.getAllPlatforms()).toHaveLength(1);

  const launch = async (user: string): Promise<unknown> => {
    const parameters = {
      iss: issuer,
      login_hint: user,
      target_link_uri: url,
      client_id: 'client',
      lti_deployment_id: 'd',
    };
    const login = await fetch(`${url}/login?${new URLSearchParams(parameters).toString()}`, {
      redirect: 'manual',
    });
    const redirect = new URL(login.headers.get('location') ?? '');
    const claims = {
      nonce: redirect.searchParams.get('nonce'),
      [`${CLAIM}deployment_id`]: 'd',
      [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
      [`${CLAIM}version`]: '1.3.0',
      [`${CLAIM}target_link_uri`]: url,
      [`${CLAIM}resource_link`]: { id: 'r' },
      [`${CLAIM}roles`]: [],
    };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience('client')
      .setSubject(user)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    const body = new URLSearchParams({ id_token: token, state: redirect.searchParams.get('state') ?? '' });
    const cookie = cookiesOf(login);
    const posted = await fetch(url, { method: 'POST', redirect: 'manual', headers: { cookie }, body });
    const target = new URL(posted.headers.get('location') ?? '', url);
    return (await fetch(target, { headers: { cookie: `${cookie}; ${cookiesOf(posted)}` } })).json();
  };
  expect(await launch('u1')).toEqual({ user: 'u1' });
  expect(await Promise.all(['u2', 'u3', 'u4'].map(launch))).toEqual([
    { user: 'u2' },
    { user: 'u3' },
    { user: 'u4' },
  ]);
  expect(await registered.platformAccessToken('s')).toMatchObject({ access_token: 'at' });

  const names = (await mongoose.connection.listCollections()).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['platforms', 'privatekeys', 'nonces', 'idtokens']));
  await lti.close({ silent: true });
  platform.close();
  tool.close();
  await mongodb.close();
}, 120_000);
