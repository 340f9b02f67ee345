import { expect, test } from '@jest/globals';
import { Int32 } from 'bson';
import fc from 'fast-check';
import { decodeDocument } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import type { Document, DocumentReader, Value } from '../bson/values.ts';
import { ChangedRow, changeRow, wholeDocument } from './changed-row.ts';
import { StoredDocument } from './stored-document.ts';

const name = fc.constantFrom('a', 'b', 'ab', 'ä', '日本', '_id');
const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.boolean(),
  fc.integer().map((number) => new Int32(number)),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.string().map((text): Document => new Map([['nested', text]])),
);
const fields = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key });
const changes = fc
  .uniqueArray(fc.tuple(name, fc.option(value, { nil: undefined })), { selector: ([key]) => key })
  .map((entries) => new Map(entries));

/** The fields of what a row is sent as, in their order. */
function sent(row: DocumentReader): [string, Value][] {
  const bytes = row instanceof ChangedRow ? row.encode() : encodeDocument(wholeDocument(row));
  return [...decodeDocument(bytes)];
}

test('a row that was changed as bytes is what it would be were it decoded first', () => {
  fc.assert(
    fc.property(fields, fc.array(changes, { maxLength: 4 }), name, (stored, stages, asked) => {
      const whole: Document = new Map(stored);
      const inBytes = stages.reduce<DocumentReader>(
        changeRow,
        new StoredDocument(1, encodeDocument(new Map(stored))),
      );
      const decoded = stages.reduce<DocumentReader>(changeRow, whole);
      expect(sent(inBytes)).toEqual(sent(decoded));
      expect([...wholeDocument(inBytes)]).toEqual([...wholeDocument(decoded)]);
      expect(inBytes.get(asked)).toEqual(decoded.get(asked));
    }),
  );
});
