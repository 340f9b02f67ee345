import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSubmission } from '../../../../test/factories/peer-review-entities.ts';
import { allocateReviews } from './allocate-reviews.domain.ts';
import { apartOf, conflictsAmong, isApart, pairOf, readPairs } from './review-exclusions.domain.ts';

const person = (id: string, name: string, email: string | null = null) => ({
  id,
  subject: `lms-${id}`,
  name,
  email,
});
const people = [
  person('a', 'Ada Ström', 'ada@x.test'),
  person('b', 'Ben Baker'),
  person('c', 'Cleo'),
  person('d', 'Cleo'),
];
const rowsOf = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));

describe('a list of pairs', () => {
  test.each<[string, string[][], string[], string[]]>([
    ['people by name, e-mail and the LMS’s id', [['ADA  ström', 'lms-b']], ['a/b'], []],
    [
      'a heading names nobody',
      [
        ['First', 'Second'],
        ['ada@x.test', 'Ben Baker'],
      ],
      ['a/b'],
      [],
    ],
    ['a row of three are three pairs', [['Ada Ström', 'Ben Baker', 'lms-c']], ['a/b', 'a/c', 'b/c'], []],
    [
      'the same pair twice, in either order, is one',
      [
        ['lms-a', 'lms-b'],
        ['lms-b', 'lms-a'],
      ],
      ['a/b'],
      [],
    ],
    [
      'an unknown name',
      [
        ['lms-a', 'lms-b'],
        ['Ada Ström', 'Zoe'],
      ],
      ['a/b'],
      ['2 PERSON_UNKNOWN Zoe'],
    ],
    ['a name that two share', [['lms-a', 'Cleo']], [], ['1 PERSON_AMBIGUOUS Cleo']],
    ['one person alone', [['lms-a', '']], [], ['1 TOO_FEW_PEOPLE lms-a']],
    ['somebody with themselves', [['lms-a', 'Ada Ström']], [], ['1 TOO_FEW_PEOPLE lms-a, Ada Ström']],
  ])('%s', (_rule, rows, pairs, problems) => {
    const read = readPairs(rowsOf(...rows), people, 10);
    expect(read.pairs.map((pair) => pair.join('/'))).toEqual(pairs);
    expect(read.problems.map(({ line, problem, value }) => `${line} ${problem} ${value}`)).toEqual(problems);
  });

  test('no more pairs than are taken in one step', () => {
    const read = readPairs(rowsOf(['lms-a', 'lms-b'], ['lms-a', 'lms-c']), people, 1);
    expect(read.problems).toMatchObject([{ line: 2, problem: 'TOO_MANY' }]);
  });
});

const id = (index: number): string => `m${String(index).padStart(3, '0')}`;

const course = fc
  .record({
    count: fc.integer({ min: 3, max: 200 }),
    perReviewer: fc.integer({ min: 1, max: 5 }),
    seed: fc.string(),
  })
  .chain(({ count, ...rest }) =>
    fc.record({
      count: fc.constant(count),
      perReviewer: fc.constant(rest.perReviewer),
      seed: fc.constant(rest.seed),
      pairs: fc.array(
        fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })).filter(([a, b]) => a !== b),
        { maxLength: 40 },
      ),
    }),
  );

test('nobody reviews themselves, a work twice, or whom they must not; the rest is shared as evenly as without', () => {
  fc.assert(
    fc.property(course, ({ count, perReviewer, seed, pairs }) => {
      const apart = apartOf(pairs.map(([a, b]) => ({ memberIds: pairOf(id(a), id(b)) })));
      const works = Array.from({ length: count }, (_, index) =>
        buildSubmission({ id: `w${id(index)}`, authorId: id(index) }),
      );
      const { reviews, shortfall } = allocateReviews(works, perReviewer, seed, apart);
      expect(new Set(reviews.map((review) => review.id)).size).toBe(reviews.length);
      expect(reviews.filter(({ authorId, reviewerId }) => authorId === reviewerId)).toEqual([]);
      expect(reviews.filter(({ authorId, reviewerId }) => isApart(apart, reviewerId, authorId))).toEqual([]);
      expect(reviews.length + shortfall).toBe(count * perReviewer);
      // Each person has room: nobody is short of anybody.
      const most = Math.max(0, ...[...apart.values()].map((others) => others.size));
      if (count >= 2 * (perReviewer + most) + 2) expect(shortfall).toBe(0);
    }),
    { numRuns: 150 },
  );
});

test('conflicts are named by the places of people who are there, each pair once', () => {
  const apart = apartOf([{ memberIds: ['a', 'b'] }, { memberIds: ['b', 'x'] }]);
  expect(conflictsAmong(['b', 'c', 'a'], apart)).toEqual([[0, 2]]);
});
