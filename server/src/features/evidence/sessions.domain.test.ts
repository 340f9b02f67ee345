import { describe, expect, test } from '@jest/globals';
import { changesIn, type CourseSession, decideDelete, decideSave } from './sessions.domain.ts';

const at = (hour: number): Date => new Date(Date.UTC(2027, 2, 1, hour));
const session: CourseSession = {
  id: 's',
  title: 'Kick-off',
  startsAt: at(9),
  endsAt: at(11),
  place: '',
  revision: 2,
};
const moved = { ...session, startsAt: at(10) };

test.each([
  ['a new one is made', null, session, 0, { type: 'create' }],
  ['one that is not there is not changed', null, session, 1, { type: 'refuse', reason: 'NOT_FOUND' }],
  ['the newest is changed', session, moved, 2, { type: 'change' }],
  ['an old tab is told', session, moved, 1, { type: 'refuse', reason: 'STALE_REVISION' }],
  ['the same again is no change', session, session, 1, { type: 'unchanged' }],
] as const)('%s', (_rule, current, wanted, revision, expected) => {
  expect(decideSave(current, wanted, revision)).toEqual(expected);
});

test.each([
  ['the newest is taken off', session, false, 2, 'delete'],
  ['an old tab is told', session, false, 1, 'STALE_REVISION'],
  ['once more is the same', null, true, 2, 'unchanged'],
  ['what never was is not found', null, false, 2, 'NOT_FOUND'],
] as const)('deleting: %s', (_rule, current, isGone, revision, expected) => {
  expect(decideDelete(current, isGone, revision)).toBe(expected);
});

describe('recording', () => {
  test('changes what differs alone, and knows what was before', () => {
    const known = [
      { memberId: 'ada', state: 'present' },
      { memberId: 'bo', state: 'absent' },
    ] as const;
    const wanted = [
      { memberId: 'ada', state: 'present' },
      { memberId: 'bo', state: 'late' },
      { memberId: 'chi', state: null },
      { memberId: 'dee', state: 'absent' },
      { memberId: 'dee', state: 'excused' },
    ] as const;
    expect(changesIn(known, wanted)).toEqual([
      { memberId: 'bo', state: 'late', before: 'absent' },
      { memberId: 'dee', state: 'excused', before: null },
    ]);
  });
});
