import { describe, expect, test } from '@jest/globals';
import { countWords, fileIdsOf, isBlank, plainTextOf, type RichText, richTextOf } from './plain-text.ts';

const doc = (...content: RichText['content']): RichText => ({ type: 'doc', content });
const cell = (text: string) => ({
  type: 'tableCell' as const,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: richTextOf(text).content,
});
const image = { type: 'image', attrs: { fileId: 'f1', alt: 'A bridge' } } as const;

describe('plain text', () => {
  test.each([
    ['paragraphs come in lines', richTextOf('one\n\ntwo'), 'one\ntwo'],
    [
      'a list is its items',
      doc({
        type: 'bulletList',
        content: [
          { type: 'listItem', content: richTextOf('a').content },
          { type: 'listItem', content: richTextOf('b').content },
        ],
      }),
      'a\nb',
    ],
    [
      'cells are parted by tabs',
      doc({ type: 'table', content: [{ type: 'tableRow', content: [cell('a'), cell('b\n\nc')] }] }),
      'a\tb c',
    ],
    [
      'a formula is its source, a break a line',
      doc({
        type: 'paragraph',
        content: [
          { type: 'mathInline', attrs: { latex: 'a^2' } },
          { type: 'hardBreak' },
          { type: 'text', text: 'x' },
        ],
      }),
      'a^2\nx',
    ],
    ['an image is its description', doc(image), 'A bridge'],
    [
      'a mention has no name here',
      doc({
        type: 'paragraph',
        content: [
          { type: 'mention', attrs: { memberId: 'm' } },
          { type: 'text', text: 'hi' },
        ],
      }),
      'hi',
    ],
  ])('%s', (_rule, document, expected) => {
    expect(plainTextOf(document)).toBe(expected);
  });

  test('a text of nothing but line breaks stays small', () => {
    expect(richTextOf('x\n\n'.repeat(50_000)).content.length).toBeLessThanOrEqual(1000);
  });
});

test.each([
  ['nothing', '', 0],
  ['white space', ' \n', 0],
  ['one word', 'one', 1],
  ['words between white space', '  two words\n', 2],
  ['letters beyond English', 'ett två tre', 3],
  ['punctuation is no word', 'Well – yes!', 2],
  ['an apostrophe parts nothing', 'don’t', 1],
  ['Chinese, which has no spaces', '我们喜欢桥梁', 3],
  ['Japanese', '橋を渡る', 3],
  ['Thai', 'ฉันรักสะพาน', 3],
  ['Arabic', 'الجسر يحمل', 2],
])('%s: %j has %d words', (_case, text, expected) => {
  expect(countWords(text)).toBe(expected);
});

test.each([
  ['an empty paragraph', richTextOf(''), true],
  ['white space', richTextOf(' \n '), true],
  [
    'an empty list',
    doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }),
    true,
  ],
  ['a rule', doc({ type: 'horizontalRule' }), true],
  ['an image alone', doc({ type: 'image', attrs: { fileId: 'f1', alt: '' } }), false],
  ['a formula alone', doc({ type: 'mathBlock', attrs: { latex: 'x' } }), false],
  ['a word', richTextOf('x'), false],
])('whether there is anything to read: %s', (_case, document, expected) => {
  expect(isBlank(document)).toBe(expected);
});

test('files are named once, wherever they are', () => {
  expect(
    fileIdsOf(
      doc(image, {
        type: 'blockquote',
        content: [image, { type: 'image', attrs: { fileId: 'f2', alt: '' } }],
      }),
    ),
  ).toEqual(['f1', 'f2']);
});
