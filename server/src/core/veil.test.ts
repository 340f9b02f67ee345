import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createVeils } from './veil.ts';

const veilOf = createVeils(Buffer.alloc(32, 7));
const ids = fc.stringMatching(/^[0-9a-f]{32}$/);

test('a hidden id leads back in its activity alone, and is an id like any other', () => {
  fc.assert(
    fc.property(ids, ids, ids, (memberId, activityId, otherId) => {
      const hidden = veilOf(activityId).hide(memberId);
      expect(hidden).toMatch(/^[0-9a-f]{32}$/);
      expect(veilOf(activityId).hide(memberId)).toBe(hidden);
      expect(veilOf(activityId).show(hidden)).toBe(memberId);
      expect(hidden).not.toBe(memberId);
      if (otherId !== activityId) expect(veilOf(otherId).show(hidden)).not.toBe(memberId);
      expect(createVeils(Buffer.alloc(32, 8))(activityId).show(hidden)).not.toBe(memberId);
    }),
  );
});

test('a hidden text is read here alone; anything else is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, other) => {
      const veil = veilOf('activity');
      const hidden = veil.hideText(text);
      expect(veil.showText(hidden)).toBe(Buffer.from(text).toString());
      if (text.length > 3) expect(hidden).not.toContain(text);
      expect(() => veil.showText(other)).not.toThrow();
    }),
  );
  expect(veilOf('activity').showText('none')).toBeNull();
});
