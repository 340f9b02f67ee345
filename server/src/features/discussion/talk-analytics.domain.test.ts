import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  giniOf,
  medianOf,
  type SaidPost,
  shapeOf,
  spansOf,
  talkOf,
  type Tie,
} from './talk-analytics.domain.ts';

test.each([
  ['all write as much', [2, 2, 2], 0],
  ['one of four writes all', [0, 0, 0, 8], 0.75],
  ['a known case', [1, 2, 3, 4], 0.25],
  ['nobody writes', [0, 0], null],
])('Gini: %s', (_case, amounts, expected) => {
  expect(giniOf(amounts)).toEqual(expected);
});

test('Gini is half the mean difference by the mean', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 20 }), (amounts) => {
      const mean = amounts.reduce((sum, one) => sum + one, 0) / amounts.length;
      fc.pre(mean > 0);
      const differences = amounts.flatMap((a) => amounts.map((b) => Math.abs(a - b)));
      const meanDifference = differences.reduce((sum, one) => sum + one, 0) / amounts.length ** 2;
      expect(giniOf(amounts)).toBeCloseTo(meanDifference / (2 * mean), 10);
    }),
  );
});

const ties = (...pairs: string[]): Tie[] =>
  pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '', count: 1 }));

test.each([
  ['a star: all answer one', ties('ba', 'ca', 'da'), 4, { density: 0.25, reciprocity: 0, centralisation: 1 }],
  ['a circle', ties('ab', 'bc', 'ca'), 3, { density: 0.5, reciprocity: 0, centralisation: 0 }],
  [
    'two who talk, one who does not',
    ties('ab', 'ba'),
    3,
    { density: 1 / 3, reciprocity: 1, centralisation: 0.25 },
  ],
  ['no replies', [], 3, { density: 0, reciprocity: null, centralisation: null }],
  ['one person', [], 1, { density: null, reciprocity: null, centralisation: null }],
])('who replies to whom: %s', (_case, pairs, n, expected) => {
  expect(shapeOf(pairs, n)).toEqual(expected);
});

const post = (n: number, authorId: string, replyTo: number | null, hours: number, words = 10): SaidPost => ({
  id: `t/${n}`,
  groupId: null,
  authorId,
  answers: replyTo === null ? null : `t/${replyTo}`,
  at: new Date(Date.UTC(2026, 0, 1, hours)),
  words,
});

test('replies count for who gives and who gets them; staff reply, but are nobody of the learners', () => {
  const said = [
    post(1, 'a', null, 0, 120),
    post(2, 'b', 1, 2, 40),
    post(3, 'a', 2, 8, 20),
    post(4, 'staff', 3, 9),
    // To oneself is no reply to anybody; to what is not counted, neither.
    post(5, 'b', 2, 30),
    post(6, 'b', 99, 31),
  ];
  expect(talkOf(said, ['a', 'b', 'c'])).toMatchObject({
    posts: 5,
    writers: 2,
    spans: [
      { threads: 1, replies: 2 },
      { threads: 0, replies: 2 },
    ],
    words: [4, 0, 1, 0, 0, 0, 0],
    responses: [0, 2, 1, 0, 0],
    unanswered: 2,
    hours: 2,
    people: [
      { id: 'a', threads: 1, replies: 1, received: 1, words: 140, hours: 6 },
      { id: 'b', threads: 0, replies: 3, received: 1, words: 60, hours: 2 },
      { id: 'c', threads: 0, replies: 0, received: 0, words: 0, hours: null },
    ],
    ties: [
      { from: 'b', to: 'a', count: 1 },
      { from: 'a', to: 'b', count: 1 },
    ],
  });
});

test('what goes on for long is shown week by week', () => {
  const { spanDays, spans } = spansOf([post(1, 'a', null, 0), post(2, 'b', 1, 24 * 60)]);
  expect(spanDays).toBe(7);
  expect(spans.map(({ threads, replies }) => threads + replies)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test('a median is the middle, or between the two that are', () => {
  expect([medianOf([3, 1, 2]), medianOf([4, 1]), medianOf([])]).toEqual([2, 2.5, null]);
});
