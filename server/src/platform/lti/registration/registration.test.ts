/** The pure parts of a registration, over the answers of a real Moodle and over hostile documents. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { quirksOf, speaksFor } from '../quirks/index.ts';
import { judgeConfiguration, type PlatformOffer } from './openid-configuration.ts';
import { readRegistrationAnswer } from './registration-answer.ts';
import { registrationRequest, TOOL_CONFIGURATION } from './registration-request.ts';

type Json = Record<string, unknown>;
const recorded = (name: string): Json =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../../test/lms-simulator/recorded/moodle-4.5/${name}.json`, import.meta.url),
      'utf8',
    ),
  ) as Json;

const MOODLE = 'http://127.0.0.1:8901/mod/lti/openid-configuration.php';
const moodle = recorded('openid-configuration');

function judge(document: unknown, url = MOODLE, loopback = true): ReturnType<typeof judgeConfiguration> {
  return judgeConfiguration(
    typeof document === 'string' ? document : JSON.stringify(document),
    url,
    loopback,
  );
}

function offerOf(document: unknown, url = MOODLE): PlatformOffer {
  const offer = judge(document, url);
  if ('code' in offer) throw new Error(offer.code);
  return offer;
}

const CANVAS_PLATFORM = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
/** Hosted Canvas: one issuer, endpoints on another host, a bare host as authorization server. */
const canvas = (changes: Json = {}): Json => ({
  issuer: 'https://canvas.instructure.com',
  authorization_endpoint: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
  token_endpoint: 'https://sso.canvaslms.com/login/oauth2/token',
  jwks_uri: 'https://sso.canvaslms.com/api/lti/security/jwks',
  registration_endpoint: 'https://sso.canvaslms.com/api/lti/registrations',
  authorization_server: 'sso.canvaslms.com',
  scopes_supported: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
  [CANVAS_PLATFORM]: {
    product_family_code: 'canvas',
    messages_supported: [
      {
        type: 'LtiDeepLinkingRequest',
        placements: ['https://canvas.instructure.com/lti/assignment_selection', 'link_selection'],
      },
    ],
  },
  ...changes,
});

describe('a configuration', () => {
  test('of a real Moodle is read', () => {
    expect(offerOf(moodle)).toMatchObject({
      issuer: 'http://127.0.0.1:8901',
      tokenEndpoint: 'http://127.0.0.1:8901/mod/lti/token.php',
      registrationEndpoint: 'http://127.0.0.1:8901/mod/lti/openid-registration.php',
      authorizationServer: null,
      family: 'moodle',
    });
  });

  test('of a real Moodle over http is refused outside development', () => {
    expect(judge(moodle, MOODLE, false)).toMatchObject({ code: 'CONFIGURATION_UNREADABLE' });
  });

  test.each([
    ['its school', 'https://school.instructure.com/x'],
    ['its sign-on host', 'https://sso.canvaslms.com/x'],
    ['the issuer itself', 'https://canvas.instructure.com/x'],
  ])('of hosted Canvas may be read from %s', (_rule, url) =>
    expect(offerOf(canvas(), url)).toMatchObject({ issuer: 'https://canvas.instructure.com' }),
  );

  test.each([
    ['another host speaks for a Moodle', { ...moodle, issuer: 'https://moodle.victim.test' }, MOODLE],
    ['another port speaks for it', { ...moodle, issuer: 'http://127.0.0.1:8902' }, MOODLE],
    ['a stranger speaks for hosted Canvas', canvas(), 'https://evil.test/openid-configuration'],
    ['a host that ends alike', canvas(), 'https://evilinstructure.com/x'],
    ['a host below a school', canvas(), 'https://a.b.instructure.com/x'],
    [
      'a school for the beta environment',
      canvas({ issuer: 'https://canvas.beta.instructure.com' }),
      'https://school.instructure.com/x',
    ],
    [
      'a stranger that calls itself Canvas speaks for a school',
      canvas({ issuer: 'https://lms.school.test' }),
      'https://sso.canvaslms.com/x',
    ],
  ])('is refused when %s', (_rule, document, url) =>
    expect(judge(document, url)).toMatchObject({ code: 'CONFIGURATION_ISSUER_FOREIGN' }),
  );

  test('is refused when it sends the registration token elsewhere', () => {
    const elsewhere = { ...moodle, registration_endpoint: 'https://collector.test/register' };
    expect(judge(elsewhere)).toEqual({
      code: 'CONFIGURATION_ENDPOINT_FOREIGN',
      values: { host: 'collector.test' },
    });
  });

  test.each<[string, unknown, string]>([
    ['an HTML page', '<!doctype html><title>Log in</title>', 'JSON'],
    ['nothing', '', 'JSON'],
    ['a list', [moodle], 'JSON'],
    ['JSON nested beyond reason', '['.repeat(100_000), 'JSON'],
    ['no issuer', { ...moodle, issuer: undefined }, 'issuer'],
    ['a list of issuers', { ...moodle, issuer: [moodle['issuer']] }, 'issuer'],
    [
      'a script as endpoint',
      { ...moodle, authorization_endpoint: 'javascript:alert(1)' },
      'authorization_endpoint',
    ],
    ['an operator in place of an address', { ...moodle, jwks_uri: { $ne: '' } }, 'jwks_uri'],
    ['http keys', { ...moodle, jwks_uri: 'http://lms.test/jwks' }, 'jwks_uri'],
    [
      'an endless address',
      { ...moodle, token_endpoint: `https://127.0.0.1/${'x'.repeat(5000)}` },
      'token_endpoint',
    ],
  ])('is refused for %s, by the field', (_rule, document, field) =>
    expect(judge(document)).toEqual({ code: 'CONFIGURATION_UNREADABLE', values: { field } }),
  );

  test('with nonsense in what is optional is read without it', () => {
    const odd = { ...moodle, scopes_supported: 'all', claims_supported: [1], [CANVAS_PLATFORM]: ['x'] };
    expect(offerOf(odd)).toMatchObject({ scopes: [], claims: [], messages: [], family: null });
  });

  test('is never more than judged, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(moodle)), fc.jsonValue()), (changes) => {
        const judged = judge({ ...moodle, ...changes });
        expect('code' in judged || judged.issuer === 'http://127.0.0.1:8901').toBe(true);
      }),
    );
  });
});

