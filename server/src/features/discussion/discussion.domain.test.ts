import { describe, expect, test } from '@jest/globals';
import { richTextOf } from '../../contracts/plain-text.ts';
import type { Promised } from '../../core/name-promise.ts';
import {
  audienceOf,
  decideDelete,
  decideEdit,
  decideReply,
  decideStart,
  type Discussion,
  type Participant,
  type Post,
} from './discussion.domain.ts';
import { noReactions } from './reactions.domain.ts';
import { pathOf } from './paths.domain.ts';
import { withoutDeadEnds } from './reading.domain.ts';

const at = (hour: number) => new Date(Date.UTC(2030, 0, 1, hour));
const NOON = at(12);
const text = richTextOf('Stone.');

const discussion = (
  overrides: Partial<Discussion> & { mode?: Discussion['settings']['mode']; anonymity?: Promised } = {},
) => {
  const { mode = 'open', anonymity = 'none', ...rest } = overrides;
  const shared = { title: 'B', prompt: text, points: 0, depth: 3, submissionsCloseAt: null, milestones: [] };
  const further = {
    tags: [],
    slowMinutes: 0,
    blockedWords: [],
    promptFiles: [],
    approval: { everybody: false, memberIds: [] },
    history: 'staff' as const,
    facilitation: { unansweredHours: 0, quietDays: 0 },
  };
  const grading = { by: 'staff' as const, milestonesPercent: 50, criteria: [] };
  const settings = { ...shared, mode, anonymity, groupSetId: null, ...further, grading };
  return { state: 'published', closesAt: null, settings, ...rest } as const;
};
const learner: Participant = { memberId: 'ada', isStaff: false, hasPosted: false, groupIds: null };
const staff: Participant = { memberId: 'tess', isStaff: true, hasPosted: false, groupIds: null };
const post: Post = {
  id: 't/1',
  answeredId: null,
  movedBy: null,
  threadId: 't',
  activityId: 'a',
  n: 1,
  path: pathOf(null, 1),
  replyTo: null,
  groupId: null,
  authorId: 'ada',
  promise: 'none',
  alias: null,
  requestId: 'r',
  title: 'T',
  tags: [],
  about: null,
  side: null,
  mentions: [],
  reactions: noReactions(),
  text,
  at: at(10),
  editedAt: null,
  revision: 1,
  deletedAt: null,
  hide: null,
  unapproved: false,
  files: [],
};
const file = { id: 'f', name: 'arch.pdf', size: 1, type: 'application/pdf' };
const mark = { act: 'x', at: at(9), until: null, reason: '' };
const waiting: Post = { ...post, hide: { ...mark, waits: true }, unapproved: true };
const ben: Participant = { ...learner, memberId: 'ben' };
const untouched = { pin: null, lock: null, close: null };
const accept = { type: 'accept' };
const refuse = (reason: string) => ({ type: 'refuse', reason });

describe('starting a thread', () => {
  test.each([
    ['is open without a date', discussion(), learner, text, accept],
    ['is open until the date', discussion({ closesAt: NOON }), learner, text, accept],
    ['and no longer', discussion({ closesAt: at(11) }), learner, text, refuse('DISCUSSION_CLOSED')],
    ['is open to staff after it', discussion({ closesAt: at(11) }), staff, text, accept],
    [
      'is closed to all in a closed one',
      discussion({ state: 'closed' }),
      staff,
      text,
      refuse('DISCUSSION_CLOSED'),
    ],
    ['is open to staff in a draft', discussion({ state: 'draft' }), staff, text, accept],
    ['but not to learners', discussion({ state: 'draft' }), learner, text, refuse('DISCUSSION_CLOSED')],
    ['needs something to read', discussion(), learner, richTextOf(' '), refuse('POST_EMPTY')],
  ] as const)('%s', (_rule, where, who, what, expected) =>
    expect(decideStart({ discussion: where, who }, { text: what, files: [], side: null }, NOON)).toEqual(
      expected,
    ),
  );

  test('files alone are enough to read, also where what else was said is taken out', () => {
    const said = { text: richTextOf(''), files: [file] };
    const wanted = { ...said, side: null };
    expect(decideStart({ discussion: discussion(), who: learner }, wanted, NOON)).toEqual(accept);
    const place = { discussion: discussion(), who: learner, thread: untouched, post };
    expect(decideEdit(place, { ...said, expectedRevision: 1 }, NOON)).toEqual(accept);
  });
});

