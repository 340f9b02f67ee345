/** What an administrator learns of a platform: its services tried one by one, and how its last launches ended. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ConnectionStep } from '../../server/src/platform/lti/registry-ports.ts';
import type { ProfileName } from '../lms-simulator/index.ts';
import { first, type LaunchBench, startLaunchBench } from './launch-bench.ts';
import { CLAIM, setClaim, tidy } from './launch-support.ts';

const PROFILES = ['moodle', 'canvas', 'strict'] as const;
const STEPS = ['keys', 'token', 'roster', 'column', 'score'] as const;
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

const platformOf = async (bench: LaunchBench) => first(await bench.lti.registry.list());
const run = async (bench: LaunchBench, step: ConnectionStep) =>
  await bench.lti.connectionTest.run((await platformOf(bench)).id, step);

/** Waits for what is written beside a launch. */
async function learned(bench: LaunchBench): Promise<void> {
  await bench.answer(await bench.login());
  const end = Date.now() + 5000;
  while ((await run(bench, 'roster'))?.outcome === 'skipped') {
    if (Date.now() > end) throw new Error('the services of the launch were not noted');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('before the first launch, what needs a course is left out and the rest is tried', async () => {
  const outcomes = [];
  for (const step of STEPS) outcomes.push(await run(benches.strict, step));
  expect(outcomes.map((result) => result?.reason)).toEqual([
    'KEYS_READ',
    'TOKEN_GRANTED',
    'NO_LAUNCH_YET',
    'NO_LAUNCH_YET',
    'NO_LAUNCH_YET',
  ]);
  expect(await benches.strict.lti.connectionTest.run('unknown', 'keys')).toBeNull();
});

describe.each(PROFILES)('%s', (profile) => {
  test('passes every step, and no grade, attempt or comment of anybody is touched by it', async () => {
    const bench = benches[profile];
    await learned(bench);
    const { platformId, lineItem } = first(bench.launches);
    const timestamp = new Date(Date.now() - 60_000);
    const score = { userId: bench.learner.id, scoreGiven: 5, scoreMaximum: 20, comment: 'ok', timestamp };
    await bench.lti.grades.postScore(platformId, lineItem ?? '', score);
    const before = JSON.stringify(bench.simulator.institution.state.cells);
    for (const step of STEPS) {
      expect([step, await run(bench, step)]).toEqual([step, expect.objectContaining({ outcome: 'passed' })]);
    }
    expect(JSON.stringify(bench.simulator.institution.state.cells)).toBe(before);
  });

  type Misbehaviour = Parameters<LaunchBench['simulator']['misbehave']['set']>;
  test.each<[ConnectionStep, [Misbehaviour[0], NonNullable<Misbehaviour[1]>], object]>([
    ['keys', ['jwks', { status: 500 }], { reason: 'UNREACHABLE' }],
    ['keys', ['jwks', { body: 'html' }], { reason: 'SERVICE_UNREADABLE' }],
    ['token', ['token', { status: 400 }], { reason: 'NO_TOKEN', status: 400 }],
    ['roster', ['memberships', { body: 'html' }], { reason: 'SERVICE_UNREADABLE', status: 200 }],
    ['roster', ['memberships', { status: 403 }], { reason: 'SERVICE_REFUSED', status: 403 }],
    ['column', ['lineitems', { status: 404 }], { reason: 'SERVICE_REFUSED', status: 404 }],
    ['column', ['lineitems', { drop: 'before' }], { reason: 'UNREACHABLE' }],
    ['score', ['scores', { status: 401 }], { reason: 'SERVICE_REFUSED', status: 401 }],
    ['score', ['scores', { status: 503 }], { reason: 'SERVICE_REFUSED', status: 503 }],
  ])('%s fails by name when %j', async (step, [kind, fault], expected) => {
    const bench = benches[profile];
    await learned(bench);
    bench.simulator.misbehave.set(kind, fault);
    expect(await run(bench, step)).toMatchObject({ outcome: 'failed', ...expected });
  });
});

test('scopes that the platform has not granted are named', async () => {
  const bench = await startLaunchBench({ profile: 'strict' });
  try {
    const tool = first(Object.values(bench.simulator.institution.state.tools));
    tool.scopes = tool.scopes.filter((scope) => !/score$|contextmembership/.test(scope));
    expect(await run(bench, 'token')).toMatchObject({
      outcome: 'failed',
      reason: 'TOKEN_WITHOUT_SCOPES',
      words: 'lti-ags/scope/score, lti-nrps/scope/contextmembership.readonly',
    });
  } finally {
    await bench.close();
  }
});

test('a column outside the platform is not called', async () => {
  const bench = await startLaunchBench({ profile: 'strict' });
  try {
    const services = { lineitem: 'http://10.0.0.1/1', lineitems: 'http://10.0.0.1/', scope: [] };
    const tamper = { claims: setClaim('https://purl.imsglobal.org/spec/lti-ags/claim/endpoint', services) };
    await bench.answer(await bench.login(), tamper);
    await learned(bench);
    expect(await run(bench, 'score')).toMatchObject({
      reason: 'SERVICE_REFUSED',
      status: null,
      words: 'the address does not belong to the platform',
    });
  } finally {
    await bench.close();
  }
});

describe('the last launches', () => {
  test('are noted with their code, platform and deployment, and nothing of the person', async () => {
    const bench = await startLaunchBench();
    try {
      await bench.answer(await bench.login());
      await bench.answer(await bench.login(), { claims: setClaim(`${CLAIM}deployment_id`, 'elsewhere') });
      await bench.answer(await bench.login(), { key: 'foreign' });
      await bench.login({ change: (params) => ({ ...params, client_id: 'nobody' }) });
      await bench.lti.flush();
      const notes = await bench.lti.launchNotes.list();
      const { id } = await platformOf(bench);
      const [deployment] = bench.registration.deploymentIds;
      const seen = new Set(
        notes.map(({ code, platformId, deploymentId }) => JSON.stringify([code, platformId, deploymentId])),
      );
      expect(seen).toEqual(
        new Set(
          [
            [null, id, deployment],
            ['DEPLOYMENT_PENDING', id, 'elsewhere'],
            ['TOKEN_WRONG_SIGNATURE', id, null],
            ['LOGIN_UNKNOWN_CLIENT', null, null],
          ].map((one) => JSON.stringify(one)),
        ),
      );
      expect(Object.keys(first(notes)).toSorted()).toEqual([
        'at',
        'code',
        'deploymentId',
        'platformId',
        'requestId',
      ]);
      const { id: person, name, email } = bench.learner;
      for (const secret of [person, name, email]) expect(JSON.stringify(notes)).not.toContain(`"${secret}"`);
    } finally {
      await bench.close();
    }
  });

  test('are bounded: strangers who knock without end push out no known platform’s', async () => {
    const bench = await startLaunchBench();
    try {
      await bench.answer(await bench.login());
      await bench.lti.flush();
      for (let i = 0; i < 210; i++) await bench.post('/lti/login', { iss: `https://${i}.test` });
      await bench.lti.flush();
      const notes = await bench.lti.launchNotes.list();
      expect(notes.filter(({ platformId }) => platformId === null)).toHaveLength(200);
      expect(notes.filter(({ code }) => code === null)).toHaveLength(1);
    } finally {
      await bench.close();
    }
  });
});
