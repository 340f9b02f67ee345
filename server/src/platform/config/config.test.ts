import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';

/** The names and values of an env file, comments left out. */
const variablesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

describe('the configuration', () => {
  test('an empty environment is a tool on localhost with the embedded database', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      mongodbUri: null,
      dataDirectory: './data',
      secretKey: null,
    });
  });

  test.each([
    ['a port that is no number', { PORT: 'http' }, 'PORT must be a port number'],
    ['a port beyond the range', { PORT: '70000' }, 'PORT must be a port number'],
    [
      'http on a public host',
      { PUBLIC_URL: 'http://tool.example.edu' },
      'PUBLIC_URL must begin with https://',
    ],
    ['an address with a path', { PUBLIC_URL: 'https://example.edu/tool' }, 'PUBLIC_URL must be an origin'],
    ['an address that is none', { PUBLIC_URL: 'tool' }, 'PUBLIC_URL must be an address'],
    ['a database of another kind', { MONGODB_URI: 'postgres://x' }, 'MONGODB_URI must begin with mongodb://'],
    ['a short secret', { SECRET_KEY: 'abc' }, 'SECRET_KEY must be 64 hexadecimal digits'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [
      'a mail server of another kind',
      { SMTP_URL: 'https://mail.example.edu', MAIL_FROM: 'a@b.edu' },
      'SMTP_URL',
    ],
    ['a mail server without a sender', { SMTP_URL: 'smtp://mail.example.edu' }, 'MAIL_FROM must be set too'],
    ['a sender without a mail server', { MAIL_FROM: 'a@example.edu' }, 'SMTP_URL must be set too'],
    [
      'a sender that is no address',
      { SMTP_URL: 'smtp://mail.example.edu', MAIL_FROM: 'Roundtable' },
      'MAIL_FROM must be an e-mail address',
    ],
    [
      'a sender of two lines',
      { SMTP_URL: 'smtp://mail.example.edu', MAIL_FROM: 'Roundtable\nBcc: x@y.edu <a@b.edu>' },
      'MAIL_FROM must be an e-mail address',
    ],
    ['a proxy count that is no number', { TRUST_PROXY: 'yes' }, 'TRUST_PROXY must be the number of proxies'],
  ])('%s is refused by name', (_case, environment, message) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(message);
  });

  test.each([
    'noreply@example.edu',
    'Roundtable <noreply@example.edu>',
    'Lernplattform Süd <noreply@süd.example>',
  ])('mail is sent as %s', (from) => {
    const smtpUrl = 'smtps://name:pass%40word@mail.example.edu:465';
    expect(readConfig({ SMTP_URL: smtpUrl, MAIL_FROM: from }).mail).toEqual({ smtpUrl, from });
    expect(readConfig({}).mail).toBeNull();
  });

  test('every wrong variable is named at once', () => {
    expect(() => readConfig({ PORT: 'x', SECRET_KEY: 'y' })).toThrow(/PORT[\s\S]*SECRET_KEY/);
  });

  test('an empty value counts as unset', () => {
    expect(readConfig({ MONGODB_URI: '', SECRET_KEY: '', PORT: '' })).toEqual(readConfig({}));
  });

  test('.env.example names every variable that is read, and its values are the defaults', () => {
    const example = variablesOf(readFileSync('.env.example', 'utf8'));
    const read = new Set<string>();
    readConfig(
      new Proxy<Record<string, string>>(
        {},
        {
          get: (_target, name) => {
            read.add(String(name));
            return undefined;
          },
        },
      ),
    );
    expect(Object.keys(example).sort()).toEqual([...read].sort());
    expect({ ...readConfig(example), platformsFileNamed: false }).toEqual(readConfig({}));
  });
});
