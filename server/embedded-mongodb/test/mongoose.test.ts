import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type EmbeddedMongodb, startEmbeddedMongodb } from '../index.ts';

let server: EmbeddedMongodb;
const connection = mongoose.createConnection();

beforeAll(async () => {
  server = await startEmbeddedMongodb({ memory: true });
  await connection.openUri(server.uri('mongoose'));
});
afterAll(async () => {
  await connection.close();
  await server.close();
});

const User = connection.model(
  'User',
  new mongoose.Schema(
    { name: String, email: { type: String, unique: true }, age: Number, tags: [String] },
    { timestamps: true },
  ),
);

test('documents are saved, found, changed and deleted', async () => {
  await User.init();
  const ann = await User.create({ name: 'Ann', email: 'ann@x', age: 30, tags: ['a'] });
  expect((await User.findById(ann._id))?.name).toBe('Ann');
  ann.age = 31;
  ann.tags.push('b');
  await ann.save();
  expect(await User.findOne({ tags: 'b', age: { $gt: 30 } }).lean()).toMatchObject({
    name: 'Ann',
    tags: ['a', 'b'],
  });
  await expect(User.create({ name: 'Two', email: 'ann@x' })).rejects.toMatchObject({
    code: 11000,
    keyValue: { email: 'ann@x' },
  });
  const upserted = await User.findOneAndUpdate(
    { email: 'new@x' },
    { $inc: { age: 2 } },
    { upsert: true, returnDocument: 'after' },
  );
  expect(upserted?.age).toBe(2);
  expect(await User.countDocuments({ age: { $gte: 2 } })).toBe(2);
  expect(await User.aggregate([{ $group: { _id: null, total: { $sum: '$age' } } }])).toEqual([
    { _id: null, total: 33 },
  ]);
  expect((await User.deleteMany({})).deletedCount).toBe(2);
});
