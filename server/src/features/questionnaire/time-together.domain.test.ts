import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildItem, idOf } from '../../../../test/factories/questionnaire.ts';
import { FACTOR_RANGE } from '../../contracts/factor-methods.ts';
import { webpaScores } from './contribution-factors.domain.ts';
import { evaluationsOf } from './member-evaluation.domain.ts';
import type { OwnGroup } from './own-groups.domain.ts';
import type { Answered } from './questionnaire.domain.ts';
import { periodOf } from './rounds.domain.ts';
import { type GroupTimes, groupsTogether, type Stay } from './time-together.domain.ts';

/** A day of the course, from 0; answers may come from day 20 on, and are given on day 22. */
const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000);
const iso = (n: number): string => day(n).toISOString();
const stay = (memberId: string, from: number, to: number | null): Stay => ({
  memberId,
  from: day(from),
  to: to === null ? null : day(to),
});
const group = (groupId: string, ...stays: Stay[]): GroupTimes => ({
  setId: 'set',
  groupId,
  name: groupId.toUpperCase(),
  stays,
});
const PERIOD = { since: null, opensAt: day(20) };
const asked = (groups: GroupTimes[], memberId: string, since: Date | null = null) =>
  groupsTogether(groups, memberId, { ...PERIOD, since }, day(22)).map((one) => ({
    group: one.groupId,
    ids: one.memberIds.filter((id) => id !== memberId),
    ...(one.until && { until: one.until }),
  }));

describe('those with whom somebody was together', () => {
  const red = [stay('a', 0, null), stay('b', 0, null), stay('c', 0, 10), stay('d', 12, null)];
  test.each<[string, GroupTimes[], string, ReturnType<typeof asked>]>([
    [
      'who is in the group, those who are, and who has left it until then',
      [group('red', ...red)],
      'a',
      [{ group: 'red', ids: ['b', 'c', 'd'], until: { c: iso(10) } }],
    ],
    [
      'who came later, nobody who had left before',
      [group('red', ...red)],
      'd',
      [{ group: 'red', ids: ['a', 'b'] }],
    ],
    [
      'who has left, those who were there meanwhile, until then',
      [group('red', ...red)],
      'c',
      [{ group: 'red', ids: ['a', 'b'], until: { a: iso(10), b: iso(10), c: iso(10) } }],
    ],
    ['who has left and was alone, nobody', [group('red', stay('a', 0, 5), stay('b', 6, null))], 'a', []],
    [
      'who has moved, the new group first',
      [group('blue', stay('a', 0, 10), stay('b', 0, null)), group('red', stay('a', 10, null))],
      'a',
      [
        { group: 'red', ids: [] },
        { group: 'blue', ids: ['b'], until: { a: iso(10), b: iso(10) } },
      ],
    ],
    [
      'who has moved together, each other once, where they are now',
      [
        group('blue', stay('a', 0, 10), stay('b', 0, 10), stay('c', 0, null)),
        group('red', stay('a', 10, null), stay('b', 10, null)),
      ],
      'a',
      [
        { group: 'red', ids: ['b'] },
        { group: 'blue', ids: ['c'], until: { a: iso(10), b: iso(10), c: iso(10) } },
      ],
    ],
    [
      'of who came back, those of all times',
      [group('red', stay('a', 0, 4), stay('a', 8, null), stay('b', 0, 3), stay('c', 9, 15))],
      'a',
      [{ group: 'red', ids: ['b', 'c'], until: { b: iso(3), c: iso(15) } }],
    ],
    [
      'nobody of less than a day while groups were made',
      [group('red', stay('a', 0, null), stay('b', 0, 0.9), stay('c', 0.5, 1.6))],
      'a',
      [{ group: 'red', ids: ['c'], until: { c: iso(1.6) } }],
    ],
    [
      'of however short a time, who leaves while answers may come',
      [group('red', stay('a', 0, null), stay('b', 20.5, 20.6))],
      'a',
      [{ group: 'red', ids: ['b'], until: { b: iso(20.6) } }],
    ],
  ])('%s', (_rule, groups, memberId, expected) => expect(asked(groups, memberId)).toEqual(expected));

  test('a later round asks of who has left since the one before ended', () => {
    const groups = [group('red', stay('a', 0, null), stay('b', 0, 9), stay('c', 0, 12), stay('d', 0, 9.5))];
    expect(asked(groups, 'a', day(9))).toEqual([{ group: 'red', ids: ['c'], until: { c: iso(12) } }]);
    const weekly = { kind: 'weekly', times: 3, openDays: 2, zone: 'UTC' } as const;
    const dates = { opensAt: iso(7), closesAt: null, repeat: weekly };
    expect(periodOf(dates, 1, day(0))).toEqual({ since: null, opensAt: day(7) });
    expect(periodOf(dates, 2, day(0))).toEqual({ since: day(9), opensAt: day(14) });
    expect(periodOf({ opensAt: null, closesAt: null }, 1, day(3))).toEqual({ since: null, opensAt: day(3) });
  });
});

