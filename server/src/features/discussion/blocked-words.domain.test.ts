import { expect, test } from '@jest/globals';
import { richTextOf } from '../../contracts/plain-text.ts';
import { blockedWordIn, saidBy } from './blocked-words.domain.ts';

test.each([
  ['a whole word', ['fool'], 'You fool!', 'fool'],
  ['in capital letters', ['fool'], 'FOOLS and a Fool', 'fool'],
  ['not a part of another', ['ass'], 'A class on assessment', null],
  ['nor with other letters', ['fool'], 'foolish', null],
  ['with accents composed in another way', ['idioté'], 'idiote\u0301', 'idioté'],
  ['in Greek capitals', ['κακός'], 'ΚΑΚΌΣ', 'κακός'],
  ['in Arabic with vowel marks', ['غبي'], 'أنت غَبِيّ', 'غبي'],
  ['where nothing parts the words', ['馬鹿'], 'お前は馬鹿だ', '馬鹿'],
  ['several words one after the other', ['shut up'], 'Shut  up, please', 'shut up'],
  ['not apart from each other', ['shut up'], 'Shut it up', null],
  ['the first of the list', ['b', 'a'], 'a b', 'b'],
  ['a sign is no word', ['!'], 'Hello!', null],
  ['nothing is blocked', [], 'fool', null],
])('%s', (_rule, blocked, text, expected) => expect(blockedWordIn(blocked, [text])).toBe(expected));

test.each([
  ['the name of a file', 'fool.pdf', 'fool'],
  ['several words of it', 'oh_Shut-up.final.docx', 'shut up'],
  ['what follows a number', '2024.fool.jpg', 'fool'],
  ['not a part of a word of it', 'foolish.pdf', null],
])('of a post also %s', (_rule, name, expected) => {
  const file = { id: 'a', name, size: 1, type: 'x' };
  const post = { title: null, text: richTextOf('See there'), files: [file] };
  const wordIn = (promise: 'peers' | 'full') =>
    blockedWordIn(['fool', 'shut up'], saidBy({ ...post, promise }));
  expect(wordIn('peers')).toBe(expected);
  // Where staff may not know who wrote it, names of files tell them nothing.
  expect(wordIn('full')).toBe(null);
});

test('what stands in two parts of a post is not said', () => {
  const files = ['shut.pdf', 'up.pdf'].map((name) => ({ id: name, name, size: 1, type: 'x' }));
  const post = { title: 'Shut', text: richTextOf('Up'), files, promise: 'none' } as const;
  expect(blockedWordIn(['shut up'], saidBy(post))).toBe(null);
  expect(blockedWordIn(['shut', 'up'], saidBy({ ...post, text: null }))).toBe('shut');
});
