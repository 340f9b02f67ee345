import { describe, expect, test } from '@jest/globals';
import { makeFormat } from './format.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');

describe('in British English in Stockholm', () => {
  const format = makeFormat('en-GB', 'Europe/Stockholm');

  test('moments are shown in the zone with the day of the week', () => {
    expect(format.moment('2026-11-29T22:59:00.000Z')).toMatch(/^Sun,? 29 Nov 2026.* 23:59$/);
  });

  test('tables show the day and the hour', () => {
    expect(format.shortMoment('2026-11-29T22:59:00.000Z')).toBe('29 Nov, 23:59');
  });

  test('the hour alone for what happened just now', () => {
    expect(format.time('2026-11-22T09:42:00.000Z')).toBe('10:42');
  });

  test.each([
    ['2026-11-29T22:59:00Z', 'in 7 days'],
    ['2026-11-23T11:00:00Z', 'tomorrow'],
    ['2026-11-22T12:59:00Z', 'in 2 hours'],
    ['2026-11-22T09:55:00Z', '5 minutes ago'],
    ['2026-11-22T10:00:20Z', 'this minute'],
    ['2024-11-22T10:00:00Z', '2 years ago'],
  ])('%s is %s', (iso, expected) => {
    expect(format.relative(iso, NOW)).toBe(expected);
  });

  test.each([
    [16.4, '16.4'],
    [33.333_333, '33.33'],
    [1000, '1,000'],
  ])('%d is written %s', (value, expected) => {
    expect(format.number(value)).toBe(expected);
  });

  test.each([
    [1, '1 byte'],
    [1023, '1,023 bytes'],
    [20_480, '20 kB'],
    [1.5 * 2 ** 20, '1.5 MB'],
    [100 * 2 ** 20, '100 MB'],
    [3 * 2 ** 30, '3 GB'],
  ])('%d bytes are %s', (value, expected) => {
    expect(format.bytes(value)).toBe(expected);
  });

  test('percentages come as 0 to 100', () => {
    expect(format.percent(82.25)).toBe('82.3%');
  });

  test('the zone is named with its offset', () => {
    expect(format.zone).toMatch(/^Europe\/Stockholm \(GMT\+[12]\)$/);
  });
});

test('another locale writes numbers its own way', () => {
  expect(makeFormat('de-DE', 'Europe/Berlin').number(16.4)).toBe('16,4');
});

test('a name among words of the other direction keeps its own', () => {
  expect(makeFormat('en', 'UTC').list(['Bo (B)', 'علي (2)'])).toBe('Bo (B) and \u2068علي (2)\u2069');
  expect(makeFormat('ar', 'UTC').list(['علي Smith', '12 %'])).toBe('\u2068علي Smith\u2069 و12 %');
  expect(makeFormat('ar', 'UTC').list(['Bo (B)', 'علي'])).toBe('\u2068Bo (B)\u2069 وعلي');
});
