import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Int32 } from 'bson';
import { encodeDocument } from '../bson/encode.ts';
import { type Document, type Value, document, int } from '../bson/values.ts';
import { compare } from '../bson/compare.ts';
import { Collection } from '../engine/collection.ts';
import { select } from '../engine/select.ts';
import { type Filter, compileFilter } from '../query/filter.ts';
import type { SortField } from '../query/sort.ts';
import { MemoryStore } from '../store/store.ts';
import { Binary, MinKey } from 'bson';
import { MongoError } from '../errors.ts';

/** Few fields and few values, so that they meet often. */
const small = fc.integer({ min: -1, max: 4 }).map(int);
const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: small },
  fc.constantFrom<Value>(
    null,
    1.5,
    2,
    NaN,
    2n,
    'a',
    'ab',
    'b\0',
    '',
    true,
    false,
    new Date(0),
    new Date(5),
    new MinKey(),
  ),
  fc.constantFrom<Value>(new Map([['x', int(1)]]), new Map([['x', int(2)]]), new Binary(Buffer.from('a'))),
);
const anyValue: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(small, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const path = fc.constantFrom('a', 'b', 'c.x');
const content = fc.record(
  {
    a: anyValue,
    b: anyValue,
    c: fc.oneof(
      anyValue,
      scalar.map((x) => new Map([['x', x]])),
      fc.array(
        scalar.map((x) => new Map([['x', x]])),
        { maxLength: 2 },
      ),
    ),
  },
  { requiredKeys: [] },
);

const condition: fc.Arbitrary<Value> = fc.oneof(
  anyValue,
  fc
    .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), anyValue)
    .map(([operator, value]) => new Map([[operator, value]])),
  fc.tuple(small, small).map(
    ([low, high]) =>
      new Map([
        ['$gte', low],
        ['$lt', high],
      ]),
  ),
  fc.array(anyValue, { maxLength: 3 }).map((list) => new Map<string, Value>([['$in', list]])),
  fc.boolean().map((exists) => new Map([['$exists', exists]])),
);
const fieldConditions: fc.Arbitrary<Document> = fc
  .array(fc.tuple(path, condition), { minLength: 1, maxLength: 3 })
  .map((conditions) => new Map(conditions));
const filterOf: fc.Arbitrary<Document> = fc.oneof(
  { weight: 3, arbitrary: fieldConditions },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fieldConditions, fc.array(fieldConditions, { minLength: 1, maxLength: 3 }))
      .map(([own, branches]) => new Map<string, Value>([...own, ['$or', branches]])),
  },
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const indexOf = fc.record({
  // most end in _id, as only those can serve a sort that _id makes unambiguous
  fields: fc
    .tuple(
      fc.uniqueArray(fc.tuple(path, direction), { selector: ([name]) => name, minLength: 1, maxLength: 2 }),
      fc.option(direction, { freq: 4 }),
    )
    .map(([fields, last]): [string, 1 | -1][] => (last === null ? fields : [...fields, ['_id', last]])),
  kind: fc.oneof(
    fc.constant({}),
    fc.constant({ sparse: true }),
    fc
      .tuple(path, fc.constantFrom<Value>(new Map([['$exists', true]]), new Map([['$gt', int(0)]]), int(1)))
      .map(([name, value]) => ({ partialFilterExpression: new Map([[name, value]]) })),
  ),
});
const sortOf: fc.Arbitrary<SortField[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c.x', '_id'), direction), {
    selector: ([name]) => name,
    maxLength: 2,
  })
  .map((fields) => fields.map(([name, value]) => ({ path: name, direction: value })));

function collectionOf(contents: object[]): Collection {
  const info = { id: 1, uuid: new Binary(Buffer.alloc(16)), database: 'd', name: 'c', indexes: [] };
  const collection = new Collection(info, new MemoryStore());
  for (const [i, fields] of contents.entries())
    collection.insert(encodeDocument(document({ _id: int(i), ...(fields as Record<string, Value>) })));
  return collection;
}

const idsOf = (
  collection: Collection,
  filter: Filter,
  sort: SortField[],
  limit: number,
  hint?: 'natural',
): number[] =>
  [...select(collection, { filter, sort, limit, hint }).hits].map(({ stored }) => {
    const id = stored.get('_id');
    return id instanceof Int32 ? id.value : NaN;
  });

test('whatever the indexes, a query finds what reading the whole collection finds, in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(content, { maxLength: 20 }),
      fc.array(indexOf, { minLength: 1, maxLength: 3 }),
      filterOf,
      sortOf,
      fc.constantFrom(Infinity, 3),
      (contents, indexes, filterDocument, sort, limit) => {
        const collection = collectionOf(contents);
        for (const [i, { fields, kind }] of indexes.entries())
          try {
            const key = new Map(fields.map(([name, value]) => [name, int(value)]));
            collection.createIndex(document({ key, name: `i${i}`, ...kind }));
          } catch (error) {
            // two arrays in one compound index are refused, as by MongoDB
            if (!(error instanceof MongoError) || error.code !== 171) throw error;
          }
        const filter = compileFilter(filterDocument);
        // the order of documents with equal sort keys is free, so _id decides
        const order: SortField[] =
          sort.length > 0 && sort.every((field) => field.path !== '_id')
            ? [...sort, { path: '_id', direction: 1 }]
            : sort;
        const byPlan = idsOf(collection, filter, order, order.length > 0 ? limit : Infinity);
        const byScan = idsOf(collection, filter, order, order.length > 0 ? limit : Infinity, 'natural');
        const normal = (ids: number[]): number[] => (order.length > 0 ? ids : ids.toSorted((a, b) => a - b));
        expect(normal(byPlan)).toEqual(normal(byScan));
      },
    ),
    { numRuns: 1000 },
  );
});

test('the order of sort keys holds when an index serves a sort with ties', () => {
  fc.assert(
    fc.property(
      fc.array(content, { maxLength: 20 }),
      fieldConditions,
      direction,
      (contents, filterDocument, way) => {
        const collection = collectionOf(
          contents.map((fields) =>
            Object.fromEntries(Object.entries(fields).filter(([, value]) => !Array.isArray(value))),
          ),
        );
        collection.createIndex(
          document({
            key: new Map([
              ['a', int(1)],
              ['b', int(-1)],
            ]),
            name: 'ab',
          }),
        );
        const { hits } = select(collection, {
          filter: compileFilter(filterDocument),
          sort: [{ path: 'a', direction: way }],
        });
        const values = [...hits].map(({ stored }) => stored.get('a'));
        for (const [i, value] of values.slice(1).entries())
          expect(compare(values[i], value) * way).toBeLessThanOrEqual(0);
      },
    ),
    { numRuns: 200 },
  );
});
