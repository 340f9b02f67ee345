import fc from 'fast-check';
import type { Accommodation, Extension, Schedule } from '../../server/src/core/timeline.ts';

export const BERLIN = 'Europe/Berlin';

/** Hand in by the end of the 10th, late until the 12th, review until the 20th; from the first of the month on. */
export const buildSchedule = (): Schedule => ({
  startsAt: new Date('2026-06-01T00:00:00+02:00'),
  steps: [
    { key: 'due', endsAt: new Date('2026-06-10T23:00:00+02:00') },
    { key: 'handIn', endsAt: new Date('2026-06-12T23:00:00+02:00') },
    { key: 'review', endsAt: new Date('2026-06-20T23:00:00+02:00') },
  ],
});

export const buildExtension = (until: Record<string, string>, zone = BERLIN): Extension => ({
  until: Object.fromEntries(Object.entries(until).map(([key, at]) => [key, new Date(at).toISOString()])),
  zone,
});

export const buildAccommodation = (percent: number, days: number, zone = BERLIN): Accommodation => ({
  percent,
  days,
  zone,
});

const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map((ms) => new Date(ms));
const zone = fc.constantFrom('UTC', BERLIN, 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kolkata');
export const schedules = fc.array(moment, { minLength: 4, maxLength: 4 }).map((moments): Schedule => {
  const [startsAt, ...ends] = moments.toSorted((a, b) => a.getTime() - b.getTime());
  const steps = ['due', 'handIn', 'review'].map((key, index) => ({ key, endsAt: ends[index] ?? null }));
  return { startsAt: startsAt ?? new Date(0), steps };
});
export const extensions = fc.array(
  fc.record({
    until: fc.dictionary(
      fc.constantFrom('due', 'handIn', 'review'),
      moment.map((at) => at.toISOString()),
    ),
    zone,
  }),
  { maxLength: 4 },
);
export const accommodations = fc.option(
  fc.record({ percent: fc.integer({ min: 0, max: 400 }), days: fc.integer({ min: 0, max: 60 }), zone }),
);
