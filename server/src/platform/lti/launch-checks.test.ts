import { describe, expect, test } from '@jest/globals';
import { checkClaims, checkHeader, isWithin } from './launch-checks.ts';
import { CLAIM } from './vocabulary.ts';

const now = new Date('2026-03-01T10:00:00Z');
const seconds = now.getTime() / 1000;
const target = 'https://tool.test/lti/launch';
const expected = {
  issuer: 'https://lms.test',
  clientId: 'client',
  nonce: 'n-1',
  targetLinkUri: target,
  publicUrl: 'https://tool.test',
  notBefore: new Date(now.getTime() - 5000),
};
const good = {
  iss: 'https://lms.test',
  aud: 'client',
  sub: '4',
  nonce: 'n-1',
  iat: seconds,
  exp: seconds + 60,
  [CLAIM.version]: '1.3.0',
  [CLAIM.messageType]: 'LtiResourceLinkRequest',
  [CLAIM.deploymentId]: '1',
  [CLAIM.targetLinkUri]: target,
  [CLAIM.resourceLink]: { id: 'r1' },
  [CLAIM.roles]: [],
  [CLAIM.context]: { id: 'c1' },
};
const deepLinking = {
  ...good,
  [CLAIM.messageType]: 'LtiDeepLinkingRequest',
  [CLAIM.targetLinkUri]: undefined,
  [CLAIM.resourceLink]: undefined,
  [CLAIM.deepLinkingSettings]: { deep_link_return_url: 'https://lms.test/back', accept_types: ['link'] },
};

describe('the header', () => {
  test.each([
    ['RS256 with a key id', { alg: 'RS256', kid: 'k' }, { kid: 'k' }],
    ['no key id', { alg: 'RS256' }, { code: 'TOKEN_NO_KID' }],
    ['a key id that is no text', { alg: 'RS256', kid: 7 }, { code: 'TOKEN_MALFORMED' }],
    ['no algorithm', { alg: 'none', kid: 'k' }, { code: 'TOKEN_WRONG_ALGORITHM' }],
    ['a symmetric algorithm', { alg: 'HS256', kid: 'k' }, { code: 'TOKEN_WRONG_ALGORITHM' }],
    ['another asymmetric algorithm', { alg: 'ES256', kid: 'k' }, { code: 'TOKEN_WRONG_ALGORITHM' }],
  ])('%s', (_rule, header, judged) => expect(checkHeader(header)).toEqual(judged));
});

describe('the claims', () => {
  test.each<[string, object, string | null]>([
    ['all in order', {}, null],
    ['expired 120 seconds ago is still taken', { exp: seconds - 120 }, null],
    ['expired 121 seconds ago is not', { exp: seconds - 121 }, 'TOKEN_EXPIRED'],
    ['issued 120 seconds ahead is still taken', { iat: seconds + 120 }, null],
    ['issued 121 seconds ahead is not', { iat: seconds + 121 }, 'TOKEN_IAT_IN_FUTURE'],
    ['issued 120 seconds before its login is still taken', { iat: seconds - 125 }, null],
    ['issued 121 seconds before its login is not', { iat: seconds - 126 }, 'TOKEN_TOO_OLD'],
    ['times as text', { exp: String(seconds + 60) }, 'TOKEN_MALFORMED'],
    ['a time that is no number', { iat: Number.NaN }, 'TOKEN_MALFORMED'],
    ['aud as a list of one', { aud: ['client'] }, null],
    ['several aud with azp', { aud: ['other', 'client'], azp: 'client' }, null],
    ['several aud without azp', { aud: ['other', 'client'] }, 'TOKEN_NO_AZP'],
    ['azp of another client', { azp: 'other' }, 'TOKEN_WRONG_AZP'],
    ['no aud', { aud: undefined }, 'TOKEN_WRONG_AUDIENCE'],
    ['no nonce', { nonce: undefined }, 'TOKEN_NO_NONCE'],
    ['another nonce', { nonce: 'n-2' }, 'TOKEN_WRONG_NONCE'],
    ['a deployment id of 256 characters', { [CLAIM.deploymentId]: 'x'.repeat(256) }, 'CLAIM_MALFORMED'],
    ['an empty deployment id', { [CLAIM.deploymentId]: '' }, 'DEPLOYMENT_MISSING'],
    [
      'another target of ours than the login named',
      { [CLAIM.targetLinkUri]: `${target}?x=1` },
      'TARGET_LINK_CHANGED',
    ],
    ['a resource link that is no object', { [CLAIM.resourceLink]: 'r1' }, 'CLAIM_MALFORMED'],
    ['roles with a number in them', { [CLAIM.roles]: [1] }, 'CLAIM_MALFORMED'],
    ['a person who is a number', { sub: 4 }, 'CLAIM_MALFORMED'],
    ['an empty sub', { sub: '' }, 'ANONYMOUS'],
    ['a context without id', { [CLAIM.context]: { title: 'x' } }, 'CLAIM_MALFORMED'],
    ['no context', { [CLAIM.context]: null }, 'NO_CONTEXT'],
  ])('%s', (_rule, change, code) => expect(checkClaims({ ...good, ...change }, expected, now)).toBe(code));

  test.each<[string, object, string | null]>([
    ['a request needs neither resource link nor target', {}, null],
    ['no settings', { [CLAIM.deepLinkingSettings]: undefined }, 'DEEP_LINKING_SETTINGS_MISSING'],
    [
      'settings without a return address',
      { [CLAIM.deepLinkingSettings]: { accept_types: [] } },
      'DEEP_LINKING_SETTINGS_MISSING',
    ],
    [
      'settings without types',
      { [CLAIM.deepLinkingSettings]: { deep_link_return_url: 'https://lms.test/back' } },
      'DEEP_LINKING_SETTINGS_MISSING',
    ],
  ])('deep linking: %s', (_rule, change, code) =>
    expect(checkClaims({ ...deepLinking, ...change }, expected, now)).toBe(code),
  );
});

test.each([
  ['the tool itself', 'https://tool.test', 'https://tool.test/lti/launch', true],
  ['a host that only begins like it', 'https://tool.test', 'https://tool.test.evil.test/lti', false],
  ['credentials before another host', 'https://tool.test', 'https://tool.test@evil.test/', false],
  ['another scheme', 'https://tool.test', 'http://tool.test/lti', false],
  ['another port', 'https://tool.test', 'https://tool.test:8443/lti', false],
  ['below the path of the tool', 'https://host.test/peer', 'https://host.test/peer/lti/launch', true],
  ['beside the path of the tool', 'https://host.test/peer', 'https://host.test/peers/lti', false],
  ['no address', 'https://tool.test', 'launch', false],
])('a target at %s', (_rule, publicUrl, address, within) =>
  expect(isWithin(publicUrl, address)).toBe(within),
);
