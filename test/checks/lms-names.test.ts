/** Which LMS it is, only its file of quirks knows: everything else is written to the specifications. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const SOURCES = 'server/src';
/** What an administrator copies is made for the LMS it is copied to; its address is named after it. */
const MADE_FOR_ONE_LMS = /^(platform\/lti\/(quirks|registration)\/|contracts\/paths\.ts$)/;

/** Code without its comments: those may say where a fact comes from. */
const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/(^|\s)\/\/.*$/gm, '');

const asksForAnLms = (code: string): boolean => /canvas|moodle|instructure/i.test(withoutComments(code));

test('no other file names an LMS in its code', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !MADE_FOR_ONE_LMS.test(file));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => asksForAnLms(readFileSync(join(SOURCES, file), 'utf8')))).toEqual([]);
});

test.each([
  ["if (family === 'canvas') retry();", true],
  ["const claim = 'https://www.instructure.com/placement'; // of Canvas", true],
  ['retry(); // Canvas answers 403', false],
  ['/** Moodle\n * sends it. */\nretry();', false],
])('the check sees %p: %p', (code, found) => expect(asksForAnLms(code)).toBe(found));
