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

const platformId = async (): Promise<string> =>
  first((await bench.lti.registry.list()).filter(({ clientId }) => clientId === bench.registration.clientId))
    .id;
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

test('a key that has signed for three months is replaced by itself, and its private half deleted in the end', async () => {
  const rotating = await startLaunchBench();
  try {
    const { lti, clock } = rotating;
    const { id } = first(await lti.registry.list());
    const kidsAfter = async (days: number): Promise<string[]> => {
      clock.aheadMs = days * 24 * 3_600_000;
      await lti.rotateDueKeys();
      return (await lti.registry.find(id))?.keys.map(({ kid }) => kid) ?? [];
    };
    const [old] = await kidsAfter(89);
    const both = await kidsAfter(90.1);
    expect(both).toEqual([old, expect.any(String)]);
    // A second time, or on a second instance: nothing is due any more.
    expect(await kidsAfter(90.2)).toEqual(both);
    expect(await kidsAfter(98)).toEqual(both.slice(1));
  } finally {
    await rotating.close();
  }
});

describe('several client ids of one issuer, and several deployments of one client id', () => {
  test('launch each as its own platform, with its own key', async () => {
    const second = bench.simulator.registerTool({
      name: 'Roundtable again',
      loginUrl: `${bench.url}/lti/login`,
      launchUrl: `${bench.url}/lti/launch`,
      jwksUrl: `${bench.url}/lti/keys`,
      deployments: 2,
    });
    expect(second.issuer).toBe(bench.registration.issuer);
    const added = await bench.lti.registry.add(second, BY_TEST);
    const link = bench.simulator.addResourceLink(bench.course, {
      title: 'Second',
      clientId: second.clientId,
    });
    for (const deploymentId of second.deploymentIds) {
      await expectLaunched(bench, await bench.answer(await bench.login({ request: link.id, deploymentId })));
    }
    await expectLaunched(bench, await bench.answer(await bench.login()));
    expect(bench.launches.map(({ platformId, deploymentId }) => [platformId, deploymentId])).toEqual([
      [added.id, second.deploymentIds[0]],
      [added.id, second.deploymentIds[1]],
      [await platformId(), bench.registration.deploymentIds[0]],
    ]);
    const kidsOf = async (id: string) =>
      (await bench.lti.registry.find(id))?.keys.map(({ kid }) => kid) ?? [];
    const [kid] = await kidsOf(added.id);
    expect((await keys()).map((key) => key.kid)).toContain(kid);
    expect(await kidsOf(await platformId())).not.toContain(kid);
    // A login that names no client id could mean either.
    const anonymous = await bench.login({ change: ({ client_id: _, ...rest }) => rest });
    await expectRefused({ ...bench, launches: [] }, anonymous.response, 'LOGIN_UNKNOWN_CLIENT');
    await bench.lti.registry.disable(added.id, BY_TEST);
  });
});

test('whether further deployments are let in can be changed while people launch', async () => {
  const elsewhere = (id: string) => ({ claims: setClaim(`${CLAIM}deployment_id`, id) });
  await bench.lti.registry.change(await platformId(), { acceptNewDeployments: true }, BY_TEST);
  await expectLaunched(bench, await bench.answer(await bench.login(), elsewhere('third-place')));
  await bench.lti.registry.change(await platformId(), { acceptNewDeployments: false }, BY_TEST);
  bench.launches.length = 0;
  await expectRefused(
    bench,
    await bench.answer(await bench.login(), elsewhere('fourth-place')),
    'DEPLOYMENT_PENDING',
  );
  // An entry that does not say leaves it as an administrator has decided; one that says so decides.
  const accepting = async (): Promise<boolean | undefined> =>
    (await bench.lti.registry.find(await platformId()))?.acceptNewDeployments;
  await bench.lti.registry.add(bench.registration, BY_TEST);
  expect(await accepting()).toBe(false);
  await bench.lti.registry.add({ ...bench.registration, acceptNewDeployments: true }, BY_TEST);
  await bench.lti.registry.add(bench.registration, BY_TEST);
  expect(await accepting()).toBe(true);
  // What was let in stays.
  await expectLaunched(bench, await bench.answer(await bench.login(), elsewhere('third-place')));
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
