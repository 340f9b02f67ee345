import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Milestone } from '../../contracts/milestones.ts';
import { countOwnWords, richTextOf } from '../../contracts/plain-text.ts';
import { timelineOf, UNCHANGED, type TimelineChanges } from '../../core/timeline.ts';
import { stepsOf } from './discussion-of.service.ts';
import { type Contribution, ownMilestones, standingOf } from './milestones.domain.ts';

const ME = 'me';
const day = (n: number, time = '12:00'): Date =>
  new Date(`2026-10-${String(n).padStart(2, '0')}T${time}:00Z`);

const milestone = (part: Partial<Milestone> = {}): Milestone => ({
  n: 1,
  kind: 'any',
  count: 1,
  words: 0,
  differentPeople: false,
  dueAt: day(10).toISOString(),
  points: 5,
  ...part,
});

const thread = (at: Date, words = 200, further: Partial<Contribution> = {}): Contribution => ({
  answers: null,
  versions: [{ at, words }],
  deletedAt: null,
  ...further,
});
const replyTo = (authorId: string, at: Date, words = 200): Contribution => ({
  ...thread(at, words),
  answers: { authorId },
});

const stand = (part: Partial<Milestone>, posts: readonly Contribution[], now = day(20)) => {
  const { dueAt, ...rest } = milestone(part);
  return standingOf({ ...rest, dueAt: dueAt === null ? null : new Date(dueAt) }, ME, posts, now);
};

describe('what counts', () => {
  test.each<[string, Partial<Milestone>, Contribution[], object]>([
    ['nothing written is nothing met', {}, [], { met: false, done: 0, isOver: true }],
    ['a post in time meets it', {}, [thread(day(9))], { met: true, done: 1 }],
    ['a post at the very moment is in time', {}, [thread(day(10))], { met: true }],
    [
      'a post afterwards meets nothing',
      {},
      [thread(new Date(day(10).getTime() + 1))],
      { met: false, done: 0 },
    ],
    ['a thread is no reply', { kind: 'reply' }, [thread(day(9))], { met: false }],
    ['a reply is no thread', { kind: 'thread' }, [replyTo('ben', day(9))], { met: false }],
    ['either is a post', { count: 2 }, [thread(day(8)), replyTo('ben', day(9))], { met: true, done: 2 }],
    ['a reply to oneself is none', { kind: 'reply' }, [replyTo(ME, day(9))], { met: false, done: 0 }],
    ['nor does it count as a post', {}, [replyTo(ME, day(9))], { met: false, done: 0 }],
    [
      'two replies to one person are to one person',
      { kind: 'reply', count: 2, differentPeople: true },
      [replyTo('ben', day(8)), replyTo('ben', day(9))],
      { met: false, done: 1, samePerson: 1 },
    ],
    [
      'two replies to two people are',
      { kind: 'reply', count: 2, differentPeople: true },
      [replyTo('ben', day(8)), replyTo('eve', day(9))],
      { met: true, done: 2, samePerson: 0 },
    ],
    [
      'a short reply takes nobody’s place',
      { kind: 'reply', count: 1, words: 100, differentPeople: true },
      [replyTo('ben', day(8), 10), replyTo('ben', day(9), 100)],
      { met: true, done: 1, tooShort: 1, samePerson: 0 },
    ],
    ['one word less is too short', { words: 150 }, [thread(day(9), 149)], { met: false, tooShort: 1 }],
    ['as many words as asked are enough', { words: 150 }, [thread(day(9), 150)], { met: true, tooShort: 0 }],
    [
      'short posts are not counted together',
      { words: 150 },
      [thread(day(8), 80), thread(day(9), 80)],
      { done: 0 },
    ],
    [
      'lengthened in time',
      { words: 150 },
      [
        thread(day(5), 10, {
          versions: [
            { at: day(5), words: 10 },
            { at: day(9), words: 160 },
          ],
        }),
      ],
      { met: true },
    ],
    [
      'lengthened afterwards',
      { words: 150 },
      [
        thread(day(5), 10, {
          versions: [
            { at: day(5), words: 10 },
            { at: day(11), words: 160 },
          ],
        }),
      ],
      { met: false, tooShort: 1 },
    ],
    [
      'shortened in time',
      { words: 150 },
      [
        thread(day(5), 10, {
          versions: [
            { at: day(5), words: 160 },
            { at: day(9), words: 10 },
          ],
        }),
      ],
      { met: false },
    ],
    [
      'shortened afterwards',
      { words: 150 },
      [
        thread(day(5), 10, {
          versions: [
            { at: day(5), words: 160 },
            { at: day(11), words: 10 },
          ],
        }),
      ],
      { met: true },
    ],
    ['deleted in time', {}, [thread(day(5), 200, { deletedAt: day(9) })], { met: false, done: 0 }],
    ['deleted afterwards', {}, [thread(day(5), 200, { deletedAt: day(11) })], { met: true }],
    [
      'without a date it counts as it is now',
      { dueAt: null },
      [thread(day(19))],
      { met: true, isOver: false },
    ],
  ])('%s', (_rule, part, posts, expected) => expect(stand(part, posts)).toMatchObject(expected));

  test('before its date it stands as things are now', () => {
    const later = thread(day(5), 200, { deletedAt: day(7) });
    expect(stand({}, [later], day(6))).toMatchObject({ met: true, isOver: false });
    expect(stand({}, [later], day(8))).toMatchObject({ met: false, isOver: false });
  });

  test('whatever is done after the date changes nothing', () => {
    const post = fc.record({
      to: fc.constantFrom(null, ME, 'ben', 'eve'),
      at: fc.integer({ min: 1, max: 28 }),
      words: fc.nat(300),
      later: fc.nat(300),
      gone: fc.boolean(),
    });
    const asWritten = ({ to, at, words }: { to: string | null; at: number; words: number }): Contribution =>
      to === null ? thread(day(at), words) : replyTo(to, day(at), words);
    fc.assert(
      fc.property(fc.array(post, { maxLength: 6 }), fc.boolean(), (posts, differentPeople) => {
        const asked = { count: 2, words: 100, differentPeople };
        const before = posts.map(asWritten);
        const after = posts.map((one): Contribution => {
          const written = asWritten(one);
          const versions = [...written.versions, { at: day(29), words: one.later }];
          return { ...written, versions, deletedAt: one.gone ? day(29) : null };
        });
        expect(stand(asked, after, day(30))).toEqual(stand(asked, before, day(30)));
      }),
    );
  });
});

