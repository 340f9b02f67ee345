import mongoose from 'mongoose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongodb } from './index.ts';

/** One measured value; latencies in milliseconds. */
export interface Measurement {
  name: string;
  value: number;
  unit: 'ms' | 'bytes' | 'documents' | 'per second' | 's';
}

export interface MeasureOptions {
  /** How many posts the collection holds while it is measured. */
  documents: number;
  /** Closed-loop clients that read pages at the same time. */
  clients: number;
}

interface Post {
  _id: string;
  course: string;
  at: number;
  author: string;
  text: string;
  dueAt?: Date;
}

const PAGE = 50;
const COURSES = 20;
const OPERATIONS = 400;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Runs an operation again and again, from several clients at once, and gives the spread of its latency. */
async function latencies(
  name: string,
  clients: number,
  operations: number,
  run: (i: number) => Promise<unknown>,
): Promise<Measurement[]> {
  const taken: number[] = [];
  let next = 0;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (next < operations) {
      const i = next++;
      const start = performance.now();
      await run(i);
      taken.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1000;
  taken.sort((a, b) => a - b);
  const label = `${name}, ${clients} ${clients === 1 ? 'client' : 'clients'}`;
  return [
    { name: `${label}, p50`, value: percentile(taken, 0.5), unit: 'ms' },
    { name: `${label}, p99`, value: percentile(taken, 0.99), unit: 'ms' },
    { name: `${label}, rate`, value: operations / seconds, unit: 'per second' },
  ];
}

const post = (i: number): Post => ({
  _id: `post${String(i).padStart(9, '0')}`,
  course: `course${i % COURSES}`,
  at: Math.floor(i / 3),
  author: `member${i % 997}`,
  text: 'Some words about the work of somebody else. '.repeat(8),
  ...(i % 100 === 0 ? { dueAt: new Date(i) } : {}),
});

async function fill(posts: mongoose.mongo.Collection<Post>, count: number): Promise<void> {
  const BATCH = 2000;
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => post(from + i));
    await posts.insertMany(batch, { ordered: false });
  }
}

/** A page somewhere in a course, continued by key. */
function readPage(posts: mongoose.mongo.Collection<Post>, i: number, count: number): Promise<Post[]> {
  const from = post((i * 7919) % count);
  const later = [{ at: { $gt: from.at } }, { at: from.at, _id: { $gt: from._id } }];
  return posts.find({ course: from.course, $or: later }).sort({ at: 1, _id: 1 }).limit(PAGE).toArray();
}

/**
 * Measures a server in its own thread on an empty directory: memory per document, then the latency of point reads,
 * pages by key, inserts (which wait for the disk) and claims. Needs the built output.
 */
export async function measureEmbeddedMongodb({ documents, clients }: MeasureOptions): Promise<Measurement[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  let server = await startEmbeddedMongodb({ directory });
  let client = await new mongoose.mongo.MongoClient(server.uri('bench')).connect();
  try {
    let posts = client.db().collection<Post>('posts');
    await posts.createIndexes([{ key: { course: 1, at: 1, _id: 1 } }]);
    await posts.createIndexes([{ key: { dueAt: 1 }, partialFilterExpression: { dueAt: { $exists: true } } }]);
    await fill(posts, documents);
    await client.close();
    await server.close();
    // a fresh start shows what the documents take, without the garbage of loading them
    const before = process.memoryUsage().rss;
    const starting = performance.now();
    server = await startEmbeddedMongodb({ directory });
    const started = (performance.now() - starting) / 1000;
    const { documentBytes } = await server.stats();
    const overhead = (process.memoryUsage().rss - before - documentBytes) / documents;
    client = await new mongoose.mongo.MongoClient(server.uri('bench')).connect();
    posts = client.db().collection<Post>('posts');
    const claim = { dueAt: { $lte: new Date(documents) } };
    return [
      { name: 'documents', value: documents, unit: 'documents' },
      { name: 'BSON per document', value: documentBytes / documents, unit: 'bytes' },
      { name: 'memory beside the BSON, per document with 3 indexes', value: overhead, unit: 'bytes' },
      { name: 'start with these documents', value: started, unit: 's' },
      ...(await latencies('point read', 1, OPERATIONS, (i) =>
        posts.findOne({ _id: post((i * 7919) % documents)._id }),
      )),
      ...(await latencies(`page of ${PAGE} by key`, clients, OPERATIONS * 2, (i) =>
        readPage(posts, i, documents),
      )),
      ...(await latencies('insert', 1, OPERATIONS, (i) => posts.insertOne(post(documents + i)))),
      ...(await latencies('insert', clients, OPERATIONS, (i) =>
        posts.insertOne(post(documents + OPERATIONS + i)),
      )),
      ...(await latencies('claim', clients, OPERATIONS, () =>
        posts.findOneAndUpdate(claim, { $unset: { dueAt: '' } }, { sort: { dueAt: 1 } }),
      )),
    ];
  } finally {
    await client.close();
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
