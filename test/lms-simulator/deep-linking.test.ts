import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { JWTPayload } from 'jose';
import type { ProfileName, Simulator } from './index.ts';
import { authorizationUrl, startBench } from './test-tool.ts';
import type { Bench } from './test-tool.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const DEEP_LINKING = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

const benches = {} as Record<ProfileName, Bench>;
beforeAll(async () => {
  for (const profile of ['moodle', 'canvas', 'strict'] as const)
    benches[profile] = await startBench({ profile });
});
afterAll(async () => {
  for (const bench of Object.values(benches)) await bench.close();
});

/** Opens the picker and posts what the tool would answer. */
async function answer(
  profile: ProfileName,
  items: Record<string, unknown>[],
  change: (claims: JWTPayload) => JWTPayload = (same) => same,
): Promise<{ response: Response; simulator: Simulator }> {
  const bench = benches[profile];
  const { simulator, registration, tool } = bench;
  const [course] = simulator.courses;
  const [teacher] = course ? simulator.peopleWith(course, 'instructor') : [];
  const { params } = simulator.beginLogin(course?.id ?? '', teacher?.id ?? '', { deepLinking: true });
  const { fields } = await simulator.authorize(authorizationUrl(bench, params));
  const request = decodeJwt(fields['id_token'] ?? '');
  const settings = request[`${DEEP_LINKING}deep_linking_settings`] as Record<string, string>;
  const seconds = Math.floor(Date.now() / 1000);
  const claims: JWTPayload = {
    iss: registration.clientId,
    aud: registration.issuer,
    iat: seconds,
    exp: seconds + 60,
    nonce: randomUUID(),
    [`${CLAIM}message_type`]: 'LtiDeepLinkingResponse',
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}deployment_id`]: registration.deploymentIds[0],
    ...(settings['data'] !== undefined && { [`${DEEP_LINKING}data`]: settings['data'] }),
    [`${DEEP_LINKING}content_items`]: items,
  };
  const body = new URLSearchParams({ JWT: await tool.sign(change(claims)) });
  return {
    response: await fetch(settings['deep_link_return_url'] ?? '', { method: 'POST', body }),
    simulator,
  };
}

const essay = {
  type: 'ltiResourceLink',
  title: 'Essay review',
  url: 'http://127.0.0.1:3000/lti/launch',
  custom: { activity: '7' },
  lineItem: { scoreMaximum: 20, label: 'Essay', resourceId: 'activity-7', tag: 'total' },
  submission: { endDateTime: '2026-12-01T10:00:00Z' },
};

describe.each(['moodle', 'canvas', 'strict'] as const)('%s', (profile) => {
  test('items become activities, with the columns they ask for', async () => {
    const { response, simulator } = await answer(profile, [
      essay,
      { type: 'ltiResourceLink', title: 'Discussion' },
    ]);
    expect(response.status).toBe(200);
    const [course] = simulator.courses;
    if (!course) throw new Error('no course');
    const links = simulator.institution.linksOf(course).slice(-2);
    expect(links).toMatchObject([
      { title: 'Essay review', custom: { activity: '7' } },
      { title: 'Discussion' },
    ]);
    const columns = simulator.institution
      .lineItemsOf(course)
      .filter((item) => item.resourceLinkId === links[0]?.id);
    expect(columns).toMatchObject([
      { scoreMaximum: 20, label: 'Essay', resourceId: 'activity-7', tag: 'total', coupled: true },
    ]);
  });

  test('an answer without items adds nothing', async () => {
    const { response } = await answer(profile, []);
    expect(await response.text()).toContain('Nothing was added');
  });

  const past = (): number => Math.floor(Date.now() / 1000) - 600;
  test.each<[string, Record<string, unknown>[], (claims: JWTPayload) => JWTPayload]>([
    ['of another message type', [], (claims) => ({ ...claims, [`${CLAIM}message_type`]: 'Other' })],
    ['for another audience', [], (claims) => ({ ...claims, aud: 'https://other.example' })],
    ['that expired', [], (claims) => ({ ...claims, exp: past() })],
    ['without a nonce', [], ({ nonce: _nonce, ...claims }) => claims],
    ['of an unknown deployment', [], (claims) => ({ ...claims, [`${CLAIM}deployment_id`]: 'other' })],
    ['with an item of another type', [{ type: 'html', html: '<b>x</b>' }], (claims) => claims],
    ['with a column without a maximum', [{ ...essay, lineItem: { label: 'x' } }], (claims) => claims],
  ])('an answer %s is refused', async (_rule, items, change) => {
    expect((await answer(profile, items, change)).response.status).toBe(400);
  });
});

test('strict: data that does not come back as it was sent is refused', async () => {
  const { response } = await answer('strict', [], (claims) => ({
    ...claims,
    [`${DEEP_LINKING}data`]: 'other',
  }));
  expect(response.status).toBe(400);
});
