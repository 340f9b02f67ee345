import { describe, expect, test } from '@jest/globals';
import { BEGUN, isOpenTo, type Opening } from '../../core/opening.ts';
import { adoptFound, openingFault, openingOfCopy } from './opening.domain.ts';

const at = (day: number): Date => new Date(Date.UTC(2027, 2, day, 12));
const handIn = (activityId: string) => ({ kind: 'activity', activityId }) as const;
const rules = (opensAt: Date | null, ...after: Opening['after']): Opening => ({
  opensAt,
  after,
  revision: 1,
});
const passed = { kind: 'check', questionnaireId: 'q', percent: 80 } as const;

test.each<[string, Opening | null, string[], boolean]>([
  ['without rules', null, [], true],
  ['from its moment on', rules(at(5)), [], true],
  ['not before its moment', rules(at(6)), [], false],
  ['after all prerequisites', rules(null, handIn('a'), passed), ['activity/a', 'check/q/80'], true],
  ['not after some', rules(null, handIn('a'), passed), ['activity/a'], false],
  ['not by a check of another mark', rules(null, passed), ['check/q/60'], false],
  ['not before its moment to who has met all', rules(at(6), passed), ['check/q/80'], false],
  ['always to who had begun', rules(at(6), passed), [BEGUN], true],
])('an activity is open %s', (_rule, opening, met, expected) =>
  expect(isOpenTo(opening, met, at(5))).toBe(expected),
);

const schedule = { startsAt: at(1), steps: [{ key: 'handIn', endsAt: at(10) }] };
const others = [
  { id: 'b', opening: rules(null, handIn('c')) },
  { id: 'c', opening: rules(null, handIn('d'), handIn('b')) },
  { id: 'd', opening: rules(null, handIn('a')) },
];

test.each<[string, Opening, ReturnType<typeof openingFault>]>([
  ['after another', rules(at(2), handIn('x'), passed), null],
  ['not after itself', rules(null, handIn('a')), 'OPENING_IN_CIRCLE'],
  ['not after one that waits for it, by two more', rules(null, handIn('b')), 'OPENING_IN_CIRCLE'],
  ['after one in a circle of others', rules(null, handIn('e')), null],
  ['not when handing in is over', rules(at(10)), 'OPENING_TOO_LATE'],
])('an activity opens %s', (_rule, wanted, expected) => {
  const circle = { id: 'e', opening: rules(null, handIn('e')) };
  expect(openingFault('a', wanted, schedule, [...others, circle])).toBe(expected);
});

describe('a copy', () => {
  const original = { ...rules(at(2), handIn('a'), passed), revision: 4 };
  const facts = {
    movedByMs: 86_400_000,
    isSameCourse: false,
    here: new Map<string, string>(),
    titles: new Map([['a', 'First essay']]),
  };
  const lostCheck = { one: passed, title: null };
  const lostEssay = { one: handIn('a'), title: 'First essay' };

  test.each<[string, Opening | null, Partial<typeof facts>, Opening | null]>([
    [
      'in the same course asks for the same',
      original,
      { isSameCourse: true },
      rules(at(3), handIn('a'), passed),
    ],
    [
      'asks for the copy of what its original asks for',
      original,
      { here: new Map([['a', 'copy-of-a']]) },
      { ...rules(at(3), handIn('copy-of-a')), lost: [lostCheck] },
    ],
    ['tells what has not come along', original, {}, { ...rules(at(3)), lost: [lostEssay, lostCheck] }],
    [
      'of a copy tells what that one has lost, too',
      { ...rules(null), lost: [lostCheck] },
      {},
      { ...rules(null), lost: [lostCheck] },
    ],
    ['of what has no rules has none', null, {}, null],
  ])('%s', (_rule, opening, overrides, expected) => {
    expect(openingOfCopy(opening, { ...facts, ...overrides })).toEqual(expected);
  });

  const here = new Map([['a', 'copy-of-a']]);
  test.each<[string, Opening, Parameters<typeof adoptFound>[3], Opening | null]>([
    [
      'asks for what is copied later',
      { ...rules(null), lost: [lostEssay] },
      [],
      { ...rules(null, handIn('copy-of-a')), revision: 2 },
    ],
    ['does not when nothing of it is copied', { ...rules(null), lost: [lostCheck] }, [], null],
    [
      'does not where staff have turned it round meanwhile',
      { ...rules(null), lost: [lostEssay] },
      [{ id: 'copy-of-a', opening: rules(null, handIn('me')) }],
      null,
    ],
  ])('%s', (_rule, opening, ruled, expected) => {
    expect(adoptFound('me', opening, here, ruled)).toEqual(expected);
  });
});
