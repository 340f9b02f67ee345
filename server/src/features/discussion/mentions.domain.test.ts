import { expect, test } from '@jest/globals';
import { MENTIONS_MAX } from '../../contracts/limits.ts';
import type { RichText } from '../../contracts/plain-text.ts';
import { decideMentions, mentionedIn, namePattern } from './mentions.domain.ts';

const textOf = (...memberIds: string[]): RichText => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: memberIds.map((memberId) => ({ type: 'mention', attrs: { memberId } })),
    },
  ],
});
const many = Array.from({ length: MENTIONS_MAX + 1 }, () => 'ada');
const check = (...memberIds: string[]) => ({ type: 'check', memberIds });
const refused = { type: 'refuse', reason: 'POST_MENTIONS' };

test.each([
  ['nobody is mentioned, names hidden', 'full', [], [], check()],
  ['each is looked at once', 'none', ['ada', 'bo', 'ada'], [], check('ada', 'bo')],
  ['who is mentioned already stays', 'none', ['ada', 'bo'], ['ada'], check('bo')],
  ['names hidden from peers', 'peers', ['ada'], [], refused],
  ['names hidden from all', 'full', ['ada'], [], refused],
  ['written before names were hidden', 'full', ['ada'], ['ada'], check()],
  ['the same person too often', 'none', many, [], refused],
  ['too often, also already', 'none', many, ['ada'], refused],
] as const)('%s', (_rule, anonymity, mentioned, before, expected) => {
  expect(decideMentions({ anonymity }, textOf(...mentioned), before)).toEqual(expected);
});

test('each who is mentioned is named once', () => {
  expect(mentionedIn(textOf('ada', 'bo', 'ada'))).toEqual(['ada', 'bo']);
});

test.each([
  ['ad', 'Ada Ström', true],
  ['str', 'Ada Ström', true],
  ['röm', 'Ada Ström', false],
  ['pier', 'Jean-Pierre', true],
  ['', 'Ada Ström', true],
  ['.', 'Ada Ström', false],
  ['(', 'Ada Ström', false],
])('by “%s”, %s: %s', (typed, name, expected) => {
  expect(new RegExp(namePattern(typed), 'iu').test(name)).toBe(expected);
});
