import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  begunOf,
  type Held,
  holdersOf,
  knownRoles,
  type Stay,
  type Step,
  turnsOf,
  whyNotGive,
  withAssigned,
  withHeld,
} from './team-roles.domain.ts';

const at = (day: number): Date => new Date(Date.UTC(2027, 2, 1) + day * 86_400_000);
const stay = (memberId: string, from = 0, to: number | null = null): Stay => ({
  memberId,
  from: at(from),
  to: to === null ? null : at(to),
});
const steps: Step[] = [10, 20, 30, 40].map((day, index) => ({ n: index + 1, dueAt: at(day) }));
const all = [stay('ada'), stay('bo'), stay('cleo')];

describe('whose turn it is', () => {
  test.each([
    ['all take turns', all, 5, ['ada', 'bo', 'cleo', 'ada']],
    [
      'who comes later stands at the end',
      [stay('ada'), stay('bo'), stay('dee', 5)],
      25,
      ['ada', 'bo', 'ada', 'dee'],
    ],
    [
      'who has left is passed over',
      [stay('ada'), stay('bo', 0, 12), stay('cleo')],
      15,
      ['ada', 'cleo', 'ada', 'cleo'],
    ],
    [
      'who leaves after their turn had it',
      [stay('ada', 0, 12), stay('bo'), stay('cleo')],
      15,
      ['ada', 'bo', 'cleo', 'bo'],
    ],
    ['a group that came later begins then', [stay('bo', 3), stay('ada', 4)], 5, ['bo', 'ada', 'bo', 'ada']],
    ['nobody is there', [], 5, [null, null, null, null]],
  ])('%s', (_rule, stays, today, expected) => {
    expect(turnsOf(steps, at(0), stays, at(today))).toEqual(expected);
  });

  test('nobody who comes or leaves changes who had the role at a step that is over', () => {
    const day = fc.integer({ min: 0, max: 24 });
    const one = fc.record({ memberId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), from: day });
    const later = fc.integer({ min: 25, max: 50 });
    fc.assert(
      fc.property(fc.array(one), fc.array(fc.tuple(one, later)), later, later, (early, came, left, now) => {
        const before = early.map(({ memberId, from }) => stay(memberId, from));
        const after = [
          ...early.map(({ memberId, from }) => stay(memberId, from, left)),
          ...came.map(([{ memberId }, from]) => stay(memberId, from)),
        ];
        // The first two steps are over on day 25.
        const past = (stays: Stay[], today: number) => turnsOf(steps, at(0), stays, at(today)).slice(0, 2);
        expect(past(after, now)).toEqual(past(before, 25));
      }),
    );
  });
});

test('whoever is chosen has the role instead; taken back, it is whose turn it is', () => {
  const turns = ['ada', 'bo', 'cleo', 'ada'];
  const role = { id: 'facilitator', rotates: true };
  const chosen = withAssigned([], { roleId: 'facilitator', n: 2 }, 'cleo');
  const names = (assigned: typeof chosen, rotates = true) =>
    holdersOf({ ...role, rotates }, steps, turns, assigned).map(({ memberId }) => memberId);
  expect(names(chosen)).toEqual(['ada', 'cleo', 'cleo', 'ada']);
  expect(names(withAssigned(chosen, { roleId: 'facilitator', n: 2 }, null))).toEqual(turns);
  expect(names(chosen, false)).toEqual([null, 'cleo', null, null]);
});

describe('whose material one knows', () => {
  const roles = (assigned: Parameters<typeof holdersOf>[3]) =>
    ['x', 'y'].map((id) => ({
      id,
      holders: holdersOf({ id, rotates: false }, steps, [null, null, null, null], assigned),
    }));
  const chosen = (roleId: string, n: number, memberId = 'ada') => ({ roleId, n, memberId });
  const had = (roleId: string, memberId = 'ada'): Held => ({ roleId, memberId });

  test.each([
    ['of the role that one has', [chosen('x', 1)], [], 5, ['x']],
    ['not of what others have', [chosen('x', 1, 'bo')], [had('y', 'bo')], 5, []],
    ['not of what one will have', [chosen('x', 2)], [], 5, []],
    ['once its step has begun', [chosen('x', 2)], [], 10, ['x']],
    ['still of the one before', [chosen('x', 1), chosen('y', 2)], [], 15, ['x', 'y']],
    ['of both after a change', [chosen('y', 1)], [had('x')], 5, ['y', 'x']],
  ])('%s', (_rule, assigned, held, day, expected) => {
    expect([...knownRoles(roles(assigned), held, begunOf(steps, at(day)), 'ada')]).toEqual(expected);
  });

  test('whoever loses a role that they have stays among those who had it; who only was to have it does not', () => {
    const assigned = [chosen('x', 1), chosen('x', 2, 'bo')];
    const holders = roles(assigned)[0]?.holders ?? [];
    const begun = begunOf(steps, at(5));
    const once = withHeld([], { roleId: 'x', n: 1 }, holders, begun);
    expect(once).toEqual([had('x')]);
    expect(withHeld(once, { roleId: 'x', n: 1 }, holders, begun)).toEqual(once);
    expect(withHeld([], { roleId: 'x', n: 2 }, holders, begun)).toEqual([]);
  });
});

describe('a group gives roles with material', () => {
  const chosen = (roleId: string, memberId: string, n = 1) => ({ roleId, n, memberId });
  const give = (assigned: ReturnType<typeof chosen>[], to: ReturnType<typeof chosen>, held: Held[] = []) =>
    whyNotGive(
      {
        roles: ['x', 'y', 'z', 'plain'].map((id) => ({
          id,
          holders: holdersOf({ id, rotates: false }, steps, [null, null, null, null], assigned),
        })),
        withMaterial: new Set(['x', 'y', 'z']),
        held,
        begun: begunOf(steps, at(5)),
        memberIds: ['ada', 'bo'],
      },
      to,
    );
  test.each([
    ['to whoever knows none', [], chosen('x', 'ada'), null],
    ['not to another once somebody has it', [chosen('x', 'ada')], chosen('x', 'bo'), 'ROLE_IS_HELD'],
    ['to another when whoever had it has left', [chosen('x', 'gone')], chosen('x', 'bo'), null],
    [
      'not a second one while another has none',
      [chosen('x', 'ada')],
      chosen('y', 'ada'),
      'ROLE_KNOWS_ANOTHER',
    ],
    ['a second one when all have one', [chosen('x', 'ada'), chosen('y', 'bo')], chosen('z', 'ada'), null],
    ['any that has none', [chosen('x', 'ada')], chosen('plain', 'ada'), null],
    ['for what has not begun as they like', [chosen('x', 'ada', 2)], chosen('x', 'bo', 2), null],
  ])('%s', (_rule, assigned, to, expected) => {
    expect(give(assigned, to)).toBe(expected);
  });

  test('who had one before knows it still', () => {
    expect(give([], chosen('y', 'ada'), [{ roleId: 'x', memberId: 'ada' }])).toBe('ROLE_KNOWS_ANOTHER');
  });
});
