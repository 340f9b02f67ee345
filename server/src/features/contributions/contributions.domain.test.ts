import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contributionsTo, milestoneOf, textOf, workedOn } from './contributions.domain.ts';

type Facts = Parameters<typeof contributionsTo>[1];
type Work = Facts['works'][number];
type Done = Facts['done'][number];

const day = (n: number): Date => new Date(Date.UTC(2030, 0, n));
const work = (n: number, overrides: Partial<Work> = {}): Work => ({
  n,
  dueAt: day(10 * n),
  closesAt: day(10 * n),
  isOver: false,
  copyOf: null,
  written: null,
  files: [],
  ...overrides,
});
const done = (kind: Done['kind'], at: Date, memberIds: string[], n: number | null = null): Done => ({
  kind,
  at,
  memberIds,
  n,
});
const facts = (overrides: Partial<Facts> = {}): Facts => ({
  works: [work(1), work(2)],
  done: [],
  writtenNow: new Map(),
  memberIds: ['ada', 'ben'],
  stays: [],
  ...overrides,
});

describe('which milestone something counts for', () => {
  test.each<[string, Pick<Done, 'at' | 'n'>, number]>([
    ['before the first date', { at: day(3), n: null }, 1],
    ['at the very date', { at: day(10), n: null }, 1],
    ['after it', { at: day(11), n: null }, 2],
    ['after all of them', { at: day(40), n: null }, 2],
    ['what was said to be for another', { at: day(3), n: 2 }, 2],
    ['for one that is gone: by its date', { at: day(3), n: 9 }, 1],
  ])('%s', (_rule, one, expected) => {
    expect(milestoneOf(one, [work(2), work(1)])).toBe(expected);
  });
});

test('a group works on the first milestone at which something can still be handed in', () => {
  expect(workedOn([work(1), work(2)])).toBe(1);
  expect(workedOn([work(1, { copyOf: ['ada'] }), work(2), work(3)])).toBe(2);
  expect(workedOn([work(1, { isOver: true }), work(2, { isOver: true })])).toBe(2);
  expect(workedOn([])).toBeNull();
});

test('text is that of the copy, or of the pages now while the group works on it', () => {
  const handedIn = work(1, { copyOf: ['ada'], written: new Map([['ada', 7]]) });
  expect([1, 2].map((n) => textOf(n, [handedIn, work(2)]))).toEqual(['handedIn', 'now']);
  expect([1, 2].map((n) => textOf(n, [work(1, { copyOf: ['ada'] }), work(2)]))).toEqual(['unknown', 'now']);
  expect([1, 2].map((n) => textOf(n, [work(1), work(2)]))).toEqual(['now', 'unknown']);
});

test('each kind is counted for itself, and who has done nothing is there too', () => {
  const found = contributionsTo(
    1,
    facts({
      works: [
        work(1, {
          files: [
            { fileId: 'plan', ownerId: 'ada' },
            { fileId: 'map', ownerId: 'ada' },
          ],
        }),
        work(2),
      ],
      done: [
        done('tasks', day(2), ['ada', 'dee']),
        done('meetings', day(3), ['ada']),
        done('comments', day(30), ['ben']),
        done('other', day(3), []),
        // Put here and handed in it is one file; a new version is another.
        { ...done('files', day(3), ['ada']), fileId: 'map' },
        { ...done('files', day(4), ['ben']), fileId: 'map, once more' },
        { ...done('files', day(12), ['ben']), fileId: 'of the next milestone' },
      ],
      writtenNow: new Map([['ada', 120]]),
    }),
  );
  const nothing = { text: 0, comments: 0, tasks: 0, meetings: 0, files: 0 };
  expect(found).toEqual([
    { memberId: 'ada', isMember: true, text: 120, comments: 0, tasks: 1, meetings: 1, files: 2 },
    { ...nothing, memberId: 'ben', isMember: true, files: 1 },
    { ...nothing, memberId: 'dee', isMember: false, tasks: 1 },
  ]);
});

test('nothing handed in: those who were in the group at the end are told of', () => {
  const stays = [
    { memberId: 'ada', from: day(1), to: null },
    { memberId: 'ben', from: day(1), to: day(12) },
    { memberId: 'cem', from: day(11), to: null },
  ];
  const works = [work(1, { isOver: true })];
  const found = contributionsTo(1, facts({ works, stays, memberIds: ['ada', 'cem'] }));
  expect(found.map(({ memberId }) => memberId)).toEqual(['ada', 'ben']);
});

test('no move afterwards changes what anybody contributed to a milestone that is over', () => {
  const people = ['ada', 'ben', 'cem', 'dee'];
  const person = fc.constantFrom(...people);
  const some = fc.uniqueArray(person, { minLength: 1 });
  const acts = fc.array(
    fc
      .tuple(fc.constantFrom('tasks', 'meetings', 'comments', 'files'), fc.integer({ min: 1, max: 30 }), some)
      .map(([kind, at, by]) => done(kind as Done['kind'], day(at), by)),
  );
  const copies = fc.option(some).chain((copyOf) =>
    fc.record({
      copyOf: fc.constant(copyOf),
      written: copyOf
        ? fc.option(fc.array(fc.tuple(person, fc.nat())).map((all) => new Map(all)))
        : fc.constant(null),
      files: fc.array(fc.record({ fileId: fc.constantFrom('plan', 'map'), ownerId: person })),
    }),
  );
  const known = some.map((all) => all.map((memberId) => ({ memberId, from: day(1), to: null })));
  fc.assert(
    fc.property(acts, copies, known, some, (all, copy, before, now) => {
      const works = [work(1, { ...copy, isOver: true }), work(2)];
      const inGroup = before.map(({ memberId }) => memberId);
      // Later than the milestone, everybody who is not in the group any more left, and others came.
      const stays = [
        ...before.map((stay) => ({ ...stay, to: now.includes(stay.memberId) ? null : day(15) })),
        ...now.map((memberId) => ({ memberId, from: day(15), to: null })),
      ];
      const counted = (one: Partial<Facts>) =>
        contributionsTo(1, facts({ works, done: all, ...one }))
          .map(({ isMember, ...rest }) => rest)
          .toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1));
      expect(counted({ memberIds: now, stays })).toEqual(counted({ memberIds: inGroup, stays: before }));
    }),
  );
});
