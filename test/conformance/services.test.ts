/** Scores, results and deep-linking answers, as each kind of LMS takes them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Score } from '../../server/src/platform/lti/ports.ts';
import type { OpenedSession } from '../../server/src/platform/lti/ports.ts';
import type { ProfileName } from '../lms-simulator/index.ts';
import { first, type LaunchBench, startLaunchBench } from './launch-bench.ts';
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

let minute = 0;
/** A grade of its own minute: platforms judge by the timestamp. */
const score = (bench: LaunchBench, overrides: Partial<Score> = {}): Score => ({
  userId: bench.learner.id,
  scoreGiven: 16.4,
  scoreMaximum: 20,
  comment: 'Median of 4 reviews: 82% → 16.4 of 20 points',
  timestamp: new Date(Date.now() - 3_600_000 + (minute += 1) * 60_000),
  ...overrides,
});

/** The platform and the column of a launch of the learner. */
async function column(
  profile: ProfileName,
): Promise<{ bench: LaunchBench; platformId: string; lineItem: string }> {
  const bench = benches[profile];
  await bench.answer(await bench.login());
  const { platformId, lineItem } = first(bench.launches);
  return { bench, platformId, lineItem: lineItem ?? '' };
}

describe.each(PROFILES)('%s', (profile) => {
  test('takes a score, gives it back, and answers an older one', async () => {
    const { bench, platformId, lineItem } = await column(profile);
    const older = score(bench);
    const newer = score(bench, { scoreGiven: 18 });
    expect(await bench.lti.grades.postScore(platformId, lineItem, newer)).toEqual({ type: 'stored' });
    expect(await bench.lti.grades.postScore(platformId, lineItem, older)).toEqual({ type: 'notNewer' });
    const result = await bench.lti.grades.readResult(platformId, lineItem, bench.learner.id);
    expect(result).toEqual({ score: 18, maximum: 20, comment: newer.comment });
    const other = first(bench.simulator.peopleWith(bench.course, 'learner').slice(1));
    expect(await bench.lti.grades.readResult(platformId, lineItem, other.id)).toBeNull();
  });

  test('refuses an unknown person, in its own words', async () => {
    const { bench, platformId, lineItem } = await column(profile);
    const answer = await bench.lti.grades.postScore(platformId, lineItem, score(bench, { userId: 'nobody' }));
    expect(answer).toMatchObject({ type: 'refused', words: expect.any(String) });
  });

  test('takes a signed answer to its deep-linking request', async () => {
    const { bench, session } = await deepLinking(profile);
    const { returnUrl, jwt } = await bench.lti.deepLinking.sign(session, [LINK]);
    const before = Object.keys(bench.simulator.institution.state.resourceLinks).length;
    const response = await fetch(returnUrl, {
      method: 'POST',
      body: new URLSearchParams({ JWT: jwt ?? '' }),
    });
    expect(response.status).toBeLessThan(400);
    const links = Object.values(bench.simulator.institution.state.resourceLinks);
    expect(links).toHaveLength(before + 1);
    expect(links.at(-1)).toMatchObject({ title: LINK.title, custom: { activity: LINK.activityId } });
  });
});

describe.each(PROFILES)('a %s whose clock differs', (profile) => {
  test.each([119, -119])(
    'by %i seconds takes scores and answers to its deep-linking requests',
    async (seconds) => {
      const bench = await startLaunchBench({ profile });
      try {
        bench.simulator.misbehave.clockSkewSeconds = seconds;
        await bench.answer(await bench.login());
        const { platformId, lineItem } = first(bench.launches);
        const timestamp = new Date(Date.now() - 3_600_000);
        const posted = await bench.lti.grades.postScore(
          platformId,
          lineItem ?? '',
          score(bench, { timestamp }),
        );
        expect(posted).toEqual({ type: 'stored' });
        const { session } = await deepLinkingOf(bench);
        const { returnUrl, jwt } = await bench.lti.deepLinking.sign(session, [LINK]);
        const response = await fetch(returnUrl, {
          method: 'POST',
          body: new URLSearchParams({ JWT: jwt ?? '' }),
        });
        expect(response.status).toBe(200);
      } finally {
        await bench.close();
      }
    },
  );
});

