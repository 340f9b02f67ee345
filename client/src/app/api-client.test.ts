import { describe, expect, test } from '@jest/globals';
import type { GetStaffOverview } from '../../../server/src/contracts/peer-review.ts';
import { ApiError, isTemporary, makeApiClient, UnreachableError, urlOf } from './api-client.ts';

/** A client whose server always gives this answer, with a record of what it was asked and told. */
function clientAnswering(
  answer: () => Promise<Response>,
  renewal: () => Promise<boolean> = () => Promise.resolve(false),
) {
  const seen = { requests: [] as Request[], lost: 0, renewals: 0, reachable: [] as boolean[] };
  let bearer = 'b1';
  const client = makeApiClient({
    fetch: (input, init) => {
      seen.requests.push(new Request(new URL(input as string, 'http://tool.example'), init));
      return answer();
    },
    bearer: () => bearer,
    renew: async () => {
      seen.renewals += 1;
      const isRenewed = await renewal();
      if (isRenewed) bearer = 'b2';
      return isRenewed;
    },
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

  test('an expired bearer is renewed, and the call goes through with the new one', async () => {
    const { call, seen } = clientAnswering(
      () =>
        seen.renewals === 0
          ? refusal('SESSION_EXPIRED', 401)()
          : Promise.resolve(Response.json({ ok: true })),
      () => Promise.resolve(true),
    );
    await expect(call()).resolves.toEqual({ ok: true });
    expect(seen.requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer b1',
      'Bearer b2',
    ]);
    expect(seen.lost).toBe(0);
  });

  test('a session that cannot be renewed has ended', async () => {
    const { call, seen } = clientAnswering(refusal('SESSION_EXPIRED', 401));
    await expect(call()).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    expect([seen.renewals, seen.lost, seen.requests.length]).toEqual([1, 1, 1]);
  });

  test('a renewal that finds no network leaves the session open: the call may be tried again', async () => {
    const { call, seen } = clientAnswering(refusal('SESSION_EXPIRED', 401), () =>
      Promise.reject(new UnreachableError('x')),
    );
    await expect(call()).rejects.toBeInstanceOf(UnreachableError);
    expect(seen.lost).toBe(0);
  });

  test('a bearer that is none of the server’s ends the session at once', async () => {
    const { call, seen } = clientAnswering(refusal('UNAUTHENTICATED', 401));
    await expect(call()).rejects.toBeInstanceOf(ApiError);
    expect([seen.renewals, seen.lost]).toEqual([0, 1]);
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
