import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { LaunchRequest, ProfileName, Tamper } from './index.ts';
import { authorizationUrl, startBench } from './test-tool.ts';
import type { Bench } from './test-tool.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const recorded = (name: string): { claims: Record<string, unknown> } =>
  JSON.parse(readFileSync(new URL(`./recorded/moodle-4.5/${name}.json`, import.meta.url), 'utf8')) as {
    claims: Record<string, unknown>;
  };

/** A value's shape: keys of objects at every depth, and the types of what they hold. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}

const benches = {} as Record<ProfileName, Bench>;
beforeAll(async () => {
  for (const profile of ['moodle', 'canvas', 'strict'] as const)
    benches[profile] = await startBench({ profile });
});
afterAll(async () => {
  for (const bench of Object.values(benches)) await bench.close();
});

/** The launch of one person into an activity with a column. */
function prepare(profile: ProfileName, role: 'instructor' | 'learner' = 'learner') {
  const bench = benches[profile];
  const [course] = bench.simulator.courses;
  if (!course) throw new Error('no course');
  const [person] = bench.simulator.peopleWith(course, role);
  if (!person) throw new Error('nobody');
  const link = bench.simulator.addResourceLink(course, {
    title: 'Group doc A',
    lineItem: { scoreMaximum: 100 },
    custom: { act: 'one', due: '$ResourceLink.submission.endDateTime', rlid: '$ResourceLink.id' },
  });
  return { bench, course, person, link };
}

async function launch(
  profile: ProfileName,
  role: 'instructor' | 'learner',
  request: LaunchRequest | undefined,
  tamper?: Tamper,
) {
  const { bench, course, person, link } = prepare(profile, role);
  const { params } = bench.simulator.beginLogin(course.id, person.id, request ?? link.id);
  const post = await bench.simulator.authorize(authorizationUrl(bench, params), tamper);
  return { bench, course, person, link, params, ...post };
}

