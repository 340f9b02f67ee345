import { expect, test } from '@jest/globals';
import { isLooser, mayKnow, momentFor, promiseTo } from '../../core/name-promise.ts';
import { decideSpaces } from './spaces.domain.ts';

const learner = (...groupIds: string[]) => ({ isStaff: false, groupIds });
const staff = { isStaff: true, groupIds: null };
const into = (...groupIds: (string | null)[]) => ({ type: 'accept', groupIds });
const refuse = (reason: string) => ({ type: 'refuse', reason });

test.each([
  ['without a set everybody writes together', learner(), undefined, null, into(null)],
  ['and nobody in a group’s space', staff, 'a', null, refuse('NOT_FOUND')],
  ['a learner’s only group need not be named', learner('a'), undefined, [], into('a')],
  ['of several one is named', learner('a', 'b'), 'b', [], into('b')],
  ['or it is not known which', learner('a', 'b'), undefined, [], refuse('NOT_FOUND')],
  ['another’s is not there', learner('a'), 'b', [], refuse('NOT_FOUND')],
  ['nor are all of them', learner('a'), 'all', [], refuse('NOT_FOUND')],
  ['who is in no group has no space', learner(), undefined, [], refuse('NO_DISCUSSION_GROUP')],
  ['staff write in any', staff, 'b', ['a', 'b'], into('b')],
  ['and in each', staff, 'all', ['a', 'b'], into('a', 'b')],
  ['but in none that is not there', staff, 'c', ['a', 'b'], refuse('NOT_FOUND')],
] as const)('%s', (_rule, who, group, all, expected) => {
  expect(decideSpaces(who, group, all)).toEqual(expected);
});

test.each([
  ['none', true, true],
  ['peers', false, true],
  ['full', false, false],
] as const)('promised %s: peers know %s, staff %s', (promise, peers, teachers) => {
  expect(mayKnow(promise, { isStaff: false })).toBe(peers);
  expect(mayKnow(promise, { isStaff: true })).toBe(teachers);
  expect(promiseTo(promise, true)).toBe('none');
  expect(isLooser('none', promise)).toBe(promise !== 'none');
});

test('where the writer is not to be known, a moment is its hour', () => {
  const at = new Date('2030-01-01T10:47:31.123Z');
  expect(momentFor(at, false).toISOString()).toBe('2030-01-01T10:00:00.000Z');
  expect(momentFor(at, true)).toEqual(at);
});
