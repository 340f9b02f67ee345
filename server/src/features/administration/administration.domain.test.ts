import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  countCodes,
  decideSession,
  invitationState,
  keyStates,
  sessionTimes,
} from './administration.domain.ts';

const HOUR = 3_600_000;
const begin = new Date('2026-01-01T08:00:00Z');
const at = (hours: number): Date => new Date(begin.getTime() + hours * HOUR);
const session = (expires: number) => ({
  id: 's',
  administratorId: 'a',
  expiresAt: at(expires),
  endsAt: at(168),
});

test.each([
  ['used at once it stays as it is', session(12), 0, { type: 'alive' }],
  ['used within the hour it stays as it is', session(12), 0.9, { type: 'alive' }],
  ['used after an hour it lives for twelve more', session(12), 1, { type: 'renew', expiresAt: at(13) }],
  ['used just in time it lives for twelve more', session(12), 11.99, { type: 'renew', expiresAt: at(23.99) }],
  ['not used for twelve hours it is over', session(12), 12, { type: 'over' }],
  [
    'on the seventh day it is not prolonged beyond that day',
    session(160),
    159,
    { type: 'renew', expiresAt: at(168) },
  ],
  ['near its end it is left alone', session(168), 167, { type: 'alive' }],
  ['after seven days it is over, however much it was used', session(168), 168, { type: 'over' }],
])('a session: %s', (_rule, given, hours, expected) =>
  expect(decideSession(given, at(hours))).toEqual(expected),
);

test('a session that is used all the time is over after exactly seven days', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 11, noNaN: true }), { minLength: 1, maxLength: 200 }),
      (pauses) => {
        let current = { id: 's', administratorId: 'a', ...sessionTimes(begin) };
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          const decision = decideSession(current, at(now));
          expect(decision.type === 'over').toBe(now >= 168);
          if (decision.type === 'over') return;
          if (decision.type === 'renew') current = { ...current, expiresAt: decision.expiresAt };
        }
      },
    ),
  );
});

test.each([
  ['one key signs', [0], ['signing']],
  ['a new one is published before it signs', [0, 2], ['signing', 'next']],
  ['afterwards the old one has signed', [0, 1], ['former', 'signing']],
  ['two rotations in a row', [0, 1, 2], ['former', 'signing', 'next']],
])('keys: %s', (_rule, hours, expected) =>
  expect(
    keyStates(
      hours.map((hour) => ({ signsFrom: at(hour) })),
      at(1.5),
    ).map(({ state }) => state),
  ).toEqual(expected),
);

const invitation = { usedAt: null, revokedAt: null, expiresAt: at(10) };
test.each([
  ['waits', invitation, 9, 'open'],
  ['is over in the end', invitation, 10, 'expired'],
  ['was withdrawn', { ...invitation, revokedAt: at(1) }, 9, 'revoked'],
  ['was used, and stays so after its time', { ...invitation, usedAt: at(1) }, 11, 'used'],
])('an invitation %s', (_rule, given, hours, expected) =>
  expect(invitationState(given, at(hours))).toBe(expected),
);

test('codes are counted, the most frequent first', () => {
  const launches = ['B', null, 'A', null, 'B', null].map((code) => ({ code }));
  expect(countCodes(launches)).toEqual([
    { code: null, count: 3 },
    { code: 'B', count: 2 },
    { code: 'A', count: 1 },
  ]);
});
