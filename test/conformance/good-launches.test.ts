/** Launches that must go through, and what the browser gets of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { gradingViewUrl } from '../../server/src/contracts/paths.ts';
import type { Tamper } from '../lms-simulator/index.ts';
import { type LaunchBench, startLaunchBench } from './launch-bench.ts';
import { CLAIM, dropClaim, expectLaunched, setClaim, tidy } from './launch-support.ts';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

let bench: LaunchBench;
beforeAll(async () => {
  bench = await startLaunchBench();
});
afterAll(async () => await bench.close());
beforeEach(() => tidy(bench));

describe('a good launch goes through', () => {
  const roles = (...uris: string[]): Tamper => ({ claims: setClaim(`${CLAIM}roles`, uris) });
  const long = 'Ü'.repeat(5000);

  test.each<[string, Tamper, object]>([
    ['learner', {}, { role: 'learner', readOnly: false }],
    ['instructor', roles(`${MEMBERSHIP}#Instructor`), { role: 'instructor' }],
    [
      'assistant, whom Canvas calls instructor too',
      roles(`${MEMBERSHIP}#Instructor`, `${MEMBERSHIP}/Instructor#TeachingAssistant`),
      { role: 'assistant' },
    ],
    [
      'several roles, of the institution too',
      roles(
        'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
        `${MEMBERSHIP}#Learner`,
      ),
      { role: 'learner', readOnly: false },
    ],
    ['short role names', roles('Instructor'), { role: 'instructor' }],
    [
      'unknown extra roles',
      roles('urn:x:Wizard', `${MEMBERSHIP}#Learner`),
      { role: 'learner', readOnly: false },
    ],
    ['empty roles: a learner without write rights', roles(), { role: 'learner', readOnly: true }],
    ['no name', { claims: dropClaim('name', 'given_name', 'family_name') }, { name: null }],
    ['no email', { claims: dropClaim('email') }, { email: null }],
    [
      'a very long title',
      { claims: setClaim(`${CLAIM}context`, { id: '2', title: long }) },
      { context: { id: '2', label: null, title: 'Ü'.repeat(500) } },
    ],
    ['a right-to-left name', { claims: setClaim('name', 'ليلى حداد') }, { name: 'ليلى حداد' }],
    [
      'only required claims',
      {
        claims: (claims) => {
          const required = ['iss', 'aud', 'exp', 'iat', 'nonce', 'sub'];
          const lti = [
            'message_type',
            'version',
            'deployment_id',
            'target_link_uri',
            'roles',
            'context',
            'resource_link',
          ];
          const kept = new Set([...required, ...lti.map((name) => CLAIM + name)]);
          return Object.fromEntries(Object.entries(claims).filter(([name]) => kept.has(name)));
        },
      },
      { name: null, email: null, locale: null, lineItem: null, returnUrl: null },
    ],
    [
      'several aud with azp',
      { claims: (c) => ({ ...c, aud: [String(c['aud']), 'another'], azp: String(c['aud']) }) },
      {},
    ],
  ])('%s', async (_rule, tamper, expected) => {
    await expectLaunched(bench, await bench.answer(await bench.login(), tamper));
    expect(bench.launches).toEqual([expect.objectContaining(expected)]);
  });

  test.each([
    ['119 seconds ahead', 119],
    ['119 seconds behind', -119],
  ])("the platform's clock %s", async (_rule, seconds) => {
    bench.simulator.misbehave.clockSkewSeconds = seconds;
    await expectLaunched(bench, await bench.answer(await bench.login()));
  });

  test('deep linking', async () => {
    const begun = await bench.login({ person: bench.instructor, request: { deepLinking: true } });
    await expectLaunched(bench, await bench.answer(begun));
    expect(bench.launches[0]).toMatchObject({
      messageType: 'LtiDeepLinkingRequest',
      resourceLink: null,
      deepLinking: { acceptTypes: ['ltiResourceLink'], acceptMultiple: true },
    });
  });

  test('a submission review, with the learner it is about', async () => {
    const claims = (sent: Record<string, unknown>) => ({
      ...sent,
      [`${CLAIM}message_type`]: 'LtiSubmissionReviewRequest',
      [`${CLAIM}for_user`]: { user_id: '7' },
    });
    await expectLaunched(bench, await bench.answer(await bench.login(), { claims }));
    expect(bench.launches).toEqual([
      expect.objectContaining({
        messageType: 'LtiSubmissionReviewRequest',
        reviewedSubject: '7',
        work: null,
      }),
    ]);
  });

  test('an address of the grading view, with the work that it names', async () => {
    const [activityId, memberId] = ['a'.repeat(32), 'b'.repeat(32)];
    const targetLinkUri = bench.url + gradingViewUrl(activityId, memberId, 3);
    await expectLaunched(bench, await bench.answer(await bench.login({ targetLinkUri })));
    expect(bench.launches).toEqual([
      expect.objectContaining({ work: { activityId, memberId, version: 3 }, reviewedSubject: null }),
    ]);
  });

  test('a copied link, with where it comes from and its dates', async () => {
    const custom = {
      context_history: `90, 80,${bench.course.id}`,
      link_history: '$ResourceLink.id.history',
      submission_until: '2026-03-01T12:00:00+01:00',
      available_until: '$ResourceLink.available.endDateTime',
    };
    await bench.answer(await bench.login(), { claims: setClaim(`${CLAIM}custom`, custom) });
    expect(bench.launches).toEqual([
      expect.objectContaining({
        // A course is no copy of itself.
        copiedFrom: { contexts: ['90', '80'], links: [] },
        dates: {
          availableFrom: null,
          availableUntil: null,
          submissionFrom: null,
          submissionUntil: new Date('2026-03-01T11:00:00Z'),
        },
        personDates: null,
      }),
    ]);
  });

  test('a platform that sends no client id is known by its issuer', async () => {
    const begun = await bench.login({ change: ({ client_id: _id, ...rest }) => rest });
    await expectLaunched(bench, await bench.answer(begun));
  });

  test('two tabs at once keep a cookie each', async () => {
    const [one, two] = [await bench.login(), await bench.login()];
    const cookie = `${one.cookie}; ${two.cookie}`;
    await expectLaunched(bench, await bench.answer(two, undefined, cookie));
    await expectLaunched(bench, await bench.answer(one, undefined, cookie));
  });
});

test('what the browser gets: a partitioned cookie, no referrer, no cache, framing by the platform alone', async () => {
  const begun = await bench.login();
  expect(begun.response.status).toBe(302);
  expect(begun.response.headers.get('set-cookie')).toMatch(
    /^rt_login_[0-9a-f]{16}=[\w-]{43}; Max-Age=300; Path=\/lti; HttpOnly; Secure; SameSite=None; Partitioned$/,
  );
  expect(new URL(begun.authorizationUrl).searchParams.get('redirect_uri')).toBe(`${bench.url}/lti/launch`);
  const page = await bench.answer(begun, undefined, null);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain(`frame-ancestors ${bench.simulator.url}`);
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'nonce-[\w+/=]+'; form-action 'self'; base-uri 'none'/,
  );
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.headers.get('cross-origin-opener-policy')).toBeNull();
});

test('the log names neither token, state, code, secret nor person', async () => {
  const begun = await bench.login();
  await bench.answer(begun, { claims: setClaim('sub', null) });
  const text = JSON.stringify(bench.log);
  expect(bench.log).toHaveLength(1);
  for (const secret of [begun.state, begun.cookie.split('=')[1] ?? '', 'eyJ', bench.learner.name]) {
    expect(text).not.toContain(secret);
  }
});

test('a repeated launch costs three round trips before and after the features: login one, launch two', async () => {
  await bench.answer(await bench.login());
  bench.count.commands = 0;
  bench.simulator.requests.clear();
  const begun = await bench.login();
  expect(bench.count.commands).toBe(1);
  await bench.answer(begun);
  expect(bench.count.commands).toBe(3);
  expect(bench.simulator.requests.all()).toEqual([]);
});
