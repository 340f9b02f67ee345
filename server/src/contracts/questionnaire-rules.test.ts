import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { branchedItems, buildItem, idOf, ITEMS, keyed } from '../../../test/factories/questionnaire.ts';
import { ANSWER_TEXT_MAX } from './limits.ts';
import { cellsOf, headingsOf, withPeople } from './questionnaire-cells.ts';
import {
  type Answers,
  type AnswerValue,
  findAnswerFaults,
  findItemFaults,
  givenAnswers,
  type Item,
  isShown,
  possibleConditions,
} from './questionnaire-rules.ts';

/** A text to each of the own group, which is Ada. */
const toAda = (overrides: Record<string, unknown> = {}) =>
  buildItem('text', {
    groupRows: { setId: idOf('set'), self: false },
    rows: [{ id: idOf('Ada'), text: 'Ada' }],
    ...overrides,
  });

const yes = { itemId: idOf('one'), optionId: idOf('Yes') };

describe('items', () => {
  test.each<[string, Item[], string | undefined]>([
    ['one of each kind fits', Object.keys(ITEMS).map((kind) => buildItem(kind as Item['kind'])), undefined],
    ['a question needs words', [buildItem('text', { text: '  ' })], 'TEXT_MISSING'],
    [
      'a choice needs two options',
      [buildItem('oneChoice', { options: [{ id: idOf('a'), text: 'a' }] })],
      'OPTIONS_TOO_FEW',
    ],
    [
      'an option needs words',
      [
        buildItem('manyChoice', {
          options: [
            { id: idOf('a'), text: 'a' },
            { id: idOf('b'), text: ' ' },
          ],
        }),
      ],
      'OPTION_TEXT_MISSING',
    ],
    [
      'two options that read the same cannot be told apart',
      [
        buildItem('oneChoice', {
          options: [
            { id: idOf('a'), text: 'a' },
            { id: idOf('b'), text: 'a ' },
          ],
        }),
      ],
      'OPTION_TWICE',
    ],
    ['a matrix needs a row', [buildItem('matrix', { rows: [] })], 'OPTIONS_TOO_FEW'],
    [
      'people as rows are not written',
      [buildItem('matrix', { rows: [], groupRows: { setId: idOf('set'), self: false } })],
      undefined,
    ],
    ['a scale leads upwards', [buildItem('scale', { from: 5, to: 5 })], 'RANGE_EMPTY'],
    ['some number must fit', [buildItem('number', { min: 2, max: 1 })], 'RANGE_EMPTY'],
    ['keys that fit', [keyed('oneChoice'), keyed('manyChoice'), keyed('number')], undefined],
    ['a key names something right', [keyed('oneChoice', { right: [] })], 'RIGHT_MISSING'],
    ['a key names options that are there', [keyed('manyChoice', { right: [idOf('Pink')] })], 'RIGHT_MISSING'],
    [
      'feedback is to an option that is there',
      [keyed('oneChoice', { optionFeedback: { [idOf('Pink')]: 'No.' } })],
      'RIGHT_MISSING',
    ],
    ['a key of a number is a number', [keyed('number', { right: null })], 'RIGHT_MISSING'],
    ['the right number can be entered', [keyed('number', { right: 11 })], 'RIGHT_OUT_OF_RANGE'],
    ['one number may fit alone', [buildItem('number', { min: 2, max: 2 })], undefined],
    ['a branch from an earlier choice', branchedItems(), undefined],
    ['a branch from a later item', branchedItems().toReversed(), 'CONDITION_BROKEN'],
    [
      'a branch from an option that is not there',
      [buildItem('oneChoice'), buildItem('text', { showIf: { ...yes, optionId: idOf('Maybe') } })],
      'CONDITION_BROKEN',
    ],
    [
      'a branch from a branch',
      [
        ...branchedItems(),
        buildItem('manyChoice', { showIf: yes }),
        buildItem('date', { showIf: { itemId: idOf('many'), optionId: idOf('Red') } }),
      ],
      'CONDITION_BROKEN',
    ],
    ['the same item twice', [buildItem('text'), buildItem('text')], 'ID_TWICE'],
  ])('%s', (_rule, items, fault) => expect([...findItemFaults(items).values()].at(-1)).toBe(fault));

  test('only earlier choices that are always shown may be conditions', () => {
    const items = [buildItem('oneChoice'), buildItem('manyChoice', { showIf: yes }), buildItem('text')];
    expect(possibleConditions(items, 2).map(({ id }) => id)).toEqual([idOf('one')]);
  });
});

