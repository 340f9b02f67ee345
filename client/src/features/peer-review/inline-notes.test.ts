import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anchorIn, passagesOf } from '../../../../server/src/contracts/passages.ts';
import { InlineComments } from '../../../../server/src/contracts/peer-review-inline.ts';
import { richTextOf } from '../../../../server/src/contracts/plain-text.ts';
import { newId } from '../../../../server/src/core/ids.ts';
import { areaBetween, type Note, notesOf, PAGE_PARTS, partOf, placeNotes } from './inline-notes.ts';

const passages = passagesOf(richTextOf('One bridge.\n\nAnother road.'));
const inText = (key: string, block: number, start: number, end: number): Note => {
  const passage = passages[block];
  const anchor = passage && anchorIn(passage, start, end);
  if (!anchor) throw new Error('nothing is chosen');
  return { key, anchor, text: key, criterion: null, by: null };
};
const onPage = (key: string, fileId: string, page: number, y: number | null = null): Note => ({
  key,
  anchor: { kind: 'page', fileId, page, area: y === null ? null : { x: 0, y, width: 1, height: 0.1 } },
  text: key,
  criterion: null,
  by: null,
});

describe('notes on a work', () => {
  test('are counted as the work is read: its text, its files page by page, then what is there no more', () => {
    const placed = placeNotes(
      [
        onPage('gone file', 'f9', 1),
        onPage('second file', 'f2', 1),
        onPage('lower', 'f1', 2, 0.6),
        onPage('upper', 'f1', 2, 0.1),
        inText('road', 1, 8, 12),
        inText('bridge', 0, 4, 10),
        inText('one', 0, 0, 3),
      ],
      passages,
      ['f1', 'f2'],
    );
    const names = [...placed.inText, ...placed.onPages, ...placed.lost].map(({ number, key }) => [
      number,
      key,
    ]);
    expect(names).toEqual([
      [1, 'one'],
      [2, 'bridge'],
      [3, 'road'],
      [4, 'upper'],
      [5, 'lower'],
      [6, 'second file'],
      [7, 'gone file'],
    ]);
    expect(placed.lost).toHaveLength(1);
  });

  test('on words that the work has no more are kept apart', () => {
    const later = passagesOf(richTextOf('One tunnel.'));
    const { inText: found, lost } = placeNotes(
      [inText('bridge', 0, 4, 10), inText('one', 0, 0, 3)],
      later,
      [],
    );
    expect([found, lost].map((all) => all.map(({ key }) => key))).toEqual([['one'], ['bridge']]);
  });

  test('name the criterion that they speak to while the rubric has it', () => {
    const comment = { workVersion: 1, anchor: onPage('x', 'f', 1).anchor, text: 'Why?' };
    const titles = new Map([['style', 'Style']]);
    const notes = notesOf(
      [comment, { ...comment, criterionId: 'style' }, { ...comment, criterionId: 'gone' }],
      'r',
      'Ada',
      (id) => titles.get(id),
    );
    expect(notes.map(({ key, criterion }) => [key, criterion])).toEqual([
      ['r-0', null],
      ['r-1', 'Style'],
      ['r-2', null],
    ]);
  });
});

describe('a place on a page', () => {
  test.each([
    ['whole', null],
    ['top', PAGE_PARTS.top],
    ['middle', PAGE_PARTS.middle],
    ['bottom', PAGE_PARTS.bottom],
    ['drawn', { x: 0.2, y: 0.1, width: 0.3, height: 0.2 }],
  ] as const)('is called %s', (name, area) => {
    expect(partOf(area)).toBe(name);
  });

  test('that is drawn anyhow, also beyond the page, is one that the server takes', () => {
    const at = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(at, at, at, at, (x, y, toX, toY) => {
        const area = areaBetween({ x, y }, { x: toX, y: toY });
        const anchor = { kind: 'page', fileId: newId(), page: 1, area };
        const comment = { id: 'a', workVersion: 1, anchor, text: 'Here.' };
        expect(InlineComments.safeParse([comment]).error).toBeUndefined();
      }),
    );
  });

  test('by name is one that the server takes', () => {
    for (const area of Object.values(PAGE_PARTS)) {
      const anchor = { kind: 'page', fileId: newId(), page: 1, area };
      expect(InlineComments.safeParse([{ id: 'a', workVersion: 1, anchor, text: 'x' }]).success).toBe(true);
    }
  });
});
