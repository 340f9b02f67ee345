import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type mongoose from 'mongoose';
import { type TestServer, connectTestServer } from './server.ts';

/** Several clients at once on one key: what jobs, claims and natural keys rely on. */
let server: TestServer;
let rows: mongoose.mongo.Collection;

beforeAll(async () => {
  server = await connectTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.client.db().dropDatabase();
  rows = server.client.db().collection('rows');
});

const times = <Result>(
  count: number,
  run: (i: number) => Promise<Result>,
): Promise<PromiseSettledResult<Result>[]> =>
  Promise.allSettled(Array.from({ length: count }, (_, i) => run(i)));

test('of many inserts with one unique key exactly one succeeds', async () => {
  await rows.createIndexes([{ key: { key: 1 }, unique: true }]);
  const results = await times(20, (writer) => rows.insertOne({ key: 'same', writer }));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const result of results)
    if (result.status === 'rejected')
      expect(result.reason).toMatchObject({ code: 11000, keyPattern: { key: 1 }, keyValue: { key: 'same' } });
});

test('many upserts of one key make one document and lose no increase', async () => {
  await rows.createIndexes([{ key: { key: 1 }, unique: true }]);
  await times(50, () => rows.updateOne({ key: 'same' }, { $inc: { n: 1 } }, { upsert: true }));
  expect(await rows.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ key: 'same', n: 50 }]);
});

test('every job is claimed once, in due order', async () => {
  await rows.createIndexes([{ key: { dueAt: 1 }, partialFilterExpression: { dueAt: { $exists: true } } }]);
  await rows.insertMany(Array.from({ length: 40 }, (_, i) => ({ job: i, dueAt: new Date(i) })));
  const due = { dueAt: { $lte: new Date(1000) } };
  const claims = await times(60, () =>
    rows.findOneAndUpdate(due, { $unset: { dueAt: '' } }, { sort: { dueAt: 1 } }),
  );
  const jobs = claims.flatMap((claim) =>
    claim.status === 'fulfilled' && claim.value ? [claim.value['job'] as number] : [],
  );
  expect(jobs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
});

test('a cursor goes on over changes: nothing twice, nothing that was there all along left out', async () => {
  await rows.insertMany(Array.from({ length: 500 }, (_, i) => ({ i })));
  await rows.createIndexes([{ key: { i: 1 } }]);
  const seen: number[] = [];
  for await (const row of rows.find({ i: { $gte: 0 } }, { batchSize: 20, sort: { i: 1 } })) {
    const i = row['i'] as number;
    seen.push(i);
    if (i % 50 === 0) await rows.deleteOne({ i: i + 25 });
    if (i % 50 === 1) await rows.insertOne({ i: i - 1000 });
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((i) => i % 50 !== 25)).toHaveLength(490);
});

test('an ordered bulk stops at its first error, an unordered one does the rest', async () => {
  const id = (value: number): never => value as never;
  const inserts = [1, 1, 2].map((value) => ({ insertOne: { document: { _id: id(value) } } }));
  await expect(rows.bulkWrite(inserts)).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
  await rows.deleteMany({});
  await expect(rows.bulkWrite(inserts, { ordered: false })).rejects.toMatchObject({
    code: 11000,
    insertedCount: 2,
  });
});
