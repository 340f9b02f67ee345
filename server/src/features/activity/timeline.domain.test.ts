import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Accommodation, type Extension, type Schedule, timelineOf } from '../../core/timeline.ts';
import { decideExtension } from './timeline.domain.ts';

const BERLIN = 'Europe/Berlin';

/** Hand in by the end of the 10th, late until the 12th, review until the 20th; from the first of the month on. */
const schedule = (month = '2026-06', zoneOffset = '+02:00'): Schedule => ({
  startsAt: new Date(`${month}-01T00:00:00${zoneOffset}`),
  steps: [
    { key: 'due', endsAt: new Date(`${month}-10T23:00:00${zoneOffset}`) },
    { key: 'handIn', endsAt: new Date(`${month}-12T23:00:00${zoneOffset}`) },
    { key: 'review', endsAt: new Date(`${month}-20T23:00:00${zoneOffset}`) },
  ],
});

const extension = (until: Record<string, string>, zone = BERLIN): Extension => ({
  until: Object.fromEntries(Object.entries(until).map(([key, at]) => [key, new Date(at).toISOString()])),
  zone,
});
const standing = (percent: number, days: number, zone = BERLIN): Accommodation => ({ percent, days, zone });

const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map((ms) => new Date(ms));
const zone = fc.constantFrom('UTC', BERLIN, 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kolkata');
const schedules = fc.array(moment, { minLength: 4, maxLength: 4 }).map((moments): Schedule => {
  const [startsAt, ...ends] = moments.toSorted((a, b) => a.getTime() - b.getTime());
  const steps = ['due', 'handIn', 'review'].map((key, index) => ({ key, endsAt: ends[index] ?? null }));
  return { startsAt: startsAt ?? new Date(0), steps };
});
const extensions = fc.array(
  fc.record({
    until: fc.dictionary(
      fc.constantFrom('due', 'handIn', 'review'),
      moment.map((at) => at.toISOString()),
    ),
    zone,
  }),
  { maxLength: 4 },
);
const accommodations = fc.option(
  fc.record({ percent: fc.integer({ min: 0, max: 400 }), days: fc.integer({ min: 0, max: 60 }), zone }),
);

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
  const others = { extensions: [], accommodation: standing(0, 2) };
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
    const asked = { zone: BERLIN, until: until['review'] === 'x' ? until : extension(until).until };
    expect(decideExtension(schedule(), asked, others)).toEqual(expected);
  });
});
