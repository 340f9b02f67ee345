/** What an LMS's gradebook answers when something is wrong, over real HTTP: nothing is lost, nothing believed too soon. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ResultRead, ServiceAnswer } from '../../server/src/platform/lti/ports.ts';
import type { Fault, ProfileName } from '../lms-simulator/index.ts';
import { buildScore, openColumn } from './grade-column.ts';
import { type LaunchBench, startLaunchBench } from './launch-bench.ts';
import { tidy } from './launch-support.ts';

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

describe('a score that is answered by', () => {
  const later = new Date(Date.now() + 90_000).toUTCString();
  test.each<[string, Fault, object]>([
    [
      '429 with seconds',
      { status: 429, retryAfter: 7 },
      { type: 'busy', status: 429, retryAfterSeconds: 7, throttled: true },
    ],
    [
      '503 with a date',
      { status: 503, retryAfter: later },
      { type: 'busy', retryAfterSeconds: expect.any(Number), throttled: true },
    ],
    ['500', { status: 500 }, { type: 'busy', status: 500, retryAfterSeconds: null, throttled: false }],
    ['403 "Rate Limit Exceeded"', { status: 403 }, { type: 'busy', status: 403, throttled: true }],
    [
      'a log-in page under 200',
      { body: 'html' },
      { type: 'unknown', words: expect.stringContaining('Back soon.') },
    ],
    ['half a body under 200', { body: 'garbage' }, { type: 'unknown' }],
    ['a connection dropped before the work', { drop: 'before' }, { type: 'unknown' }],
    ['a connection dropped after storing', { drop: 'after' }, { type: 'unknown' }],
    [
      '404',
      { status: 404 },
      { type: 'refused', status: 404, words: 'Simulated failure 404', cause: 'columnGone' },
    ],
    ['one 401: a new token, then stored', { status: 401, times: 1 }, { type: 'stored' }],
    ['401 again', { status: 401 }, { type: 'refused', status: 401, cause: 'notAllowed' }],
    ['JSON labelled text/html', { mediaType: 'text/html' }, { type: 'stored' }],
  ])('%s', async (_rule, fault, expected) => {
    const bench = benches.canvas;
    const { platformId, lineItem } = await openColumn(bench);
    bench.simulator.misbehave.set('scores', fault);
    expect(await bench.lti.grades.postScore(platformId, lineItem, buildScore(bench))).toMatchObject(expected);
  });

  test('nothing, after it was stored, is there when one reads it back', async () => {
    const bench = benches.canvas;
    const { platformId, lineItem } = await openColumn(bench);
    bench.simulator.misbehave.set('scores', { drop: 'after' });
    await bench.lti.grades.postScore(platformId, lineItem, buildScore(bench, { scoreGiven: 3.5 }));
    const held = await bench.lti.grades.readResult(platformId, lineItem, bench.learner.id);
    expect(held).toMatchObject({ type: 'ok', value: { score: 3.5, maximum: 20 } });
  });
});

describe('a token that is answered by', () => {
  test.each<[string, Fault, object]>([
    ['502', { status: 502 }, { type: 'busy', status: 502 }],
    ['an HTML page', { body: 'html' }, { type: 'busy' }],
    ['a refusal', { status: 400 }, { type: 'refused', status: 400, cause: 'notAllowed' }],
    ['nothing at all', { hang: true }, { type: 'busy', status: 0 }],
  ])(
    '%s: nothing is sent',
    async (_rule, fault, expected) => {
      const bench = benches.strict;
      const { platformId, lineItem } = await openColumn(bench);
      // Ends the use of the token that an earlier test got.
      bench.clock.aheadMs = 2 * 3_600_000;
      bench.simulator.requests.clear();
      bench.simulator.misbehave.set('token', fault);
      const answer = await bench.lti.grades.postScore(platformId, lineItem, buildScore(bench));
      expect(answer).toMatchObject(expected);
      expect(bench.simulator.requests.ofKind('scores')).toEqual([]);
    },
    20_000,
  );

  test('JSON labelled text/html, as Moodle does: it is used', async () => {
    const bench = await startLaunchBench({ profile: 'strict' });
    try {
      const { platformId, lineItem } = await openColumn(bench);
      bench.simulator.misbehave.set('token', { mediaType: 'text/html' });
      const answer = await bench.lti.grades.postScore(platformId, lineItem, buildScore(bench));
      expect(answer).toEqual({ type: 'stored' });
    } finally {
      await bench.close();
    }
  });
});

describe('an address of another origin', () => {
  test('gets neither a token nor a score', async () => {
    const bench = benches.moodle;
    const { platformId } = await openColumn(bench);
    bench.simulator.requests.clear();
    const elsewhere = 'https://evil.test/lineitem/1';
    const { grades } = bench.lti;
    const refused = { type: 'refused', status: 0, words: expect.stringContaining('does not belong') };
    expect(await grades.postScore(platformId, elsewhere, buildScore(bench))).toMatchObject(refused);
    expect(await grades.readResult(platformId, elsewhere, bench.learner.id)).toMatchObject(refused);
    expect(await pagesOf(grades.readResults(platformId, elsewhere))).toMatchObject([refused]);
    expect(await grades.findLineItems(platformId, elsewhere, 'x')).toMatchObject(refused);
    expect(await grades.deleteLineItem(platformId, 'not an address')).toMatchObject({
      type: 'refused',
      status: 0,
    });
    expect(bench.simulator.requests.ofKind('token')).toEqual([]);
  });
});

describe('the results of a column', () => {
  /** Every learner of the demo course has a score; Canvas gives them ten a page unless asked otherwise. */
  async function fullColumn(profile: ProfileName) {
    const bench = benches[profile];
    const opened = await openColumn(bench);
    for (const { id } of bench.simulator.peopleWith(bench.course, 'learner')) {
      const answer = await bench.lti.grades.postScore(
        opened.platformId,
        opened.lineItem,
        buildScore(bench, { userId: id }),
      );
      expect(answer).toEqual({ type: 'stored' });
    }
    return { bench, ...opened };
  }
  const usersOf = (pages: readonly ServiceAnswer<ResultRead[]>[]) =>
    pages.flatMap((page) => (page.type === 'ok' ? page.value.map(({ userId }) => userId) : [page.type]));

  test.each(PROFILES)('%s: are read whole', async (profile) => {
    const { bench, platformId, lineItem } = await fullColumn(profile);
    const learners = bench.simulator.peopleWith(bench.course, 'learner').map(({ id }) => id);
    const pages = await pagesOf(bench.lti.grades.readResults(platformId, lineItem));
    expect(usersOf(pages).sort()).toEqual(learners.sort());
  });

  test.each<[string, Fault, number]>([
    ['that repeat for ever are given up', { link: 'repeat' }, 1],
    ['whose next page is on another origin are given up', { link: 'foreign' }, 1],
    ['that answer a log-in page are given up', { body: 'html' }, 0],
    ['that answer half a body are given up', { body: 'garbage' }, 0],
    ['that answer 502 are given up', { status: 502 }, 0],
  ])('%s', async (_rule, fault, goodPages) => {
    const { bench, platformId, lineItem } = await fullColumn('canvas');
    bench.simulator.requests.clear();
    bench.simulator.misbehave.set('results', fault);
    const pages = await pagesOf(bench.lti.grades.readResults(platformId, lineItem));
    expect(pages.slice(0, goodPages).every(({ type }) => type === 'ok')).toBe(true);
    expect(pages.slice(goodPages).map(({ type }) => type)).toEqual([expect.not.stringMatching(/^ok$/)]);
    expect(bench.simulator.requests.ofKind('results').length).toBeLessThan(4);
    // One person's result is not "none" then, but unknown.
    bench.simulator.misbehave.set('results', fault);
    const one = await bench.lti.grades.readResult(platformId, lineItem, 'nobody');
    if (!fault.link) expect(one.type).not.toBe('ok');
  });

  test('labelled text/html are read all the same', async () => {
    const { bench, platformId, lineItem } = await fullColumn('canvas');
    bench.simulator.misbehave.set('results', { mediaType: 'text/html' });
    const [page] = await pagesOf(bench.lti.grades.readResults(platformId, lineItem));
    expect(page).toMatchObject({ type: 'ok' });
  });
});

describe('columns behind a Link header in typographic quotes', () => {
  test('are all found', async () => {
    const bench = benches.moodle;
    const { platformId, lineItems } = await openColumn(bench);
    const { institution, requests } = bench.simulator;
    // One more than the tool asks for at once.
    for (let n = 0; n < 501; n += 1) {
      const facts = { label: `Column ${n}`, scoreMaximum: 10, resourceId: 'r', coupled: false };
      institution.addLineItem(bench.course, bench.registration.clientId, facts);
    }
    requests.clear();
    const found = await bench.lti.grades.findLineItems(platformId, lineItems, 'r');
    expect(found).toMatchObject({ type: 'ok', value: { length: 501 } });
    expect(requests.ofKind('lineitems')).toHaveLength(2);
    for (const { id, resourceId } of institution.lineItemsOf(bench.course)) {
      if (resourceId === 'r') institution.deleteLineItem(id);
    }
  });
});

async function pagesOf<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}