describe('moodle: a launch has the recorded claims', () => {
  test.each([
    ['launch-resource-link-instructor', 'instructor', undefined],
    ['launch-deep-linking-teacher', 'instructor', { deepLinking: true }],
  ] as const)('%s', async (name, role, request) => {
    const { fields } = await launch('moodle', role, request);
    const expected = { ...recorded(name).claims, [`${CLAIM}custom`]: null };
    const claims = decodeJwt(fields['id_token'] ?? '');
    expect(shape({ ...claims, [`${CLAIM}custom`]: null })).toEqual(shape(expected));
  });

  test('a learner has the learner role, and custom variables Moodle does not know stay literal', async () => {
    const { fields, link } = await launch('moodle', 'learner', undefined);
    const claims = decodeJwt(fields['id_token'] ?? '');
    expect(claims[`${CLAIM}roles`]).toEqual(recorded('launch-resource-link-learner').claims[`${CLAIM}roles`]);
    expect(claims[`${CLAIM}custom`]).toMatchObject({
      due: '$ResourceLink.submission.endDateTime',
      rlid: link.id,
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(60);
  });

  test('the login initiation has the recorded parameters', async () => {
    const { params } = await launch('moodle', 'learner', undefined);
    const { p } = recorded('login-initiation') as unknown as { p: Record<string, string> };
    expect(Object.keys(params)).toEqual(Object.keys(p));
    expect(shape(JSON.parse(params['lti_message_hint'] ?? ''))).toEqual(
      shape(JSON.parse(p['lti_message_hint'] ?? '')),
    );
  });

  test('a second column for the same link takes the lineitem claim away', async () => {
    const { bench, course, person, link } = prepare('moodle');
    const columns = async (): Promise<unknown> => {
      const { params } = bench.simulator.beginLogin(course.id, person.id, link.id);
      const { fields } = await bench.simulator.authorize(authorizationUrl(bench, params));
      return decodeJwt(fields['id_token'] ?? '')[AGS];
    };
    expect(await columns()).toHaveProperty('lineitem');
    bench.simulator.institution.addLineItem(course, bench.registration.clientId, {
      label: 'Second',
      scoreMaximum: 5,
      resourceLinkId: link.id,
      coupled: false,
    });
    expect(await columns()).not.toHaveProperty('lineitem');
  });
});

describe('canvas', () => {
  test('login offers platform storage, the launch has azp, a UUID subject and membership roles', async () => {
    const { fields, params, bench } = await launch('canvas', 'learner', undefined);
    expect(params['lti_storage_target']).toBe('post_message_forwarding');
    expect(Object.keys(fields)).toEqual([
      'utf8',
      'authenticity_token',
      'lti_storage_target',
      'id_token',
      'state',
    ]);
    const claims = decodeJwt(fields['id_token'] ?? '');
    expect(claims['azp']).toBe(bench.registration.clientId);
    expect(claims.sub).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(claims[`${CLAIM}roles`]).toContain('http://purl.imsglobal.org/vocab/lis/v2/membership#Learner');
    expect(claims['https://www.instructure.com/placement']).toBeNull();
  });

  test('a launch can be answered once; the second is posted as an error', async () => {
    const { bench, params } = await launch('canvas', 'learner', undefined);
    const again = await bench.simulator.authorize(authorizationUrl(bench, params));
    expect(again.fields).toMatchObject({ error: 'launch_no_longer_valid', state: 'state-1' });
  });

  test('course navigation has the context as resource link and no lineitem', async () => {
    const { fields, course } = await launch('canvas', 'learner', { courseNavigation: true });
    const claims = decodeJwt(fields['id_token'] ?? '');
    expect(claims[`${CLAIM}resource_link`]).toMatchObject({ id: course.id });
    expect(claims[AGS]).not.toHaveProperty('lineitem');
  });
});

describe.each(['moodle', 'canvas', 'strict'] as const)('%s: the authorization endpoint', (profile) => {
  test.each([
    ['without a nonce', { nonce: '' }, 'invalid_request'],
    ['with another response_mode', { response_mode: 'query' }, 'invalid_request'],
    ['with another login_hint', { login_hint: 'somebody' }, 'login_required'],
    ['with an altered lti_message_hint', { lti_message_hint: 'other' }, 'invalid_request'],
  ])('refuses a request %s', async (_rule, change, error) => {
    const { bench, course, person, link } = prepare(profile);
    const { params } = bench.simulator.beginLogin(course.id, person.id, link.id);
    const { fields } = await bench.simulator.authorize(authorizationUrl(bench, params, change));
    expect(fields).toMatchObject({ error });
  });

  test.each([
    ['an unregistered redirect_uri', { redirect_uri: 'http://127.0.0.1:1/launch' }],
    ['an unknown client', { client_id: 'nobody' }],
  ])('posts nothing to %s', async (_rule, change) => {
    const { bench, course, person, link } = prepare(profile);
    const { params } = bench.simulator.beginLogin(course.id, person.id, link.id);
    const response = await fetch(authorizationUrl(bench, params, change));
    expect(response.status).toBe(400);
  });

  test('answers over HTTP with a form that posts itself', async () => {
    const { bench, course, person, link } = prepare(profile);
    const { params } = bench.simulator.beginLogin(course.id, person.id, link.id);
    const page = await (await fetch(authorizationUrl(bench, params))).text();
    expect(page).toContain(`action="${bench.tool.url}/launch"`);
    expect(page).toContain('name="id_token"');
  });
});

const verify = async (bench: Bench, token: string): Promise<unknown> =>
  jwtVerify(token, createRemoteJWKSet(new URL(bench.registration.jwksUri)), { algorithms: ['RS256'] });

describe('tampering', () => {
  test('an untouched token verifies with the published keys', async () => {
    const { bench, fields } = await launch('strict', 'learner', undefined);
    await expect(verify(bench, fields['id_token'] ?? '')).resolves.toBeDefined();
  });

  test.each<[string, Tamper]>([
    ['a foreign key', { key: 'foreign' }],
    ['the public key as HMAC secret', { key: 'public-as-hmac' }],
    ['no signature', { key: 'none' }],
    ['an unknown kid', { header: (header) => ({ ...header, kid: 'unknown' }) }],
  ])('%s does not verify', async (_rule, tamper) => {
    const { bench, fields } = await launch('strict', 'learner', undefined, tamper);
    await expect(verify(bench, fields['id_token'] ?? '')).rejects.toThrow(
      /signature|no applicable key|alg|Invalid/i,
    );
  });

  test('claims and fields can be anything, and are really signed', async () => {
    const { bench, fields } = await launch('strict', 'learner', undefined, {
      claims: ({ exp: _exp, ...claims }) => ({ ...claims, nonce: 'other' }),
      fields: (same) => ({ ...same, state: 'another' }),
    });
    const token = fields['id_token'] ?? '';
    await expect(verify(bench, token)).resolves.toBeDefined();
    expect(decodeJwt(token)).toMatchObject({ nonce: 'other' });
    expect(decodeJwt(token).exp).toBeUndefined();
    expect(fields['state']).toBe('another');
  });

  test('rotating with overlap publishes both keys, without it only the new one', async () => {
    const { bench, fields } = await launch('strict', 'learner', undefined);
    const published = async (): Promise<string[]> => {
      const { keys } = (await (await fetch(bench.registration.jwksUri)).json()) as {
        keys: { kid: string; n: string }[];
      };
      for (const key of keys) createPublicKey({ key: { ...key, kty: 'RSA', e: 'AQAB' }, format: 'jwk' });
      return keys.map(({ kid }) => kid);
    };
    const { kid } = decodeProtectedHeader(fields['id_token'] ?? '');
    await bench.simulator.rotateKeys({ overlap: true });
    expect(await published()).toHaveLength(2);
    expect(await published()).toContain(kid);
    await bench.simulator.rotateKeys({ overlap: false });
    expect(await published()).toHaveLength(1);
    expect(await published()).not.toContain(kid);
  });
});