describe('the registration request', () => {
  const publicUrl = 'https://roundtable.example.edu:8443';
  const toolOf = (offer: PlatformOffer): Json =>
    registrationRequest(offer, publicUrl)[TOOL_CONFIGURATION] as Json;

  test('to Moodle names the domain with its port and asks for nothing it does not offer', () => {
    const request = registrationRequest(offerOf(moodle), publicUrl);
    expect(String(request['scope']).split(' ').toSorted()).toEqual(
      [
        'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
        'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
        'https://purl.imsglobal.org/spec/lti-ags/scope/score',
        'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
      ].toSorted(),
    );
    expect(toolOf(offerOf(moodle))).toMatchObject({
      domain: 'roundtable.example.edu:8443',
      target_link_uri: `${publicUrl}/lti/launch`,
      claims: ['iss', 'sub', 'name', 'given_name', 'family_name', 'email'],
      messages: [
        { type: 'LtiResourceLinkRequest' },
        { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
      ],
    });
  });

  test('to Canvas has prefixed placements of those it knows, a privacy level and a tool id', () => {
    const prefix = 'https://canvas.instructure.com/lti/';
    expect(toolOf(offerOf(canvas(), 'https://sso.canvaslms.com/x'))).toMatchObject({
      [`${prefix}privacy_level`]: 'public',
      [`${prefix}tool_id`]: 'roundtable',
      messages: [
        {
          type: 'LtiDeepLinkingRequest',
          placements: [`${prefix}assignment_selection`, `${prefix}link_selection`],
        },
      ],
    });
  });

  test('names the grading view where the platform has one', () => {
    const reviewing = {
      ...moodle,
      [CANVAS_PLATFORM]: { messages_supported: [{ type: 'LtiSubmissionReviewRequest' }] },
    };
    expect(JSON.stringify(toolOf(offerOf(reviewing)))).toContain('LtiSubmissionReviewRequest');
    expect(JSON.stringify(toolOf(offerOf(moodle)))).not.toContain('LtiSubmissionReviewRequest');
  });
});

test.each([
  ['Canvas writes a bare host, and takes assertions for its token endpoint alone', 'canvas', null],
  ['elsewhere it is the audience, as the specification says', 'other', 'sso.lms.test'],
])('authorization_server: %s', (_rule, family, audience) =>
  expect(quirksOf(family).registration.audience('sso.lms.test')).toBe(audience),
);

describe('the answer to a registration', () => {
  const response = recorded('registration-response') as { status: number; body: Json };

  test('of a real Moodle: 200, the deployment id inside the tool configuration, a value cut at "=" and scopes that were not asked for', () => {
    expect(response.status).toBe(200);
    expect((response.body[TOOL_CONFIGURATION] as Json)['custom_parameters']).toMatchObject({ fixed: 'a' });
    expect(readRegistrationAnswer(response.status, JSON.stringify(response.body))).toEqual({
      clientId: 'yVBWqvaUxWhuBUi',
      deploymentId: '1',
    });
  });

  test.each([
    [
      '201 with the deployment id at the top (Canvas)',
      201,
      { client_id: 'c', deployment_id: '7:d3' },
      '7:d3',
    ],
    ['no deployment id yet', 200, { client_id: 'c' }, null],
    ['a deployment id of another type', 200, { client_id: 'c', deployment_id: { $ne: 1 } }, null],
  ])('%s', (_rule, status, body, deploymentId) =>
    expect(readRegistrationAnswer(status, JSON.stringify(body))).toEqual({ clientId: 'c', deploymentId }),
  );

  test.each([
    ['a token that was used', 401, 'token_already_used', 'REGISTRATION_TOKEN_USED'],
    ['another 401', 401, 'invalid_token', 'REGISTRATION_REFUSED'],
    ['plain words', 400, 'domain_targetlinkuri_mismatch', 'REGISTRATION_REFUSED'],
    ['a redirect', 302, '', 'REGISTRATION_REFUSED'],
    ['HTML under 200', 200, '<html>Log in</html>', 'REGISTRATION_ANSWER_UNREADABLE'],
    ['no client id', 200, '{"client_id":""}', 'REGISTRATION_ANSWER_UNREADABLE'],
    ['an endless client id', 200, `{"client_id":"${'x'.repeat(300)}"}`, 'REGISTRATION_ANSWER_UNREADABLE'],
  ])('%s is refused', (_rule, status, body, code) =>
    expect(() => readRegistrationAnswer(status, body)).toThrow(code),
  );
});

test.each([
  ['https://canvas.instructure.com', 'uni.instructure.com', true],
  ['https://canvas.beta.instructure.com', 'sso.beta.canvaslms.com', true],
  ['https://canvas.test.instructure.com', 'uni.test.instructure.com', true],
  ['https://canvas.instructure.com', 'sso.beta.canvaslms.com', false],
  ['https://canvas.instructure.com.evil.test', 'uni.instructure.com', false],
  ['https://moodle.test', 'uni.instructure.com', false],
])('for %s, %s may speak: %s', (issuer, hostname, expected) =>
  expect(speaksFor(issuer, hostname)).toBe(expected),
);
