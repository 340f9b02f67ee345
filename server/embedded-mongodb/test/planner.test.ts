import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type mongoose from 'mongoose';
import { type TestServer, connectTestServer } from './server.ts';

/** Which index a query reads and how much of it: what pages, claims and time-outs rely on. */
let server: TestServer;
let posts: mongoose.mongo.Collection;

beforeAll(async () => {
  server = await connectTestServer();
  await server.client.db('planner').dropDatabase();
  posts = server.client.db('planner').collection('posts');
  await posts.createIndexes([
    { key: { course: 1, at: -1, _id: 1 }, name: 'byTime' },
    { key: { course: 1, terms: 1, _id: 1 }, name: 'byTerm' },
    { key: { dueAt: 1 }, name: 'due', partialFilterExpression: { dueAt: { $exists: true } } },
    { key: { state: 1 }, name: 'state', sparse: true },
    { key: { slug: 1 }, name: 'slug', unique: true, partialFilterExpression: { kind: 'page' } },
  ]);
  await posts.insertMany(
    Array.from({ length: 600 }, (_, i) => ({
      _id: i as never,
      course: i % 3,
      at: Math.floor(i / 6),
      terms: [`t${i % 7}`, `u${i % 5}`],
      slug: `s${i}`,
      kind: i % 2 ? 'page' : 'post',
      ...(i % 10 === 0 ? { dueAt: new Date(i * 1000) } : {}),
      ...(i % 50 === 0 ? { state: 'open' } : {}),
    })),
  );
});
afterAll(() => server.close());

type Filter = mongoose.mongo.Filter<mongoose.mongo.Document>;
type Sort = mongoose.mongo.Sort;
type Stage = Partial<Record<'stage' | 'indexName', string>> & { inputStage?: Stage };

interface Explained {
  index: string;
  sorts: boolean;
  examined: number;
  returned: number;
}

async function explain(
  filter: Filter,
  { sort, limit }: { sort?: Sort; limit?: number } = {},
): Promise<Explained> {
  const cursor = posts.find(filter, { ...(sort && { sort }), ...(limit && { limit }) });
  const { queryPlanner, executionStats } = (await cursor.explain('executionStats')) as {
    queryPlanner: { winningPlan: Stage };
    executionStats: { totalDocsExamined: number; nReturned: number };
  };
  const plan = queryPlanner.winningPlan;
  const sorts = plan.stage === 'SORT';
  const read = (sorts ? plan.inputStage : plan) ?? {};
  const scan = read.inputStage ?? read;
  return {
    index: scan.indexName ?? scan.stage ?? '',
    sorts,
    examined: executionStats.totalDocsExamined,
    returned: executionStats.nReturned,
  };
}

const after = (date: number) => new Date(date);

