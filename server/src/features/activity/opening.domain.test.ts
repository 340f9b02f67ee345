import { expect, test } from '@jest/globals';
import { BEGUN, isOpenTo, type Opening } from '../../core/opening.ts';
import { openingFault, openingOfCopy } from './opening.domain.ts';

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

test('a copy opens as much later as it is moved, and asks for nothing that is in another course', () => {
  const original = { ...rules(at(2), passed), revision: 4 };
  const copy = { movedByMs: 86_400_000, isSameCourse: false };
  expect(openingOfCopy(original, copy)).toEqual(rules(at(3)));
  expect(openingOfCopy(original, { ...copy, isSameCourse: true })).toEqual(rules(at(3), passed));
  expect(openingOfCopy(null, copy)).toBeNull();
});
