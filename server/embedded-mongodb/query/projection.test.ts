import { expect, test } from '@jest/globals';
import { Int32 } from 'bson';
import fc from 'fast-check';
import { decodeDocument } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import type { Document, Value } from '../bson/values.ts';
import { StoredDocument } from '../engine/stored-document.ts';
import { compileProjection } from './projection.ts';

const name = fc.constantFrom('a', 'b', 'ab', 'ä', '日本', '_id');
const leaf = fc.oneof(fc.constant(null), fc.string(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }));
const value: fc.Arbitrary<Value> = fc.oneof(
  leaf,
  fc
    .uniqueArray(fc.tuple(name, leaf), { selector: ([key]) => key })
    .map((fields): Document => new Map(fields)),
);
const fields = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key });
/** Whole fields, or fields within fields. */
const path = fc.oneof(
  name,
  fc.tuple(fc.constantFrom('a', 'b', '日本'), name).map((names) => names.join('.')),
);

/** As MongoDB takes it: no path within another. */
const isClear = (paths: readonly string[]): boolean =>
  paths.every((one) => paths.every((other) => one === other || !other.startsWith(`${one}.`)));

test.each([true, false])(
  'a projection (inclusive: %s) of stored bytes is that of the decoded document',
  (isInclusive) => {
    fc.assert(
      fc.property(
        fields,
        fc.uniqueArray(path, { minLength: 1, maxLength: 4 }).filter(isClear),
        fc.option(fc.boolean(), { nil: undefined }),
        (stored, paths, keepsId) => {
          const asked = paths.filter((one) => one !== '_id');
          fc.pre(asked.length > 0);
          const projection = compileProjection(
            new Map<string, Value>([
              ...asked.map((one): [string, Value] => [one, new Int32(isInclusive ? 1 : 0)]),
              ...(keepsId === undefined || (!isInclusive && keepsId)
                ? []
                : [['_id', keepsId] as [string, Value]]),
            ]),
          );
          const document: Document = new Map(stored);
          const bytes = projection?.encode(new StoredDocument(1, encodeDocument(document)));
          expect(bytes && [...decodeDocument(bytes)]).toEqual(projection && [...projection.apply(document)]);
        },
      ),
    );
  },
);