test('Canvas: a regrade uses up no attempt', async () => {
  const { bench, platformId, lineItem } = await column('canvas');
  await bench.lti.grades.postScore(platformId, lineItem, score(bench));
  const posted = bench.simulator.requests.ofKind('scores').at(-1)?.body ?? '';
  expect(JSON.parse(posted)).toMatchObject({
    'https://canvas.instructure.com/lti/submission': { new_submission: false },
  });
});

describe('an LMS that misbehaves', () => {
  type Fault = Parameters<LaunchBench['simulator']['misbehave']['set']>[1];
  const later = new Date(Date.now() + 90_000).toUTCString();
  test.each<[string, Fault, object]>([
    ['429 with seconds', { status: 429, retryAfter: 7 }, { type: 'busy', status: 429, retryAfterSeconds: 7 }],
    [
      '503 with a date',
      { status: 503, retryAfter: later },
      { type: 'busy', retryAfterSeconds: expect.any(Number) },
    ],
    ['500', { status: 500 }, { type: 'busy', status: 500, retryAfterSeconds: null }],
    ['403 "Rate Limit Exceeded"', { status: 403 }, { type: 'busy', status: 403 }],
    ['HTML under 200', { body: 'html' }, { type: 'unknown', words: expect.stringContaining('Back soon.') }],
    ['a connection dropped before the work', { drop: 'before' }, { type: 'unknown' }],
    ['a connection dropped after the work', { drop: 'after' }, { type: 'unknown' }],
    ['404', { status: 404 }, { type: 'refused', status: 404, words: 'Simulated failure 404' }],
    ['one 401: a new token, then stored', { status: 401, times: 1 }, { type: 'stored' }],
    ['401 again: refused', { status: 401 }, { type: 'refused', status: 401 }],
  ])('%s', async (_rule, fault, expected) => {
    const { bench, platformId, lineItem } = await column('canvas');
    bench.simulator.misbehave.set('scores', fault);
    expect(await bench.lti.grades.postScore(platformId, lineItem, score(bench))).toMatchObject(expected);
  });

  test.each<[string, Fault, object]>([
    ['a token endpoint that is down', { status: 502 }, { type: 'busy', status: 502 }],
    ['a token endpoint that answers HTML', { body: 'html' }, { type: 'busy' }],
    ['a token endpoint that refuses', { status: 400 }, { type: 'refused', status: 400 }],
    ['a token endpoint that hangs', { hang: true }, { type: 'busy', status: 0 }],
  ])(
    '%s: nothing is sent',
    async (_rule, fault, expected) => {
      const { bench, platformId, lineItem } = await column('strict');
      // Ends the use of the token that an earlier test got.
      bench.clock.aheadMs = 2 * 3_600_000;
      bench.simulator.requests.clear();
      bench.simulator.misbehave.set('token', fault);
      expect(await bench.lti.grades.postScore(platformId, lineItem, score(bench))).toMatchObject(expected);
      expect(bench.simulator.requests.ofKind('scores')).toEqual([]);
    },
    20_000,
  );

  test('results that cannot be read are an error, not "no result"', async () => {
    const { bench, platformId, lineItem } = await column('strict');
    bench.simulator.misbehave.set('results', { body: 'html' });
    const reading = bench.lti.grades.readResult(platformId, lineItem, bench.learner.id);
    await expect(reading).rejects.toMatchObject({ name: 'LtiServiceError' });
  });
});

