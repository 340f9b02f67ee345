/** A bare tool for the simulator's own tests: it has keys, publishes them, and calls services. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { startSimulator } from './index.ts';
import type { Registration, Simulator, SimulatorOptions } from './index.ts';
import { AGS_SCOPES, SCOPE } from './vocabulary.ts';

interface TestTool {
  url: string;
  keysFetched(): number;
  newKeys(): void;
  sign(claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

async function startTool(): Promise<TestTool> {
  let fetched = 0;
  let pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((_request, response) => {
    fetched += 1;
    const key = { ...pair.publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'tool-key' };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [key] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    keysFetched: () => fetched,
    newKeys: () => (pair = generateKeyPairSync('rsa', { modulusLength: 2048 })),
    sign: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'tool-key' }).sign(pair.privateKey),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface Bench {
  simulator: Simulator;
  tool: TestTool;
  registration: Registration;
  close(): Promise<void>;
}

/** A simulator with a registered tool. */
export async function startBench(options: SimulatorOptions = {}): Promise<Bench> {
  const [tool, simulator] = await Promise.all([startTool(), startSimulator(options)]);
  const registration = simulator.registerTool({
    name: 'Probe',
    loginUrl: `${tool.url}/login`,
    launchUrl: `${tool.url}/launch`,
    jwksUrl: `${tool.url}/jwks`,
  });
  return {
    simulator,
    tool,
    registration,
    close: async () => {
      await simulator.close();
      await tool.close();
    },
  };
}

export const ALL_SCOPES = [...AGS_SCOPES, SCOPE.memberships, SCOPE.groups, SCOPE.noticeHandlers];

/** The claims of a client assertion that every platform takes. */
function assertionClaims({ clientId, tokenEndpoint }: Registration, now = Date.now()): JWTPayload {
  const seconds = Math.floor(now / 1000);
  const times = { iat: seconds, exp: seconds + 60 };
  return { iss: clientId, sub: clientId, aud: tokenEndpoint, ...times, jti: randomUUID() };
}

/** Asks for a token with the given assertion claims. */
export async function requestToken(
  bench: Bench,
  scopes: string[] = ALL_SCOPES,
  change: (claims: JWTPayload) => JWTPayload = (same) => same,
): Promise<Response> {
  return fetch(bench.registration.tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await bench.tool.sign(change(assertionClaims(bench.registration))),
      scope: scopes.join(' '),
    }),
  });
}

export async function accessToken(bench: Bench, scopes: string[] = ALL_SCOPES): Promise<string> {
  const body = (await (await requestToken(bench, scopes)).json()) as { access_token: string };
  return body.access_token;
}

/** Calls a service with a token; a body is sent as JSON of the given media type. */
export function call(
  token: string,
  method: string,
  url: string,
  body?: unknown,
  contentType = 'application/vnd.ims.lis.v1.score+json',
  accept = '*/*',
): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, accept };
  if (body === undefined) return fetch(url, { method, headers });
  return fetch(url, {
    method,
    headers: { ...headers, 'content-type': contentType },
    body: JSON.stringify(body),
  });
}

/** The authorization request a tool makes out of a login initiation. */
export function authorizationUrl(
  { registration, tool }: Bench,
  params: Record<string, string>,
  change: Record<string, string> = {},
): string {
  const url = new URL(registration.authorizationEndpoint);
  const request = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: params['client_id'] ?? '',
    redirect_uri: `${tool.url}/launch`,
    login_hint: params['login_hint'] ?? '',
    lti_message_hint: params['lti_message_hint'] ?? '',
    state: 'state-1',
    nonce: 'nonce-1',
    ...change,
  };
  url.search = new URLSearchParams(request).toString();
  return url.href;
}
