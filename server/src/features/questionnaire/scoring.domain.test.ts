import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildItem, idOf, keyed } from '../../../../test/factories/questionnaire.ts';
import type { Answers, AnswerValue, Item } from '../../contracts/questionnaire-rules.ts';
import {
  countingAttempt,
  feedbackOn,
  percentOf,
  rightAnswer,
  scoreAnswers,
  standingOf,
  tallyScores,
} from './scoring.domain.ts';

const ids = (...names: string[]): string[] => names.map(idOf);

describe('one question', () => {
  const one = keyed('oneChoice');
  const many = keyed('manyChoice');
  const number = keyed('number');
  test.each<[string, Item, AnswerValue | undefined, string, number]>([
    ['the right choice brings all', one, idOf('Yes'), 'right', 2],
    ['a wrong choice brings nothing', one, idOf('No'), 'wrong', 0],
    ['no choice brings nothing', one, undefined, 'blank', 0],
    ['one of two right options', keyed('oneChoice', { right: ids('Yes', 'No') }), idOf('No'), 'right', 2],
    ['all right ones of several', many, ids('Red', 'Green'), 'right', 4],
    ['in any order', many, ids('Green', 'Red'), 'right', 4],
    ['half of them', many, ids('Red'), 'partly', 2],
    ['a wrong one takes a part away', many, ids('Red', 'Green', 'Blue'), 'partly', 2],
    ['a right and a wrong one are nothing', many, ids('Red', 'Blue'), 'wrong', 0],
    ['never less than nothing', many, ids('Blue'), 'wrong', 0],
    [
      'a third, to the hundredth',
      keyed('manyChoice', { right: ids('Red', 'Green', 'Blue'), points: 1 }),
      ids('Red'),
      'partly',
      0.33,
    ],
    ['the number itself', number, 7, 'right', 1],
    ['as far off as is tolerated', number, 7.5, 'right', 1],
    ['below it too', number, 6.5, 'right', 1],
    ['further off', number, 7.51, 'wrong', 0],
    [
      'decimals that a computer cannot add',
      keyed('number', { right: 0.3, tolerance: 0 }),
      0.1 + 0.2,
      'right',
      1,
    ],
    [
      'a neighbour where nothing is tolerated',
      keyed('number', { right: 0.3, tolerance: 0 }),
      0.31,
      'wrong',
      0,
    ],
  ])('%s', (_rule, item, value, mark, points) => {
    const { items } = scoreAnswers([item], value === undefined ? {} : { [item.id]: value });
    expect(items).toMatchObject([{ mark, points }]);
  });
});

describe('all questions', () => {
  const [one, number] = [keyed('oneChoice'), keyed('number')];
  const branch = keyed('manyChoice', {});
  const shownIfYes = { ...branch, showIf: { itemId: one.id, optionId: idOf('Yes') } };
  test.each<[string, Item[], Answers, number, number]>([
    ['points add up', [one, number], { [one.id]: idOf('Yes'), [number.id]: 1 }, 2, 3],
    ['what has no key counts for nothing', [buildItem('text'), number], { [number.id]: 7 }, 1, 1],
    ['a question that was skipped counts against', [one, number], {}, 0, 3],
    ['a branch that was not taken does not', [one, shownIfYes], { [one.id]: idOf('No') }, 0, 2],
    ['one that was taken does', [one, shownIfYes], { [one.id]: idOf('Yes') }, 2, 6],
    ['nothing to reach', [buildItem('text')], {}, 0, 0],
  ])('%s', (_rule, items, answers, points, possible) =>
    expect(scoreAnswers(items, answers)).toMatchObject({ points, possible }),
  );

  test('whatever is chosen, points lie between nothing and all', () => {
    const options = ['Red', 'Green', 'Blue'].map(idOf);
    fc.assert(
      fc.property(fc.subarray(options), fc.subarray(options, { minLength: 1 }), (chosen, right) => {
        const item = keyed('manyChoice', { right });
        const { points, possible } = scoreAnswers([item], { [item.id]: chosen });
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(possible);
        // All of it for nothing but the right ones.
        expect(points === possible).toBe(chosen.join() === right.join());
      }),
    );
  });

  test.each([
    [{ points: 1, possible: 3 }, 33.33],
    [{ points: 3, possible: 3 }, 100],
    [{ points: 0, possible: 0 }, 0],
  ])('%j in percent', (score, percent) => expect(percentOf(score)).toBe(percent));
});

describe('what is said to it', () => {
  const one = keyed('oneChoice');
  test.each<[string, Item, AnswerValue | undefined, string[]]>([
    ['to the option, then to the question', one, idOf('No'), ['Look again.', 'So it is.']],
    ['nothing to an option without words', one, idOf('Yes'), ['So it is.']],
    ['to what was left blank', one, undefined, ['So it is.']],
    ['to a number', keyed('number'), 3, ['Seven.']],
    ['nothing where there is no key', buildItem('oneChoice'), idOf('No'), []],
  ])('%s', (_rule, item, value, expected) => expect(feedbackOn(item, value)).toEqual(expected));

  test.each([
    [one, { optionIds: ids('Yes'), number: null, tolerance: 0 }],
    [keyed('number'), { optionIds: [], number: 7, tolerance: 0.5 }],
    [buildItem('text'), null],
  ])('what would have been right', (item, expected) => expect(rightAnswer(item)).toEqual(expected));
});

describe('the attempt that stands', () => {
  const attempt = (n: number, points: number, possible = 10) => ({
    n,
    score: { points, possible, items: [] },
  });
  const rows = [attempt(1, 4), attempt(2, 9), attempt(3, 9), attempt(4, 3)];
  test.each<[string, ReturnType<typeof attempt>[], 'best' | 'last', number | undefined]>([
    ['the best, of equal ones the first', rows, 'best', 2],
    ['the last', rows, 'last', 4],
    [
      'the best by its share: another version may have had more to reach',
      [attempt(1, 5, 5), attempt(2, 6)],
      'best',
      1,
    ],
    ['none', [], 'best', undefined],
  ])('%s', (_rule, attempts, counts, n) => expect(countingAttempt(attempts, counts)?.n).toBe(n));

  test('is found person by person', () => {
    const all = [
      { memberId: 'a', ...attempt(1, 4) },
      { memberId: 'b', ...attempt(1, 5) },
      { memberId: 'a', ...attempt(2, 2) },
    ];
    const points = (counts: 'best' | 'last') => standingOf(all, counts).map(({ score }) => score.points);
    expect([points('best'), points('last')]).toEqual([
      [4, 5],
      [2, 5],
    ]);
  });
});

test('a question is judged by those who were asked it', () => {
  const [one, number] = [keyed('oneChoice'), keyed('number')];
  const scores = [
    scoreAnswers([one, number], { [one.id]: idOf('Yes') }),
    scoreAnswers([one], { [one.id]: idOf('No') }),
  ];
  expect(tallyScores(scores)).toEqual(
    new Map([
      [one.id, { possible: 2, mean: 1, asked: 2, right: 1 }],
      [number.id, { possible: 1, mean: 0, asked: 1, right: 0 }],
    ]),
  );
});
