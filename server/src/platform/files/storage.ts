import { randomUUID } from 'node:crypto';
import { mkdir, open, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { AppError } from '../../core/app-error.ts';
import type { ByteRange, FileStorage, StoredObject } from './ports.ts';

/** An S3-compatible bucket, as configured. */
export interface S3Options {
  readonly bucket: string;
  readonly region: string;
  /** Null: Amazon's own. */
  readonly endpoint: string | null;
  /** Null: as the AWS SDK finds them (instance role, profile). */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
}

/** As much of the disk stays free as the embedded database keeps free: it may be the same disk. */
const DISK_RESERVE_BYTES = 256 * 2 ** 20;

const chunkKey = (objectId: string, index: number): string => `${objectId}/${index}`;

/** Files in a folder of this machine, or of a volume that all instances share. */
export function createDiskStorage(
  directory: string,
  freeBytes: (directory: string) => Promise<number> = freeBytesOf,
): FileStorage {
  const disk = new Disk(new FSDriver({ location: directory, visibility: 'private' }));
  return storageOf(disk, async (key, bytes) => {
    await mkdir(directory, { recursive: true });
    if ((await freeBytes(directory)) - bytes.length < DISK_RESERVE_BYTES) {
      throw new AppError('DISK_RESERVE_REACHED');
    }
    // A name of its own until it is whole and on disk: nobody ever reads half a chunk.
    const unfinished = `${key}.${randomUUID()}`;
    try {
      await disk.put(unfinished, bytes);
      await sync(join(directory, unfinished));
      await disk.move(unfinished, key);
    } catch (error) {
      await disk.delete(unfinished).catch(() => undefined);
      throw isDiskFull(error) ? new AppError('DISK_RESERVE_REACHED', {}, { cause: error }) : error;
    }
    // The names are on disk as well, up to the folder that was there before.
    for (
      let folder = dirname(join(directory, key));
      folder.length >= directory.length;
      folder = dirname(folder)
    ) {
      await sync(folder);
    }
  });
}

/** Files in a bucket. The SDK is loaded only here: it is large, and most installations have a disk. */
export async function createS3Storage(options: S3Options): Promise<FileStorage> {
  const [{ S3Driver }, { S3Client }] = await Promise.all([
    import('flydrive/drivers/s3'),
    import('@aws-sdk/client-s3'),
  ]);
  const client = new S3Client({
    region: options.region,
    // Servers other than Amazon's seldom have a host name for each bucket, and not all know newer checksums.
    ...(options.endpoint !== null && {
      endpoint: options.endpoint,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
    ...(options.credentials && { credentials: options.credentials }),
  });
  const driver = new S3Driver({ client, bucket: options.bucket, visibility: 'private', supportsACL: false });
  const disk = new Disk(driver);
  // A bucket shows an object when it is whole, and keeps what it has acknowledged.
  return storageOf(disk, (key, bytes) => disk.put(key, bytes));
}

/** Where the configuration says that files are kept. */
export const createStorage = async ({
  s3,
  directory,
}: {
  readonly s3: S3Options | null;
  readonly directory: string;
}): Promise<FileStorage> => (s3 ? createS3Storage(s3) : createDiskStorage(directory));

const storageOf = (
  disk: Disk,
  writeDurably: (key: string, bytes: Uint8Array) => Promise<void>,
): FileStorage => ({
  writeChunk: (objectId, index, bytes) => writeDurably(chunkKey(objectId, index), bytes),

  async *read({ id, size, chunkBytes }: StoredObject, range?: ByteRange) {
    const { start, end } = range ?? { start: 0, end: size - 1 };
    for (let index = Math.floor(start / chunkBytes); index * chunkBytes <= end; index++) {
      const from = index * chunkBytes;
      const chunk = await disk.getBytes(chunkKey(id, index));
      yield chunk.subarray(Math.max(0, start - from), Math.min(chunk.length, end + 1 - from));
    }
  },

  remove: (objectId) => disk.deleteAll(`${objectId}/`),
});

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

const isDiskFull = (error: unknown): boolean => {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOSPC';
};
