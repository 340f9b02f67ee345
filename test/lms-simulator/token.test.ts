import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { accessToken, call, requestToken, startBench } from './test-tool.ts';
import type { Bench } from './test-tool.ts';
import { SCOPE } from './vocabulary.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ profile: 'strict' });
});
afterAll(() => bench.close());

const seconds = (): number => Math.floor(Date.now() / 1000);

describe('a client assertion is refused', () => {
  test.each<[string, (claims: JWTPayload) => JWTPayload]>([
    ['of an unknown client', (claims) => ({ ...claims, iss: 'x', sub: 'x' })],
    ['with another iss than sub', (claims) => ({ ...claims, iss: 'x' })],
    ['for another audience', (claims) => ({ ...claims, aud: 'https://other.example/token' })],
    ['that expired', (claims) => ({ ...claims, exp: seconds() - 120 })],
    ['without exp', ({ exp: _exp, ...claims }) => claims],
    ['without iat', ({ iat: _iat, ...claims }) => claims],
    ['without jti', ({ jti: _jti, ...claims }) => claims],
    ['with an iat in the future', (claims) => ({ ...claims, iat: seconds() + 600 })],
  ])('%s', async (_rule, change) => {
    const response = await requestToken(bench, [SCOPE.score], change);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: 'invalid_client' });
  });

  test('that was used before', async () => {
    const same = (claims: JWTPayload): JWTPayload => ({ ...claims, jti: 'once' });
    expect((await requestToken(bench, [SCOPE.score], same)).status).toBe(200);
    expect((await requestToken(bench, [SCOPE.score], same)).status).toBe(400);
  });

  test('signed with a key the tool does not publish; its keys are fetched again before that', async () => {
    await requestToken(bench);
    const before = bench.tool.keysFetched();
    await requestToken(bench);
    expect(bench.tool.keysFetched()).toBe(before);
    bench.tool.newKeys();
    expect((await requestToken(bench)).status).toBe(200);
    expect(bench.tool.keysFetched()).toBe(before + 1);
  });
});

describe('a service', () => {
  const members = (): string => {
    const [course] = bench.simulator.courses;
    return `${bench.simulator.url}/services/courses/${course?.number}/members`;
  };

  test.each([
    ['without a token', async () => 'none', 401],
    ['with a token for something else', () => accessToken(bench, [SCOPE.score]), 403],
    ['with the scope', () => accessToken(bench, [SCOPE.memberships]), 200],
  ])('%s', async (_rule, token, status) => {
    expect((await call(await token(), 'GET', members())).status).toBe(status);
  });

  test('refuses a token after an hour', async () => {
    const token = await accessToken(bench);
    bench.simulator.misbehave.clockSkewSeconds = 3601;
    const { status } = await call(token, 'GET', members());
    bench.simulator.misbehave.clear();
    expect(status).toBe(401);
  });
});
