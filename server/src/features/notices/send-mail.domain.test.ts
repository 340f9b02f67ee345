import { describe, expect, test } from '@jest/globals';
import { buildNotice } from '../../../../test/factories/notices.ts';
import type { Notice } from './notices.domain.ts';
import { decideMail, mailboxOf, type MailSnapshot } from './send-mail.domain.ts';

const NOW = new Date('2027-03-01T12:00:00Z');
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);

const snapshot = (waiting: Notice[], overrides: Partial<MailSnapshot> = {}): MailSnapshot => ({
  waiting,
  address: 'ada@example.edu',
  refusedAddress: null,
  habits: { frequency: 'atOnce', quietHours: null, zone: 'UTC' },
  ...overrides,
});

const fresh = buildNotice({ id: 'fresh', at: hours(-1) });

describe('what becomes of notices that wait to be mailed', () => {
  test.each<[string, Partial<Notice>]>([
    ['whose task is done', { state: 'done', unread: false }],
    ['that was taken back', { state: 'withdrawn', unread: false }],
    ['that was read in the course', { unread: false }],
    ['whose date has passed', { until: NOW }],
    ['that could not be mailed for five days', { at: hours(-121) }],
  ])('one %s is not mailed, the others are', (_case, overrides) => {
    const moot = buildNotice({ id: 'moot', at: hours(-2), ...overrides });
    expect(decideMail(snapshot([moot, fresh]), NOW)).toEqual({
      type: 'send',
      notices: [fresh],
      drop: [moot],
    });
    expect(decideMail(snapshot([moot]), NOW)).toEqual({ type: 'nothing', drop: [moot] });
  });

  test.each<[string, Partial<MailSnapshot>]>([
    ['there is no address', { address: null }],
    ['the address was refused', { refusedAddress: 'ada@example.edu' }],
    ['the person wants no mail', { habits: { frequency: 'off', quietHours: null, zone: 'UTC' } }],
  ])('nothing is kept for later when %s', (_case, overrides) => {
    expect(decideMail(snapshot([fresh], overrides), NOW)).toEqual({ type: 'nothing', drop: [fresh] });
  });

  test('a new address gets mail again', () => {
    const decision = decideMail(snapshot([fresh], { refusedAddress: 'old@example.edu' }), NOW);
    expect(decision.type).toBe('send');
  });

  test('in quiet hours everything waits for their end', () => {
    const habits = { frequency: 'atOnce', quietHours: { from: '11:00', to: '13:30' }, zone: 'UTC' } as const;
    expect(decideMail(snapshot([fresh], { habits }), NOW)).toEqual({ type: 'later', at: hours(1.5) });
  });

  test('a daily mail gathers by the oldest notice that still says something', () => {
    const habits = { frequency: 'daily', quietHours: null, zone: 'UTC' } as const;
    const old = buildNotice({ id: 'old', at: hours(-30), state: 'done', unread: false });
    expect(decideMail(snapshot([old, fresh], { habits }), NOW)).toEqual({ type: 'later', at: hours(19) });
  });
});

describe('an address that mail may go to', () => {
  test.each([
    ['ada@example.edu', 'ada@example.edu'],
    [' ada@example.edu ', 'ada@example.edu'],
    ['ada+bridges@mail.example.edu', 'ada+bridges@mail.example.edu'],
    ['ådå@exämple.edu', 'ådå@exämple.edu'],
    ['ada@example.edu, eve@example.edu', null],
    ['Ada <ada@example.edu>', null],
    ['ada@example.edu\r\nBcc: eve@example.edu', null],
    ['ada@exam\u0000ple.edu', null],
    ['"a b"@example.edu', null],
    ['ada', null],
    ['@example.edu', null],
    [`${'a'.repeat(250)}@x.edu`, null],
    ['', null],
    [null, null],
  ])('%j is %j', (email, expected) => expect(mailboxOf(email)).toBe(expected));
});
