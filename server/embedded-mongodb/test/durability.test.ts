import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type EmbeddedMongodb, startEmbeddedMongodb } from '../index.ts';

const { MongoClient } = mongoose.mongo;
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'durable-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const start = (
  options: { diskReserveBytes?: number; sweepMilliseconds?: number } = {},
): Promise<EmbeddedMongodb> => startEmbeddedMongodb({ directory, inThread: false, ...options });

async function withServer<Result>(
  run: (db: mongoose.mongo.Db, server: EmbeddedMongodb) => Promise<Result>,
  options?: { diskReserveBytes?: number; sweepMilliseconds?: number },
): Promise<Result> {
  const server = await start(options);
  const client = await new MongoClient(server.uri('d')).connect();
  try {
    return await run(client.db(), server);
  } finally {
    await client.close();
    await server.close();
  }
}

describe('a directory', () => {
  test('keeps documents, indexes and collections over a restart', async () => {
    await withServer(async (db) => {
      await db.collection('a').createIndexes([{ key: { k: 1 }, unique: true }]);
      await db.collection<{ _id: number }>('a').insertMany([
        { _id: 1, k: 'x' },
        { _id: 2, k: 'y' },
      ] as never[]);
      await db.collection('a').updateOne({ k: 'x' }, { $set: { v: 5 } });
      await db.collection('a').deleteOne({ k: 'y' });
      await db.collection('gone').insertOne({});
      await db.collection('gone').drop();
    });
    await withServer(async (db) => {
      expect(await db.collection('a').find().toArray()).toEqual([{ _id: 1, k: 'x', v: 5 }]);
      await expect(db.collection('a').insertOne({ k: 'x' })).rejects.toMatchObject({ code: 11000 });
      expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(['a']);
    });
  });

  test('is used by one server at a time', async () => {
    await withServer(async () => {
      await expect(start()).rejects.toThrow(`is in use by process ${process.pid}`);
    });
  });

  test('is joined by a command beside its server, which goes on when the command ends', async () => {
    await withServer(async (db) => {
      const joined = await startEmbeddedMongodb({ directory, inThread: false, join: true });
      const client = await new MongoClient(joined.uri('d')).connect();
      await client.db().collection('a').insertOne({ from: 'the command' });
      await client.close();
      await joined.close();
      expect(await db.collection('a').countDocuments({ from: 'the command' })).toBe(1);
    });
    // Without a server that could be joined, the command starts one.
    const alone = await startEmbeddedMongodb({ directory, inThread: false, join: true });
    await expect(alone.stats()).resolves.toMatchObject({ documents: 1 });
    await alone.close();
  });

  test('listens on a socket for its owner only', async () => {
    await withServer(async () => {
      await Promise.resolve();
      expect(statSync(join(directory, 'mongodb.sock')).mode & 0o777).toBe(0o600);
    });
  });

  test('with a path too long for a socket gets a private one elsewhere', async () => {
    directory = join(directory, 'x'.repeat(120));
    mkdirSync(directory);
    await withServer(async (db, server) => {
      expect(server.uri('d')).not.toContain('xxx');
      expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    });
  });
});

test('below the reserve of free space writes are refused, reads and deletes go on', async () => {
  await withServer(async (db) => {
    await db.collection('a').insertOne({ k: 1 });
  });
  await withServer(
    async (db) => {
      const refusal = { code: 14031 };
      await expect(db.collection('a').insertOne({ k: 2 })).rejects.toMatchObject(refusal);
      await expect(db.collection('a').updateOne({ k: 1 }, { $set: { k: 3 } })).rejects.toMatchObject(refusal);
      await expect(db.collection('a').findOneAndUpdate({ k: 1 }, { $set: { k: 3 } })).rejects.toMatchObject(
        refusal,
      );
      expect(await db.collection('a').countDocuments({ k: 1 })).toBe(1);
      expect((await db.collection('a').deleteOne({ k: 1 })).deletedCount).toBe(1);
    },
    { diskReserveBytes: Number.MAX_SAFE_INTEGER },
  );
});

test('documents older than a TTL index allows are removed', async () => {
  await withServer(
    async (db) => {
      const sessions = db.collection('sessions');
      await sessions.createIndexes([{ key: { at: 1 }, expireAfterSeconds: 10 }]);
      const now = Date.now();
      await sessions.insertMany([
        { at: new Date(now - 60_000) },
        { at: new Date(now + 60_000) },
        { at: 'no date' },
        {},
      ]);
      for (let left = 4; left > 3; left = await sessions.countDocuments())
        await new Promise((resolve) => {
          setTimeout(resolve, 10);
        });
      expect(await sessions.countDocuments({ at: { $lt: new Date(now) } })).toBe(0);
    },
    { sweepMilliseconds: 20 },
  );
});
