import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FACTOR_METHODS, FACTOR_RANGE } from '../../contracts/factor-methods.ts';
import { calculateGrade } from '../gradebook/index.ts';
import { factorsOf, type Ratings } from '../questionnaire/contribution-factors.domain.ts';
import {
  countedFactor,
  type EvaluatedGroup,
  type FactorRow,
  factorRows,
  factorsIn,
} from './factors.domain.ts';
import { milestoneInput } from './grade-inputs.domain.ts';
import type { DeliverableLine } from './group-work.domain.ts';

const AT = new Date('2030-01-01T12:00:00Z');
const choiceOf = (method: (typeof FACTOR_METHODS)[number], percent = 100) => ({
  questionnaireId: 'q',
  round: 1,
  method,
  percent,
  ...FACTOR_RANGE,
});

/** A group in which each has answered as the row says; a row of nulls is somebody silent. @param answers the ids */
function groupOf(
  ratings: Ratings,
  answers: readonly (string | number)[] = ratings.map(() => 1),
): EvaluatedGroup {
  const answered = ratings.flatMap((row, at) =>
    row.some((level) => level !== null) ? [{ memberId: `m${at}`, answerId: `${answers[at]}` }] : [],
  );
  return {
    groupId: 'red',
    raters: answered,
    people: ratings.map((_row, at) => {
      const raters = ratings.filter((row, other) => other !== at && (row[at] ?? null) !== null).length;
      return { memberId: `m${at}`, raters, isWithheld: raters < 2, factors: factorsOf(ratings, at) };
    }),
  };
}

/** Points of 100 that a member of Red gets when the group is given so many. */
function gradeOf(
  rows: readonly FactorRow[],
  member: number,
  method: (typeof FACTOR_METHODS)[number],
  given = 80,
) {
  const factor = factorsIn(rows, choiceOf(method))(`m${member}`, 'red');
  const milestone = {
    n: 1,
    title: 'One',
    points: 100,
    missed: false,
    adjustment: 0,
    factor,
    mark: { n: 1, points: given, maximum: 100 },
    late: { days: 0, percentPerDay: 0 },
  };
  const bounds = {
    points: 100,
    decimals: 2,
    rounding: 'nearest' as const,
    minimumPercent: 0,
    maximumPercent: 100,
  };
  const inputs = { milestones: [milestone] };
  return calculateGrade({ formula: 'group-work.factored@1', parameters: bounds, inputs, overrides: null })
    .value;
}

const level = fc.integer({ min: 1, max: 5 });
const arbitraryRatings = fc
  .integer({ min: 2, max: 6 })
  .chain((n) => fc.array(fc.array(level, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));
const method = fc.constantFrom(...FACTOR_METHODS);
const silenced = (ratings: Ratings, who: number): Ratings =>
  ratings.map((row, at) => (at === who ? row.map(() => null) : row));

describe('what counts', () => {
  test('a factor is in steps of 0.05, within the bounds that staff have set; none where too few have rated', () => {
    const factors = {
      shrunken: { value: 0.874, low: 0.8, high: 1 },
      webpa: 1.31,
      rpf: null,
      catme: 1,
      teammates: 1,
    };
    const within = { min: 0.9, max: 1.2 };
    expect(countedFactor({ factors }, choiceOf('shrunken'))).toBe(0.85);
    expect(countedFactor({ factors }, { ...choiceOf('shrunken'), ...within })).toBe(0.9);
    expect(countedFactor({ factors }, { ...choiceOf('webpa'), ...within })).toBe(1.2);
    expect(countedFactor({ factors }, choiceOf('rpf'))).toBeNull();
    expect(countedFactor({ factors: null }, choiceOf('shrunken'))).toBeNull();
  });

  test('in a group of two nobody has a factor', () => {
    const rows = factorRows(
      [
        groupOf([
          [5, 1],
          [1, 5],
        ]),
      ],
      [],
    );
    expect(rows[0]?.people.map(({ factors }) => factors)).toEqual([null, null]);
    expect(gradeOf(rows, 0, 'webpa')).toBe(80);
  });
});

describe('what nobody can bring about', () => {
  test('the silent have the same grade as with any answer of theirs', () =>
    fc.assert(
      fc.property(arbitraryRatings, fc.nat(), method, (ratings, at, how) => {
        const who = at % ratings.length;
        const said = gradeOf(factorRows([groupOf(ratings)], []), who, how);
        expect(gradeOf(factorRows([groupOf(silenced(ratings, who))], []), who, how)).toBe(said);
      }),
    ));

  test('silence lowers nobody: where those who answer see equal shares, all have the group’s grade', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(level, fc.boolean()), { minLength: 2, maxLength: 6 }),
        method,
        (people, how) => {
          const ratings = people.map(([same, isSilent]) => people.map(() => (isSilent ? null : same)));
          const rows = factorRows([groupOf(ratings)], []);
          for (const who of people.keys()) expect(gradeOf(rows, who, how)).toBe(80);
        },
      ),
    ));
});

