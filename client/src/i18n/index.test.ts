import { expect, test } from '@jest/globals';
import { localeFor } from './index.ts';

test.each([
  ['a translated language keeps its region', 'en-GB', 'en-GB'],
  ['an underscore is accepted', 'en_AU', 'en-AU'],
  ['case is put right', 'EN-us', 'en-US'],
  ['an untranslated language falls back', 'fi-FI', 'en'],
  ['nonsense falls back', '!!', 'en'],
  ['no locale falls back', null, 'en'],
])('%s', (_rule, wanted, expected) => {
  expect(localeFor(wanted)).toBe(expected);
});
