import { expect, test } from '@jest/globals';
import {
  emptyRichText,
  plainTextOf,
  type RichText,
  richTextOf,
} from '../../../../server/src/contracts/plain-text.ts';
import { asQuoted, withQuote } from './quote.ts';

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
  const text = asQuoted(said, (id) => (id === ada ? 'Ada' : undefined));
  expect(plainTextOf(text)).toBe('@Ada@…');
});

test('an image is quoted by its description: its file is its owner’s', () => {
  const image = (alt: string) => ({ type: 'image', attrs: { fileId: 'f'.repeat(32), alt } }) as const;
  const said: RichText = { type: 'doc', content: [image('An arch'), image('')] };
  const text = asQuoted(said, () => undefined);
  expect([plainTextOf(text), JSON.stringify(text)]).toEqual([
    '[An arch]\n',
    expect.not.stringContaining('fff'),
  ]);
});
