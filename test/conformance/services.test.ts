/** Scores, results and deep-linking answers, as each kind of LMS takes them when all is well. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenedSession } from '../../server/src/platform/lti/ports.ts';
import type { ProfileName } from '../lms-simulator/index.ts';
import { buildScore, openColumn } from './grade-column.ts';
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

/** The platform and the column of a launch of the learner. */
async function column(
  profile: ProfileName,
): Promise<{ bench: LaunchBench; platformId: string; lineItem: string }> {
  const bench = benches[profile];
  return { bench, ...(await openColumn(bench)) };
}

describe.each(PROFILES)('%s', (profile) => {
  test('takes a score, gives it back, and answers an older one', async () => {
    const { bench, platformId, lineItem } = await column(profile);
    const older = buildScore(bench);
    const newer = buildScore(bench, { scoreGiven: 18 });
    expect(await bench.lti.grades.postScore(platformId, lineItem, newer)).toEqual({ type: 'stored' });
    expect(await bench.lti.grades.postScore(platformId, lineItem, older)).toEqual({ type: 'notNewer' });
    const result = await bench.lti.grades.readResult(platformId, lineItem, bench.learner.id);
    const held = { userId: bench.learner.id, score: 18, maximum: 20, comment: newer.comment };
    expect(result).toEqual({ type: 'ok', value: held });
    const other = first(bench.simulator.peopleWith(bench.course, 'learner').slice(1));
    expect(await bench.lti.grades.readResult(platformId, lineItem, other.id)).toEqual({
      type: 'ok',
      value: null,
    });
  });

  test('refuses an unknown person, in its own words', async () => {
    const { bench, platformId, lineItem } = await column(profile);
    const answer = await bench.lti.grades.postScore(
      platformId,
      lineItem,
      buildScore(bench, { userId: 'nobody' }),
    );
    expect(answer).toMatchObject({ type: 'refused', words: expect.any(String) });
    if (profile !== 'strict') expect(answer).toMatchObject({ cause: 'notAMember' });
  });

  test('takes a grade away where it can', async () => {
    const { bench, platformId, lineItem } = await column(profile);
    const { clearsScores } = await bench.lti.grades.abilities(platformId);
    await bench.lti.grades.postScore(platformId, lineItem, buildScore(bench));
    const none = buildScore(bench, { scoreGiven: null });
    expect(await bench.lti.grades.postScore(platformId, lineItem, none)).toEqual({ type: 'stored' });
    const held = await bench.lti.grades.readResult(platformId, lineItem, bench.learner.id);
    expect(held).toMatchObject({ value: { score: clearsScores ? null : 16.4 } });
    expect(clearsScores).toBe(profile !== 'moodle');
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
        const { platformId, lineItem } = await openColumn(bench);
        const posted = await bench.lti.grades.postScore(platformId, lineItem, buildScore(bench));
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

test('twenty scores at once ask for one token', async () => {
  const fresh = await startLaunchBench();
  try {
    await fresh.answer(await fresh.login());
    const { platformId, lineItem } = first(fresh.launches);
    const learners = fresh.simulator.peopleWith(fresh.course, 'learner');
    const posts = learners.map(async ({ id }) => {
      const grade = buildScore(fresh, { userId: id });
      return await fresh.lti.grades.postScore(platformId, lineItem ?? '', grade);
    });
    expect(new Set((await Promise.all(posts)).map(({ type }) => type))).toEqual(new Set(['stored']));
    expect(fresh.simulator.requests.ofKind('token')).toHaveLength(1);
  } finally {
    await fresh.close();
  }
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
