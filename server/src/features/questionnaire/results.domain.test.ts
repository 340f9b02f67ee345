import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { branchedItems, buildItem, idOf } from '../../../../test/factories/questionnaire.ts';
import { cellsOf, headingsOf } from '../../contracts/questionnaire-cells.ts';
import type { Answers, AnswerValue, Item } from '../../contracts/questionnaire-rules.ts';
import { countedRows, tally } from './results.domain.ts';

const tallyOf = (item: Item, values: AnswerValue[]) =>
  tally(
    [item],
    values.map((value): Answers => ({ [item.id]: value })),
    null,
    false,
  )?.tallies[0];

describe('each kind of item is counted', () => {
  test.each<[string, Item, AnswerValue[], object]>([
    [
      'one choice, also options that nobody chose',
      buildItem('oneChoice'),
      [idOf('Yes'), idOf('Yes')],
      {
        answered: 2,
        counts: [
          { key: idOf('Yes'), count: 2 },
          { key: idOf('No'), count: 0 },
        ],
        mean: null,
      },
    ],
    [
      'many choices: more counts than people',
      buildItem('manyChoice'),
      [[idOf('Red'), idOf('Blue')], [idOf('Red')]],
      {
        answered: 2,
        counts: [
          { key: idOf('Red'), count: 2 },
          { key: idOf('Green'), count: 0 },
          { key: idOf('Blue'), count: 1 },
        ],
      },
    ],
    [
      'a scale, point by point, with its mean',
      buildItem('scale', { from: 0, to: 2 }),
      [0, 2, 2],
      {
        counts: [
          { key: '0', count: 1 },
          { key: '1', count: 0 },
          { key: '2', count: 2 },
        ],
        mean: 4 / 3,
      },
    ],
    [
      'a matrix, cell by cell',
      buildItem('matrix'),
      [{ [idOf('Talk')]: idOf('Low') }],
      {
        counts: [
          { key: `${idOf('Talk')}/${idOf('Low')}`, count: 1 },
          { key: `${idOf('Talk')}/${idOf('High')}`, count: 0 },
          { key: `${idOf('Listen')}/${idOf('Low')}`, count: 0 },
          { key: `${idOf('Listen')}/${idOf('High')}`, count: 0 },
        ],
      },
    ],
    ['numbers, sorted', buildItem('number'), [7, 1], { numbers: [1, 7], mean: 4, counts: [] }],
    [
      'texts, not in the order they came in',
      buildItem('text'),
      ['b', 'a'],
      { texts: ['a', 'b'], answered: 2 },
    ],
    [
      'days, in their order',
      buildItem('date'),
      ['2027-02-01', '2027-01-01', '2027-02-01'],
      {
        counts: [
          { key: '2027-01-01', count: 1 },
          { key: '2027-02-01', count: 2 },
        ],
      },
    ],
  ])('%s', (_rule, item, values, expected) => expect(tallyOf(item, values)).toMatchObject(expected));
});

const yes = (text?: string): Answers => ({
  [idOf('one')]: idOf('Yes'),
  ...(text && { [idOf('text')]: text }),
});
const no = (): Answers => ({ [idOf('one')]: idOf('No') });
const times = (count: number, make: () => Answers): Answers[] => Array.from({ length: count }, make);
const saidYes = { itemId: idOf('one'), optionId: idOf('Yes') };

describe('anonymous results', () => {
  test.each<[string, Answers[], boolean, [number | null, number | null] | null]>([
    ['four in all: nothing', times(4, () => yes('x')), false, null],
    ['five in all', times(5, () => yes('x')), false, [5, 5]],
    ['a branch of four is hidden', [...times(4, () => yes('x')), ...times(6, no)], false, [10, null]],
    ['a branch of five is shown', [...times(5, () => yes('x')), ...times(6, no)], false, [11, 5]],
    [
      'only those who said yes, when they are four',
      [...times(4, () => yes('x')), ...times(6, no)],
      true,
      null,
    ],
    [
      'only those who said yes, when all but four did',
      [...times(6, () => yes('x')), ...times(4, no)],
      true,
      null,
    ],
    ['only those who said yes', [...times(5, () => yes('x')), ...times(5, no)], true, [5, 5]],
  ])('%s', (_rule, all, isFiltered, expected) => {
    const result = tally(branchedItems(), all, isFiltered ? saidYes : null, true);
    expect(result && result.tallies.map(({ answered }) => answered)).toEqual(expected);
  });

  test('whatever is asked, every count that is shown is of nobody or of five, as is what it leaves out', () => {
    const one = fc.record({ chose: fc.constantFrom('Yes', 'No'), text: fc.option(fc.constant('x')) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 24 }), (people) => {
        const all = people.map(({ chose, text }) => (chose === 'Yes' ? yes(text ?? undefined) : no()));
        const whole = tally(branchedItems(), all, null, true);
        const part = tally(branchedItems(), all, saidYes, true);
        for (const { answered } of [...(whole?.tallies ?? []), ...(part?.tallies ?? [])]) {
          expect(answered === null || answered >= 5).toBe(true);
        }
        for (const [index, { answered }] of (part?.tallies ?? []).entries()) {
          const of = whole?.tallies[index]?.answered ?? null;
          const left = answered === null || of === null ? 0 : of - answered;
          expect(left === 0 || left >= 5).toBe(true);
        }
      }),
    );
  });
});

test('a table has a column per row of a matrix, and words instead of ids', () => {
  const matrix = buildItem('matrix');
  expect(headingsOf(matrix)).toEqual(['About matrix?: Talk', 'About matrix?: Listen']);
  expect(cellsOf(matrix, { [idOf('Listen')]: idOf('High') })).toEqual(['', 'High']);
  expect(cellsOf(buildItem('manyChoice'), [idOf('Red'), idOf('Blue')])).toEqual(['Red; Blue']);
  expect(cellsOf(buildItem('scale'), 3)).toEqual(['3']);
  expect(cellsOf(buildItem('text'), undefined)).toEqual(['']);
});

test('counts in words name the row and the column of a matrix', () => {
  const matrix = buildItem('matrix');
  const found = tallyOf(matrix, [{ [idOf('Talk')]: idOf('Low') }]);
  expect(found && countedRows(matrix, found)[0]).toEqual(['About matrix?: Talk', 'Low', '1']);
});
