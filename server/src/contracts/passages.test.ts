import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { QUOTE_MAX } from './limits.ts';
import {
  anchorIn,
  isAnchorIn,
  type Passage,
  passagesOf,
  piecesOf,
  placeOf,
  type TextAnchor,
} from './passages.ts';
import { type Block, type Inline, type RichText, richTextOf } from './plain-text.ts';

const doc = (...content: Block[]): RichText => ({ type: 'doc', content });
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });
const text = (words: string): Inline => ({ type: 'text', text: words });
const cell = (words: string) => ({
  type: 'tableCell' as const,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(text(words))],
});
const item = (...content: Block[]) => ({ type: 'listItem' as const, content });

const RICH = doc(
  { type: 'heading', attrs: { level: 1 }, content: [text('Bridges')] },
  paragraph(text('A bridge '), { type: 'mathInline', attrs: { latex: 'a^2' } }, text(' carries.')),
  { type: 'horizontalRule' },
  {
    type: 'bulletList',
    content: [
      item(paragraph(text('one'))),
      item(paragraph(text('two')), { type: 'blockquote', content: [paragraph(text('said'))] }),
    ],
  },
  { type: 'image', attrs: { fileId: 'f1', alt: '' } },
  { type: 'table', content: [{ type: 'tableRow', content: [cell('left'), cell('right')] }] },
  { type: 'mathBlock', attrs: { latex: 'e = mc^2' } },
  { type: 'codeBlock', content: [{ type: 'text', text: 'x = 1' }] },
);

/** @throws where there is none: then the test is wrong */
function anchor(document: RichText, block: number, start?: number, end?: number): TextAnchor {
  const passage = passagesOf(document)[block];
  const made = passage && anchorIn(passage, start, end);
  if (!made) throw new Error('nothing is chosen');
  return made;
}

describe('the passages of a text', () => {
  test('are what is read in one go, wherever it stands, in reading order', () => {
    expect(passagesOf(RICH).map((one) => [one.text, one.top, one.isWhole])).toEqual([
      ['Bridges', 0, false],
      ['A bridge a^2 carries.', 1, false],
      ['one', 3, false],
      ['two', 3, false],
      ['said', 3, false],
      ['', 4, true],
      ['left', 5, false],
      ['right', 5, false],
      ['e = mc^2', 6, true],
      ['x = 1', 7, false],
    ]);
  });
});

const plain = '  A bridge carries 🌉 loads.  ';
const one = richTextOf(plain);
const bridge = plain.indexOf('🌉');

describe('an anchor', () => {
  test.each<[string, TextAnchor | null, Partial<TextAnchor> | null]>([
    ['is of the words without the space around', anchor(one, 0), { start: 2, quote: plain.trim() }],
    [
      'holds a character whole that was cut in two',
      anchor(one, 0, bridge + 1, bridge + 1 + 1),
      { start: bridge, quote: '🌉' },
    ],
    ['of a picture is all of it', anchor(RICH, 5, 3, 4), { start: 0, end: 0, quote: '' }],
    ['of a long passage quotes its beginning', anchor(richTextOf('ab'.repeat(500)), 0), { end: 1000 }],
    ['is none where nothing is chosen', nothing(0, 0), null],
    ['is none of spaces alone', nothing(0, 2), null],
    ['outside the text is none', nothing(900, 905), null],
  ])('%s', (_rule, made, expected) => {
    if (expected === null) expect(made).toBeNull();
    else expect(made).toMatchObject(expected);
    expect((made?.quote ?? '').length).toBeLessThanOrEqual(QUOTE_MAX);
  });

  function nothing(start: number, end: number): TextAnchor | null {
    const [passage] = passagesOf(one);
    return passage ? anchorIn(passage, start, end) : null;
  }

  const good = anchor(one, 0, 4, 10);
  test.each<[string, TextAnchor]>([
    ['of a passage that is not there', { ...good, block: 7 }],
    ['behind the end', { ...good, start: 900, end: 906 }],
    ['with other words', { ...good, quote: 'a river' }],
    ['with no words', { ...good, quote: '' }],
    ['that ends before it begins', { ...good, start: 10, end: 4 }],
    ['that cuts a character', { ...good, start: bridge + 1, end: bridge + 2, quote: '\udf09' }],
    ['with spaces around', { ...good, start: 3, quote: ' bridge' }],
    ['of nothing', { ...good, start: 4, end: 4, quote: '' }],
  ])('%s is none of this text', (_what, hostile) => {
    expect(isAnchorIn(passagesOf(one), good)).toBe(true);
    expect(isAnchorIn(passagesOf(one), hostile)).toBe(false);
  });
});