test('twenty scores at once ask for one token', async () => {
  const fresh = await startLaunchBench();
  try {
    await fresh.answer(await fresh.login());
    const { platformId, lineItem } = first(fresh.launches);
    const learners = fresh.simulator.peopleWith(fresh.course, 'learner');
    const posts = learners.map(async ({ id }) => {
      const grade = score(fresh, { userId: id });
      return await fresh.lti.grades.postScore(platformId, lineItem ?? '', grade);
    });
    expect(new Set((await Promise.all(posts)).map(({ type }) => type))).toEqual(new Set(['stored']));
    expect(fresh.simulator.requests.ofKind('token')).toHaveLength(1);
  } finally {
    await fresh.close();
  }
});

test('a token goes to no address outside the platform', async () => {
  const { bench, platformId } = await column('moodle');
  bench.simulator.requests.clear();
  const answer = await bench.lti.grades.postScore(platformId, 'https://evil.test/lineitem/1', score(bench));
  expect(answer).toMatchObject({ type: 'refused', status: 0 });
  expect(bench.simulator.requests.ofKind('token')).toEqual([]);
});

const LINK = {
  title: 'Peer review of essays',
  activityId: 'a'.repeat(32),
  lineItem: { scoreMaximum: 20, label: 'Essay', resourceId: 'a'.repeat(32) },
  submissionsCloseAt: new Date('2030-01-15T23:59:00Z'),
  availableFrom: new Date('2030-01-01T08:00:00Z'),
  availableUntil: null,
};

const deepLinking = (profile: ProfileName) => deepLinkingOf(benches[profile]);

async function deepLinkingOf(bench: LaunchBench): Promise<{ bench: LaunchBench; session: OpenedSession }> {
  const begun = await bench.login({ person: bench.instructor, request: { deepLinking: true } });
  const location = (await bench.answer(begun)).headers.get('location') ?? '';
  const session = await bench.lti.sessions.redeemCode(location.split('#code=')[1] ?? '');
  if (!session) throw new Error('the launch did not go through');
  return { bench, session };
}

describe('deep linking answers', () => {
  test('hold what the specification names, for the platform as audience', async () => {
    const { bench, session } = await deepLinking('moodle');
    const asked = {
      ...session,
      deepLinking: session.deepLinking && { ...session.deepLinking, data: 'opaque=1' },
    };
    const { jwt } = await bench.lti.deepLinking.sign(asked, [LINK]);
    const claims = JSON.parse(Buffer.from(jwt?.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(claims).toMatchObject({
      iss: bench.registration.clientId,
      aud: bench.registration.issuer,
      'https://purl.imsglobal.org/spec/lti-dl/claim/data': 'opaque=1',
      'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': [
        {
          type: 'ltiResourceLink',
          title: LINK.title,
          url: `${bench.url}/lti/launch`,
          custom: { activity: LINK.activityId },
          lineItem: { ...LINK.lineItem, tag: 'total' },
          available: { startDateTime: '2030-01-01T08:00:00.000Z' },
          submission: { endDateTime: '2030-01-15T23:59:00.000Z' },
        },
      ],
    });
  });

  test('are refused by name where the platform takes no links, or one only', async () => {
    const { bench, session } = await deepLinking('moodle');
    const asking = (change: object): OpenedSession => ({
      ...session,
      deepLinking: session.deepLinking && { ...session.deepLinking, ...change },
    });
    const sign = bench.lti.deepLinking.sign;
    await expect(sign(asking({ acceptTypes: ['html'] }), [LINK])).rejects.toMatchObject({
      code: 'DEEP_LINKING_TYPE_REFUSED',
    });
    await expect(sign(asking({ acceptMultiple: false }), [LINK, LINK])).rejects.toMatchObject({
      code: 'DEEP_LINKING_ONE_ONLY',
    });
    await expect(sign({ ...session, deepLinking: null }, [])).rejects.toMatchObject({
      code: 'NOT_A_DEEP_LINKING_LAUNCH',
    });
    expect((await sign(asking({ acceptTypes: ['html'] }), [])).jwt).toMatch(/^eyJ/);
  });
});
