import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  accommodations,
  BERLIN,
  buildAccommodation,
  buildExtension,
  buildSchedule,
  extensions,
  schedules,
} from '../../../../test/factories/timelines.ts';
import { timelineOf } from '../../core/timeline.ts';
import { decideExtension } from './timeline.domain.ts';

test('what is accepted is what the member then has', () => {
  fc.assert(
    fc.property(schedules, extensions, accommodations, (plan, extended, accommodation) => {
      const [extended1, ...others] = extended;
      if (!extended1) return;
      const decision = decideExtension(plan, extended1, { extensions: others, accommodation });
      if (decision.type === 'refuse') return;
      const timeline = timelineOf(plan, { extensions: [extended1, ...others], accommodation });
      for (const [key, at] of Object.entries(extended1.until))
        expect(timeline.get(key)?.toISOString()).toBe(at);
    }),
  );
});

describe('an extension', () => {
  const others = { extensions: [], accommodation: buildAccommodation(0, 2) };
  test.each<[string, Record<string, string>, object]>([
    [
      'later than the member’s own date is accepted',
      { handIn: '2026-06-17T12:00+02:00' },
      { type: 'accept' },
    ],
    [
      'of several steps is accepted in order',
      { due: '2026-06-14T12:00Z', review: '2026-07-08T12:00Z' },
      { type: 'accept' },
    ],
    [
      'before the member’s date is refused',
      { handIn: '2026-06-13T23:00+02:00' },
      { type: 'refuse', reason: 'EXTENSION_TOO_EARLY', step: 'handIn' },
    ],
    [
      'whose later step ends before the earlier one is refused',
      { due: '2026-06-30T12:00Z', review: '2026-06-29T12:00Z' },
      { type: 'refuse', reason: 'EXTENSION_TOO_EARLY', step: 'review' },
    ],
    [
      'of a step that there is not is refused',
      { meeting: '2026-06-30T12:00Z' },
      { type: 'refuse', reason: 'BAD_REQUEST', step: 'meeting' },
    ],
    [
      'that is no moment is refused',
      { review: 'x' },
      { type: 'refuse', reason: 'EXTENSION_TOO_EARLY', step: 'review' },
    ],
  ])('%s', (_rule, until, expected) => {
    const asked = { zone: BERLIN, until: until['review'] === 'x' ? until : buildExtension(until).until };
    expect(decideExtension(buildSchedule(), asked, others)).toEqual(expected);
  });
});
