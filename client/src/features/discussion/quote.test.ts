import { expect, test } from '@jest/globals';
import {
  emptyRichText,
  plainTextOf,
  type RichText,
  richTextOf,
} from '../../../../server/src/contracts/plain-text.ts';
import { withoutMentions, withQuote } from './quote.ts';

test('a quote begins an empty text, and stands below what is written', () => {
  const quoted = richTextOf('Stone.');
  expect(withQuote(emptyRichText(), quoted).content.map(({ type }) => type)).toEqual([
    'blockquote',
    'paragraph',
  ]);
  expect(plainTextOf(withQuote(richTextOf('Mine.'), quoted))).toBe('Mine.\nStone.\n');
});

test('who is quoted is named and not called once more', () => {
  const [ada, somebody] = ['a'.repeat(32), 'b'.repeat(32)];
  const mention = (memberId: string) => ({ type: 'mention', attrs: { memberId } }) as const;
  const said: RichText = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [mention(ada), mention(somebody)] }],
  };
  const text = withoutMentions(said, (id) => (id === ada ? 'Ada' : undefined));
  expect(plainTextOf(text)).toBe('@Ada@…');
});
