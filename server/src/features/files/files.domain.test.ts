import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesOfChunk, chunksOf, cleanName, decideSweep, nameFor } from './files.domain.ts';

test('the chunks of a file are its bytes, none twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e7 }), (size, chunkBytes) => {
      const count = chunksOf({ size, chunkBytes });
      fc.pre(count < 1000);
      const bytes = Array.from({ length: count }, (_, index) => bytesOfChunk({ size, chunkBytes }, index));
      expect(bytes.reduce((sum, part) => sum + part, 0)).toBe(size);
      expect(bytes.every((part) => part > 0 && part <= chunkBytes)).toBe(true);
      expect(bytesOfChunk({ size, chunkBytes }, count)).toBe(0);
    }),
  );
});

test('whatever a name was, it is one that can be shown and saved: no folder, no hidden ending, never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const clean = cleanName(name);
      expect(clean).not.toMatch(/[/\\:*?"<>|\u202e\p{Cc}]/u);
      expect(clean).not.toMatch(/^[. ]|[. ]$/);
      expect(clean.length).toBeGreaterThan(0);
      expect(nameFor(clean, ['txt'])).toMatch(/\.txt$/i);
    }),
  );
});

const none = new Set<string>();
test.each([
  ['what is removed is erased', 'removed', none, 'erase'],
  ['an upload that was broken off is removed', 'uploading', none, 'remove'],
  ['an upload is removed even where its id stands somewhere', 'uploading', new Set(['f']), 'remove'],
  ['what is used nowhere is removed', 'ready', none, 'remove'],
  ['what a draft uses waits', 'ready', new Set(['f']), 'wait'],
] as const)('%s', (_rule, state, inUse, expected) => {
  expect(decideSweep({ id: 'f', state }, inUse)).toBe(expected);
});
