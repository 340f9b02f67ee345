import { describe, expect, test } from '@jest/globals';
import { PINNED_MAX } from '../../contracts/moderation-limits.ts';
import { wordsOf } from './bitmaps.domain.ts';
import { decideModeration, isShut, maySee, titleFor } from './moderation.domain.ts';

const NOON = new Date(Date.UTC(2030, 0, 1, 12));
const LATER = new Date(NOON.getTime() + 1);
const mark = { act: 'one', at: NOON, until: null, reason: '' };
const free = { pin: null, lock: null, close: null };
const post = { hide: null, deletedAt: null, revision: 2 };
const command = { threadId: 't', n: null, until: null, reason: '' };
const refuse = (reason: string) => ({ type: 'refuse', reason });
const act = (before: unknown = null) => ({ type: 'act', before });

describe('an act', () => {
  const hide = { ...command, kind: 'hide', n: 1, reason: 'Rude' } as const;
  const approve = { ...command, kind: 'approve', n: 1, revision: 2 } as const;
  const waiting = { ...post, hide: { ...mark, waits: true } } as const;
  const pin = { ...command, kind: 'pin' } as const;
  const close = { ...command, kind: 'close', until: LATER } as const;
  const closed = { ...free, close: { ...mark, until: NOON } };
  test.each([
    ['is done to what is there', pin, free, null, 0, act()],
    ['not to what is not', pin, null, null, 0, refuse('NOT_FOUND')],
    ['not to a post that is not', hide, free, null, 0, refuse('NOT_FOUND')],
    ['once', pin, { ...free, pin: mark }, null, 0, { type: 'unchanged', act: 'one' }],
    ['to few threads', pin, free, null, PINNED_MAX, refuse('PINNED_TOO_MANY')],
    ['another date stands in the place of the one before', close, closed, null, 0, act(closed.close)],
    [
      'the same date is no act',
      { ...close, until: NOON },
      closed,
      null,
      0,
      { type: 'unchanged', act: 'one' },
    ],
    ['hides a post', hide, free, post, 0, act()],
    ['not what is deleted', hide, free, { ...post, deletedAt: NOON }, 0, refuse('POST_DELETED')],
    ['approves what was read', approve, free, waiting, 0, act(waiting.hide)],
    ['not what was changed since', { ...approve, revision: 1 }, free, waiting, 0, refuse('STALE_REVISION')],
    ['nor what waits no more', approve, free, post, 0, refuse('STALE_REVISION')],
    ['gives another reason', hide, free, { ...post, hide: mark }, 0, act(mark)],
  ] as const)('%s', (_rule, what, thread, one, pinned, expected) =>
    expect(decideModeration(what, thread, one, pinned)).toEqual(expected),
  );
});

test.each([
  ['a thread is open', free, false],
  ['a locked one is shut', { ...free, lock: mark }, true],
  ['one that closes is open before', { ...free, close: { ...mark, until: LATER } }, false],
  ['and shut from then on', { ...free, close: { ...mark, until: NOON } }, true],
  ['a pin shuts nothing', { ...free, pin: mark }, false],
])('%s', (_rule, marks, expected) => expect(isShut(marks, NOON)).toBe(expected));

describe('a hidden post and the title of its thread', () => {
  const thread = { title: 'Rude', authorId: 'ada', hidden: wordsOf([1]) };
  test.each([
    ['are read by staff', { isStaff: true, memberId: 'tess' }, true],
    ['by who wrote them', { isStaff: false, memberId: 'ada' }, true],
    ['by nobody else', { isStaff: false, memberId: 'ben' }, false],
  ])('%s', (_rule, reader, expected) => {
    expect(maySee({ hide: mark, authorId: 'ada' }, reader)).toBe(expected);
    expect(titleFor(thread, reader)).toBe(expected ? 'Rude' : '');
    expect(titleFor({ ...thread, hidden: wordsOf([2]) }, reader)).toBe('Rude');
  });
});
