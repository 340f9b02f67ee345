import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { replyPath } from './paths.domain.ts';
import { nextIn, NO_ORDER, orderWith, type Place } from './reading-order.domain.ts';

/** Posts that each answer one before them. */
const places = fc
  .array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 60 })
  .map((answered) => {
    const all: Place[] = [{ n: 1, path: '0001' }];
    for (const share of answered) {
      const n = all.length + 1;
      all.push({ n, path: replyPath(all[Math.floor(share * all.length)]?.path ?? '', n, 3) });
    }
    return all;
  });

test('an order that grew bit by bit is that of all paths, and the next post in it is the first one wanted', () => {
  fc.assert(
    fc.property(places, fc.nat(), fc.nat(), fc.func(fc.boolean()), (all, cut, at, isWanted) => {
      const first = cut % all.length;
      // Some come twice: another reader may have brought them along meanwhile.
      const order = orderWith(orderWith(NO_ORDER, all.slice(0, first)), all.slice(Math.max(0, first - 2)));
      const sorted = all.toSorted((a, b) => (a.path < b.path ? -1 : 1));
      expect(order.numbers).toEqual(sorted.map(({ n }) => n));
      expect(order.last).toBe(all.length);
      const after = all[at % all.length]?.path ?? '';
      const expected = sorted.find(({ n, path }) => path > after && isWanted(n));
      expect(nextIn(order, after, isWanted)).toBe(expected?.n ?? null);
    }),
  );
});
