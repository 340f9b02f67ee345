import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type FakeBucket, startFakeBucket } from '../../../../test/factories/fake-bucket.ts';
import type { ByteRange, FileStorage } from './ports.ts';
import { createDiskStorage, createS3Storage } from './storage.ts';

const CHUNK = 1000;
const directory = mkdtempSync(join(tmpdir(), 'roundtable-files-'));
let bucket: FakeBucket;
const storages: Record<string, FileStorage> = {};

beforeAll(async () => {
  bucket = await startFakeBucket('works');
  storages['a folder'] = createDiskStorage(directory);
  storages['a bucket'] = await createS3Storage({
    bucket: 'works',
    region: 'us-east-1',
    endpoint: bucket.url,
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  });
});
afterAll(async () => {
  await bucket.close();
  rmSync(directory, { recursive: true });
});

async function collect(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read: Uint8Array[] = [];
  for await (const part of parts) read.push(part);
  return Buffer.concat(read);
}

describe.each(['a folder', 'a bucket'])('%s', (name) => {
  const storage = (): FileStorage => {
    const found = storages[name];
    if (!found) throw new Error(`no storage ${name}`);
    return found;
  };
  const content = Buffer.from(Array.from({ length: 3 * CHUNK + 7 }, (_, index) => index % 251));
  const object = { id: 'course/file/original', size: content.length, chunkBytes: CHUNK };

  async function write(id: string): Promise<void> {
    // In any order: a client sends several at once.
    for (const index of [3, 0, 2, 1]) {
      await storage().writeChunk(id, index, content.subarray(index * CHUNK, (index + 1) * CHUNK));
    }
  }

  test('what was written is read, whole and in any part', async () => {
    await write(object.id);
    expect(await collect(storage().read(object))).toEqual(content);
    const range = fc
      .tuple(fc.nat(content.length - 1), fc.nat(content.length - 1))
      .map(([a, b]): ByteRange => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    await fc.assert(
      fc.asyncProperty(range, async (range) => {
        const part = await collect(storage().read(object, range));
        expect(part.equals(content.subarray(range.start, range.end + 1))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('the same chunk again replaces it', async () => {
    await write('course/again/original');
    await storage().writeChunk('course/again/original', 0, Buffer.alloc(CHUNK, 1));
    const first = storage().read({ ...object, id: 'course/again/original' }, { start: 0, end: 9 });
    expect(await collect(first)).toEqual(Buffer.alloc(10, 1));
  });

  test('removing takes everything below a file and nothing beside it', async () => {
    await write('course/gone/original');
    await write('course/gone/anonymous-1');
    await write('course/gonf/original');
    await storage().remove('course/gone');
    await storage().remove('course/gone');
    await expect(collect(storage().read({ ...object, id: 'course/gone/original' }))).rejects.toThrow(
      'Cannot read',
    );
    expect(await collect(storage().read({ ...object, id: 'course/gonf/original' }))).toEqual(content);
  });

  test('a name cannot leave its place', async () => {
    await expect(storage().writeChunk('../outside', 0, content)).rejects.toThrow(/Path traversal/i);
  });
});

test('the disk keeps its reserve: a chunk that would take it is refused, and leaves nothing', async () => {
  const folder = join(directory, 'nearly-full');
  const nearlyFull = createDiskStorage(folder, () => Promise.resolve(256 * 2 ** 20 + 10));
  await nearlyFull.writeChunk('course/a', 0, Buffer.alloc(10));
  await expect(nearlyFull.writeChunk('course/b', 0, Buffer.alloc(11))).rejects.toMatchObject({
    code: 'DISK_RESERVE_REACHED',
  });
  expect(readdirSync(join(folder, 'course'))).toEqual(['a']);
});

test('no unfinished name is left beside a chunk', async () => {
  const folder = join(directory, 'tidy');
  await createDiskStorage(folder).writeChunk('course/a', 0, Buffer.alloc(10));
  expect(readdirSync(join(folder, 'course/a'))).toEqual(['0']);
});
