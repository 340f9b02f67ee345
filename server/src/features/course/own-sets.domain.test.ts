import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../core/random.ts';
import { type Group, ownGroupOf, type SignUp, type Waiting } from './groups.domain.ts';
import {
  decideChoice,
  drawGroups,
  freshNames,
  giveSeats,
  type Into,
  leaderOf,
  takenName,
} from './own-sets.domain.ts';

const NOW = new Date('2026-03-01T10:00:00Z');
const group = (id: string, cap: number | null = null): Group =>
  ownGroupOf('course', 'set', id, `Group ${id}`, { cap });
const RED = group('red', 2);
const BLUE = group('blue', 1);

const OPEN: SignUp = { opensAt: null, closesAt: null, mayChange: true, waitingList: true };

/** What becomes of ada's wish in a set where people are so ("ada: red"). */
interface Scene {
  readonly where: Record<string, string>;
  readonly waiting: readonly Waiting[];
  readonly signUp: SignUp | null;
}
const choosing = (
  where: Record<string, string>,
  waiting: readonly Waiting[] = [],
  signUp: SignUp | null = OPEN,
): Scene => ({ where, waiting, signUp });
/** A choice with the seats that follow from it. */
function choose({ where, waiting, signUp }: Scene, memberId: string, to: Group | null) {
  const open = Object.entries(where).map(([one, groupId]) => ({ memberId: one, groupId }));
  const taken = open.filter(({ groupId }) => groupId === to?.id).length;
  const decision = decideChoice({ signUp, waiting, from: where[memberId] ?? null, taken }, memberId, to, NOW);
  if (decision.type !== 'accept') return decision;
  const { moves: moved, waiting: left } = giveSeats([RED, BLUE], open, {
    groups: [],
    ...decision.change,
  }).change;
  return { type: decision.type, change: { moves: moved, waiting: left } };
}
const waits = (memberId: string, groupId: string): Waiting => ({ memberId, groupId });
const moves = (memberId: string, groupId: string | null) => ({ memberId, groupId });
const seated = (memberId: string, groupId: string) => ({ memberId, groupId, seated: true });

describe('a learner’s choice', () => {
  test.each([
    ['a free seat is taken', choosing({}), RED, { moves: [moves('ada', 'red')], waiting: [] }],
    [
      'another group is left for it',
      choosing({ ada: 'blue' }),
      RED,
      { moves: [moves('ada', 'red')], waiting: [] },
    ],
    [
      'no group is a choice too',
      choosing({ ada: 'red' }),
      null,
      { moves: [moves('ada', null)], waiting: [] },
    ],
    [
      'a full group has a waiting list',
      choosing({ bo: 'blue' }),
      BLUE,
      { moves: [], waiting: [waits('ada', 'blue')] },
    ],
    [
      'who waits keeps the seat that they have',
      choosing({ ada: 'red', bo: 'blue' }),
      BLUE,
      { moves: [], waiting: [waits('ada', 'blue')] },
    ],
    [
      'the own group once more ends the waiting',
      choosing({ ada: 'red', bo: 'blue' }, [waits('ada', 'blue')]),
      RED,
      { moves: [], waiting: [] },
    ],
    [
      'a seat that is left goes to who waits first',
      choosing({ ada: 'blue' }, [waits('bo', 'blue'), waits('chi', 'blue')]),
      RED,
      { moves: [moves('ada', 'red'), seated('bo', 'blue')], waiting: [waits('chi', 'blue')] },
    ],
    [
      'and the seat of that one to the next',
      choosing({ ada: 'blue', bo: 'red', dee: 'red' }, [waits('bo', 'blue'), waits('chi', 'red')]),
      null,
      { moves: [moves('ada', null), seated('bo', 'blue'), seated('chi', 'red')], waiting: [] },
    ],
    [
      'who takes a seat waits for no other',
      choosing({ bo: 'blue' }, [waits('ada', 'blue')]),
      RED,
      { moves: [moves('ada', 'red')], waiting: [] },
    ],
  ])('%s', (_, state, to, change) => {
    expect(choose(state, 'ada', to)).toEqual({ type: 'accept', change });
  });

  test.each([
    ['there is no sign-up', choosing({}, [], null), RED, 'SIGN_UP_CLOSED'],
    [
      'it is not open yet',
      choosing({}, [], { ...OPEN, opensAt: new Date(NOW.getTime() + 1) }),
      RED,
      'SIGN_UP_CLOSED',
    ],
    ['it is over', choosing({}, [], { ...OPEN, closesAt: NOW }), RED, 'SIGN_UP_CLOSED'],
    [
      'the first choice is final',
      choosing({ ada: 'red' }, [], { ...OPEN, mayChange: false }),
      BLUE,
      'SIGN_UP_FINAL',
    ],
    [
      'leaving is a change too',
      choosing({ ada: 'red' }, [], { ...OPEN, mayChange: false }),
      null,
      'SIGN_UP_FINAL',
    ],
    ['full is full', choosing({ bo: 'blue' }, [], { ...OPEN, waitingList: false }), BLUE, 'GROUP_FULL'],
  ])('is refused where %s', (_, state, to, reason) => {
    expect(choose(state, 'ada', to)).toEqual({ type: 'refuse', reason });
  });

  test.each([
    ['the group one is in', choosing({ ada: 'red' }), RED],
    ['the group one waits for', choosing({ bo: 'blue' }, [waits('ada', 'blue')]), BLUE],
    ['no group, in none', choosing({}), null],
  ])('that changes nothing is none: %s', (_, state, to) => {
    expect(choose(state, 'ada', to)).toEqual({ type: 'repeated' });
  });

  test('however learners choose, no group is fuller than its cap, nobody is in two, and no seat is free that is waited for', () => {
    const people = ['ada', 'bo', 'chi', 'dee', 'eli'];
    const choice = fc.tuple(fc.constantFrom(...people), fc.constantFrom(RED, BLUE, null));
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 40 }), (choices) => {
        const where = new Map<string, string>();
        let waiting: readonly Waiting[] = [];
        for (const [memberId, to] of choices) {
          const state = { ...choosing(Object.fromEntries(where)), waiting };
          const decision = choose(state, memberId, to);
          if (decision.type !== 'accept') continue;
          waiting = decision.change.waiting;
          for (const move of decision.change.moves) {
            if (move.groupId === null) where.delete(move.memberId);
            else where.set(move.memberId, move.groupId);
          }
          for (const { id, own } of [RED, BLUE]) {
            const taken = [...where.values()].filter((one) => one === id).length;
            expect(taken).toBeLessThanOrEqual(own?.cap ?? 0);
            if (waiting.some(({ groupId }) => groupId === id)) expect(taken).toBe(own?.cap);
          }
          expect(new Set(waiting.map((one) => one.memberId)).size).toBe(waiting.length);
        }
      }),
    );
  });
});

