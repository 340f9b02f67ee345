import { expect, test } from '@jest/globals';
import { fillComment } from '../../../../server/src/contracts/fill-comment.ts';
import { emptyRichText, plainTextOf, richTextOf } from '../../../../server/src/contracts/plain-text.ts';
import { withText } from './fill-comment.ts';

const values = { name: 'Ada $& Ström', points: '8', maximum: '10' };

test.each([
  ['Well done, {name}: {points} of {maximum}.', 'Well done, Ada $& Ström: 8 of 10.'],
  ['{name} {name}', 'Ada $& Ström Ada $& Ström'],
  ['{Name} {unknown} { name }', '{Name} {unknown} { name }'],
  ['{{name}}', '{Ada $& Ström}'],
])('%s', (text, filled) => {
  expect(fillComment(text, values)).toBe(filled);
});

test('stands alone in an empty comment, and after what is there', () => {
  expect(plainTextOf(withText(emptyRichText(), 'Clear.'))).toBe('Clear.');
  expect(plainTextOf(withText(richTextOf('First.'), 'Clear.'))).toBe('First.\nClear.');
});
