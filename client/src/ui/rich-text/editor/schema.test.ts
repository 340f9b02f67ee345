import { describe, expect, test } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { richText } from '../../../../../server/src/contracts/rich-text.ts';
import { hrefOf } from './link-address.ts';
import { baseExtensions, MathBlock, MathInline, Mention, UploadedImage } from './schema.ts';

const schema = getSchema([...baseExtensions(), UploadedImage, MathInline, MathBlock, Mention]);
const Taken = richText({ max: 100_000, images: true, mentions: true });
const id = 'a'.repeat(32);

test('the editor has the nodes and marks of the contract and no others, with the same attributes', () => {
  const attributes = Object.fromEntries(
    [...Object.values(schema.nodes), ...Object.values(schema.marks)].map(({ name, spec }) => [
      name,
      Object.keys(spec.attrs ?? {}).sort(),
    ]),
  );
  expect(attributes).toEqual({
    doc: [],
    text: [],
    paragraph: [],
    heading: ['level'],
    bulletList: [],
    orderedList: ['start'],
    listItem: [],
    blockquote: [],
    codeBlock: [],
    horizontalRule: [],
    hardBreak: [],
    table: [],
    tableRow: [],
    tableCell: ['colspan', 'colwidth', 'rowspan'],
    tableHeader: ['colspan', 'colwidth', 'rowspan'],
    image: ['alt', 'fileId'],
    mathInline: ['latex'],
    mathBlock: ['latex'],
    mention: ['memberId'],
    bold: [],
    italic: [],
    strike: [],
    code: [],
    link: ['href'],
  });
});

const mark = fc.constantFrom<object>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'link', attrs: { href: 'https://example.org/' } },
);
const text = fc.string({ minLength: 1, maxLength: 10 });
const inline = fc.oneof<fc.Arbitrary<object>[]>(
  fc.tuple(text, fc.uniqueArray(mark, { maxLength: 3 })).map(([text, marks]) => ({
    type: 'text',
    text,
    ...(marks.length > 0 && { marks }),
  })),
  fc.constantFrom(
    { type: 'hardBreak' },
    { type: 'mathInline', attrs: { latex: 'x^2' } },
    { type: 'mention', attrs: { memberId: id } },
  ),
);
const inlines = fc.array(inline, { minLength: 1, maxLength: 3 });
const { document } = fc.letrec<{ block: object; blocks: object[]; document: object }>((tie) => ({
  block: fc.oneof<fc.Arbitrary<object>[]>(
    { maxDepth: 3 },
    inlines.map((content) => ({ type: 'paragraph', content })),
    inlines.map((content) => ({ type: 'heading', attrs: { level: 2 }, content })),
    text.map((text) => ({ type: 'codeBlock', content: [{ type: 'text', text }] })),
    fc.constantFrom(
      { type: 'horizontalRule' },
      { type: 'image', attrs: { fileId: id, alt: '' } },
      { type: 'mathBlock', attrs: { latex: 'x' } },
    ),
    tie('blocks').map((content) => ({ type: 'blockquote', content })),
    tie('blocks').map((content) => ({
      type: 'orderedList',
      attrs: { start: 2 },
      content: [{ type: 'listItem', content: [{ type: 'paragraph' }, ...content] }],
    })),
    tie('blocks').map((content) => ({
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableHeader', attrs: { colspan: 1, rowspan: 1, colwidth: null }, content }],
        },
      ],
    })),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  document: tie('blocks').map((content) => ({ type: 'doc', content })),
}));

describe('what the server keeps and what the editor holds are the same', () => {
  test('the editor can open whatever the server takes, and the server takes whatever the editor gives back', () => {
    fc.assert(
      fc.property(document, (value) => {
        const taken = Taken.parse(value);
        const node = schema.nodeFromJSON(taken);
        node.check();
        const given: unknown = node.toJSON();
        // The same text, not only the same value: `sameRichText` goes by it.
        expect(JSON.stringify(Taken.parse(given))).toBe(JSON.stringify(given));
        expect(schema.nodeFromJSON(given).eq(node)).toBe(true);
      }),
    );
  });
});

test.each([
  ['example.org', 'https://example.org'],
  [' https://example.org/a?b#c ', 'https://example.org/a?b#c'],
  ['http://example.org', 'http://example.org'],
  ['ada@example.org', 'mailto:ada@example.org'],
  ['mailto:ada@example.org', 'mailto:ada@example.org'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['two words', null],
  ['', null],
])('%j as a link is %j', (typed, expected) => {
  expect(hrefOf(typed)).toBe(expected);
});