describe('groups by chance', () => {
  const draw = (
    people: readonly string[],
    into: Into,
    groups: Group[] = [],
    taken = new Map<string, number>(),
  ) => drawGroups({ groups, taken }, people, into, seededRandom('seed'), freshNames('Group', groups));
  const sizes = (drawn: ReturnType<typeof draw>) =>
    drawn.groups.map(({ present, joining }) => present + joining.length);
  const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

  test.each<[string, number, Into, number[]]>([
    ['a lonely rest joins the others', 13, { kind: 'size', size: 4 }, [5, 4, 4]],
    ['three too few make a group of their own', 15, { kind: 'size', size: 4 }, [4, 4, 4, 3]],
    ['fewer than one group', 2, { kind: 'size', size: 4 }, [2]],
    ['so many groups', 7, { kind: 'count', count: 3 }, [3, 2, 2]],
    ['no empty groups', 2, { kind: 'count', count: 3 }, [1, 1]],
    ['nobody', 0, { kind: 'size', size: 4 }, []],
  ])('%s', (_, count, into, expected) => {
    expect(sizes(draw(people(count), into))).toEqual(expected);
  });

  test('present groups fill up from the smallest, and no further than their caps', () => {
    const present = [group('a', 3), group('b', 2), group('c')];
    const drawn = draw(people(5), { kind: 'present' }, present, new Map([['a', 2]]));
    expect(sizes(drawn)).toEqual([3, 2, 2]);
    const full = draw(people(3), { kind: 'present' }, [group('a', 1)]);
    expect([sizes(full), full.left.length]).toEqual([[1], 2]);
  });

  test('everybody is in one group, sizes differ by one at most, and the seed alone decides', () => {
    const into = fc.oneof(
      fc.record({ kind: fc.constant('size' as const), size: fc.integer({ min: 2, max: 9 }) }),
      fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 30 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), into, (count, how) => {
        const drawn = draw(people(count), how);
        const joined = drawn.groups.flatMap(({ joining }) => joining);
        expect([...joined].sort()).toEqual([...people(count)].sort());
        expect(Math.max(...sizes(drawn)) - Math.min(...sizes(drawn))).toBeLessThanOrEqual(1);
        expect(draw(people(count), how)).toEqual(drawn);
      }),
    );
  });

  test('new names step over those that are there', () => {
    const named = freshNames('Group', [ownGroupOf('course', 'set', 'x', 'Group 2')]);
    expect([named(1), named(2)]).toEqual(['Group 1', 'Group 3']);
  });
});

test('a name is taken whatever its case, also by another new one', () => {
  expect(takenName([ownGroupOf('course', 'set', 'x', 'Red')], ['blue', ' red '])).toBe(' red ');
  expect(takenName([], ['Blue', 'blue'])).toBe('blue');
  expect(takenName([], ['Blue'])).toBeNull();
});

test('whoever is in a group longest leads it, unless somebody else in it is named', () => {
  const inside = [
    { memberId: 'bo', from: new Date(2) },
    { memberId: 'ada', from: new Date(1) },
  ];
  const led = (leaderId: string | null) =>
    leaderOf(ownGroupOf('course', 'set', 'x', 'X', { leaderId }), inside);
  expect([led(null), led('bo'), led('gone')]).toEqual(['ada', 'bo', 'ada']);
});