describe('reads no more than it must', () => {
  test.each<[string, Filter, { sort?: Sort; limit?: number }, Explained]>([
    [
      'one document by _id',
      { _id: 5 as never },
      {},
      { index: '_id_', sorts: false, examined: 1, returned: 1 },
    ],
    [
      'where two scans are too long to be counted, the one bound by more fields',
      { course: 1, terms: /^t/ },
      { limit: 5 },
      { index: 'byTerm', sorts: false, examined: 5, returned: 5 },
    ],
    [
      'the first page of a course in index order',
      { course: 1 },
      { sort: { at: -1, _id: 1 }, limit: 20 },
      { index: 'byTime', sorts: false, examined: 20, returned: 20 },
    ],
    [
      'the same page backwards',
      { course: 1 },
      { sort: { at: 1, _id: -1 }, limit: 20 },
      { index: 'byTime', sorts: false, examined: 20, returned: 20 },
    ],
    [
      'a later page by key starts at its key',
      { course: 1, $or: [{ at: { $lt: 50 } }, { at: 50, _id: { $gt: 301 as never } }] },
      { sort: { at: -1, _id: 1 }, limit: 20 },
      { index: 'byTime', sorts: false, examined: 21, returned: 20 },
    ],
    [
      'a range of dates within a course',
      { course: 2, at: { $gte: 10, $lt: 12 } },
      {},
      { index: 'byTime', sorts: false, examined: 4, returned: 4 },
    ],
    [
      'several courses by $in',
      { course: { $in: [0, 2] }, at: 7 },
      {},
      { index: 'byTime', sorts: false, examined: 4, returned: 4 },
    ],
    [
      'a term of an array, in order of _id',
      { course: 1, terms: 't1' },
      { sort: { _id: 1 }, limit: 5 },
      { index: 'byTerm', sorts: false, examined: 5, returned: 5 },
    ],
    [
      'due claims through a partial index',
      { dueAt: { $lte: after(100_000) } },
      { sort: { dueAt: 1 }, limit: 3 },
      { index: 'due', sorts: false, examined: 3, returned: 3 },
    ],
    [
      'a sparse index for an existing value',
      { state: 'open' },
      {},
      { index: 'state', sorts: false, examined: 12, returned: 12 },
    ],
    [
      'not a sparse index for a missing value',
      { state: null },
      {},
      { index: 'COLLSCAN', sorts: false, examined: 600, returned: 588 },
    ],
    [
      'a partial index when its filter is implied',
      { slug: 's3', kind: 'page' },
      {},
      { index: 'slug', sorts: false, examined: 1, returned: 1 },
    ],
    [
      'not a partial index when its filter is not implied',
      { slug: 's3' },
      {},
      { index: 'COLLSCAN', sorts: false, examined: 600, returned: 1 },
    ],
    [
      'the branches of $or by an index each',
      { $or: [{ state: 'open' }, { _id: 1 as never }] },
      {},
      { index: 'OR', sorts: false, examined: 13, returned: 13 },
    ],
    [
      'the branches of $or by an index each, also where all are of one course',
      {
        $or: [
          { course: 1, terms: 't1' },
          { course: 1, at: 7 },
        ],
      },
      {},
      { index: 'OR', sorts: false, examined: 30, returned: 30 },
    ],
    [
      'a sort without a filter by an index',
      {},
      { sort: { _id: -1 }, limit: 4 },
      { index: '_id_', sorts: false, examined: 4, returned: 4 },
    ],
    [
      'an order no index has is sorted in memory',
      { course: 1 },
      { sort: { kind: 1 }, limit: 4 },
      { index: 'byTime', sorts: true, examined: 200, returned: 4 },
    ],
    [
      'a prefix of text',
      { slug: /^s59/, kind: 'page' },
      {},
      { index: 'slug', sorts: false, examined: 6, returned: 6 },
    ],
    [
      'contradicting conditions read nothing',
      { course: 1, at: { $gt: 5, $lt: 3 } },
      {},
      { index: 'byTime', sorts: false, examined: 0, returned: 0 },
    ],
  ])('%s', async (_rule, filter, options, expected) => {
    expect(await explain(filter, options)).toEqual(expected);
  });
});

test('claims take the earliest due document and leave the index', async () => {
  const claim = () =>
    posts.findOneAndUpdate(
      { dueAt: { $lte: after(30_000) } },
      { $unset: { dueAt: '' } },
      { sort: { dueAt: 1 } },
    );
  const claimed = [await claim(), await claim(), await claim(), await claim(), await claim()];
  expect(claimed.map((post) => post?.['_id'])).toEqual([0, 10, 20, 30, undefined]);
});

test('a pipeline reads its leading $match and $sort by an index', async () => {
  const plan = await posts
    .aggregate([{ $match: { course: 1 } }, { $sort: { at: -1, _id: 1 } }, { $limit: 5 }])
    .explain('queryPlanner');
  expect(plan).toMatchObject({
    queryPlanner: { winningPlan: { stage: 'FETCH', inputStage: { indexName: 'byTime' } } },
  });
});

test('an array sorts by its smallest element, even when only a larger one is in the range read', async () => {
  const rows = server.client.db('planner').collection<{ _id: number; marks: number[] }>('marks');
  await rows.createIndexes([{ key: { marks: 1 } }]);
  await rows.insertMany([
    { _id: 1, marks: [3, 4] },
    { _id: 2, marks: [1, 5] },
  ]);
  const found = await rows.find({ marks: { $gt: 2 } }, { sort: { marks: 1 } }).toArray();
  expect(found.map(({ _id }) => _id)).toEqual([2, 1]);
});
