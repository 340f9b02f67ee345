import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildItem, idOf } from '../../../../test/factories/questionnaire.ts';
import type { Draw } from '../../contracts/questionnaire-rules.ts';
import { drawItems, type PoolItem, tidyTags, tooLargeDraws } from './question-bank.domain.ts';

const question = (name: string, ...tags: string[]): PoolItem => ({
  item: buildItem('text', { id: idOf(name) }),
  tags,
});
const draw = (tag: string, count: number): Draw => ({ id: idOf(`draw ${tag}`), tag, count });

describe('draws that may find too little', () => {
  const pool = [question('a', 'easy'), question('b', 'easy', 'new'), question('c', 'new')];
  test.each<[string, Draw[], string[]]>([
    ['as many as there are', [draw('easy', 2)], []],
    ['one more', [draw('easy', 3)], ['easy']],
    ['a tag that no question has', [draw('hard', 1)], ['hard']],
    ['an earlier draw may take what both could have', [draw('easy', 1), draw('new', 2)], ['new']],
    ['enough is left whatever the earlier draw takes', [draw('easy', 2), draw('new', 1)], []],
    ['the same tag twice', [draw('easy', 1), draw('easy', 1)], []],
    ['the same tag twice too often', [draw('easy', 1), draw('easy', 2)], ['easy']],
    ['no draws', [], []],
  ])('%s', (_rule, draws, expected) => expect(tooLargeDraws(pool, draws)).toEqual(expected));
});

describe('drawing', () => {
  const tags = fc.subarray(['a', 'b', 'c']);
  const pools = fc
    .array(tags, { maxLength: 12 })
    .map((all) => all.map((own, index) => question(String(index), ...own)));
  const draws = fc.array(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 4 }))
      .map(([tag, count]) => draw(tag, count)),
    { maxLength: 4 },
  );

  test('never asks a question twice, nor one without the tag; and all that was wanted where there is enough', () => {
    fc.assert(
      fc.property(pools, draws, fc.string(), fc.nat(20), (pool, wanted, seed, turn) => {
        const drawn = drawItems(pool, wanted, seed, turn);
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
        const tagged = pool.filter((one) => wanted.some(({ tag }) => one.tags.includes(tag)));
        expect(drawn.every((item) => tagged.some((one) => one.item.id === item.id))).toBe(true);
        if (tooLargeDraws(pool, wanted).length === 0) {
          expect(drawn).toHaveLength(wanted.reduce((sum, { count }) => sum + count, 0));
        }
      }),
    );
  });

  test('asks nothing again until all that has the tag was asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.string(),
        (size, count, seed) => {
          const pool = Array.from({ length: size }, (_, index) => question(String(index), 'x'));
          const turns = Math.floor(size / count);
          const asked = Array.from({ length: turns }, (_, turn) =>
            drawItems(pool, [draw('x', count)], seed, turn),
          );
          expect(new Set(asked.flat().map(({ id }) => id)).size).toBe(turns * count);
        },
      ),
    );
  });

  test('gives each question its chance', () => {
    const pool = ['a', 'b', 'c', 'd'].map((name) => question(name, 'x'));
    const times = new Map<string, number>();
    for (let person = 0; person < 400; person += 1) {
      const [first] = drawItems(pool, [draw('x', 1)], `seed/${person}`, 0);
      if (first) times.set(first.id, (times.get(first.id) ?? 0) + 1);
    }
    expect(times.size).toBe(4);
    // A hundred are expected; 5.5 standard deviations off would be chance about once in 25 million.
    for (const count of times.values()) expect(Math.abs(count - 100)).toBeLessThan(48);
  });
});

test('tags are told apart by their words alone', () =>
  expect(tidyTags([' new', 'easy', 'new ', ' '])).toEqual(['easy', 'new']));