describe('in a later version of the text', () => {
  const before = anchor(richTextOf('First.\n\nA bridge carries loads.'), 1, 2, 8);
  test.each<[string, RichText, { block: number; start: number } | null]>([
    ['words that stay are where they were', richTextOf('Else.\n\nA bridge bends.'), { block: 1, start: 2 }],
    ['words that have moved are found', richTextOf('A small bridge bends.'), { block: 0, start: 8 }],
    ['words that are gone are nowhere', richTextOf('First.\n\nA tunnel.'), null],
    ['words that are there twice could be either', richTextOf('x\n\ny\n\nbridge bridge'), null],
  ])('%s', (_rule, later, expected) => {
    const place = placeOf(passagesOf(later), before);
    if (expected === null) expect(place).toBeNull();
    else expect(place).toMatchObject(expected);
  });

  test('a picture without words is found at its place alone', () => {
    const picture = anchor(RICH, 5);
    expect(placeOf(passagesOf(RICH), picture)).toEqual({ block: 5, start: 0, end: 0 });
    expect(placeOf(passagesOf(one), picture)).toBeNull();
  });
});

const characters = fc.constantFrom('a', 'b', ' ', '\n', 'é', 'ع', '漢', '🌉', '👩🏽‍🔬', '\ud83c', '\udf09');
const words = fc.array(characters, { maxLength: 400 }).map((all) => all.join(''));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  words.filter((some) => some !== '').map(text),
  fc.constant<Inline>({ type: 'hardBreak' }),
  fc.constant<Inline>({ type: 'mathInline', attrs: { latex: 'a^2' } }),
  fc.constant<Inline>({ type: 'mention', attrs: { memberId: 'm' } }),
);
const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.array(inline, { maxLength: 5 }).map((content): Block => ({ type: 'paragraph', content })),
    fc.constant<Block>({ type: 'image', attrs: { fileId: 'f', alt: 'A bridge' } }),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((content): Block => ({ type: 'blockquote', content })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((content): Block => ({ type: 'bulletList', content: [item(...content)] })),
  ),
})).block;
const document = fc.array(block, { minLength: 1, maxLength: 6 }).map((content) => doc(...content));

describe('whatever the text', () => {
  test('what is chosen anywhere is found at its place again, and only there', () => {
    fc.assert(
      fc.property(document, fc.nat(50), fc.nat(450), fc.nat(450), (any, which, from, to) => {
        const passages = passagesOf(any);
        const passage: Passage | undefined = passages[which % Math.max(1, passages.length)];
        const made = passage && anchorIn(passage, from, to);
        if (!passage || !made) return;
        const { block, start, end } = made;
        expect(isAnchorIn(passages, made)).toBe(true);
        expect(placeOf(passages, made)).toEqual({ block, start, end });
        expect(passage.text.slice(start, end).startsWith(made.quote)).toBe(true);
      }),
    );
  });

  test('overlapping places cut it into pieces that are the whole text, each with all that covers it', () => {
    const place = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({
      start: Math.min(a, b),
      end: Math.max(a, b),
    }));
    fc.assert(
      fc.property(fc.nat(20), fc.nat(40), fc.array(place, { maxLength: 8 }), (start, length, all) => {
        const end = start + length;
        const places = all.map((one, key) => ({ key, ...one }));
        const pieces = piecesOf(start, end, places);
        const line = Array.from({ length: end }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
        expect(pieces.map((piece) => line.slice(piece.start, piece.end)).join('')).toBe(line.slice(start));
        for (const piece of pieces)
          for (let at = piece.start; at < piece.end; at += 1)
            expect(piece.in).toEqual(
              places.filter((one) => one.start <= at && one.end > at).map(({ key }) => key),
            );
      }),
    );
  });
});
