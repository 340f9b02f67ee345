import { expect, test } from '@jest/globals';
import { ClassicLevel } from 'classic-level';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LevelStore } from './level-store.ts';

test('after a write that failed nothing is confirmed any more, and the failure is reported once', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'level-'));
  const failures: Error[] = [];
  const store = await LevelStore.open({
    directory,
    reserveBytes: 0,
    onFailure: (error) => failures.push(error),
  });
  const write = ClassicLevel.prototype.batch;
  try {
    const first = store.ticket;
    store.put(Buffer.from('a'), Buffer.from('1'));
    await store.durable(first);
    expect(store.durable(first)).toBeUndefined();
    // the disk cannot be made to fail, so the library's own function is
    ClassicLevel.prototype.batch = (() => Promise.reject(new Error('no space'))) as never;
    const second = store.ticket;
    store.put(Buffer.from('b'), Buffer.from('2'));
    await expect(store.durable(second)).rejects.toThrow('no space');
    await expect(store.durable(first)).rejects.toThrow('no space');
    store.put(Buffer.from('c'), Buffer.from('3'));
    await expect(store.durable(store.ticket)).rejects.toThrow('no space');
    expect(failures).toHaveLength(1);
  } finally {
    ClassicLevel.prototype.batch = write;
    await store.close().catch(() => undefined);
    rmSync(directory, { recursive: true, force: true });
  }
});