describe('answers', () => {
  test.each<[string, Item, AnswerValue | undefined, string | undefined]>([
    ['an option', buildItem('oneChoice'), idOf('Yes'), undefined],
    ['an option of another item', buildItem('oneChoice'), idOf('Red'), 'UNKNOWN'],
    ['a list for one choice', buildItem('oneChoice'), [idOf('Yes')], 'UNKNOWN'],
    ['several options', buildItem('manyChoice'), [idOf('Red'), idOf('Blue')], undefined],
    ['an option twice', buildItem('manyChoice'), [idOf('Red'), idOf('Red')], 'UNKNOWN'],
    ['no option where none is needed', buildItem('manyChoice'), [], undefined],
    ['no option where one is needed', buildItem('manyChoice', { required: true }), [], 'MISSING'],
    ['the lowest point', buildItem('scale'), 1, undefined],
    ['below the scale', buildItem('scale'), 0, 'OUT_OF_RANGE'],
    ['above the scale', buildItem('scale'), 6, 'OUT_OF_RANGE'],
    ['between two points', buildItem('scale'), 1.5, 'UNKNOWN'],
    ['a number', buildItem('number'), 2.5, undefined],
    ['zero answers a required item', buildItem('number', { required: true }), 0, undefined],
    ['a number below its limit', buildItem('number'), -1, 'OUT_OF_RANGE'],
    ['any number without limits', buildItem('number', { min: null, max: null }), -1e9, undefined],
    ['no number at all', buildItem('number'), Number.NaN, 'UNKNOWN'],
    ['a text', buildItem('text'), 'so', undefined],
    ['blanks are no text', buildItem('text', { required: true }), ' \n ', 'MISSING'],
    ['a text that is too long', buildItem('text'), 'x'.repeat(5001), 'TOO_LONG'],
    ['a day', buildItem('date'), '2028-02-29', undefined],
    ['a day that no calendar has', buildItem('date'), '2027-02-29', 'NOT_A_DATE'],
    ['some files', buildItem('file', { required: true }), [idOf('f'), idOf('g')], undefined],
    ['no file where one is needed', buildItem('file', { required: true }), [], 'MISSING'],
    ['a file twice', buildItem('file'), [idOf('f'), idOf('f')], 'UNKNOWN'],
    ['a name for a file', buildItem('file'), 'essay.pdf', 'UNKNOWN'],
    [
      'more files than a question takes',
      buildItem('file'),
      Array.from({ length: 6 }, (_, n) => idOf(`f${n}`)),
      'OUT_OF_RANGE',
    ],
    ['a row of a matrix', buildItem('matrix'), { [idOf('Talk')]: idOf('Low') }, undefined],
    ['a row is missing', buildItem('matrix', { required: true }), { [idOf('Talk')]: idOf('Low') }, 'MISSING'],
    [
      'every row',
      buildItem('matrix', { required: true }),
      { [idOf('Talk')]: idOf('Low'), [idOf('Listen')]: idOf('Low') },
      undefined,
    ],
    [
      'nobody to say anything of',
      buildItem('matrix', { required: true, rows: [], groupRows: { setId: idOf('set'), self: false } }),
      undefined,
      undefined,
    ],
    [
      'somebody who is not asked about',
      buildItem('matrix', { groupRows: { setId: idOf('set'), self: false } }),
      { [idOf('Stranger')]: idOf('Low') },
      'UNKNOWN',
    ],
    ['a column that is not there', buildItem('matrix'), { [idOf('Talk')]: idOf('Red') }, 'UNKNOWN'],
    ['a text to a person', toAda(), { [idOf('Ada')]: 'Thank you.' }, undefined],
    ['a text to a stranger', toAda(), { [idOf('Stranger')]: 'Thank you.' }, 'UNKNOWN'],
    ['a text to nobody of them', toAda(), 'Thank you.', 'UNKNOWN'],
    ['too long a text to a person', toAda(), { [idOf('Ada')]: 'x'.repeat(ANSWER_TEXT_MAX + 1) }, 'TOO_LONG'],
    ['a blank text to a person', toAda({ required: true }), { [idOf('Ada')]: ' ' }, 'MISSING'],
    ['nothing where nothing is needed', buildItem('text'), undefined, undefined],
    ['nothing where something is', buildItem('text', { required: true }), undefined, 'MISSING'],
  ])('%s', (_rule, item, value, fault) => {
    const answers: Answers = value === undefined ? {} : { [item.id]: value };
    expect(findAnswerFaults([item], answers, true).get(item.id)).toBe(fault);
  });

  test('a required item that is not shown need not be answered, and an answer to it does not count', () => {
    const no = { [idOf('one')]: idOf('No') };
    expect(findAnswerFaults(branchedItems(), no, true).size).toBe(0);
    expect(givenAnswers(branchedItems(), { ...no, [idOf('text')]: 'hidden' })).toEqual(no);
    const said = { [idOf('one')]: idOf('Yes') };
    expect([...findAnswerFaults(branchedItems(), said, true)]).toEqual([[idOf('text'), 'MISSING']]);
  });

  test('one of several chosen options opens the branch', () => {
    const item = buildItem('text', { showIf: { itemId: idOf('many'), optionId: idOf('Red') } });
    expect(isShown(item, { [idOf('many')]: [idOf('Blue'), idOf('Red')] })).toBe(true);
    expect(isShown(item, { [idOf('many')]: [idOf('Blue')] })).toBe(false);
  });

  test('a draft need not be complete, and an item of nobody is never taken', () => {
    expect(findAnswerFaults(branchedItems(), {}, false).size).toBe(0);
    expect(findAnswerFaults(branchedItems(), { [idOf('x')]: 'y' }, false).get(idOf('x'))).toBe('UNKNOWN');
  });
});

