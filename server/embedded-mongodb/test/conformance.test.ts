import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Document, EJSON, type Int32 } from 'bson';
import { readFileSync } from 'node:fs';
import type mongoose from 'mongoose';
import { type TestServer, connectTestServer } from './server.ts';

/**
 * Checks of operators over the wire. The expected values are those printed in MongoDB's manual on the page `topic`
 * names, or, where the topic begins with S, the server's documented semantics (type order, path rules, error codes).
 */
interface Check {
  number: Int32;
  topic: string;
  rule: string;
  /** The error code by which the embedded server refuses what this check needs. */
  refusedWith?: Int32;
  kind: 'find' | 'update' | 'aggregate';
  documents?: Document[];
  collections?: Record<string, Document[]>;
  filter?: Document;
  sort?: mongoose.mongo.Sort;
  projection?: Document;
  projectedBefore?: Document;
  /** Whether the order of the results and of their fields counts. */
  ordered?: true;
  many?: true;
  update?: Document | Document[];
  options?: Document;
  pipeline?: Document[];
  onDatabase?: true;
  expected?: Document[];
  expectedIds?: unknown[];
  expectedError?: Int32;
  storedAfter?: Document[];
  otherAfter?: [string, Document[]];
}

const FILE = 'server/embedded-mongodb/test/fixtures/operator-checks.jsonl';
const checks = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => EJSON.parse(line, { relaxed: false }) as unknown)
  .map((check) => check as Check);
const isForeign = process.env['CONFORMANCE_MONGODB_URI'] !== undefined;
const inScope = checks.filter(({ refusedWith }) => refusedWith === undefined || isForeign);
const refused = isForeign ? [] : checks.filter(({ refusedWith }) => refusedWith !== undefined);

let server: TestServer;
let db: mongoose.mongo.Db;

beforeAll(async () => {
  server = await connectTestServer();
  db = server.client.db();
});
afterAll(() => server.close());

const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, sortKeys(field)]),
  );
};

/** Numbers by value, whatever their BSON type; documents by text, so that field order counts where it is asked for. */
function comparable(value: unknown, ordered: boolean): string {
  const canonical = JSON.parse(EJSON.stringify(value, { relaxed: false })) as unknown;
  const text = JSON.stringify(ordered ? canonical : sortKeys(canonical));
  return text.replace(/\{"\$number(?:Int|Double|Long)":"(-?[\d.]+?)(?:\.0)?"\}/g, '$1');
}

function expectSame(found: unknown, expected: unknown, ordered = false): void {
  expect(comparable(found, ordered)).toBe(comparable(expected, ordered));
}

async function runFind({
  filter = {},
  sort,
  projection,
  projectedBefore,
  ordered,
  expected,
  expectedIds,
}: Check): Promise<void> {
  const collection = db.collection('c');
  if (projectedBefore) await collection.find({}, { projection: projectedBefore }).toArray();
  const cursor = collection.find(filter, { ...(sort && { sort }), ...(projection && { projection }) });
  const rows = await cursor.toArray();
  if (expected) return expectSame(rows, expected, ordered);
  const ids = rows.map(({ _id }) => JSON.stringify(_id));
  const wanted = (expectedIds ?? []).map((id) => JSON.stringify(id));
  expect(ordered ? ids : ids.toSorted()).toEqual(ordered ? wanted : wanted.toSorted());
}

async function runUpdate({
  filter = {},
  update = {},
  options,
  many,
  expected,
  expectedError,
}: Check): Promise<void> {
  const collection = db.collection('c');
  const change = many
    ? collection.updateMany(filter, update, options)
    : collection.updateOne(filter, update, options);
  if (expectedError !== undefined) {
    await expect(change).rejects.toMatchObject({ code: expectedError.value });
    return;
  }
  await change;
  expectSame(await collection.find({}, { promoteLongs: false }).toArray(), expected);
}

async function runAggregate({
  pipeline = [],
  onDatabase,
  expected,
  storedAfter,
  otherAfter,
}: Check): Promise<void> {
  const rows = onDatabase ? db.aggregate(pipeline) : db.collection('c').aggregate(pipeline);
  expectSame(await rows.toArray(), expected);
  if (storedAfter) expectSame(await db.collection('c').find().toArray(), storedAfter);
  if (otherAfter) expectSame(await db.collection(otherAfter[0]).find().toArray(), otherAfter[1]);
}

async function run(check: Check): Promise<void> {
  await db.dropDatabase();
  for (const [name, documents] of Object.entries({ c: check.documents ?? [], ...check.collections }))
    if (documents.length > 0) await db.collection(name).insertMany(documents);
  if (check.kind === 'find') return runFind(check);
  return check.kind === 'update' ? runUpdate(check) : runAggregate(check);
}

test('every one of the 153 checks is in one of the two tables', () => {
  expect(inScope.length + refused.length).toBe(155);
});

describe('behaves as MongoDB', () => {
  test.each(inScope)('$number $topic: $rule', async (check) => {
    expect.hasAssertions();
    await run(check);
  });
});

if (refused.length > 0)
  describe('is refused by name', () => {
    test.each(refused)('$number $topic: $rule ($refusedWith)', async (check) => {
      await expect(run(check)).rejects.toMatchObject({ code: check.refusedWith?.value });
    });
  });
