import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';

/** Kills the built server without warning while clients write, and looks at what is left. */
const SERVE = 'dist/server/embedded-mongodb/serve.js';
const ROUNDS = 3;
const WRITERS = 12;

interface Row {
  _id: string;
  u: string;
  n: number;
}

let directory: string;
let child: ChildProcess | undefined;

beforeAll(() => {
  if (!existsSync(SERVE))
    execFileSync(process.execPath, [
      'node_modules/typescript/bin/tsc',
      '-p',
      'tsconfig.json',
      '--noCheck',
      '--outDir',
      'dist',
    ]);
  directory = mkdtempSync(join(tmpdir(), 'kill-'));
}, 180_000);
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

async function serve(): Promise<string> {
  const started = spawn(process.execPath, [SERVE, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  child = started;
  const [line] = (await once(started.stdout, 'data')) as [Buffer];
  return line.toString().trim();
}

async function kill(): Promise<void> {
  const ended = child && once(child, 'exit');
  child?.kill('SIGKILL');
  await ended;
}

const sent = new Set<string>();
const acknowledged = new Set<string>();
/** How often each counter is known to have been increased. */
const counters = new Map<string, number>();

async function write(rows: mongoose.mongo.Collection<Row>, round: number, writer: number): Promise<void> {
  const counter = `counter${writer}`;
  sent.add(counter);
  try {
    await rows.updateOne({ _id: counter }, { $setOnInsert: { n: 0, u: counter } }, { upsert: true });
    if (!counters.has(counter)) counters.set(counter, 0);
    for (let i = 0; ; i++) {
      const id = `${round}-${writer}-${i}`;
      sent.add(id);
      await rows.insertOne({ _id: id, u: id, n: 0 });
      acknowledged.add(id);
      await rows.updateOne({ _id: counter }, { $inc: { n: 1 } });
      counters.set(counter, (counters.get(counter) ?? 0) + 1);
    }
  } catch {
    // the server is gone, which is what this waits for
  }
}

/** Nothing acknowledged is lost, nothing appears that was not sent, and the rebuilt indexes find what the scan finds. */
async function verify(rows: mongoose.mongo.Collection<Row>): Promise<void> {
  const found = await rows.find({}, { hint: { $natural: 1 } }).toArray();
  const ids = new Set(found.map(({ _id }) => _id));
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  expect([...ids].filter((id) => !sent.has(id))).toEqual([]);
  expect(await rows.countDocuments({ u: { $in: [...ids] } })).toBe(ids.size);
  for (const [counter, known] of counters) {
    const n = found.find(({ _id }) => _id === counter)?.n ?? -1;
    // one increase may have been carried out without its answer getting through
    expect([known, known + 1]).toContain(n);
    counters.set(counter, n);
  }
}

test('SIGKILL under load loses nothing that was acknowledged', async () => {
  for (let round = 0; round <= ROUNDS; round++) {
    const client = await new mongoose.mongo.MongoClient(await serve(), { retryWrites: false }).connect();
    const rows = client.db().collection<Row>('rows');
    await rows.createIndexes([{ key: { u: 1 }, unique: true }]);
    await verify(rows);
    if (round < ROUNDS) {
      const writers = Array.from({ length: WRITERS }, (_, writer) => write(rows, round, writer));
      await new Promise((resolve) => {
        setTimeout(resolve, 300 + round * 150);
      });
      await kill();
      await client.close(true);
      await Promise.all(writers);
    } else await client.close();
  }
  expect(acknowledged.size).toBeGreaterThan(WRITERS);
}, 120_000);

test('a second process is told which one uses the directory', async () => {
  const second = spawn(process.execPath, [SERVE, directory], { stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  second.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).not.toBe(0);
  expect(text).toContain(`is in use by process ${child?.pid}`);
});

test('SIGTERM ends the server cleanly and frees the directory', async () => {
  const ended = child && once(child, 'exit');
  child?.kill('SIGTERM');
  expect((await ended)?.[0]).toBe(0);
  const uri = await serve();
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  expect(await client.db().collection('rows').countDocuments()).toBeGreaterThanOrEqual(acknowledged.size);
  await client.close();
});
