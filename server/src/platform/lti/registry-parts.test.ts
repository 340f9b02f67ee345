import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isPlatformAddress, originsOf } from './addresses.ts';
import { isOwnRequest } from '../http/own-request.ts';
import { textParameters } from './guard.ts';
import { createLtijsDatabase } from './ltijs-database.ts';
import { chooseLocale } from './pages/locale.ts';
import { fillText } from '../../core/html.ts';
import { readPlatformsFile } from './platforms-file.ts';
import { createSealer, deriveKey } from './sealed.ts';

const entry = {
  name: 'School',
  issuer: 'https://lms.test',
  clientId: 'c1',
  deploymentIds: ['1'],
  authorizationEndpoint: 'https://lms.test/auth',
  tokenEndpoint: 'https://lms.test/token',
  jwksUri: 'https://lms.test/jwks',
};

describe('the platforms file', () => {
  let directory = '';
  beforeAll(async () => (directory = await mkdtemp(join(tmpdir(), 'platforms-'))));
  afterAll(async () => await rm(directory, { recursive: true }));
  const read = async (content: string): Promise<unknown> => {
    const path = join(directory, 'platforms.json');
    await writeFile(path, content);
    return await readPlatformsFile(path, false);
  };

  test('gives what is left out its default', async () => {
    expect(await read(JSON.stringify([entry]))).toEqual([
      { ...entry, authorizationServer: null, frameOrigins: [] },
    ]);
  });

  test.each([
    ['a missing field', [{ ...entry, clientId: undefined }], /platforms\.json: \[0\]\.clientId: /],
    ['a misspelt field', [{ ...entry, issuerr: 'x' }], /\[0\]: Unrecognized key: "issuerr"/],
    [
      'an address without TLS',
      [entry, { ...entry, jwksUri: 'http://lms.test/jwks' }],
      /\[1\]\.jwksUri: must be an https address/,
    ],
    ['an object in place of the list', entry, /the file: /],
  ])('%s is named with its place', async (_rule, content, message) => {
    await expect(read(JSON.stringify(content))).rejects.toThrow(message);
  });

  test('text that is no JSON is named with the file', async () => {
    await expect(read('[')).rejects.toThrow(/platforms\.json: /);
  });
});

test.each([
  ['https', 'https://lms.test/x', true, true],
  ['http elsewhere', 'http://lms.test', true, false],
  ['http on this machine', 'http://127.0.0.1:80/x', true, true],
  ['http on this machine, not allowed', 'http://localhost', false, false],
  ['a host that only begins like this machine', 'http://localhost.evil.test', true, false],
  ['a host that looks like its number', 'http://127.0.0.1.evil.test', true, false],
  ['credentials', 'https://user:pass@lms.test', true, false],
  ['another scheme', 'javascript:alert(1)', true, false],
])('a platform at %s', (_rule, address, loopback, allowed) =>
  expect(isPlatformAddress(address, loopback)).toBe(allowed),
);

test('origins are distinct, and of web addresses only', () => {
  expect(originsOf(['https://a.test/x', 'https://a.test/y', null, 'data:text/html,x', 'no'])).toEqual([
    'https://a.test',
  ]);
});

test.each([
  ['a list', { iss: ['a', 'b'] }],
  ['an object', { iss: { $ne: 'x' } }],
  ['an operator in a name', { 'iss[$ne]': 'x' }],
  ['a repeated parameter', new URLSearchParams('iss=a&iss=b')],
  ['a prototype', new URLSearchParams('__proto__=x')],
])('the guard refuses %s', (_rule, source) => {
  expect(() => textParameters(source, 'LOGIN_PARAMETERS')).toThrow('LOGIN_PARAMETERS');
});

test.each([
  ['a browser that says so', { 'sec-fetch-site': 'same-origin' }, true],
  ['a page of a sibling host', { 'sec-fetch-site': 'same-site', origin: 'https://tool.test' }, false],
  ['an older browser with our origin', { origin: 'https://tool.test' }, true],
  ['an older browser with another', { origin: 'https://evil.test' }, false],
  ['one that says nothing', {}, false],
])('a form of our own: %s', (_rule, headers, own) =>
  expect(isOwnRequest(headers, 'https://tool.test')).toBe(own),
);

test.each([
  ['the launch before the browser', ['de-AT', 'fr'], 'de'],
  ['the next wish where one is not spoken', ['zh-CN', 'es-MX'], 'es'],
  ['the heaviest of a header', ['en;q=0.2, ar;q=0.9'], 'ar'],
  ['a refused language is passed over', ['fr;q=0, de;q=0.1'], 'de'],
  ['ui_locales in their order', ['xx fr-CA de'], 'fr'],
  ['nothing known', [null, undefined, '*', 'constructor'], 'en'],
])('a page’s language: %s', (_rule, wishes, expected) => expect(chooseLocale(wishes)).toBe(expected));

test('values of a text are escaped and keep to their direction', () => {
  expect(fillText('<{name}> & {other}', { name: '<b>', other: 'عربي' })).toBe(
    '&lt;<bdi>&lt;b&gt;</bdi>&gt; &amp; <bdi>عربي</bdi>',
  );
});

describe('sealed text', () => {
  const secret = randomBytes(32);
  const sealer = createSealer(deriveKey(secret, 'one'));

  test('opens again, differs each time, and says nothing', () => {
    const [first, second] = [sealer.seal('key'), sealer.seal('key')];
    expect([sealer.open(first), sealer.open(second)]).toEqual(['key', 'key']);
    expect(first).not.toBe(second);
  });

  test.each([
    ['changed', (sealed: string) => sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA'), 'one'],
    ['of another purpose', (sealed: string) => sealed, 'two'],
  ])('does not open when it is %s', (_rule, change, purpose) => {
    expect(() => createSealer(deriveKey(secret, purpose)).open(change(sealer.seal('some key')))).toThrow(
      'unable to authenticate data',
    );
  });
});

test('ltijs cannot ask its database by an operator', async () => {
  const database = createLtijsDatabase({} as Parameters<typeof createLtijsDatabase>[0]);
  await expect(database.Get(false, 'platform', { platformUrl: { $ne: 'x' } })).rejects.toThrow('not text');
  expect(await database.Get(false, 'idtoken', { user: '4' })).toBe(false);
});
