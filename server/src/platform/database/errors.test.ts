import { expect, test } from '@jest/globals';
import { isDuplicateKey } from './errors.ts';

const duplicate = { code: 11000 };

test.each([
  ['a single duplicate key', duplicate, true],
  ['another code', { code: 14031 }, false],
  [
    'a bulk write whose failures are all duplicates',
    { ...duplicate, writeErrors: [duplicate, duplicate] },
    true,
  ],
  [
    'a bulk write that also lost a document',
    { ...duplicate, writeErrors: [duplicate, { code: 14031 }] },
    false,
  ],
  ['what is no error', null, false],
])('%s is told apart', (_case, error, expected) => expect(isDuplicateKey(error)).toBe(expected));
