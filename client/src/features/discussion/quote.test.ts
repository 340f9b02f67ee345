import { expect, test } from '@jest/globals';
import { emptyRichText, plainTextOf, richTextOf } from '../../../../server/src/contracts/plain-text.ts';
import { withQuote } from './quote.ts';

test('a quote begins an empty text, and stands below what is written', () => {
  const quoted = richTextOf('Stone.');
  expect(withQuote(emptyRichText(), quoted).content.map(({ type }) => type)).toEqual([
    'blockquote',
    'paragraph',
  ]);
  expect(plainTextOf(withQuote(richTextOf('Mine.'), quoted))).toBe('Mine.\nStone.\n');
});
