import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type mongoose from 'mongoose';
import { type TestServer, connectTestServer } from './server.ts';

/** What the server does not do it refuses by name, with MongoDB's code, and never ignores. */
let server: TestServer;
let db: mongoose.mongo.Db;

beforeAll(async () => {
  server = await connectTestServer();
  db = server.client.db('refusals');
  await db.collection('c').insertOne({ a: 1 });
});
afterAll(() => server.close());

const find = (filter: object) => ({ find: 'c', filter });
const aggregate = (...pipeline: object[]) => ({ aggregate: 'c', pipeline, cursor: {} });
const project = (expression: object) => aggregate({ $project: { x: expression } });
const update = (u: object) => ({ findAndModify: 'c', query: {}, update: u });
const index = (options: object, key: object = { a: 1 }) => ({
  createIndexes: 'c',
  indexes: [{ name: 'i', key, ...options }],
});

describe('commands, fields and options', () => {
  test.each<[string, object, number, RegExp]>([
    ['an unknown command', { mapReduce: 'c' }, 59, /mapReduce/],
    ['an unknown field of a command', { find: 'c', tailable: true }, 40415, /find\.tailable/],
    [
      'an unknown field of a statement',
      { delete: 'c', deletes: [{ q: {}, limit: 0, x: 1 }] },
      40415,
      /deletes\.x/,
    ],
    ['the stable API', { ping: 1, apiVersion: '1' }, 40415, /apiVersion/],
    ['a transaction', { find: 'c', txnNumber: 1 }, 20, /Transaction numbers/],
    ['a collation', { find: 'c', collation: { locale: 'de' } }, 115, /collation/],
    ['a snapshot read', { find: 'c', readConcern: { level: 'snapshot' } }, 72, /snapshot/],
    ['two acknowledging servers', { ...update({}), writeConcern: { w: 2 } }, 2, /not replicated/],
    ['a capped collection', { create: 'x', capped: true, size: 1000 }, 72, /capped/],
    ['a validator', { create: 'x', validator: {} }, 72, /validator/],
    ['a view', { create: 'x', viewOn: 'c', pipeline: [] }, 72, /viewOn/],
    ['a hint for no index', { find: 'c', hint: 'none' }, 2, /hint/],
    ['a collection named with $', { create: 'a$b' }, 73, /namespace/],
    ['a cursor that is not open', { getMore: 5n, collection: 'c' }, 43, /cursor id 5/],
    ['explaining a command that has no plan', { explain: { ping: 1 } }, 115, /ping/],
    ['distinct without a key', { distinct: 'c' }, 14, /distinct\.key/],
  ])('%s', async (_rule, command, code, message) => {
    await expect(db.command(command)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });
});

describe('operators, stages and expressions', () => {
  test.each<[string, object, number, RegExp]>([
    ['$where', find({ $where: 'true' }), 2, /\$where/],
    ['$text', find({ $text: { $search: 'x' } }), 2, /\$text/],
    ['$near', find({ a: { $near: [0, 0] } }), 2, /\$near/],
    ['$jsonSchema', find({ $jsonSchema: {} }), 2, /\$jsonSchema/],
    ['$out', aggregate({ $out: 'x' }), 40324, /\$out/],
    ['$changeStream', aggregate({ $changeStream: {} }), 40324, /\$changeStream/],
    ['$facet', aggregate({ $facet: {} }), 40324, /\$facet/],
    ['$lookup with a pipeline', aggregate({ $lookup: { from: 'c', as: 'x', pipeline: [] } }), 9, /\$lookup/],
    ['$function', project({ $function: {} }), 168, /\$function/],
    ['$regexMatch', project({ $regexMatch: {} }), 168, /\$regexMatch/],
    [
      'an unknown accumulator',
      aggregate({ $group: { _id: 1, x: { $stdDevPop: '$a' } } }),
      15952,
      /\$stdDevPop/,
    ],
    [
      'a time zone',
      project({ $dateTrunc: { date: new Date(0), unit: 'day', timezone: 'Europe/Berlin' } }),
      9,
      /UTC/,
    ],
    [
      '$dateTrunc by bins',
      project({ $dateTrunc: { date: new Date(0), unit: 'day', binSize: 2 } }),
      9,
      /binSize/,
    ],
    ['an unknown modifier', update({ $push2: { a: 1 } }), 9, /\$push2/],
    ['an unknown clause of $push', update({ $push: { b: { $each: [], $x: 1 } } }), 2, /\$x/],
    ['$lookup in an update', update([{ $match: {} }]), 72, /\$match/],
    ['sorting by text score', { find: 'c', sort: { a: { $meta: 'textScore' } } }, 2, /sort direction/],
  ])('%s', async (_rule, command, code, message) => {
    await expect(db.command(command)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });
});

describe('indexes', () => {
  test.each<[string, object, number, RegExp]>([
    ['a text index', index({}, { a: 'text' }), 67, /text/],
    ['a geographic index', index({}, { a: '2dsphere' }), 67, /2dsphere/],
    ['a wildcard index', index({}, { '$**': 1 }), 67, /wildcard/],
    ['an option it does not know', index({ hidden: true }), 197, /hidden/],
    ['a collation', index({ collation: { locale: 'fr' } }), 115, /collation/],
    ['a partial filter with $or', index({ partialFilterExpression: { $or: [{ a: 1 }] } }), 67, /\$or/],
    [
      'a partial filter with $exists: false',
      index({ partialFilterExpression: { a: { $exists: false } } }),
      67,
      /\$exists/,
    ],
    ['a compound TTL index', index({ expireAfterSeconds: 1 }, { a: 1, b: 1 }), 67, /TTL/],
    ['an index without a name', { createIndexes: 'c', indexes: [{ key: { a: 1 } }] }, 9, /name/],
    ['dropping _id_', { dropIndexes: 'c', index: '_id_' }, 72, /_id/],
    ['dropping what is not there', { dropIndexes: 'c', index: 'x' }, 27, /x/],
  ])('%s', async (_rule, command, code, message) => {
    await expect(db.command(command)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('a name or a key pattern that is taken by a different index is a conflict', async () => {
    const rows = db.collection('conflicts');
    await rows.createIndexes([{ key: { a: 1 }, name: 'one' }]);
    await rows.createIndexes([{ key: { a: 1 }, name: 'one' }]);
    await expect(rows.createIndexes([{ key: { a: 1 }, name: 'two' }])).rejects.toMatchObject({ code: 85 });
    await expect(rows.createIndexes([{ key: { a: 1 }, name: 'one', unique: true }])).rejects.toMatchObject({
      code: 85,
    });
    await expect(rows.createIndexes([{ key: { b: 1 }, name: 'one' }])).rejects.toMatchObject({ code: 86 });
  });

  test('a unique index over duplicates cannot be made and leaves nothing behind', async () => {
    const rows = db.collection('duplicates');
    await rows.insertMany([{ a: 1 }, { a: 1 }]);
    await expect(rows.createIndexes([{ key: { a: 1 }, unique: true }])).rejects.toMatchObject({
      code: 11000,
    });
    expect((await rows.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  test('two arrays in one compound index are refused for the document', async () => {
    const rows = db.collection('arrays');
    await rows.createIndexes([{ key: { a: 1, b: 1 } }]);
    await expect(rows.insertOne({ a: [1, 2], b: [3, 4] })).rejects.toMatchObject({ code: 171 });
    expect(await rows.countDocuments()).toBe(0);
  });
});

test('a session with a transaction is refused as by a standalone server', async () => {
  const session = server.client.startSession();
  await expect(
    session.withTransaction(() => db.collection('c').insertOne({ t: 1 }, { session })),
  ).rejects.toThrow(/retryable writes/); // the driver's words for code 20
  await session.endSession();
  expect(await db.collection('c').countDocuments({ t: 1 })).toBe(0);
});

test('time limits end long reads', async () => {
  const rows = db.collection('long');
  await rows.insertMany(
    Array.from({ length: 3000 }, () => ({ list: Array.from({ length: 40 }, (_, i) => i) })),
  );
  const slow = {
    $expr: {
      $gt: [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 1e9],
    },
  };
  await expect(rows.find(slow, { maxTimeMS: 1 }).toArray()).rejects.toMatchObject({ code: 50 });
});
