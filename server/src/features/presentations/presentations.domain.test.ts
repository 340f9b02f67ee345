import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../core/random.ts';
import {
  decideBook,
  drawSlots,
  elapsedOf,
  type Slot,
  stateOf,
  type Timer,
  timerAfter,
} from './presentations.domain.ts';

const at = (minute: number): Date => new Date(Date.UTC(2030, 0, 10, 9, minute));
const slot = (slotId: string, minute: number, groupId?: string): Slot => ({
  slotId,
  activityId: 'a',
  startsAt: at(minute),
  minutes: 10,
  place: '',
  absentIds: [],
  revision: 1,
  ...(groupId !== undefined && { groupId }),
});
const order = [slot('1', 0, 'red'), slot('2', 10, 'blue'), slot('3', 20), slot('4', 30, 'green')];

describe('booking', () => {
  const red = { groupIds: ['red'], isStaff: false };
  const pink = { groupIds: ['pink'], isStaff: false };
  const staff = { groupIds: ['red', 'blue', 'green', 'pink'], isStaff: true };
  const [first, second, third] = order as [Slot, Slot, Slot];
  test.each([
    ['a free one', third, 'pink', pink, 0, 'accept'],
    ['what another group has', second, 'pink', pink, 0, 'SLOT_TAKEN'],
    ['a second one', third, 'red', red, 0, 'GROUP_HAS_SLOT'],
    ['for another group', third, 'blue', pink, 0, 'NOT_IN_GROUP'],
    ['what has begun', third, 'pink', pink, 20, 'SLOT_OVER'],
    ['what has begun, by staff', third, 'pink', staff, 20, 'accept'],
    ['what one has', first, 'red', red, 0, 'unchanged'],
    ['freeing the own', second, null, { groupIds: ['blue'], isStaff: false }, 0, 'accept'],
    ['freeing another’s', second, null, pink, 0, 'SLOT_TAKEN'],
    ['freeing another’s, by staff', second, null, staff, 0, 'accept'],
    ['freeing the own when it has begun', first, null, red, 0, 'SLOT_OVER'],
    ['freeing what is free', third, null, pink, 0, 'unchanged'],
  ] as const)('%s', (_rule, wanted, groupId, who, minute, expected) => {
    const decision = decideBook(wanted, order, groupId, who, at(minute));
    expect(decision.type === 'refuse' ? decision.reason : decision.type).toBe(expected);
  });
});

test('a draw gives no slot and no group twice, leaves what is booked, and none free that could be filled', () => {
  const counts = fc.record({ free: fc.nat(20), groups: fc.nat(20), booked: fc.nat(5), seed: fc.string() });
  fc.assert(
    fc.property(counts, ({ free, groups, booked, seed }) => {
      const slots = [
        ...Array.from({ length: free }, (_, n) => slot(`f${n}`, n)),
        ...Array.from({ length: booked }, (_, n) => slot(`b${n}`, n, `g${n}`)),
        slot('past', -5),
      ];
      const ids = Array.from({ length: groups }, (_, n) => `g${n}`);
      const drawn = drawSlots(ids, slots, seededRandom(seed), at(-1));
      expect(drawSlots(ids.toReversed(), slots.toReversed(), seededRandom(seed), at(-1))).toEqual(drawn);
      expect(drawn).toHaveLength(Math.min(free, Math.max(0, groups - booked)));
      expect(new Set(drawn.map(({ slotId }) => slotId)).size).toBe(drawn.length);
      expect(new Set(drawn.map(({ groupId }) => groupId)).size).toBe(drawn.length);
      for (const { slotId, groupId } of drawn) {
        expect(slotId).toMatch(/^f/);
        expect(slots.some((one) => one.groupId === groupId)).toBe(false);
      }
    }),
  );
});

const running = (slotId: string, startedAt: Date | null, elapsedMs = 0): Timer => ({
  slotId,
  startedAt,
  elapsedMs,
});

describe('the timer', () => {
  test.each([
    ['starts', null, 'start', '1', running('1', at(5))],
    ['does not start again', running('1', at(1)), 'start', '1', running('1', at(1))],
    ['goes on after a pause', running('1', null, 7), 'start', '1', running('1', at(5), 7)],
    ['pauses', running('1', at(4), 7), 'pause', '1', running('1', null, 60_007)],
    ['goes on to the next group, past what is free', running('2', at(1)), 'next', '2', running('4', null)],
    ['of two who go on at once one does', running('2', null), 'next', '1', running('2', null)],
    ['ends after the last', running('4', at(1)), 'next', '4', null],
    ['ends', running('2', at(1)), 'end', '2', null],
    ['is not ended from elsewhere', running('2', at(1)), 'end', '1', running('2', at(1))],
  ] as const)('%s', (_rule, before, command, slotId, expected) => {
    expect(timerAfter(before, command, slotId, order, at(5))).toEqual(expected);
  });

  test('tells how long it has run', () => {
    expect(elapsedOf(running('1', at(4), 7), at(5))).toBe(60_007);
    expect(elapsedOf(running('1', at(6), 7), at(5))).toBe(7);
  });

  test.each([
    ['the clock decides where nobody uses it', null, ['over', 'on', 'coming', 'coming']],
    ['late as it may be, its slot goes on', running('1', at(0)), ['on', 'coming', 'coming', 'coming']],
    ['what it has passed is over', running('3', at(0)), ['over', 'over', 'on', 'coming']],
  ] as const)('%s', (_rule, timer, expected) => {
    expect(order.map((one) => stateOf(one, order, timer, at(15)))).toEqual(expected);
  });
});
