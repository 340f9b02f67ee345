import { describe, expect, test } from '@jest/globals';
import { seededRandom } from '../../core/random.ts';
import { afterSending, FIRST_PACE, type Pace, roomIn, type Sent } from './pace.domain.ts';

const start = new Date('2026-03-01T12:00:00Z');
const at = (ms: number): Date => new Date(start.getTime() + ms);
const sent = (overrides: Partial<Sent> = {}): Sent => ({
  type: 'answered',
  startedAt: start,
  underWay: 4,
  retryAfterSeconds: null,
  room: null,
  ...overrides,
});
const pace = (overrides: Partial<Pace> = {}): Pace => ({ ...FIRST_PACE, ...overrides });
const after = (before: Pace, one: Partial<Sent>, ms = 100): Pace =>
  afterSending(before, sent(one), at(ms), 0);

describe('after one answer', () => {
  test.each<[string, Pace, Partial<Sent>, Partial<Pace>]>([
    ['a full window grows by one over its own size', pace({ window: 4 }), {}, { window: 4.25 }],
    ['a window that was not filled stays', pace({ window: 8 }), { underWay: 3 }, { window: 8 }],
    ['it never grows beyond the most', pace({ window: 32 }), { underWay: 32 }, { window: 32 }],
    [
      'a throttle halves it and pauses for a moment',
      pace({ window: 8 }),
      { type: 'throttled' },
      { window: 4, failures: 1, pausedUntil: at(300) },
    ],
    [
      'throttles in a row pause longer and longer',
      pace({ failures: 4 }),
      { type: 'throttled' },
      { pausedUntil: at(3300) },
    ],
    [
      'Retry-After is kept',
      pace({ window: 8 }),
      { type: 'throttled', retryAfterSeconds: 30 },
      { pausedUntil: at(30_100) },
    ],
    [
      'an absurd Retry-After is cut to a day',
      pace(),
      { type: 'throttled', retryAfterSeconds: 1e9 },
      { pausedUntil: at(86_400_100) },
    ],
    [
      'a shorter pause does not end a longer one',
      pace({ pausedUntil: at(50_000) }),
      { type: 'throttled' },
      { pausedUntil: at(50_000) },
    ],
    [
      'what was begun before the last decrease does not decrease it again',
      pace({ window: 4, decreasedAt: at(10) }),
      { type: 'throttled', startedAt: at(5) },
      { window: 4 },
    ],
    ['it never shrinks below one', pace({ window: 1 }), { type: 'throttled' }, { window: 1 }],
    [
      'a failure takes a quarter',
      pace({ window: 8 }),
      { type: 'failed' },
      { window: 6, failures: 1, pausedUntil: null },
    ],
    [
      'the fifth failure in a row pauses, and leaves one at a time',
      pace({ window: 8, failures: 4, failingSince: at(0) }),
      { type: 'failed' },
      { window: 1, failures: 5, failingSince: at(0), pausedUntil: at(1100) },
    ],
    [
      'each further one doubles the pause, up to a minute',
      pace({ failures: 30 }),
      { type: 'failed' },
      { pausedUntil: at(60_100) },
    ],
    [
      'any sensible answer ends a failing time',
      pace({ failures: 9, failingSince: start }),
      {},
      { failures: 0, failingSince: null },
    ],
    ['the room that the LMS names is kept', pace({ window: 9 }), { room: 3 }, { window: 3 }],
    ['no room at all still leaves one', pace({ window: 9 }), { room: 0 }, { window: 1 }],
    [
      'an answer much slower than usual takes a tenth',
      pace({ window: 10, usualMs: 20 }),
      { startedAt: at(-900) },
      { window: 9 },
    ],
    [
      'one that is a little slower does not',
      pace({ window: 10, usualMs: 40 }),
      { underWay: 5 },
      { window: 10 },
    ],
  ])('%s', (_rule, before, one, expected) => expect(after(before, one)).toMatchObject(expected));
});

test('servers share what a platform can take', () => {
  const full = pace({ window: 32 });
  expect([1, 2, 4, 100].map((senders) => roomIn(full, 0, senders, start))).toEqual([32, 16, 8, 1]);
  expect(roomIn(full, 30, 1, start)).toBe(2);
  expect(roomIn(pace({ pausedUntil: at(1) }), 0, 1, start)).toBe(0);
  expect(roomIn(pace({ pausedUntil: at(1) }), 0, 1, at(1))).toBe(4);
});

describe('in the long run', () => {
  /** Rounds of as many at once as the pace allows; `answerOf` says how each is answered. */
  function run(rounds: number, answerOf: (n: number, atOnce: number) => Partial<Sent>) {
    let now = pace();
    let clock = 0;
    const windows: number[] = [];
    const answers: Partial<Sent>[] = [];
    for (let round = 0; round < rounds; round += 1) {
      if (now.pausedUntil && now.pausedUntil > at(clock)) clock = now.pausedUntil.getTime() - start.getTime();
      const atOnce = roomIn(now, 0, 1, at(clock));
      const startedAt = at(clock);
      clock += 50;
      for (let n = 1; n <= atOnce; n += 1) {
        const answer = answerOf(n, atOnce);
        answers.push(answer);
        now = afterSending(now, sent({ startedAt, underWay: atOnce, ...answer }), at(clock), 0);
      }
      windows.push(atOnce);
    }
    return { windows, answers };
  }
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

  test('it finds the most that an LMS takes at once, and seldom asks for more', () => {
    const { windows, answers } = run(400, (n) => ({ type: n > 12 ? 'throttled' : 'answered' }));
    expect(mean(windows.slice(100))).toBeGreaterThan(8);
    expect(Math.max(...windows.slice(100))).toBeLessThanOrEqual(13);
    const throttled = answers.filter(({ type }) => type === 'throttled').length;
    expect(throttled / answers.length).toBeLessThan(0.03);
  });

  test('an LMS without limits is sent as much as is sensible', () => {
    const { windows } = run(300, () => ({ type: 'answered' }));
    expect(windows.at(-1)).toBe(32);
  });

  test('one that fails now and then goes on, several at once', () => {
    const random = seededRandom('pace');
    const { windows } = run(500, () => ({ type: random() < 0.15 ? 'failed' : 'answered' }));
    expect(mean(windows)).toBeGreaterThan(1.5);
  });
});
