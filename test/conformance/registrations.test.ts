/** Platforms, deployments and keys as launches meet them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BY_TEST, first, type LaunchBench, startLaunchBench } from './launch-bench.ts';
import { CLAIM, expectLaunched, expectRefused, setClaim, tidy } from './launch-support.ts';

let bench: LaunchBench;
beforeAll(async () => {
  bench = await startLaunchBench();
});
afterAll(async () => await bench.close());
beforeEach(() => tidy(bench));

const platformId = async (): Promise<string> => first(await bench.lti.registry.list()).id;
const keys = async (): Promise<{ kid: string }[]> =>
  ((await (await fetch(`${bench.url}/lti/keys`)).json()) as { keys: { kid: string }[] }).keys;

describe('a deployment that is not known', () => {
  test('is pending, and named to the administrator, until it is approved', async () => {
    const tamper = { claims: setClaim(`${CLAIM}deployment_id`, 'second-place') };
    const html = await expectRefused(
      bench,
      await bench.answer(await bench.login(), tamper),
      'DEPLOYMENT_PENDING',
    );
    expect(html).toContain('<bdi>second-place</bdi>');
    const listed = await bench.lti.registry.find(await platformId());
    expect(listed?.deployments).toContainEqual(
      expect.objectContaining({ deploymentId: 'second-place', status: 'pending' }),
    );

    await bench.lti.registry.approveDeployment(await platformId(), 'second-place', BY_TEST);
    await expectLaunched(bench, await bench.answer(await bench.login(), tamper));
  });

  test('is let in where the platform says so', async () => {
    const open = await startLaunchBench({ acceptNewDeployments: true });
    try {
      const tamper = { claims: setClaim(`${CLAIM}deployment_id`, 'another') };
      await expectLaunched(open, await open.answer(await open.login(), tamper));
    } finally {
      await open.close();
    }
  });
});

test('a disabled platform is refused at login and at launch; adding it again lets it in', async () => {
  const begun = await bench.login();
  await bench.lti.registry.disable(await platformId(), BY_TEST);
  await expectRefused(bench, (await bench.login()).response, 'PLATFORM_DISABLED');
  await expectRefused(bench, await bench.answer(begun), 'PLATFORM_DISABLED');
  await bench.lti.registry.add(bench.registration, BY_TEST);
  await expectLaunched(bench, await bench.answer(await bench.login()));
});

test('keys are published with a cache time and an ETag, and nothing private', async () => {
  const response = await fetch(`${bench.url}/lti/keys`);
  expect(response.headers.get('cache-control')).toBe('public, max-age=300');
  const etag = response.headers.get('etag') ?? '';
  const again = await fetch(`${bench.url}/lti/keys`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  for (const key of await keys())
    expect(Object.keys(key).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test('a rotated key is published before it signs, the old one for a week after', async () => {
  const [old] = await keys();
  const kid = await bench.lti.registry.rotateKeys(await platformId(), BY_TEST);
  expect((await keys()).map((key) => key.kid)).toEqual([old?.kid, kid]);
  const signedBy = async (): Promise<unknown> => {
    const begun = await bench.login({ person: bench.instructor, request: { deepLinking: true } });
    // The simulator's clock follows the tool's, which runs ahead here.
    bench.simulator.misbehave.clockSkewSeconds = bench.clock.aheadMs / 1000;
    const location = (await bench.answer(begun)).headers.get('location') ?? '';
    const session = await bench.lti.sessions.redeemCode(location.split('#code=')[1] ?? '');
    if (!session) throw new Error('no session');
    const { jwt } = await bench.lti.deepLinking.sign(session, []);
    return (JSON.parse(Buffer.from(jwt?.split('.')[0] ?? '', 'base64url').toString()) as { kid: unknown })
      .kid;
  };
  expect(await signedBy()).toBe(old?.kid);
  bench.clock.aheadMs = 11 * 60_000;
  expect(await signedBy()).toBe(kid);
  bench.clock.aheadMs = 8 * 24 * 3_600_000;
  expect((await keys()).map((key) => key.kid)).toEqual([kid]);
});

test('a Canvas school on its own host is learned from its verified launches', async () => {
  const canvas = await startLaunchBench({ profile: 'canvas', issuer: 'https://canvas.instructure.com' });
  try {
    await expectLaunched(canvas, await canvas.answer(await canvas.login()));
    const { deploymentKey } = first(canvas.launches);
    expect(await canvas.lti.frameAncestors(deploymentKey)).toEqual(
      expect.arrayContaining(['https://canvas.instructure.com', canvas.simulator.url]),
    );
    expect(await canvas.lti.frameAncestors('0'.repeat(16))).toEqual([]);
  } finally {
    await canvas.close();
  }
});
