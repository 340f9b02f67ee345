import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type TwiceLimit, type TwiceShare, wantedTwice } from '../../contracts/marking-twice.ts';
import { emptyRichText } from '../../contracts/plain-text.ts';
import {
  decideFinish,
  decideUndo,
  type MarkingItem,
  type MarkPart,
  stateOf,
  whyNot,
} from './marking.domain.ts';
import { advanceOf, chooseTwice, differenceOf, isSeenBy, namingParts } from './twice.domain.ts';

const now = new Date('2027-03-01T10:00:00Z');
const CRITERIA = [
  { id: 'argument', title: 'Argument', description: '', points: 6 },
  { id: 'style', title: 'Style', description: '', points: 4 },
];
const part = (by: string, argument: number, style: number, maximum = 10): MarkPart => ({
  by,
  at: now,
  ratings: [
    { criterionId: 'argument', points: argument },
    { criterionId: 'style', points: style },
  ],
  comment: emptyRichText(),
  points: argument + style,
  maximum,
  workVersion: 1,
});
const item = (overrides: Partial<MarkingItem> = {}): MarkingItem => ({
  id: 'work',
  courseId: 'course',
  activityId: 'activity',
  memberId: 'ada',
  share: null,
  lease: null,
  revision: 0,
  draft: null,
  mark: null,
  twice: true,
  parts: [],
  ...overrides,
});
const inPoints = (value: number): TwiceLimit => ({ kind: 'points', value });
const inPercent = (value: number): TwiceLimit => ({ kind: 'percent', value });
const amal = { id: 'amal', isLead: false };
const bo = { id: 'bo', isLead: false };
const iris = { id: 'iris', isLead: true };
const first = {
  mark: { ...part('amal', 6, 2), kind: 'part', n: 1, reason: '' },
  parts: [part('amal', 6, 2)],
} as const;
const apart = { ...first, parts: [part('amal', 6, 2), part('bo', 2, 1)] } as const;

describe('how many works a share means', () => {
  test.each<[TwiceShare, number, number]>([
    [{ kind: 'none' }, 10, 0],
    [{ kind: 'all' }, 10, 10],
    [{ kind: 'number', value: 3 }, 10, 3],
    [{ kind: 'number', value: 30 }, 10, 10],
    [{ kind: 'percent', value: 20 }, 10, 2],
    [{ kind: 'percent', value: 20 }, 11, 3],
    [{ kind: 'percent', value: 7 }, 100, 7],
    [{ kind: 'percent', value: 100 }, 3, 3],
    [{ kind: 'percent', value: 50 }, 0, 0],
  ])('%j of %d is %d', (share, total, wanted) => {
    expect(wantedTwice(share, total)).toBe(wanted);
  });
});

describe('the second mark', () => {
  test.each<[string, MarkPart, MarkPart, TwiceLimit, number | null]>([
    ['makes the mean when both say the same', part('amal', 6, 2), part('bo', 6, 2), inPoints(0), 8],
    ['makes the mean at the limit in points', part('amal', 6, 2), part('bo', 5, 1), inPoints(2), 7],
    ['goes to the lead above it', part('amal', 6, 2), part('bo', 5, 0.9), inPoints(2), null],
    ['makes the mean at the limit in percent', part('amal', 6, 2), part('bo', 5, 2), inPercent(10), 7.5],
    ['goes to the lead above that', part('amal', 6, 2), part('bo', 5, 1.5), inPercent(10), null],
    [
      'differs by what people see, not by noise',
      part('amal', 0.3, 0),
      part('bo', 0.1, 0),
      inPoints(0.2),
      0.2,
    ],
    ['is compared by its share of another rubric', part('amal', 3, 1, 5), part('bo', 6, 2), inPoints(0), 8],
  ])('%s', (_rule, one, other, limit, points) => {
    const { mark, parts } = advanceOf(item({ ...first, parts: [one] }), other, 'Marked.', limit);
    expect(parts).toEqual([one, other]);
    expect(mark).toMatchObject(points === null ? { kind: 'part', n: 2 } : { kind: 'marked', points, parts });
  });

  test('makes the mean criterion by criterion', () => {
    const { mark } = advanceOf(item(first), part('bo', 5, 1), 'Marked.', inPoints(5));
    expect(mark).toMatchObject({
      ratings: [
        { criterionId: 'argument', points: 5.5 },
        { criterionId: 'style', points: 1.5 },
      ],
    });
  });

  test('is as far from the first as the first from it', () => {
    const marks = fc.record({ argument: fc.nat(6), style: fc.nat(4) });
    fc.assert(
      fc.property(marks, marks, fc.constantFrom(inPoints(1), inPercent(1)), (a, b, limit) => {
        const [one, other] = [part('amal', a.argument, a.style), part('bo', b.argument, b.style)];
        expect(differenceOf([one, other], limit)).toBe(differenceOf([other, one], limit));
      }),
    );
  });
});

describe('the first mark', () => {
  test('is no grade yet', () => {
    const next = advanceOf(item(), part('amal', 6, 2), 'Marked.', inPoints(5));
    expect(next).toMatchObject({ mark: { kind: 'part', n: 1 }, parts: [{ by: 'amal' }] });
  });

  test('is the grade where one person marks', () => {
    const next = advanceOf(item({ twice: false }), part('amal', 6, 2), 'Marked.', inPoints(5));
    expect(next).toMatchObject({ mark: { kind: 'marked', points: 8 }, parts: [] });
    expect(next.mark).not.toHaveProperty('parts');
  });

  test.each([
    ['is seen by who made it', 'amal', first, true],
    ['is not seen by who marks second', 'bo', first, false],
    ['nor by the lead, who may be the second', 'iris', first, false],
    ['is seen once both are done', 'bo', apart, true],
  ] as const)('%s', (_rule, reader, standing, isSeen) => {
    expect(isSeenBy(first.mark, item(standing), reader)).toBe(isSeen);
  });
});

