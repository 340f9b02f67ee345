import { describe, expect, test } from '@jest/globals';
import type { GetStaffOverview } from '../../../server/src/contracts/peer-review.ts';
import { ApiError, isTemporary, makeApiClient, UnreachableError, urlOf } from './api-client.ts';

/** A client whose server always gives this answer, with a record of what it was asked and told. */
function clientAnswering(answer: () => Promise<Response>, bearer: string | null = 'b1') {
  const seen = { requests: [] as Request[], lost: 0, reachable: [] as boolean[] };
  const client = makeApiClient({
    fetch: (input, init) => {
      seen.requests.push(new Request(new URL(input as string, 'http://tool.example'), init));
      return answer();
    },
    bearer: () => bearer,
    onSessionLost: () => (seen.lost += 1),
    onReachable: (reachable) => seen.reachable.push(reachable),
  });
  const call = () =>
    client.call<typeof GetStaffOverview>('get', '/activities/:activityId/overview', {
      params: { activityId: 'a1' },
      query: { limit: 100 },
    });
  return { call, seen };
}

const refusal = (code: string, status: number) => () =>
  Promise.resolve(
    Response.json({ error: { code, message: 'm', details: { n: 1 }, requestId: 'r1' } }, { status }),
  );

describe('the API client', () => {
  test('sends the bearer and fills path and query', async () => {
    const { call, seen } = clientAnswering(() => Promise.resolve(Response.json({ ok: true })));
    await expect(call()).resolves.toEqual({ ok: true });
    expect(seen.requests[0]?.url).toBe('http://tool.example/api/activities/a1/overview?limit=100');
    expect(seen.requests[0]?.headers.get('authorization')).toBe('Bearer b1');
    expect(seen.reachable).toEqual([true]);
  });

  test('a refusal carries code, details and request id', async () => {
    const { call, seen } = clientAnswering(refusal('STALE_REVISION', 409));
    await expect(call()).rejects.toMatchObject({
      name: 'ApiError',
      code: 'STALE_REVISION',
      details: { n: 1 },
      requestId: 'r1',
    });
    expect(seen.lost).toBe(0);
  });

  test.each(['SESSION_EXPIRED', 'UNAUTHENTICATED'])('%s ends the session', async (code) => {
    const { call, seen } = clientAnswering(refusal(code, 401));
    await expect(call()).rejects.toBeInstanceOf(ApiError);
    expect(seen.lost).toBe(1);
  });

  test.each([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a proxy’s page', () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }))],
    ['an empty 504', () => Promise.resolve(new Response(null, { status: 504 }))],
  ])('%s is unreachable, not a refusal', async (_name, answer) => {
    const { call, seen } = clientAnswering(answer);
    await expect(call()).rejects.toBeInstanceOf(UnreachableError);
    expect(seen.reachable.at(-1)).toBe(false);
  });

  test('a code this client does not know is INTERNAL', async () => {
    const { call } = clientAnswering(refusal('NEW_CODE', 409));
    await expect(call()).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});

test('path parameters are encoded', () => {
  expect(urlOf('/x/:a/y/:b', { a: 'p/q', b: '1' })).toBe('/api/x/p%2Fq/y/1');
});

test('parameters that are not given leave no trace in the query', () => {
  expect(urlOf('/x', {}, { after: undefined, limit: 5 })).toBe('/api/x?limit=5');
});

test.each([
  ['no answer', new UnreachableError('x'), true],
  ['the database is away', new ApiError('DATABASE_UNAVAILABLE'), true],
  ['too many requests', new ApiError('TOO_MANY_REQUESTS'), true],
  ['the window is closed', new ApiError('REVIEWS_CLOSED'), false],
  ['the session has ended', new ApiError('SESSION_EXPIRED'), false],
])('whether trying again may help: %s', (_name, error, expected) => {
  expect(isTemporary(error)).toBe(expected);
});
