import { expect, test } from '@jest/globals';
import { decodeDocument } from './decode.ts';
import { encodeDocument } from './encode.ts';
import { int } from './values.ts';

/** The encoder's buffer grows by doubling; whatever is being written when it does must arrive. */
test.each([
  ['an int', int(7)],
  ['a double', 1.5],
  ['a long', 5n],
  ['a boolean', true],
  ['a date', new Date(5)],
  ['a text', 'äbc'],
  ['a document', new Map([['x', null]])],
  ['an array', [null, 'x']],
])('%s is whole when it is written where the buffer has to grow', (_rule, value) => {
  // the text fills a fresh buffer to the byte, so the next thing written makes it grow
  for (let size = 300_000; size < 300_024; size++) {
    const bytes = encodeDocument(
      new Map([
        ['before', 'x'.repeat(size)],
        ['v', value],
      ]),
    );
    expect(decodeDocument(bytes).get('v')).toEqual(value);
    expect(bytes.readInt32LE(0)).toBe(bytes.length);
  }
});
