import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openTestDatabase } from '../../../../test/factories/database.ts';
import type { Clock } from '../../core/clock.ts';
import { createIndexes } from '../database/collection.ts';
import type { Database } from '../database/connect.ts';
import { createJobs, type JobRunner } from './index.ts';
import { DONE } from './ports.ts';

interface StoredJob {
  _id: string;
  dueAt: Date;
  tries: number;
  lease: string | null;
  error: { message: string } | null;
}

const MINUTE = 60_000;
let database: Database;
let time: number;
const clock: Clock = { now: () => new Date(time) };
const log = { warn: () => undefined, error: () => undefined };
const wait = (minutes: number): void => {
  time += minutes * MINUTE;
};
const stored = (): Promise<StoredJob[]> =>
  database.connection.collection<StoredJob>('jobs').find().sort({ _id: 1 }).toArray();

/** An instance of the server on the shared database. Collections are defined once per connection. */
async function instance(): Promise<JobRunner & { close(): Promise<void> }> {
  const connection = await database.connection
    .useDb(database.connection.name, { useCache: false })
    .asPromise();
  const jobs = createJobs({ connection, clock, log, random: () => 0 });
  await createIndexes(connection);
  return { ...jobs, close: () => jobs.stop() };
}

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  time = Date.parse('2026-03-01T12:00:00Z');
  await database.connection.collection('jobs').deleteMany({});
});

const job = (key: string, dueAt?: Date) => ({ type: 'test', key, payload: { key }, ...(dueAt && { dueAt }) });

describe('jobs', () => {
  test('a job that is done is gone', async () => {
    const jobs = await instance();
    const seen: unknown[] = [];
    jobs.define('test', async (payload, { key, tries }) => {
      seen.push([payload, key, tries]);
      return DONE;
    });
    await jobs.enqueue(job('a'));
    expect(await jobs.runDueOnce()).toBe(1);
    expect(seen).toEqual([[{ key: 'a' }, 'a', 1]]);
    expect(await stored()).toEqual([]);
  });

  test('the same key is the same job, and an earlier time brings it forward', async () => {
    const jobs = await instance();
    let runs = 0;
    jobs.define('test', async () => {
      runs += 1;
      return DONE;
    });
    await jobs.enqueue(job('a', new Date(time + 60 * MINUTE)));
    await jobs.enqueue(job('a', new Date(time + 10 * MINUTE)));
    await jobs.enqueue(job('a', new Date(time + 90 * MINUTE)));
    wait(9);
    expect(await jobs.runDueOnce()).toBe(0);
    wait(1);
    expect(await jobs.runDueOnce()).toBe(1);
    expect(runs).toBe(1);
  });

  test('a job asked for while it runs, runs once more', async () => {
    const jobs = await instance();
    let runs = 0;
    jobs.define('test', async () => {
      runs += 1;
      if (runs === 1) await jobs.enqueue(job('a'));
      return DONE;
    });
    await jobs.enqueue(job('a'));
    expect(await jobs.runDueOnce()).toBe(2);
    expect(await stored()).toEqual([]);
  });

  test('a failure keeps the job with its error and doubles the wait up to a quarter of an hour', async () => {
    const jobs = await instance();
    jobs.define('test', () => Promise.reject(new Error('the disk is full')));
    await jobs.enqueue(job('a'));
    const waits: number[] = [];
    for (let run = 0; run < 12; run += 1) {
      expect(await jobs.runDueOnce()).toBe(1);
      const [kept] = await stored();
      waits.push(((kept?.dueAt.getTime() ?? 0) - time) / 1000);
      time = kept?.dueAt.getTime() ?? 0;
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    expect(await stored()).toMatchObject([
      { tries: 12, error: { message: 'the disk is full' }, lease: null },
    ]);
  });

  test('a job put back for later counts no failure', async () => {
    const jobs = await instance();
    const tries: number[] = [];
    jobs.define('test', async (_payload, context) => {
      tries.push(context.tries);
      return { type: 'again', at: new Date(time + MINUTE) };
    });
    await jobs.enqueue(job('a'));
    await jobs.runDueOnce();
    wait(1);
    await jobs.runDueOnce();
    expect(tries).toEqual([1, 1]);
    expect(await stored()).toMatchObject([{ tries: 0, dueAt: new Date(time + MINUTE) }]);
  });

  test('a job of a type that nobody defined here stays', async () => {
    const jobs = await instance();
    jobs.define('other', async () => DONE);
    await jobs.enqueue(job('a'));
    expect(await jobs.runDueOnce()).toBe(0);
    expect(await stored()).toMatchObject([{ _id: 'test/a', tries: 0 }]);
  });

  test('a run whose lease ended changes nothing: the job is the next run’s', async () => {
    const [first, second] = [await instance(), await instance()];
    second.define('test', () => Promise.reject(new Error('second')));
    first.define('test', async () => {
      wait(2); // longer than the lease: as if this process had stood still
      expect(await second.runDueOnce()).toBe(1);
      return DONE;
    });
    await first.enqueue(job('a'));
    await first.runDueOnce();
    expect(await stored()).toMatchObject([{ tries: 2, error: { message: 'second' } }]);
  });

  test('several instances share the jobs and run none twice', async () => {
    const instances = [await instance(), await instance(), await instance()];
    const runs = new Map<string, number>();
    for (const jobs of instances) {
      jobs.define('test', async (_payload, { key }) => {
        runs.set(key, (runs.get(key) ?? 0) + 1);
        return DONE;
      });
    }
    const keys = Array.from({ length: 60 }, (_, index) => `k${index}`);
    const first = await instance();
    await Promise.all(keys.map((key) => first.enqueue(job(key))));
    for (const jobs of instances) await jobs.start(false);
    while ((await stored()).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await Promise.all(instances.map((jobs) => jobs.close()));
    expect([...runs.values()].filter((count) => count !== 1)).toEqual([]);
    expect(runs.size).toBe(60);
  });

  test('stopping waits for the jobs under way and starts no more', async () => {
    const jobs = await instance();
    const begun: string[] = [];
    const ended: string[] = [];
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let began = (): void => undefined;
    const firstBegan = new Promise<void>((resolve) => (began = resolve));
    jobs.define('test', async (_payload, { key }) => {
      begun.push(key);
      began();
      await gate;
      ended.push(key);
      return DONE;
    });
    await jobs.enqueue(job('a'));
    await jobs.start(false);
    await firstBegan;
    const stopped = jobs.stop();
    await jobs.enqueue(job('b'));
    letGo();
    await stopped;
    expect([begun, ended]).toEqual([['a'], ['a']]);
    expect(await stored()).toMatchObject([{ _id: 'test/b', tries: 0 }]);
  });
});