describe('who may mark', () => {
  test.each([
    ['anybody first', item(), amal, null, 'toDo'],
    ['somebody else second', item(first), bo, null, 'toDoAgain'],
    ['not the same person', item(first), amal, 'SAME_MARKER', 'firstDone'],
    ['the lead what is to be settled', item(apart), iris, null, 'toSettle'],
    ['nobody else', item(apart), bo, 'LEAD_SETTLES', 'toSettle'],
  ] as const)('%s', (_rule, snapshot, who, reason, state) => {
    expect(whyNot(snapshot, who, now)).toBe(reason);
    expect(stateOf(snapshot, who.id, now)).toBe(state);
  });

  test('what the lead says counts, with both parts beside it', () => {
    const next = advanceOf(item(apart), part('iris', 4, 2), 'Settled.', inPoints(0));
    expect(next.mark).toMatchObject({ kind: 'marked', points: 6, by: 'iris', parts: apart.parts });
  });

  test.each([
    ['the own first part', item(first), amal, { type: 'accept', mark: { kind: 'undone' } }],
    ['not somebody else’s', item(first), bo, { type: 'unchanged' }],
    ['both parts by the lead', item(apart), iris, { type: 'accept' }],
    ['not by one of the two', item(apart), amal, { reason: 'LEAD_SETTLES' }],
  ] as const)('takes back %s', (_rule, snapshot, who, expected) => {
    const command = { expectedRevision: 0, reason: 'Undone.' };
    expect(decideUndo(snapshot, command, who, now)).toMatchObject(expected);
  });
});

test('no work gets the same marker twice, whoever tries in whatever order', () => {
  const tries = fc.array(
    fc.record({ who: fc.constantFrom(amal, bo, iris), argument: fc.nat(6), undoes: fc.boolean() }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(tries, fc.nat(6), (steps, limit) => {
      let now1 = item();
      for (const { who, argument, undoes } of steps) {
        const { revision: expectedRevision } = now1;
        if (undoes) {
          const undo = decideUndo(now1, { expectedRevision, reason: 'Undone.' }, who, now);
          if (undo.type === 'accept')
            now1 = { ...now1, mark: undo.mark, parts: [], revision: expectedRevision + 1 };
          continue;
        }
        const { ratings, comment } = part(who.id, argument, 1);
        const command = { ratings, comment, reason: 'Marked.', expectedRevision };
        const decision = decideFinish(now1, CRITERIA, 1, command, who, now);
        if (decision.type !== 'accept') continue;
        const next = advanceOf(now1, decision.judged, 'Marked.', inPoints(limit));
        now1 = { ...now1, ...next, revision: expectedRevision + 1 };
        const markers = now1.parts.map(({ by }) => by);
        expect(new Set(markers).size).toBe(markers.length);
        // A mark of a work of two is never one person's alone.
        if (now1.mark?.kind === 'marked') expect(now1.mark.parts).toHaveLength(2);
      }
    }),
  );
});

describe('choosing', () => {
  const works = fc
    .uniqueArray(fc.nat(9_999), { maxLength: 60 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.record({ id: fc.constant(String(id)), twice: fc.boolean(), begun: fc.boolean() }),
        ),
      ),
    );
  const shares = fc.oneof<fc.Arbitrary<TwiceShare>[]>(
    fc.constantFrom<TwiceShare>({ kind: 'none' }, { kind: 'all' }),
    fc.record({ kind: fc.constant('number' as const), value: fc.integer({ min: 1, max: 80 }) }),
    fc.record({ kind: fc.constant('percent' as const), value: fc.integer({ min: 1, max: 100 }) }),
  );

  test('reaches the wanted number as far as what is begun allows, changes that no more, and is stable', () => {
    fc.assert(
      fc.property(works, shares, (all, share) => {
        const { add, remove } = chooseTwice(all, share, 'seed');
        const open = all.filter(({ begun }) => !begun);
        const begun = all.filter((one) => one.begun && one.twice).length;
        const changed = new Map([
          ...add.map((id) => [id, true] as const),
          ...remove.map((id) => [id, false] as const),
        ]);
        expect(all.some((one) => one.begun && changed.has(one.id))).toBe(false);
        const after = all.map((one) => ({ ...one, twice: changed.get(one.id) ?? one.twice }));
        const wanted = Math.max(0, wantedTwice(share, all.length) - begun);
        expect(after.filter((one) => one.twice && !one.begun)).toHaveLength(Math.min(wanted, open.length));
        expect(chooseTwice(after.toReversed(), share, 'seed')).toEqual({ add: [], remove: [] });
      }),
    );
  });
});

test('the reason names both parts, within its length', () => {
  const names = new Map([
    ['amal', 'Amal'],
    ['bo', null],
  ]);
  const parts = [part('amal', 6, 2), part('bo', 5, 0.25)];
  expect(namingParts('Marked twice.', parts, names)).toBe('Marked twice. (Amal: 8/10; 2: 5.25/10)');
  expect(namingParts('x'.repeat(1_000), parts, names)).toHaveLength(1_000);
});
