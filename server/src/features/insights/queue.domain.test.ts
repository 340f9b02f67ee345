import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { QueueAct } from '../../contracts/insights.ts';
import { type Acts, decideAct, withActs } from './acts.domain.ts';
import { difference, type Matter } from './matter.domain.ts';
import { countsBy, filterOf, type QueueGroup, readPosition, writePosition } from './queue.domain.ts';

const at = (time: string) => new Date(`2027-03-01T${time}:00Z`);
const now = at('12:00');

const matter = (overrides: Partial<Matter> = {}): Matter => ({
  id: 'essay/WORK_MISSING',
  key: 'peerReview/essay/WORK_MISSING',
  topic: 'peerReview/essay',
  kind: 'work',
  activityId: 'essay',
  waitsFor: 'staff',
  code: 'WORK_MISSING',
  params: { name: 'Essay', count: 2 },
  about: null,
  since: at('10:00'),
  until: null,
  answerBy: null,
  nextAction: null,
  ...overrides,
});
const acts = (overrides: Partial<Acts> = {}): Acts => ({
  key: matter().key,
  topic: matter().topic,
  assigneeId: null,
  snoozed: null,
  done: null,
  revision: 1,
  ...overrides,
});
const done = { by: 'iris', at: at('11:00'), since: at('10:00'), count: 2 };
const snoozed = { until: at('15:00'), since: at('10:00') };

describe('what staff said holds', () => {
  test.each([
    ['of the same cause', matter(), acts({ done }), { isDone: true, doneBy: 'iris' }],
    ['also when fewer are left', matter({ params: { count: 1 } }), acts({ done }), { isDone: true }],
    [
      'not when there are more',
      matter({ params: { count: 3 } }),
      acts({ done }),
      { isDone: false, doneBy: null },
    ],
    ['not of a cause that arose anew', matter({ since: at('11:30') }), acts({ done }), { isDone: false }],
    ['and a snooze as long', matter(), acts({ snoozed }), { snoozedUntil: at('15:00') }],
    [
      'but no snooze of an earlier cause',
      matter({ since: at('11:30') }),
      acts({ snoozed }),
      { snoozedUntil: null },
    ],
    [
      'who looks after it stays',
      matter({ since: at('11:30') }),
      acts({ assigneeId: 'ben' }),
      { assigneeId: 'ben' },
    ],
    ['nothing was said', matter(), null, { isDone: false, assigneeId: null, actsRevision: 0 }],
  ])('%s', (_rule, one, said, expected) => {
    expect(withActs(one, said)).toMatchObject(expected);
  });
});

describe('an act', () => {
  const assign = (memberId: string | null): QueueAct => ({ kind: 'assign', memberId });
  const snooze = (time: string | null): QueueAct => ({
    kind: 'snooze',
    until: time === null ? null : at(time).toISOString(),
  });
  const refuse = (reason: string) => ({ type: 'refuse', reason });
  const iris = { id: 'iris', mayBeAssigned: true };
  const decide = (
    before: Acts | null,
    act: QueueAct,
    expectedRevision = before?.revision ?? 0,
    by = iris,
    one: Matter | null = matter(),
  ) => decideAct(one, before, { act, expectedRevision }, by, now);

  test.each([
    ['assigns to a colleague', decide(null, assign('ben')), { acts: { assigneeId: 'ben', revision: 1 } }],
    [
      'the same once more is nothing new',
      decide(acts({ assigneeId: 'ben' }), assign('ben'), 0),
      { type: 'unchanged' },
    ],
    [
      'over another’s act is refused',
      decide(acts({ assigneeId: 'ben' }), assign('iris'), 0),
      refuse('MATTER_CHANGED'),
    ],
    [
      'to somebody who is not of the staff is refused',
      decide(null, assign('ada'), 0, { id: 'iris', mayBeAssigned: false }),
      refuse('NOT_FOUND'),
    ],
    [
      'taking it away needs nobody',
      decide(acts({ assigneeId: 'ben' }), assign(null), 1, { id: 'iris', mayBeAssigned: false }),
      { acts: { assigneeId: null } },
    ],
    ['puts it off', decide(null, snooze('15:00')), { acts: { snoozed } }],
    ['not into the past', decide(null, snooze('11:59')), refuse('SNOOZE_OUT_OF_RANGE')],
    [
      'not for half a year',
      decide(null, { kind: 'snooze', until: '2027-09-01T12:00:00.000Z' }),
      refuse('SNOOZE_OUT_OF_RANGE'),
    ],
    ['brings it back', decide(acts({ snoozed }), snooze(null)), { acts: { snoozed: null, revision: 2 } }],
    [
      'says that it is done, as far as it went',
      decide(null, { kind: 'done', done: true }),
      { acts: { done: { ...done, at: now } } },
    ],
    [
      'keeps what else was said',
      decide(acts({ assigneeId: 'ben' }), { kind: 'done', done: true }),
      { acts: { assigneeId: 'ben' } },
    ],
    ['takes it back', decide(acts({ done }), { kind: 'done', done: false }), { acts: { done: null } }],
    ['on what is over is refused', decide(null, snooze('15:00'), 0, iris, null), refuse('NOT_FOUND')],
  ])('%s', (_rule, decision, expected) => {
    expect(decision).toMatchObject(expected);
  });
});

describe('counts', () => {
  const group = (overrides: Partial<QueueGroup>): QueueGroup => ({
    kind: 'work',
    activityId: 'essay',
    assigneeId: null,
    isDone: false,
    isSnoozed: false,
    count: 1,
    ...overrides,
  });
  const groups = [
    group({ count: 4 }),
    group({ assigneeId: 'iris', count: 2 }),
    group({ kind: 'gradebook', activityId: null, count: 8 }),
    group({ isSnoozed: true, count: 16 }),
    group({ isDone: true, isSnoozed: true, count: 32 }),
  ];
  const counted = (query: object) =>
    countsBy(groups, filterOf({ state: 'open', who: 'all', ...query }, 'iris'), 'iris');

  test('say what each choice would show while the other filters stay', () => {
    expect(counted({})).toEqual({
      states: { open: 14, snoozed: 16, done: 32 },
      who: { all: 14, mine: 2, nobody: 12 },
      kinds: { all: 14, work: 6, dispute: 0, gradebook: 8, people: 0 },
      activities: new Map([['essay', 6]]),
    });
    expect(counted({ who: 'mine', kind: 'gradebook' })).toMatchObject({
      states: { open: 0, snoozed: 0, done: 0 },
      who: { all: 8, mine: 0, nobody: 8 },
      kinds: { all: 2, work: 2, gradebook: 0 },
    });
  });
});

test('fields in another order are no difference, another value is', () => {
  const one = matter();
  const reordered = {
    ...Object.fromEntries(Object.entries(one).toReversed()),
    params: { count: 2, name: 'Essay' },
  };
  expect(difference([one], [reordered as unknown as Matter])).toEqual({ put: [], remove: [] });
  const later = matter({ since: at('10:01') });
  expect(difference([one], [later])).toEqual({ put: [later], remove: [] });
});

test('a position survives its way to the client and back, whatever the key', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), (time, key) => {
      const position = { since: new Date(time), key };
      expect(readPosition(writePosition(position))).toEqual(position);
    }),
  );
});
