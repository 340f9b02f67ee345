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

test.each([
  ['ASCII', 'name'],
  ['empty', ''],
  ['accented from the middle on', 'naïve'],
  ['outside the basic plane', 'a😀'],
])('a field name that is %s arrives whole, also where the buffer has to grow', (_rule, name) => {
  for (let size = 300_000; size < 300_024; size++) {
    const value = new Map([
      ['before', 'x'.repeat(size)],
      [name, 'after'],
    ]);
    const bytes = encodeDocument(value);
    expect(decodeDocument(bytes)).toEqual(value);
    expect(bytes.readInt32LE(0)).toBe(bytes.length);
  }
});

test.each(['a\0b', 'ä\0b'])('a field name with a null byte is refused: %j', (name) => {
  expect(() => encodeDocument(new Map([[name, null]]))).toThrow('a field name must not contain a null byte');
});