const value: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.constantFrom(...['Yes', 'No', 'Red', 'Low'].map(idOf)),
  fc.string(),
  fc.double(),
  fc.integer({ min: -1, max: 12 }),
  fc.array(fc.constantFrom(...['Red', 'Green', 'Yes'].map(idOf))),
  fc.dictionary(
    fc.constantFrom(...['Talk', 'Listen'].map(idOf)),
    fc.constantFrom(...['Low', 'High'].map(idOf)),
  ),
);
const items = (): Item[] => [
  buildItem('oneChoice', { required: true }),
  ...(['manyChoice', 'scale', 'matrix', 'text', 'number', 'date'] as const).map((kind) =>
    buildItem(kind, { required: true, showIf: yes }),
  ),
];
const ids = items().map(({ id }) => id);

describe('whatever is answered', () => {
  const anyAnswers = fc.dictionary(fc.constantFrom(...ids), value);

  test('what counts is judged like all that was said, and counts as it is when asked again', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const given = givenAnswers(items(), answers);
        expect([...findAnswerFaults(items(), given, true)]).toEqual([
          ...findAnswerFaults(items(), answers, true),
        ]);
        expect(givenAnswers(items(), given)).toEqual(given);
      }),
    );
  });

  test('answers without a fault leave no shown required item open', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        fc.pre(findAnswerFaults(items(), answers, true).size === 0);
        const given = givenAnswers(items(), answers);
        expect(Object.keys(given).sort()).toEqual(
          items()
            .filter((item) => isShown(item, answers))
            .map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });
});

test('what was said of people stands in one cell, by their names', () => {
  const item = buildItem('matrix', { rows: [], groupRows: { setId: idOf('set'), self: true } });
  const [asked = item] = withPeople(
    [item],
    [
      { id: idOf('Ada'), text: 'Ada' },
      { id: idOf('Ben'), text: 'Ben' },
    ],
  );
  expect(headingsOf(asked)).toEqual(['About matrix?']);
  const said = { [idOf('Ben')]: idOf('High'), [idOf('Ada')]: idOf('Low') };
  expect(cellsOf(asked, said)).toEqual(['Ada: Low; Ben: High']);
  expect(cellsOf(asked, undefined)).toEqual(['']);
});
