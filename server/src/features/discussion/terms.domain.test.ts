import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { completionsOf, excerptOf, markedIn, termsOf, wantedIn } from './terms.domain.ts';

describe('words of a text', () => {
  test.each([
    ['small letters, each once', 'Bridges and BRIDGES', ['bridges', 'and']],
    ['without accents', 'Brücke à Cádiz', ['brucke', 'a', 'cadiz']],
    ['composed or not', 'café caf\u0065\u0301', ['cafe']],
    ['Arabic without vowel marks', 'جِسْرٌ', ['جسر']],
    ['Japanese, where nothing parts the words', '橋を渡る', ['橋', 'を', '渡る']],
    ['Hindi keeps its vowels', 'पुल', ['पुल']],
    ['Korean stays in syllables', '다리', ['다리']],
    ['numbers', 'In 1874, 3.5 m', ['in', '1874', '3.5', 'm']],
    ['signs are no words', '… — !?', []],
  ])('%s', (_rule, text, terms) => expect(termsOf(text)).toEqual(terms));

  test('Thai, too', () => expect(termsOf('สะพานข้ามแม่น้ำ').length).toBeGreaterThan(1));
});

describe('what is looked for', () => {
  test.each([
    ['the last word may go on', 'stone bri', { words: ['stone'], prefix: 'bri' }],
    ['until it is over', 'stone bridge ', { words: ['stone', 'bridge'], prefix: null }],
    ['one word alone', 'Brü', { words: [], prefix: 'bru' }],
    ['nothing', ' … ', null],
  ])('%s', (_rule, query, wanted) => expect(wantedIn(query)).toEqual(wanted));

  test('is completed by what is said most', () => {
    const posts = [{ terms: ['bridge', 'brick'] }, { terms: ['bridge', 'arch'] }];
    expect(completionsOf('bri', posts)).toEqual(['bridge', 'brick']);
  });
});

describe('what is shown of it', () => {
  const shown = ({ text, marks }: ReturnType<typeof markedIn>) =>
    marks.map(([from, to]) => text.slice(from, to));

  test('marks are where the words are, in accents too', () => {
    const wanted = { words: ['brucke'], prefix: 'st' };
    expect(shown(markedIn('Die Brücke aus Stein steht.', wanted))).toEqual(['Brücke', 'Stein', 'steht']);
  });

  test('an excerpt of a long text is around the first place', () => {
    const text = `${'Much was said before. '.repeat(40)}Then the bridge fell. ${'And more. '.repeat(60)}`;
    const found = excerptOf(text, { words: ['bridge'], prefix: null });
    expect(found.text.length).toBeLessThan(260);
    expect([found.text.startsWith('…'), found.text.endsWith('…')]).toEqual([true, true]);
    expect(shown(found)).toEqual(['bridge']);
  });

  test('an excerpt is of whole words, also where nothing parts them', () => {
    const text = '橋を渡る前に、川を見た。'.repeat(40);
    const found = excerptOf(text, { words: ['川'], prefix: null });
    expect(found.text.length).toBeLessThanOrEqual(242);
    expect(shown(found).every((word) => word === '川')).toBe(true);
    expect(excerptOf('ΟΔΟΣ-ΟΔΟΣ', { words: ['οδος'], prefix: null }).marks).toEqual([
      [0, 4],
      [5, 9],
    ]);
  });

  test('whatever the text: an excerpt marks what the whole text would have marked', () => {
    const space = fc.constantFrom(' ', '\n', '  ', '\u0301', '-', "'");
    const texts = fc
      .array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 8 }), space), { maxLength: 20 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const terms = termsOf(text);
        const term = terms[at % (terms.length || 1)];
        if (term === undefined || text.length > 200) return;
        const wanted = { words: [term], prefix: null };
        expect(shown(excerptOf(text, wanted))).toEqual(shown(markedIn(text, wanted)));
      }),
      { numRuns: 500 },
    );
  });

  test('whatever the text: every mark is a word that was looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.nat(), (text, at) => {
        const terms = termsOf(text);
        const term = terms[at % (terms.length || 1)];
        if (term === undefined) return;
        const found = excerptOf(text, { words: [term], prefix: null });
        expect(shown(found).every((word) => word !== '' && text.includes(word))).toBe(true);
        expect(found.marks.length).toBeGreaterThan(0);
      }),
    );
  });
});
