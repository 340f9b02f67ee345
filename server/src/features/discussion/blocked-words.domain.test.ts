import { expect, test } from '@jest/globals';
import { blockedWordIn } from './blocked-words.domain.ts';

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
])('%s', (_rule, blocked, text, expected) => expect(blockedWordIn(blocked, text)).toBe(expected));
