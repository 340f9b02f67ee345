import { expect, test } from '@jest/globals';
import { localeFor } from './index.ts';

test.each([
  ['a translated language keeps its region', ['en-GB'], 'en-GB'],
  ['an underscore is accepted', ['en_AU'], 'en-AU'],
  ['case is put right', ['EN-us'], 'en-US'],
  ['an untranslated language falls back', ['fi-FI'], 'en'],
  ['the next wish counts where the first is not translated', ['fi-FI', 'en-GB', 'en-US'], 'en-GB'],
  ['nonsense falls back', ['!!'], 'en'],
  ['no locale falls back', [null], 'en'],
  ['no wish at all falls back', [], 'en'],
])('%s', (_rule, wanted, expected) => {
  expect(localeFor(wanted)).toBe(expected);
});