describe('what nobody learns from a difference', () => {
  const four: Ratings = [
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [null, null, null, null],
  ];
  const answered: Ratings = [...four.slice(0, 3), [1, 5, 5, 5]];

  test('one more answer changes the factor of nobody who had one', () => {
    const before = factorRows([groupOf(four)], []);
    const after = factorRows([groupOf(answered)], before);
    for (const who of [0, 1, 2]) {
      expect(after[0]?.people[who]).toEqual({ ...before[0]?.people[who], isKept: true });
      expect(gradeOf(after, who, 'webpa')).toBe(gradeOf(before, who, 'webpa'));
    }
    // One's own answer is not in one's own factor.
    expect(after[0]?.people[3]?.isKept).toBe(false);
  });

  test('it comes in with the next one, as then it could be either', () => {
    const before = factorRows([groupOf(four)], []);
    const kept = factorRows([groupOf(answered)], before);
    const later = factorRows([groupOf(answered, [1, 1, 2, 1])], [...kept, ...before]);
    expect(later[0]?.people.map(({ isKept }) => isKept)).toEqual([false, false, true, true]);
  });

  test('whatever is applied in whatever order, two factors that somebody saw differ in no single other person', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 5 }).chain((n) =>
          fc.array(
            fc.array(
              fc.record({
                of: fc.integer({ min: 0, max: 2 }),
                row: fc.array(level, { minLength: n, maxLength: n }),
              }),
              {
                minLength: n,
                maxLength: n,
              },
            ),
            { minLength: 2, maxLength: 6 },
          ),
        ),
        (times) => {
          const history: FactorRow[] = [];
          for (const sheets of times) {
            // 0: silent; else the person's first or second answer.
            const ratings = sheets.map(({ of, row }) => (of === 0 ? row.map(() => null) : row));
            history.push(
              ...factorRows(
                [
                  groupOf(
                    ratings,
                    sheets.map(({ of, row }) => `${of}/${row.join('')}`),
                  ),
                ],
                history,
              ),
            );
          }
          const seen = history.flatMap(({ people }) => people.filter(({ factors }) => factors !== null));
          for (const one of seen)
            for (const other of seen.filter(({ memberId }) => memberId === one.memberId)) {
              const text = (of: typeof one) =>
                new Map(of.basis.map(({ memberId, answerId }) => [memberId, answerId]));
              const [a, b] = [text(one), text(other)];
              const different = [...new Set([...a.keys(), ...b.keys()])].filter(
                (id) => a.get(id) !== b.get(id),
              );
              expect(different).not.toHaveLength(1);
            }
        },
      ),
    ));
});

test('where groups change after something is handed in, nothing of its grade does', () => {
  const line: DeliverableLine = {
    activityId: 'a',
    groupId: 'red',
    n: 1,
    savedBy: null,
    handedIn: {
      fileIds: [],
      version: 1,
      by: 'm0',
      at: AT,
      memberIds: ['m0', 'm1', 'm2'],
      needsAll: false,
      confirmations: [],
      settledAt: AT,
    },
  };
  const milestone = { n: 1, title: 'One', points: 20, late: { days: 0, percentPerDay: 0 } };
  const mark = {
    n: 1,
    by: 's',
    at: AT,
    version: 1,
    points: 8,
    maximum: 10,
    ratings: [],
    comment: { type: 'doc' },
  };
  const input = (groupId: string | null, memberIds: readonly string[]) =>
    milestoneInput(
      milestone,
      {
        memberId: 'm0',
        credited: [line],
        group: groupId === null ? null : { groupId, memberIds },
        ofGroup: [],
        isExcused: () => false,
        markOf: (group) => (group === 'red' ? ({ ...mark, adjustments: [] } as never) : null),
        datesOf: () => new Map([[1, { dueAt: AT, closesAt: AT }]]),
        factorOf: (_member, group) => ({ value: group === 'red' ? 0.9 : 1.2, percent: 50 }),
      },
      AT,
    );
  const before = input('red', ['m0', 'm1', 'm2']);
  expect(before).toMatchObject({ mark: { points: 8 }, factor: { value: 0.9, percent: 50 } });
  fc.assert(
    fc.property(fc.constantFrom('red', 'blue', null), fc.array(fc.string()), (groupId, others) =>
      expect(input(groupId, ['m0', ...others])).toEqual(before),
    ),
  );
});
