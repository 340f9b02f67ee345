import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import * as limits from './limits.ts';
import { type Block, nodesOf, plainTextOf, type RichText } from './plain-text.ts';
import { richText } from './rich-text.ts';

const MAX = 1000;
const Any = richText({ max: MAX, mentions: true, images: true });
const id = 'a'.repeat(32);
const paragraph = (text: string, ...marks: object[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks.length > 0 && { marks }) }],
});
const doc = (...content: object[]) => ({ type: 'doc', content });
const accepted = (value: unknown): boolean => Any.safeParse(value).success;

/** One of everything that is allowed. */
const FULL = doc(
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'On bridges' }] },
  paragraph('A link', { type: 'link', attrs: { href: 'https://example.org/a?b=c#d' } }, { type: 'bold' }),
  {
    type: 'paragraph',
    content: [
      { type: 'mention', attrs: { memberId: id } },
      { type: 'hardBreak' },
      { type: 'mathInline', attrs: { latex: 'a^2' } },
    ],
  },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('one')] }] },
  {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [{ type: 'listItem', content: [paragraph('three')] }],
  },
  { type: 'blockquote', content: [paragraph('quoted')] },
  { type: 'codeBlock', content: [{ type: 'text', text: '<script>alert(1)</script>' }] },
  { type: 'horizontalRule' },
  { type: 'image', attrs: { fileId: id, alt: 'A bridge' } },
  { type: 'mathBlock', attrs: { latex: '\\frac12' } },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          {
            type: 'tableHeader',
            attrs: { colspan: 1, rowspan: 1, colwidth: null },
            content: [paragraph('h')],
          },
          { type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: [90] }, content: [paragraph('c')] },
        ],
      },
    ],
  },
);

test('everything that the editor makes is kept as it is', () => {
  expect(Any.parse(FULL)).toEqual(FULL);
});

test('plain text becomes paragraphs that read the same', () => {
  expect(Any.parse('One\ntwo\n\nthree')).toEqual(doc(paragraph('One\ntwo'), paragraph('three')));
  expect(accepted('x'.repeat(MAX + 1))).toBe(false);
});

describe('refused', () => {
  const link = (href: unknown) => doc(paragraph('x', { type: 'link', attrs: { href } }));
  test.each([
    ['a script', doc({ type: 'script', content: [{ type: 'text', text: 'alert(1)' }] })],
    ['a javascript: link', link('javascript:alert(1)')],
    ['a javascript: link in disguise', link(' jAvaScript:alert(1)')],
    ['a javascript: link with a tab', link('java\tscript:alert(1)')],
    ['a data: link', link('data:text/html,<script>alert(1)</script>')],
    ['a link to a path of this site', link('/api/session')],
    ['a link without a scheme', link('//evil.example')],
    ['a link with a quote', link('https://e.example/"onmouseover=alert(1)')],
    ['a link that is no text', link({ toString: 1 })],
    [
      'a link with more attributes',
      doc(paragraph('x', { type: 'link', attrs: { href: 'https://e.example', onclick: 'x' } })),
    ],
    ['the same mark twice', doc(paragraph('x', { type: 'bold' }, { type: 'bold' }))],
    ['a mark that is not known', doc(paragraph('x', { type: 'textStyle', attrs: { color: 'red' } }))],
    ['an attribute that is not known', doc({ ...paragraph('x'), attrs: { style: 'position:fixed' } })],
    ['an image by address', doc({ type: 'image', attrs: { src: 'https://tracker.example/a.gif', alt: '' } })],
    ['an image that is no file id', doc({ type: 'image', attrs: { fileId: '../../etc/passwd', alt: '' } })],
    [
      'a prototype as a key',
      JSON.parse('{"type":"doc","content":[{"type":"paragraph","__proto__":{"a":1}}]}'),
    ],
    ['a constructor as a key', doc({ type: 'paragraph', constructor: { name: 'x' } })],
    ['the name of an object’s method as a type', doc({ type: 'hasOwnProperty' })],
    ['a list item outside a list', doc({ type: 'listItem', content: [paragraph('x')] })],
    [
      'marks within code',
      doc({ type: 'codeBlock', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }] }] }),
    ],
    ['text without text', doc(paragraph(''))],
    ['an empty document', doc()],
    ['a heading below the lowest', doc({ type: 'heading', attrs: { level: 4 } })],
    [
      'a table of a thousand columns',
      doc({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: Array.from({ length: 1000 }, () => ({
              type: 'tableCell',
              attrs: { colspan: 1, rowspan: 1, colwidth: null },
              content: [paragraph('x')],
            })),
          },
        ],
      }),
    ],
    ['more text than fits', doc(paragraph('x'.repeat(MAX)), paragraph('y'))],
    [
      'more nodes than fit',
      doc(...Array.from({ length: limits.RICH_TEXT_NODES_MAX + 1 }, () => ({ type: 'paragraph' }))),
    ],
    ['an array as a document', [doc(paragraph('x'))]],
    ['nothing', null],
  ])('%s', (_what, value) => {
    expect(accepted(value)).toBe(false);
  });

  test('quotes within quotes, however deep, without an overflow of the stack', () => {
    const nested = (depth: number): unknown =>
      JSON.parse(
        `{"type":"doc","content":[${'{"type":"blockquote","content":['.repeat(depth)}{"type":"paragraph"}${']}'.repeat(depth)}]}`,
      );
    expect(accepted(nested(limits.RICH_TEXT_DEPTH_MAX - 2))).toBe(true);
    expect(accepted(nested(limits.RICH_TEXT_DEPTH_MAX * 2))).toBe(false);
    expect(accepted(nested(100_000))).toBe(false);
  });

  test('mentions and images where the text may hold none', () => {
    const Bare = richText({ max: MAX });
    expect(Bare.safeParse(doc({ type: 'image', attrs: { fileId: id, alt: '' } })).success).toBe(false);
    expect(
      Bare.safeParse(doc({ type: 'paragraph', content: [{ type: 'mention', attrs: { memberId: id } }] }))
        .success,
    ).toBe(false);
    expect(Bare.safeParse(doc(paragraph('x'))).success).toBe(true);
  });
});

