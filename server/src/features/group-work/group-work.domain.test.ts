import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyRichText, richTextOf } from '../../contracts/plain-text.ts';
import {
  counts,
  creditedLine,
  datesOf,
  decideConfirm,
  decideHandIn,
  decideWithdraw,
  type HandedIn,
  notBegun,
  type Snapshot,
  standingOf,
} from './group-work.domain.ts';

const at = (hour: number): Date => new Date(Date.UTC(2030, 0, 10, hour));
const dates = datesOf({ late: { days: 2, percentPerDay: 10 } }, at(12));
const key = { activityId: 'a', groupId: 'g', n: 1 };
const written = {
  ...notBegun(key, emptyRichText()),
  draft: { text: richTextOf('Ours.'), fileIds: [] },
  revision: 3,
};
const copy = (overrides: Partial<HandedIn> = {}): HandedIn => ({
  ...written.draft,
  version: 1,
  by: 'ada',
  at: at(9),
  memberIds: ['ada', 'ben', 'cleo'],
  needsAll: true,
  confirmations: [{ memberId: 'ada', at: at(9) }],
  objections: [],
  settledAt: null,
  ...overrides,
});
const snapshot = (overrides: Partial<Snapshot> = {}): Snapshot => ({
  activityState: 'published',
  dates,
  deliverable: written,
  handIn: 'all',
  memberIds: ['ada', 'ben', 'cleo'],
  ...overrides,
});
const withCopy = (overrides: Partial<HandedIn> = {}) =>
  snapshot({ deliverable: { ...written, version: 1, handedIn: copy(overrides) } });

describe('handing in', () => {
  test.each([
    ['a text at the revision one has seen', snapshot(), 3, at(9), 'accept'],
    ['late, as long as late work is taken', snapshot(), 3, at(40), 'accept'],
    ['what another member has saved since is not handed in unseen', snapshot(), 2, at(9), 'STALE_REVISION'],
    ['after the last day', snapshot(), 3, at(61), 'SUBMISSIONS_CLOSED'],
    ['in a closed activity', snapshot({ activityState: 'closed' }), 3, at(9), 'ACTIVITY_CLOSED'],
    ['nothing', snapshot({ deliverable: notBegun(key, emptyRichText()) }), 0, at(9), 'SUBMISSION_EMPTY'],
  ] as const)('%s', (_rule, given, revision, now, expected) => {
    const decision = decideHandIn(
      given,
      { expectedRevision: revision, pages: [], sections: [], lacksSnapshot: false },
      'ben',
      now,
    );
    expect(decision.type === 'refuse' ? decision.reason : decision.type).toBe(expected);
  });

  test('what is made on a board needs a picture of it, whatever else is there', () => {
    const command = { expectedRevision: 3, pages: [], sections: [], lacksSnapshot: true };
    expect(decideHandIn(snapshot(), command, 'ben', at(9))).toMatchObject({ reason: 'SNAPSHOT_MISSING' });
  });

  test('freezes who is in the group, and who hands in has confirmed', () => {
    expect(
      decideHandIn(
        snapshot(),
        { expectedRevision: 3, pages: [], sections: [], lacksSnapshot: false },
        'ben',
        at(9),
      ),
    ).toMatchObject({
      handedIn: { version: 1, memberIds: ['ada', 'ben', 'cleo'], confirmations: [{ memberId: 'ben' }] },
    });
  });
});