describe('own dates', () => {
  const settings = {
    submissionsCloseAt: day(20).toISOString(),
    milestones: [
      milestone({ n: 3, dueAt: day(15).toISOString() }),
      milestone({ n: 1, dueAt: day(10).toISOString() }),
      milestone({ n: 2, dueAt: null }),
    ],
  };
  const datesOf = (changes: TimelineChanges) => {
    const steps = stepsOf(settings as never);
    const own = ownMilestones(settings.milestones, timelineOf({ startsAt: day(1), steps }, changes));
    return own.map(({ n, dueAt }) => [n, dueAt?.toISOString().slice(0, 16)]);
  };

  test.each<[string, TimelineChanges, (string | number)[][]]>([
    [
      'one without a date ends with the discussion',
      UNCHANGED,
      [
        [3, '2026-10-15T12:00'],
        [1, '2026-10-10T12:00'],
        [2, '2026-10-20T12:00'],
      ],
    ],
    [
      'more time for the first moves the later ones',
      { extensions: [{ until: { milestone1: day(12).toISOString() }, zone: 'UTC' }], accommodation: null },
      [
        [3, '2026-10-17T12:00'],
        [1, '2026-10-12T12:00'],
        [2, '2026-10-22T12:00'],
      ],
    ],
    [
      'more time that the LMS gives is for writing',
      { extensions: [{ until: { handIn: day(25).toISOString() }, zone: 'UTC' }], accommodation: null },
      [
        [3, '2026-10-15T12:00'],
        [1, '2026-10-10T12:00'],
        [2, '2026-10-25T12:00'],
      ],
    ],
    [
      'an accommodation makes every step longer',
      { extensions: [], accommodation: { percent: 50, days: 0, zone: 'UTC' } },
      [
        [3, '2026-10-22T12:00'],
        [1, '2026-10-15T00:00'],
        [2, '2026-10-30T00:00'],
      ],
    ],
    [
      'days are days of a zone also where its clocks go back',
      { extensions: [], accommodation: { percent: 0, days: 10, zone: 'Europe/Berlin' } },
      [
        [3, '2026-11-04T13:00'],
        [1, '2026-10-20T12:00'],
        [2, '2026-11-19T13:00'],
      ],
    ],
  ])('%s', (_rule, changes, expected) => expect(datesOf(changes)).toEqual(expected));

  test('two people in one discussion: who has more time still meets it', () => {
    const late = thread(day(11));
    const own = (dueAt: Date) => standingOf({ ...milestone(), dueAt }, ME, [late], day(13));
    expect([own(day(10)).met, own(day(12)).met]).toEqual([false, true]);
  });
});

test.each([
  ['English', 'It doesn’t swing, it stands.', 5],
  ['Chinese, which parts no words', '我喜欢学习桥梁', 4],
  ['Japanese', '橋を渡る', 3],
  ['Thai', 'ฉันชอบสะพาน', 3],
  ['Arabic', 'الجسر قوي جدا', 3],
  ['marks alone are no words', '… — !?', 0],
])('words in %s', (_language, text, words) => expect(countOwnWords(richTextOf(text))).toBe(words));

test('what is quoted is not one’s own', () => {
  const { content } = richTextOf('One two three');
  expect(countOwnWords({ type: 'doc', content: [{ type: 'blockquote', content }, ...content] })).toBe(3);
});
