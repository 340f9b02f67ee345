import { expect, test } from '@jest/globals';
import { endsBeforeRelease, nextRelease } from './feedback-time.ts';

const NOW = Date.parse('2027-03-10T12:00:00Z');
const at = (hour: string) => `2027-03-10T${hour}:00.000Z`;

test.each<[string, Parameters<typeof nextRelease>[0], string | null, boolean]>([
  ['feedback without an end is never too late', { kind: 'manual' }, null, false],
  ['a release by hand before it ends leaves time', { kind: 'manual' }, at('13:00'), false],
  ['a release by hand after it leaves none', { kind: 'manual' }, at('11:00'), true],
  ['nor one at the very moment', { kind: 'immediate' }, at('12:00'), true],
  ['a date of release after it leaves none', { kind: 'date', releaseAt: at('15:00') }, at('14:00'), true],
  ['a date before it leaves time', { kind: 'date', releaseAt: at('13:00') }, at('14:00'), false],
  ['a date that has passed is a release now', { kind: 'date', releaseAt: at('09:00') }, at('11:00'), true],
])('%s', (_rule, mode, closesAt, expected) => {
  expect(endsBeforeRelease(closesAt, nextRelease(mode, NOW))).toBe(expected);
});
