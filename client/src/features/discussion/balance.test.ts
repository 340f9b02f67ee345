import { expect, test } from '@jest/globals';
import { leadOf } from './balance.ts';

test.each([
  ['too few posts say nothing', { pro: 3, contra: 0 }, null],
  ['both are heard', { pro: 4, contra: 1 }, null],
  ['hardly anybody is against', { pro: 5, contra: 1 }, 'pro'],
  ['nobody is for', { pro: 0, contra: 4 }, 'contra'],
] as const)('%s', (_rule, balance, expected) => expect(leadOf(balance)).toBe(expected));
