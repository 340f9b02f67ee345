import { expect, test } from '@jest/globals';
import { merged } from './merge-answers.ts';

test.each([
  ['what both have left stays', { a: 1 }, { a: 1 }, { a: 1 }, { a: 1 }],
  ['what they have changed stays', { a: 1 }, { a: 2 }, { a: 1 }, { a: 2 }],
  ['what one has changed oneself is on top', { a: 1 }, { a: 2 }, { a: 3 }, { a: 3 }],
  ['different answers come together', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }, { a: 2, b: 2 }],
  ['new answers come together', {}, { a: 'x' }, { b: ['y'] }, { a: 'x', b: ['y'] }],
  ['what one has taken away is gone', { a: 1 }, { a: 1, b: 2 }, {}, { b: 2 }],
])('%s', (_rule, base, theirs, mine, expected) => expect(merged(base, theirs, mine)).toEqual(expected));