const NODE_TYPES = [
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'image',
  'mathBlock',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'text',
  'hardBreak',
  'mathInline',
  'mention',
];
const MARK_TYPES = ['bold', 'italic', 'strike', 'code', 'link'];
const KEYS = [
  'type',
  'content',
  'attrs',
  'marks',
  'text',
  'href',
  'src',
  'fileId',
  'alt',
  'latex',
  'memberId',
  'level',
  'start',
  'colspan',
  'style',
  'onclick',
  '__proto__',
  'constructor',
  'prototype',
];

/** Trees that look like documents and are wrong in every way that a client could be. */
const hostile = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 12 },
    fc.constantFrom(
      ...NODE_TYPES,
      ...MARK_TYPES,
      'script',
      'iframe',
      'toString',
      '__proto__',
      'javascript:alert(1)',
      'https://e.example',
      id,
    ),
    fc.jsonValue({ maxDepth: 2 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 5 })
      .map((fields) => JSON.parse(JSON.stringify(fields)) as unknown),
    fc.record({ type: fc.constantFrom(...NODE_TYPES), content: fc.array(tie('value'), { maxLength: 4 }) }),
  ),
})).value;

/** Whether a value holds nothing but what the editor makes: written here a second time, without zod. */
function holdsOnlyKnown(document: RichText): boolean {
  const keys = new Set(['type', 'content', 'attrs', 'marks', 'text']);
  return [...nodesOf(document)].every(
    (node) =>
      NODE_TYPES.includes(node.type) &&
      Object.keys(node).every((key) => keys.has(key)) &&
      (!('marks' in node) ||
        (node.marks ?? []).every(
          (mark) =>
            MARK_TYPES.includes(mark.type) &&
            (mark.type !== 'link' || /^(https?:|mailto:)/i.test(mark.attrs.href)),
        )),
  );
}

describe('whatever comes', () => {
  test('it is refused, or holds only known nodes, marks and addresses, and says its text', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const parsed = Any.safeParse(value);
        if (!parsed.success) return;
        expect(holdsOnlyKnown(parsed.data)).toBe(true);
        expect(plainTextOf(parsed.data).length).toBeLessThanOrEqual(MAX);
        // What was let in is let in again, unchanged.
        expect(Any.parse(parsed.data)).toEqual(parsed.data);
      }),
      { numRuns: 2000 },
    );
  });

  test('one wrong key or value anywhere in a good document keeps it out', () => {
    const places = placesOf(FULL);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom('onclick', '__proto__', 'style', 'srcdoc'),
        (place, key) => {
          const copy: unknown = JSON.parse(JSON.stringify(FULL));
          const target = place.reduce<unknown>(
            (value, step) => (value as Record<string, unknown>)[step],
            copy,
          );
          Object.defineProperty(target, key, { value: 'x', enumerable: true });
          expect(accepted(copy)).toBe(false);
        },
      ),
    );
  });

  test('plain text comes out as it went in', () => {
    const words = fc.stringMatching(/^[\p{L}\p{N} .,\n]{1,60}$/u);
    fc.assert(
      fc.property(words, (text) => {
        expect(plainTextOf(Any.parse(text))).toBe(text.replaceAll(/\n{2,}/gu, '\n'));
      }),
    );
  });
});

/** The paths of all objects in a value. */
function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, child]) => placesOf(child, [...path, key]));
  return Array.isArray(value) ? below : [path, ...below];
}

test('it can be told to others as JSON Schema', () => {
  const schema = JSON.stringify(z.toJSONSchema(Any, { io: 'input' }));
  for (const type of NODE_TYPES) expect(schema).toContain(`"${type}"`);
  const blocks: Block[] = [{ type: 'horizontalRule' }];
  expect(accepted({ type: 'doc', content: blocks })).toBe(true);
});