describe('replying', () => {
  const thread = { authorId: 'ben', groupId: null, lastNumber: 1, unapproved: false, ...untouched };
  const first = discussion({ mode: 'postFirst' });
  test.each([
    ['to what is there', discussion(), learner, thread, post, accept],
    ['not in a thread that is not there', discussion(), learner, null, null, refuse('NOT_FOUND')],
    ['not to a post that is not there', discussion(), learner, thread, null, refuse('NOT_FOUND')],
    ['not to what one does not see yet', first, learner, thread, post, refuse('NOT_FOUND')],
    ['once one has posted', first, { ...learner, hasPosted: true }, thread, post, accept],
    ['staff need not post first', first, staff, thread, post, accept],
    ['not to a hidden post', discussion(), staff, thread, { ...post, hide: mark }, refuse('POST_HIDDEN')],
    ['not to what waits for staff', discussion(), staff, thread, waiting, refuse('POST_HIDDEN')],
    ['of which others do not know', discussion(), ben, thread, waiting, refuse('NOT_FOUND')],
    [
      'not in a locked thread',
      discussion(),
      learner,
      { ...thread, lock: mark },
      post,
      refuse('THREAD_LOCKED'),
    ],
    ['but staff do', discussion(), staff, { ...thread, lock: mark }, post, accept],
    [
      'not in one that closed',
      discussion(),
      learner,
      { ...thread, close: { ...mark, until: at(12) } },
      post,
      refuse('THREAD_LOCKED'),
    ],
    [
      'in one that closes later',
      discussion(),
      learner,
      { ...thread, close: { ...mark, until: at(13) } },
      post,
      accept,
    ],
    [
      'not to a deleted post',
      discussion(),
      learner,
      thread,
      { ...post, deletedAt: NOON },
      refuse('POST_DELETED'),
    ],
    [
      'not after the date',
      discussion({ closesAt: at(1) }),
      learner,
      thread,
      post,
      refuse('DISCUSSION_CLOSED'),
    ],
    [
      'not beyond the last number',
      discussion(),
      learner,
      { ...thread, lastNumber: 36 ** 4 - 1 },
      post,
      refuse('DISCUSSION_CLOSED'),
    ],
  ])('%s', (_rule, where, who, one, answered, expected) =>
    expect(
      decideReply({ discussion: where, who, thread: one, answered }, { text, files: [], side: null }, NOON),
    ).toEqual(expected),
  );
});

describe('editing and deleting', () => {
  const other = richTextOf('Steel.');
  test.each([
    ['one’s own post', learner, post, other, 1, accept],
    ['the same text changes nothing', learner, post, text, 7, { type: 'unchanged' }],
    ['not another’s, whoever one is', staff, post, other, 1, refuse('FORBIDDEN')],
    ['not on an old revision', learner, { ...post, revision: 2 }, other, 1, refuse('STALE_REVISION')],
    ['not what is deleted', learner, { ...post, deletedAt: NOON }, other, 1, refuse('POST_DELETED')],
    ['not to nothing', learner, post, richTextOf(''), 1, refuse('POST_EMPTY')],
    ['not what is hidden', learner, { ...post, hide: mark }, other, 1, refuse('POST_HIDDEN')],
    ['not what is not there', learner, null, other, 1, refuse('NOT_FOUND')],
  ])('%s', (_rule, who, one, what, expectedRevision, expected) => {
    const command = { text: what, expectedRevision };
    expect(
      decideEdit({ discussion: discussion(), who, thread: untouched, post: one }, command, NOON),
    ).toEqual(expected);
  });

  test.each([
    ['one’s own post', discussion(), learner, post, accept],
    ['twice is once', discussion(), learner, { ...post, deletedAt: NOON }, { type: 'unchanged' }],
    ['not another’s', discussion(), staff, post, refuse('FORBIDDEN')],
    [
      'not after the date: others have answered to it',
      discussion({ closesAt: at(1) }),
      learner,
      post,
      refuse('DISCUSSION_CLOSED'),
    ],
  ])('deleting %s', (_rule, where, who, one, expected) =>
    expect(decideDelete({ discussion: where, who, thread: untouched, post: one }, NOON)).toEqual(expected),
  );
});

test.each([
  ['open: everything', discussion(), learner, false],
  ['before one’s own first post: one’s own alone', discussion({ mode: 'postFirst' }), learner, true],
  ['after it everything', discussion({ mode: 'postFirst' }), { ...learner, hasPosted: true }, false],
])('one sees in a discussion that is %s', (_rule, where, who, expected) =>
  expect(audienceOf(where, who).isAlone).toBe(expected),
);

describe('of deleted posts one sees', () => {
  const line = (path: string, isDeleted = false) => ({ path, deletedAt: isDeleted ? NOON : null });
  test.each([
    ['nothing without replies', [line('0001'), line('0001.0002', true)], null, ['0001']],
    ['the place where replies hang', [line('0001', true), line('0001.0002')], null, ['0001', '0001.0002']],
    ['nothing where all below is deleted too', [line('0001', true), line('0001.0002', true)], null, []],
    ['the place of replies on the next page', [line('0001', true)], line('0001.0002'), ['0001']],
    ['nothing where the next page is about others', [line('0001.0002', true)], line('0001.0003'), []],
  ])('%s', (_rule, posts, further, expected) =>
    expect(withoutDeadEnds(posts, further).map(({ path }) => path)).toEqual(expected),
  );
});
