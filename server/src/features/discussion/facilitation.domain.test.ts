import { describe, expect, test } from '@jest/globals';
import { wordsOf } from './bitmaps.domain.ts';
import type { Thread } from './discussion.domain.ts';
import {
  decideNudge,
  oneSidedOf,
  silencesOf,
  unansweredFrom,
  waitingThreads,
} from './facilitation.domain.ts';

const at = (day: number, hour = 12, minute = 34) => new Date(Date.UTC(2030, 0, day, hour, minute));
const thread: Thread = {
  id: 't',
  activityId: 'a',
  title: 'T',
  tags: [],
  about: null,
  authorId: 'ada',
  promise: 'none',
  alias: null,
  openness: 2,
  groupId: null,
  startedAt: at(1),
  lastPostAt: at(1),
  lastNumber: 10,
  arranged: 0,
  arrangedAt: null,
  live: wordsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
  hidden: {},
  held: {},
  unapproved: false,
  gone: false,
  side: null,
  sides: {},
  votes: 0,
  accepted: null,
  endorsed: [],
  endorsedTalk: [],
  pin: null,
  lock: null,
  close: null,
  revision: 1,
};
const share = (authorId: string, posts: number) => ({ threadId: 't', authorId, posts });

describe('a thread is one-sided', () => {
  const person = [{ percent: 70, most: { kind: 'person', memberId: 'ada' } }];
  const sides = { pro: wordsOf([1, 2, 3, 4, 5, 6, 7, 8]), contra: wordsOf([9, 10]) };
  test.each([
    ['where one person has written most of it', 'open', {}, [share('ada', 7), share('ben', 3)], person],
    ['not where two talk', 'open', {}, [share('ada', 5), share('ben', 5)], []],
    ['not before it is a conversation', 'open', {}, [share('ada', 5)], []],
    ['by nobody where staff may not know who wrote', 'open', { openness: 0 }, [share('ada', 10)], []],
    [
      'by a side of a debate, also there',
      'debate',
      { openness: 0, sides },
      [share('ada', 10)],
      [{ percent: 80, most: { kind: 'side', side: 'pro' } }],
    ],
    ['not by sides where there are none', 'open', { sides }, [share('ada', 5), share('ben', 5)], []],
  ] as const)('%s', (_rule, mode, changes, shares, expected) =>
    expect(oneSidedOf(mode, [{ ...thread, ...changes }], shares)).toMatchObject(expected),
  );
});

test('a thread waits for an answer unless it is news, closed, or nothing of it is left', () => {
  const mark = { act: 'x', at: at(1), until: null, reason: '' };
  const rest = [{ pin: mark }, { lock: mark }, { close: { ...mark, until: at(2) } }, { live: {} }];
  const all = [thread, ...rest.map((change) => ({ ...thread, ...change }))];
  expect(waitingThreads(all, at(3))).toEqual([thread]);
});

test('the minute at which somebody unknown has written is in no moment', () => {
  expect(unansweredFrom(thread, 24)).toEqual(at(2));
  expect(unansweredFrom({ ...thread, openness: 0 }, 24)).toEqual(at(2, 12, 0));
});

test('silence is counted from the last post, and from the opening at the earliest', () => {
  const learners = ['ada', 'ben', 'cem'].map((id) => ({ id, name: id }));
  const lastAt = new Map([
    ['ada', at(5)],
    ['ben', at(1)],
  ]);
  expect(silencesOf(learners, lastAt, at(3), 2).map(({ id, from }) => [id, from])).toEqual([
    ['ben', at(5)],
    ['cem', at(5)],
    ['ada', at(7)],
  ]);
});

test('those alone are nudged who are quiet, and none twice within a day', () => {
  const quiet = [{ id: 'ben' }, { id: 'cem' }, { id: 'dua' }];
  const nudgedAt = new Map([
    ['ben', at(4, 13)],
    ['cem', at(4, 12)],
  ]);
  expect(decideNudge(['ada', 'ben', 'cem', 'dua', 'dua'], quiet, nudgedAt, at(5))).toEqual(['cem', 'dua']);
});
