import { expect, test } from '@jest/globals';
import { neighboursOf, nextToMark } from './participants.ts';

const line = (memberId: string, posts = 1, isMarked = false, isTaken = false, isExcused = false) => ({
  stage: null,
  memberId,
  name: memberId,
  sign: memberId,
  posts,
  mark: isMarked ? { points: 1, maximum: 2 } : null,
  isExcused,
  isTaken,
  share: null,
});
const inShare = (memberId: string, isOwn: boolean) => ({
  ...line(memberId),
  share: { memberId: 's', isOwn },
});
const all = [
  line('a'),
  line('b', 0),
  line('c', 2, true),
  line('d', 1, false, true),
  line('f', 1, false, false, true),
  line('e'),
];

test.each([
  ['the first that waits', null, 'a'],
  ['the next that waits: who wrote nothing, is marked, taken or excused does not', 'a', 'e'],
  ['from the beginning again', 'e', 'a'],
  ['whoever is not known begins at the beginning', 'x', 'a'],
])('%s', (_rule, after, next) => expect(nextToMark(all, after)).toBe(next));

test.each([
  ['the own share comes first', [inShare('a', false), line('b'), inShare('c', true)], 'c'],
  ['then whoever is in nobody’s', [inShare('a', false), line('b')], 'b'],
  ['then a colleague’s', [inShare('a', false)], 'a'],
])('%s', (_rule, lines, next) => expect(nextToMark(lines, null)).toBe(next));

test('nobody else waits', () => expect(nextToMark([line('a')], 'a')).toBeNull());

test('neighbours are those of the list', () => {
  expect(neighboursOf(all, 'a')).toEqual({ previous: null, next: 'b' });
  expect(neighboursOf(all, 'x')).toEqual({ previous: null, next: null });
});
