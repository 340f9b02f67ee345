import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DYNAMICS_FROM, DYNAMICS_STEPS } from '../../contracts/team-limits.ts';
import {
  askedAbout,
  asksForALook,
  bandOf,
  bandsOf,
  type Steps,
  type Survey,
  surveyAt,
} from './team-dynamics.domain.ts';

const day = (n: number): Date => new Date(Date.UTC(2030, 0, n));
const milestone = (n: number) => ({ n, dueAt: day(10 * n).toISOString() });
const all = (step: number): Steps => ({
  participation: step,
  communication: step,
  disagreement: step,
  safety: step,
});
const people = ['ada', 'ben', 'cem', 'dee'];
const survey = (steps: readonly number[], memberIds = people): Survey => ({
  activityId: 'bridge',
  groupId: 'red',
  n: 1,
  memberIds,
  until: day(24),
  answers: steps.map((step, index) => ({ by: memberIds[index] ?? '', steps: all(step) })),
  answeredAt: day(12),
});

test.each<[readonly number[], string]>([
  [[1, 2, 5], 'low'],
  [[1, 2, 2, 5], 'low'],
  [[1, 2, 3, 5], 'mixed'],
  [[3, 3, 3], 'mixed'],
  [[1, 3, 4, 5], 'mixed'],
  [[1, 4, 5], 'good'],
  [[2, 4, 4, 5], 'good'],
])('%j is %s', (steps, expected) => expect(bandOf(steps)).toBe(expected));

/** All ways in which so many people can answer. */
const answersOf = (people_: number): number[][] =>
  people_ === 0
    ? [[]]
    : answersOf(people_ - 1).flatMap((some) =>
        Array.from({ length: DYNAMICS_STEPS }, (_, index) => [...some, index + 1]),
      );

test.each([3, 4, 5])('of %i answers, who knows one and the word for all can tell no other', (count) => {
  const possible = new Map<string, Set<number>[]>();
  for (const answers of answersOf(count)) {
    const known = `${answers[0]} ${bandOf(answers)}`;
    const others = possible.get(known) ?? answers.slice(1).map(() => new Set<number>());
    answers.slice(1).forEach((step, index) => others[index]?.add(step));
    possible.set(known, others);
  }
  const told = [...possible].filter(([, others]) => others.some(({ size }) => size < 2));
  expect(told).toEqual([]);
});

test('what is shown stays: nobody can answer from then on, whoever moves and whatever date is moved', () => {
  const moment = fc.integer({ min: 1, max: 60 });
  const steps = fc.array(fc.integer({ min: 1, max: DYNAMICS_STEPS }), { minLength: 1, maxLength: 4 });
  const inGroup = fc.subarray([...people, 'eve']);
  fc.assert(
    fc.property(steps, moment, moment, inGroup, moment, (said, first, second, now, due) => {
      const look = (at: number) =>
        surveyAt({ n: 1, dueAt: day(due).toISOString() }, survey(said), now, 'ada', day(at));
      const seen = look(first);
      if (seen.bands === null) return;
      expect(seen.state).toBe('shown');
      if (second >= first) expect(look(second)).toMatchObject({ state: 'shown', bands: seen.bands });
    }),
  );
});

describe('the survey of a milestone', () => {
  test.each<[string, Survey | null, Date, readonly string[], string, string | null]>([
    ['before its date', null, day(9), people, 'upcoming', 'asked'],
    ['from its date on', null, day(10), people, 'open', 'asked'],
    ['answered by some', survey([4, 4]), day(12), people, 'open', 'answered'],
    ['answered by all', survey([4, 4, 4, 4]), day(12), people, 'shown', 'answered'],
    ['over with enough', survey([4, 4, 4]), day(24), people, 'shown', 'answered'],
    ['over with too few', survey([4, 4]), day(24), people, 'tooFew', 'answered'],
    ['over with none', null, day(24), people, 'tooFew', 'asked'],
    ['in a group of two', null, day(12), ['ada', 'ben'], 'tooSmall', 'asked'],
    [
      'for who came after the first answer',
      survey([4], ['ben', 'cem', 'dee']),
      day(12),
      people,
      'open',
      null,
    ],
  ])('%s', (_rule, known, now, memberIds, state, own) =>
    expect(surveyAt(milestone(1), known, memberIds, 'ada', now)).toMatchObject({ state, own }),
  );
});

test('a single look never tells of fewer than three', () => {
  for (const count of [1, 2]) expect(bandsOf(survey(Array(count).fill(1)), day(60))).toBeNull();
  expect(bandsOf(survey(Array(DYNAMICS_FROM).fill(1)), day(60))).not.toBeNull();
});

test('somebody should look where safety is low, or two other things are', () => {
  const bands = {
    participation: 'good',
    communication: 'good',
    disagreement: 'good',
    safety: 'good',
  } as const;
  expect(asksForALook(bands)).toBe(false);
  expect(asksForALook({ ...bands, participation: 'low' })).toBe(false);
  expect(asksForALook({ ...bands, participation: 'low', disagreement: 'low' })).toBe(true);
  expect(asksForALook({ ...bands, safety: 'low' })).toBe(true);
});

test('asked about is the newest milestone that is due', () => {
  expect([5, 12, 25].map((n) => askedAbout([milestone(2), milestone(1)], day(n)))).toEqual([1, 1, 2]);
  expect(askedAbout([], day(1))).toBeNull();
});
