import { describe, expect, test } from '@jest/globals';
import type { ChoiceItem, Item } from '../../../../server/src/contracts/questionnaire-rules.ts';
import {
  fromLines,
  keyed,
  newItem,
  tagsIn,
  toLines,
  withItem,
  withoutItem,
  withOptions,
} from './builder-form.ts';

const before = [
  { id: 'a', text: 'Red' },
  { id: 'b', text: 'Green' },
];

describe('options from lines', () => {
  test.each([
    ['the same lines are the same options', 'Red\nGreen', ['a', 'b']],
    ['blank lines and ends do not count', ' Red \n\nGreen\n', ['a', 'b']],
    ['in another order they stay themselves', 'Green\nRed', ['b', 'a']],
    ['a corrected word stays the same option', 'Red\nGrean', ['a', 'b']],
    ['one that goes leaves the other as it is', 'Green', ['b']],
  ])('%s', (_rule, lines, ids) => expect(fromLines(lines, before).map(({ id }) => id)).toEqual(ids));

  test('a new line between two is a new option', () => {
    const options = fromLines('Red\nBlue\nGreen', before);
    expect(options.map(({ text }) => text)).toEqual(['Red', 'Blue', 'Green']);
    expect([options[0]?.id, options[2]?.id]).toEqual(['a', 'b']);
    expect(new Set(options.map(({ id }) => id)).size).toBe(3);
    expect(toLines(options)).toBe('Red\nBlue\nGreen');
  });
});

test('what goes takes its branches with it, and brings them back', () => {
  const choice: Item = { ...newItem('oneChoice'), id: 'choice' };
  const branch: Item = { ...newItem('text'), id: 'text', showIf: { itemId: 'choice', optionId: 'a' } };
  const items = [choice, branch];
  const left = withoutItem(items, 'choice');
  expect(left).toMatchObject([{ id: 'text', showIf: null }]);
  expect(withItem(left, choice, 0, items)).toEqual(items);
});

test('a key forgets the options that are gone, and nothing else', () => {
  const choice: ChoiceItem = {
    ...newItem('oneChoice'),
    kind: 'oneChoice',
    options: before,
    key: { right: ['a', 'b'], points: 2, feedback: 'So.', optionFeedback: { a: 'Yes.', b: 'No.' } },
  };
  expect(withOptions(choice, before.slice(1)).key).toEqual({
    right: ['b'],
    points: 2,
    feedback: 'So.',
    optionFeedback: { b: 'No.' },
  });
  expect(withOptions(keyed(choice, false), before).key).toBeUndefined();
  expect(keyed(choice, true).key).toMatchObject({ right: [], points: 1 });
});

test.each([
  ['easy, new ,,easy', ['easy', 'new']],
  ['سهل، جديد', ['سهل', 'جديد']],
  [' ', []],
])('tags in “%s”', (text, tags) => expect(tagsIn(text)).toEqual(tags));
