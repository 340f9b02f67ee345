import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Fault, LeakyBucket } from './index.ts';
import { accessToken, call, startBench } from './test-tool.ts';
import type { Bench } from './test-tool.ts';

let bench: Bench;
let token: string;
let scores: string;
beforeAll(async () => {
  bench = await startBench({ profile: 'moodle' });
  token = await accessToken(bench);
  const [course] = bench.simulator.courses;
  if (!course) throw new Error('no course');
  bench.simulator.addResourceLink(course, { title: 'Essay', lineItem: { scoreMaximum: 10 } });
  const [item] = bench.simulator.institution.lineItemsOf(course);
  scores = bench.simulator.lineItemUrl(course.id, item?.id ?? '').replace('?', '/scores?');
});
afterEach(() => bench.simulator.misbehave.clear());
afterAll(() => bench.close());

const learner = (): string => {
  const [course] = bench.simulator.courses;
  return (course && bench.simulator.peopleWith(course, 'learner')[0]?.id) ?? '';
};

let tick = Date.parse('2026-01-01T00:00:00Z');
/** Sends a score that would be accepted. */
function send(): Promise<Response> {
  tick += 1000;
  return call(token, 'POST', scores, {
    userId: learner(),
    scoreGiven: 5,
    scoreMaximum: 10,
    timestamp: new Date(tick).toISOString(),
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
  });
}

const stored = (): number =>
  bench.simulator
    .gradebook(bench.simulator.courses[0]?.id ?? '')
    .reduce((sum, { cell }) => sum + cell.received.length, 0);

describe('a fault', () => {
  test.each<[string, Fault, number, boolean]>([
    ['of a status answers that instead of storing', { status: 503 }, 503, false],
    ['with a delay alone stores', { delayMs: 5 }, 200, true],
    ['of an HTML page answers 200 without storing', { body: 'html' }, 200, false],
    ['of garbage answers 200 without storing', { body: 'garbage' }, 200, false],
  ])('%s', async (_rule, fault, status, stores) => {
    const before = stored();
    bench.simulator.misbehave.set('scores', fault);
    expect((await send()).status).toBe(status);
    expect(stored() > before).toBe(stores);
  });

  test('of headers leaves the answer as it is', async () => {
    bench.simulator.misbehave.set('results', { mediaType: 'text/html' });
    const first = await call(token, 'GET', scores.replace('/scores', '/results'));
    expect(first.headers.get('content-type')).toBe('text/html');
    expect(await first.json()).toHaveLength(1);
    bench.simulator.misbehave.set('results', { link: 'repeat' });
    const again = await call(token, 'GET', scores.replace('/scores', '/results'));
    expect(again.headers.get('link')).toMatch(/\/results\?.*cursor=[\d.]+>; rel="next"$/);
  });

  test('says when to come back, if told', async () => {
    bench.simulator.misbehave.set('scores', { status: 429, retryAfter: 7 });
    expect((await send()).headers.get('retry-after')).toBe('7');
    bench.simulator.misbehave.set('scores', { status: 429 });
    expect((await send()).headers.get('retry-after')).toBeNull();
  });

  test.each<['before' | 'after', boolean]>([
    ['before', false],
    ['after', true],
  ])('drops the connection %s storing', async (drop, stores) => {
    const before = stored();
    bench.simulator.misbehave.set('scores', { drop });
    await expect(send()).rejects.toThrow('fetch failed');
    expect(stored() > before).toBe(stores);
    expect(bench.simulator.requests.ofKind('scores').at(-1)).toMatchObject({ status: 0 });
  });

  test('of hanging never answers', async () => {
    bench.simulator.misbehave.set('jwks', { hang: true });
    const answer = fetch(bench.registration.jwksUri, { signal: AbortSignal.timeout(100) });
    await expect(answer).rejects.toThrow('timeout');
  });

  test('wears off after the given times', async () => {
    bench.simulator.misbehave.set('scores', { status: 500, times: 2 });
    const statuses = [await send(), await send(), await send()].map(({ status }) => status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  test('with a probability strikes the same requests again after reseeding', async () => {
    const run = async (): Promise<number[]> => {
      bench.simulator.misbehave.reseed(42);
      bench.simulator.misbehave.set('jwks', { status: 503, probability: 0.5 });
      const statuses: number[] = [];
      for (let index = 0; index < 20; index += 1)
        statuses.push((await fetch(bench.registration.jwksUri)).status);
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await run()).toEqual(first);
  });

  test('of one service leaves the others alone', async () => {
    bench.simulator.misbehave.set('scores', { status: 503 });
    expect((await fetch(bench.registration.jwksUri)).status).toBe(200);
  });
});

test('every request is logged with its body and outcome', async () => {
  bench.simulator.requests.clear();
  await send();
  const [entry] = bench.simulator.requests.find('POST', '/scores');
  expect(entry).toMatchObject({ kind: 'scores', status: 200 });
  expect(JSON.parse(entry?.body ?? '')).toMatchObject({ scoreGiven: 5 });
});

describe('the throttle', () => {
  test('refuses when too many are under way, says what is left, and lets them in again', async () => {
    // Two at once fill it, and nothing leaks.
    const bucket = new LeakyBucket({ capacity: 100, threshold: 60, leakPerSecond: 0, reserved: 40, cost: 1 });
    bench.simulator.misbehave.bucket = bucket;
    bench.simulator.misbehave.set('scores', { delayMs: 100 });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '200', '403']);
    expect(bucket.mostUnderWay).toBe(2);
    const next = await send();
    expect([next.status, next.headers.get('x-rate-limit-remaining')]).toEqual([200, '18.00']);
  });
});
