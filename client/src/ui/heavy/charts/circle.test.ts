import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bendOf, circleOf } from './circle.ts';

test('people stand on a circle, each as far from the next as from the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 300 }), (count) => {
      const places = circleOf(count, 100, 80);
      expect(places).toHaveLength(count);
      const apart = places.map((place, index) => {
        const next = places[(index + 1) % count] ?? place;
        return Math.hypot(place.x - next.x, place.y - next.y);
      });
      for (const distance of apart) expect(distance).toBeCloseTo(apart[0] ?? 0, 6);
      for (const { x, y } of places) expect(Math.hypot(x - 100, y - 100)).toBeCloseTo(80, 6);
    }),
  );
});

test('no label is upside down', () => {
  for (const { angle } of circleOf(36, 0, 1)) {
    const turned = ((angle % 360) + 360) % 360;
    expect(turned <= 90.001 || turned >= 269.999).toBe(true);
  }
});

test('a line leads from one to the other', () => {
  const [top, bottom] = circleOf(2, 10, 10);
  if (!top || !bottom) throw new Error('two places were asked for');
  expect(bendOf(top, bottom, 10)).toMatch(/^M10 0Q10 10 10 20$/);
});
