import { describe, expect, test } from '@jest/globals';
import { wordsOf } from './bitmaps.domain.ts';
import {
  answerFacts,
  answersWithout,
  balanceOf,
  decideAccept,
  decideEndorse,
  isAnswered,
  isUnanswered,
  mayEndorse,
  sideFault,
} from './modes.domain.ts';

const thread = { authorId: 'asker', live: wordsOf([1, 2, 3]), accepted: 2, endorsed: [3], endorsedTalk: [] };
const answer = { n: 3, replyTo: 1, authorId: 'ben' };
const here = { mode: 'question', thread, post: answer, isOpen: true } as const;
const refuse = (reason: string) => ({ type: 'refuse', reason });

describe('an answer', () => {
  test.each([
    [
      'accepted in the place of another',
      here,
      'asker',
      true,
      { accepted: 3, endorsed: [3], endorsedTalk: [] },
    ],
    ['is accepted by who asked alone', here, 'ben', true, refuse('FORBIDDEN')],
    ['not where threads are no questions', { ...here, mode: 'open' }, 'asker', true, refuse('FORBIDDEN')],
    ['not once it is closed', { ...here, isOpen: false }, 'asker', true, refuse('FORBIDDEN')],
    [
      'is at the first level',
      { ...here, post: { ...answer, replyTo: 2 } },
      'asker',
      true,
      refuse('FORBIDDEN'),
    ],
    ['is not deleted', { ...here, post: { ...answer, n: 4 } }, 'asker', true, refuse('FORBIDDEN')],
    [
      'taken back',
      { ...here, post: { ...answer, n: 2 } },
      'asker',
      false,
      { accepted: null, endorsed: [3], endorsedTalk: [] },
    ],
    ['taken back though another is', here, 'asker', false, { type: 'unchanged' }],
  ] as const)('%s', (_rule, situation, who, accepted, expected) =>
    expect(decideAccept(situation, who, accepted)).toEqual(
      'type' in expected ? expected : { type: 'set', answers: expected },
    ),
  );

  test('is endorsed once, not by its own author, and at most so many are', () => {
    expect(decideEndorse(here, 'tessa', true)).toEqual({ type: 'unchanged' });
    expect(decideEndorse(here, 'ben', false)).toEqual(refuse('FORBIDDEN'));
    expect(decideEndorse(here, 'tessa', false)).toEqual({
      type: 'set',
      answers: { accepted: 2, endorsed: [], endorsedTalk: [] },
    });
    const full = { ...thread, endorsed: Array.from({ length: 20 }, (_, at) => at + 10) };
    expect(decideEndorse({ ...here, thread: full }, 'tessa', true)).toEqual(refuse('ENDORSED_TOO_MANY'));
  });

  test.each([
    ['a reply to it is not', 'question', { n: 3, replyTo: 2, authorId: 'ben' }, false],
    ['nor the question itself', 'question', { n: 1, replyTo: null, authorId: 'asker' }, false],
    ['elsewhere any post is', 'open', { n: 3, replyTo: 2, authorId: 'ben' }, true],
    ['also the first', 'postFirst', { n: 1, replyTo: null, authorId: 'asker' }, true],
    ['and that of a side', 'debate', { n: 3, replyTo: 1, authorId: 'ben' }, true],
    ['not one’s own', 'open', { n: 3, replyTo: 1, authorId: 'tessa' }, false],
    ['nor what cannot be read', 'open', { n: 4, replyTo: 1, authorId: 'ben' }, false],
  ] as const)('is endorsed by staff; %s', (_rule, mode, post, may) => {
    const none = { ...thread, endorsed: [] };
    expect(mayEndorse({ mode, thread: none, post, isOpen: false }, 'tessa')).toBe(may);
    const all = answerFacts(mode, { accepted: null, endorsed: [3], endorsedTalk: [1] }, post);
    expect([all.isEndorsed, all.isAccepted]).toEqual([mode !== 'question' && post.n !== 4, false]);
  });

  test('is kept apart from other posts that staff stand by, which answer nothing', () => {
    const reply = { n: 1, replyTo: 2, authorId: 'ben' };
    const talk = { ...here, mode: 'open', post: reply } as const;
    const endorsed = { accepted: 2, endorsed: [3], endorsedTalk: [1] };
    expect(decideEndorse(talk, 'tessa', true)).toEqual({ type: 'set', answers: endorsed });
    const done = { ...talk, thread: { ...thread, ...endorsed } };
    expect(decideEndorse(done, 'tessa', true)).toEqual({ type: 'unchanged' });
    expect(decideEndorse(done, 'tessa', false)).toEqual({
      type: 'set',
      answers: { ...endorsed, endorsedTalk: [] },
    });
    expect(answersWithout(endorsed, 1)).toEqual({ ...endorsed, endorsedTalk: [] });
    const alone = { ...endorsed, accepted: null, endorsed: [], live: thread.live };
    expect([isUnanswered('question', alone), isAnswered('question', alone)]).toEqual([true, false]);
    const much = { ...thread, endorsedTalk: Array.from({ length: 19 }, (_, at) => at + 10) };
    expect(decideEndorse({ ...talk, thread: much }, 'tessa', true)).toEqual(refuse('ENDORSED_TOO_MANY'));
  });

  test('that is deleted answers nothing', () => {
    expect(answersWithout(thread, 2)).toEqual({ accepted: null, endorsed: [3], endorsedTalk: [] });
    expect(answersWithout(thread, 3)).toEqual({ accepted: 2, endorsed: [], endorsedTalk: [] });
    expect(answersWithout(thread, 1)).toBeNull();
    expect(isAnswered('question', { accepted: null, endorsed: [] })).toBe(false);
    expect(isAnswered('debate', thread)).toBeNull();
  });
});

describe('a debate', () => {
  test('counts what can be read of each side', () => {
    const sides = { pro: wordsOf([1, 3, 40]), contra: wordsOf([2]) };
    expect(balanceOf('debate', { sides, live: wordsOf([1, 2, 40]) })).toEqual({ pro: 2, contra: 1 });
    expect(balanceOf('debate', { sides: {}, live: wordsOf([1]) })).toEqual({ pro: 0, contra: 0 });
    expect(balanceOf('open', { sides, live: wordsOf([1]) })).toBeNull();
  });

  test('asks learners for their side, and nobody elsewhere', () => {
    expect(sideFault('debate', false, null)).toBe('POST_SIDE_MISSING');
    expect(sideFault('debate', false, 'pro')).toBeNull();
    expect(sideFault('debate', true, null)).toBeNull();
    expect(sideFault('question', false, null)).toBeNull();
  });
});

test.each([
  ['a question with an accepted answer waits for none', 'question', {}, false],
  ['one whose answers are hidden waits', 'question', { live: wordsOf([1, 4]) }, true],
  ['not while another is endorsed', 'question', { live: wordsOf([1, 3]) }, false],
  ['elsewhere any reply will do', 'open', { live: wordsOf([1, 4]) }, false],
  ['a hidden one does not', 'open', { live: wordsOf([1]) }, true],
  ['what is hidden itself asks nothing', 'question', { live: wordsOf([4]) }, false],
  ['nor elsewhere', 'open', { live: wordsOf([4]) }, false],
] as const)('%s', (_rule, mode, part, expected) =>
  expect(isUnanswered(mode, { ...thread, ...part })).toBe(expected),
);
