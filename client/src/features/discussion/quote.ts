import {
  type Block,
  type Inline,
  isBlank,
  type RichText,
} from '../../../../server/src/contracts/plain-text.ts';

/** A text with another quoted below it, and a line to go on writing. */
export function withQuote(text: RichText, quoted: RichText): RichText {
  const quote: Block = { type: 'blockquote', content: quoted.content };
  const before = isBlank(text) ? [] : text.content;
  return { type: 'doc', content: [...before, quote, { type: 'paragraph' }] };
}

/** Whether a text has another quoted in it. */
export const holds = (text: RichText, quoted: RichText): boolean =>
  JSON.stringify(text).includes(JSON.stringify(quoted.content));

/**
 * The same text with names in the place of mentions, and descriptions in that of images: who is quoted is not called once
 * more, and files stay where their owner has put them.
 */
export const asQuoted = (text: RichText, nameOf: (memberId: string) => string | undefined): RichText =>
  JSON.parse(JSON.stringify(text), (_key, value: unknown) => {
    if (isMention(value)) return { type: 'text', text: `@${nameOf(value.attrs.memberId) ?? '…'}` };
    return isImage(value) ? wordsOf(value) : value;
  }) as RichText;

const isMention = (value: unknown): value is Extract<Inline, { type: 'mention' }> =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'mention';

const isImage = (value: unknown): value is Extract<Block, { type: 'image' }> =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'image';

const wordsOf = ({ attrs: { alt } }: Extract<Block, { type: 'image' }>): Block =>
  alt === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: `[${alt}]` }] };
