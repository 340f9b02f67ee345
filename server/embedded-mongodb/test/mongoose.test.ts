import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose, { Schema } from 'mongoose';
import { type TestServer, connectTestServer } from './server.ts';

/** What the product does through mongoose. */
let server: TestServer;
const connection = mongoose.createConnection();

beforeAll(async () => {
  server = await connectTestServer();
  await connection.openUri(server.uri('mongoose'));
  await connection.dropDatabase();
});
afterAll(async () => {
  await connection.close();
  await server.close();
});

const Member = connection.model(
  'Member',
  new Schema(
    { name: String, email: { type: String, unique: true }, age: Number, tags: [String] },
    { timestamps: true },
  ),
);
const Thread = connection.model(
  'Thread',
  new Schema({
    title: String,
    author: { type: Schema.Types.ObjectId, ref: 'Member' },
    posts: [{ text: String, score: { type: Number, default: 0 } }],
    settings: { type: Map, of: String },
    content: Schema.Types.Mixed,
    file: Buffer,
  }),
);

test('documents are saved, found, changed and deleted', async () => {
  await Member.init();
  const ann = await Member.create({ name: 'Ann', email: 'ann@x', age: 30, tags: ['a'] });
  expect((await Member.findById(ann._id))?.name).toBe('Ann');
  ann.age = 31;
  ann.tags.push('b');
  await ann.save();
  expect(await Member.findOne({ tags: 'b', age: { $gt: 30 } }).lean()).toMatchObject({
    name: 'Ann',
    tags: ['a', 'b'],
  });
  await expect(Member.create({ email: 'ann@x' })).rejects.toMatchObject({
    code: 11000,
    keyValue: { email: 'ann@x' },
  });
  const options = { upsert: true, returnDocument: 'after' } as const;
  expect((await Member.findOneAndUpdate({ email: 'new@x' }, { $inc: { age: 2 } }, options))?.age).toBe(2);
  expect(await Member.countDocuments({ age: { $gte: 2 } })).toBe(2);
  expect(await Member.aggregate([{ $group: { _id: null, total: { $sum: '$age' } } }])).toEqual([
    { _id: null, total: 33 },
  ]);
  expect((await Member.deleteMany({})).deletedCount).toBe(2);
});

test('nested arrays, maps, mixed content and buffers survive, and elements change in place', async () => {
  const author = await Member.create({ name: 'Bob', email: 'bob@x' });
  const content = { type: 'doc', content: [{ type: 'text', text: 'x', marks: [null, { n: 1.5 }] }] };
  const thread = await Thread.create({
    title: 'T',
    author: author._id,
    posts: [{ text: 'one' }, { text: 'two' }],
    settings: { sort: 'new' },
    content,
    file: Buffer.from([1, 2, 3]),
  });
  await Thread.updateOne({ _id: thread._id, 'posts.text': 'two' }, { $set: { 'posts.$.score': 5 } });
  await Thread.updateOne(
    { _id: thread._id },
    { $inc: { 'posts.$[p].score': 1 } },
    { arrayFilters: [{ 'p.score': { $gte: 5 } }] },
  );
  const found = await Thread.findById(thread._id).populate<{ author: { name: string } }>('author').orFail();
  expect(found.author.name).toBe('Bob');
  expect(found.posts.map(({ text, score }) => [text, score])).toEqual([
    ['one', 0],
    ['two', 6],
  ]);
  expect(found.settings?.get('sort')).toBe('new');
  expect(found.content).toEqual(content);
  expect(Buffer.from(found.file ?? []).equals(Buffer.from([1, 2, 3]))).toBe(true);
});

test('bulk writes, cursors, distinct and exists', async () => {
  await Member.deleteMany({});
  const operations = Array.from({ length: 250 }, (_, i) => ({
    updateOne: { filter: { email: `m${i}@x` }, update: { $set: { age: i % 5 } }, upsert: true },
  }));
  expect((await Member.bulkWrite(operations)).upsertedCount).toBe(250);
  let seen = 0;
  for await (const member of Member.find({ age: { $lt: 4 } })
    .lean()
    .cursor({ batchSize: 30 }))
    seen += member.email ? 1 : 0;
  expect(seen).toBe(200);
  expect(new Set(await Member.distinct('age'))).toEqual(new Set([0, 1, 2, 3, 4]));
  expect(await Member.exists({ age: 9 })).toBeNull();
  const page = await Member.find({}, 'email -_id').sort({ email: 1 }).skip(1).limit(2).lean();
  // by bytes, '0' comes before '@'
  expect(page).toEqual([{ email: 'm100@x' }, { email: 'm101@x' }]);
});

test('syncIndexes drops what the schema does not have and makes what is missing', async () => {
  const schema = new Schema({ a: Number, b: Number }, { autoIndex: false });
  schema.index({ a: 1, b: -1 }, { partialFilterExpression: { b: { $gt: 0 } } });
  const Synced = connection.model('Synced', schema);
  await Synced.createCollection();
  await Synced.collection.createIndexes([{ key: { b: 1 } }]);
  expect(await Synced.syncIndexes()).toEqual(['b_1']);
  expect((await Synced.collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1_b_-1']);
  expect(await Synced.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
});

test('an outdated document is not saved over a newer one', async () => {
  const Versioned = connection.model('Versioned', new Schema({ n: Number }, { optimisticConcurrency: true }));
  const { _id } = await Versioned.create({ n: 1 });
  const [first, second] = [await Versioned.findById(_id).orFail(), await Versioned.findById(_id).orFail()];
  first.n = 2;
  await first.save();
  second.n = 3;
  await expect(second.save()).rejects.toMatchObject({ name: 'VersionError' });
});

test('an update by a pipeline computes from the document', async () => {
  const { _id } = await Member.create({ email: 'p@x', age: 3, tags: ['a', 'b'] });
  await Member.updateOne({ _id }, [{ $set: { age: { $add: ['$age', { $size: '$tags' }] } } }], {
    updatePipeline: true,
  });
  expect((await Member.findById(_id))?.age).toBe(5);
});