describe('confirming', () => {
  const all = [...copy().confirmations, { memberId: 'ben', at: at(10) }];
  test.each([
    [
      'counts when everybody has',
      { confirmations: [...all, { memberId: 'cleo', at: at(11) }] },
      at(11),
      'handedIn',
    ],
    ['does not while one is missing', { confirmations: all }, at(12), 'toConfirm'],
    ['at the deadline one silent member blocks nobody', { confirmations: all }, at(13), 'handedIn'],
    ['a late copy waits until the last day', { confirmations: all, at: at(13) }, at(14), 'toConfirm'],
    ['and counts from then on', { confirmations: all, at: at(13) }, at(61), 'handedIn'],
    ['where any member hands in nobody has to', { needsAll: false }, at(9), 'handedIn'],
  ] as const)('%s', (_rule, handedIn, now, state) => {
    expect(standingOf(1, copy(handedIn), dates, now).state).toBe(state);
  });

  test.each([
    ['a member', withCopy(), 1, 'ben', at(10), 'accept'],
    ['again changes nothing', withCopy(), 1, 'ada', at(10), 'unchanged'],
    ['another version than the one seen', withCopy(), 2, 'ben', at(10), 'STALE_REVISION'],
    ['who came to the group later has no part in it', withCopy(), 1, 'dee', at(10), 'NOT_IN_GROUP'],
    ['after the deadline', withCopy(), 1, 'ben', at(13), 'SUBMISSIONS_CLOSED'],
  ] as const)('%s', (_rule, given, version, by, now, expected) => {
    const decision = decideConfirm(given, version, null, by, now);
    expect(decision.type === 'refuse' ? decision.reason : decision.type).toBe(expected);
  });

  test('who finds something wrong has not confirmed, and who confirms finds nothing wrong any more', () => {
    const wrong = decideConfirm(withCopy(), 1, 'The figures are old.', 'ada', at(10));
    expect(wrong).toMatchObject({ handedIn: { confirmations: [], objections: [{ memberId: 'ada' }] } });
    if (wrong.type !== 'accept') throw new Error('refused');
    const right = decideConfirm(withCopy(wrong.handedIn), 1, null, 'ada', at(11));
    expect(right).toMatchObject({ handedIn: { confirmations: [{ memberId: 'ada' }], objections: [] } });
  });
});

test.each([
  ['until the date', withCopy(), at(12), 'accept'],
  ['not after it', withCopy(), at(13), 'SUBMISSIONS_CLOSED'],
  ['what came late until the last day', withCopy({ at: at(13) }), at(50), 'accept'],
] as const)('taking back: %s', (_rule, given, now, expected) => {
  const decision = decideWithdraw(given, 1, now);
  expect(decision.type === 'refuse' ? decision.reason : decision.type).toBe(expected);
});

const people = ['ada', 'ben', 'cleo', 'dee', 'eva'];
const crowd = fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 });

test('property: whatever becomes of a group afterwards, what was handed in stays as it was and whose it was', () => {
  fc.assert(
    fc.property(
      crowd,
      fc.array(crowd, { maxLength: 5 }),
      fc.constantFrom('any', 'all'),
      (first, later, handIn) => {
        const by = first[0] ?? '';
        const before = decideHandIn(
          snapshot({ memberIds: first, handIn }),
          { expectedRevision: 3, pages: [], sections: [], lacksSnapshot: false },
          by,
          at(9),
        );
        if (before.type !== 'accept') throw new Error('refused');
        const frozen = JSON.stringify(before.handedIn);
        const deliverable = { ...written, version: 1, handedIn: before.handedIn };
        const lines = [{ ...key, savedBy: by, handedIn: before.handedIn }];
        for (const memberIds of later) {
          const now = snapshot({ memberIds, handIn, deliverable });
          for (const one of memberIds) {
            const decision = decideConfirm(now, 1, null, one, at(10));
            const takesPart = first.includes(one);
            expect(decision.type === 'refuse' && decision.reason === 'NOT_IN_GROUP').toBe(!takesPart);
            expect(creditedLine(one, lines) !== null).toBe(takesPart);
          }
          for (const gone of first) expect(creditedLine(gone, lines)?.handedIn.version).toBe(1);
          expect(counts(before.handedIn, dates, at(13))).toBe(true);
        }
        expect(JSON.stringify(before.handedIn)).toBe(frozen);
      },
    ),
  );
});
