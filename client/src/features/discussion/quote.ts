import { type Block, isBlank, type RichText } from '../../../../server/src/contracts/plain-text.ts';

/** A text with another quoted below it, and a line to go on writing. */
export function withQuote(text: RichText, quoted: RichText): RichText {
  const quote: Block = { type: 'blockquote', content: quoted.content };
  const before = isBlank(text) ? [] : text.content;
  return { type: 'doc', content: [...before, quote, { type: 'paragraph' }] };
}