const LEVELS = [1, 2, 3, 4, 5].map((n) => ({ id: idOf(`level${n}`), text: String(n) }));
const ITEMS = [buildItem('matrix', { rows: [], columns: LEVELS, groupRows: { setId: 'set', self: true } })];
/** What somebody says of whom they are asked about. */
const answer = (memberId: string, groups: OwnGroup[], levelOf: (id: string) => number | null): Answered => ({
  id: `answer of ${memberId}`,
  questionnaireId: 'q',
  version: 1,
  memberId,
  submittedAt: day(22),
  day: '2026-01-23',
  batch: 0,
  round: 1,
  attempt: 1,
  drawn: [],
  groups,
  answers: {
    [idOf('matrix')]: Object.fromEntries(
      groups
        .flatMap(({ memberIds }) => memberIds)
        .flatMap((id) => {
          const level = levelOf(id);
          return level === null ? [] : [[id, LEVELS[level - 1]?.id ?? '']];
        }),
    ),
  },
});

/** People who come to two groups and leave them as they like; whom they rate how, null: not. */
const COUNT = 6;
const ids = Array.from({ length: COUNT }, (_, n) => `p${n}`);
const time = fc.tuple(fc.integer({ min: 0, max: 15 }), fc.option(fc.integer({ min: 2, max: 21 })));
const level = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 });
const square = fc.array(fc.array(level, { minLength: COUNT, maxLength: COUNT }), {
  minLength: COUNT,
  maxLength: COUNT,
});
const times = fc
  .array(fc.tuple(time, time, fc.boolean()), { minLength: COUNT, maxLength: COUNT })
  .map((all): GroupTimes[] => {
    const staysIn = (place: 0 | 1) =>
      all.flatMap((one, n) => {
        const [from, length] = one[place];
        const isThere = place === 0 || one[2];
        return isThere ? [stay(`p${n}`, from, length === null ? null : Math.min(21, from + length))] : [];
      });
    return [group('red', ...staysIn(0)), group('blue', ...staysIn(1))];
  });
const evaluated = (groups: GroupTimes[], said: readonly (readonly (number | null)[])[], silent = -1) =>
  evaluationsOf(
    ITEMS,
    ids.flatMap((memberId, rater) =>
      rater === silent
        ? []
        : [
            answer(
              memberId,
              groupsTogether(groups, memberId, PERIOD, day(22)),
              (id) => said[rater]?.[ids.indexOf(id)] ?? null,
            ),
          ],
    ),
  );
const factorsOf = (found: ReturnType<typeof evaluated>, memberId: string) =>
  found.flatMap(({ groupId, people }) =>
    people.flatMap((one) => (one.memberId === memberId && one.raters > 0 ? [[groupId, one.factors]] : [])),
  );

