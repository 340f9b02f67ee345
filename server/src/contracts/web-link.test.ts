import { expect, test } from '@jest/globals';
import { hostOf, isWebLink } from './web-link.ts';

test.each([
  ['https://example.org/a?b=c#d', true],
  ['http://www.example.org', true],
  ['https://bücher.example', true],
  ['example.org', false],
  ['https://localhost', false],
  ['https://', false],
  ['https://user:secret@example.org', false],
  ['https://bank.example@evil.example', false],
  ['javascript:alert(1)//https://example.org', false],
  ['data:text/html,x.y', false],
  ['ftp://example.org', false],
  ['https://example.org/a b', false],
  ['', false],
])('%s can be linked to: %s', (address, expected) => {
  expect(isWebLink(address)).toBe(expected);
});

test('a link is known by its host', () => {
  expect(hostOf('https://www.example.org/a')).toBe('example.org');
});