describe('with people who leave, come and move, each factor', () => {
  test('is moved neither by silence nor by anything one says', () => {
    fc.assert(
      fc.property(
        times,
        square,
        fc.array(level, { minLength: COUNT, maxLength: COUNT }),
        (groups, said, own) => {
          const before = factorsOf(evaluated(groups, said), 'p0');
          expect(factorsOf(evaluated(groups, [own, ...said.slice(1)]), 'p0')).toEqual(before);
          expect(factorsOf(evaluated(groups, said, 0), 'p0')).toEqual(before);
        },
      ),
    );
  });

  test('is 1 where all are rated alike, whoever was there when, and always within its range', () => {
    fc.assert(
      fc.property(times, square, (groups, said) => {
        const alike = evaluated(
          groups,
          said.map((row) => row.map((one) => one && 4)),
        );
        for (const { people } of alike)
          for (const { raters, factors } of people.filter((one) => one.raters > 0)) {
            expect(raters).toBeLessThan(COUNT);
            expect({ ...factors, shrunken: factors.shrunken?.value }).toEqual({
              webpa: 1,
              rpf: 1,
              catme: 1,
              teammates: 1,
              shrunken: 1,
            });
          }
        for (const { people } of evaluated(groups, said))
          for (const { factors } of people)
            for (const value of Object.values({ ...factors, shrunken: factors.shrunken?.value ?? null })) {
              if (value === null) continue;
              expect(value).toBeGreaterThanOrEqual(FACTOR_RANGE.min);
              expect(value).toBeLessThanOrEqual(FACTOR_RANGE.max);
            }
      }),
    );
  });

  test('comes of each voice once, and of nobody with whom one was never together', () => {
    fc.assert(
      fc.property(times, (groups) => {
        const all = evaluated(
          groups,
          ids.map(() => ids.map(() => 3)),
        );
        for (const memberId of ids) {
          const raters = all.flatMap(({ people }) => people.find((one) => one.memberId === memberId) ?? []);
          const fellows = ids.filter((rater) =>
            groupsTogether(groups, rater, PERIOD, day(22)).some(
              (one) => rater !== memberId && one.memberIds.includes(memberId),
            ),
          );
          expect(raters.reduce((sum, one) => sum + one.raters, 0)).toBe(fellows.length);
        }
      }),
    );
  });

  test('follows the people when they are listed in another order', () => {
    fc.assert(
      fc.property(times, square, (groups, said) => {
        const turned = groups.map((one) => ({ ...one, stays: one.stays.toReversed() })).toReversed();
        expect(evaluated(turned, said)).toEqual(evaluated(groups, said));
      }),
    );
  });

  test('gains at most half of WebPA’s by two of five who raise each other, one of whom has left', () => {
    const truth = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: COUNT, maxLength: COUNT });
    // Five at a time: the fifth comes in the place of the first.
    const groups = [
      group('red', ...ids.map((id, n) => (n === 0 ? stay(id, 0, 10) : stay(id, n === 5 ? 10 : 0, null)))),
    ];
    type Said = number[][];
    const webpa = (said: Said) =>
      webpaScores(
        said.map((row, rater) => row.map((one, who) => (rater + who === 5 && rater % 5 === 0 ? null : one))),
      );
    const shrunken = (said: Said) =>
      (evaluated(groups, said)[0]?.people ?? []).map(({ factors }) => factors.shrunken?.value ?? null);
    fc.assert(
      fc.property(truth, (levels) => {
        const honest = levels.map(() => levels);
        const colluding = honest.map((row, rater) =>
          rater < 2 ? row.map((_, who) => (who < 2 ? 5 : 1)) : row,
        );
        const gain = (of: (said: Said) => (number | null)[]): number =>
          Math.max(...[0, 1].map((n) => (of(colluding)[n] ?? 0) - (of(honest)[n] ?? 0)));
        expect(gain(shrunken)).toBeLessThanOrEqual(gain(webpa) / 2 + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });
});
