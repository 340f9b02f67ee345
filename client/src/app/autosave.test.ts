import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { makeAutosave, type SaveFailure } from './autosave.ts';

type Outcome = 'ok' | SaveFailure;

/** An autosave whose server gives these outcomes one after the other, then succeeds, each after 100 ms. */
function autosaveWith(outcomes: Outcome[] = [], kept: { value: string; revision: number } | null = null) {
  const saves: { value: string; revision: number }[] = [];
  let revision = 3;
  const autosave = makeAutosave<string>({
    stored: { value: 'a', revision, savedAt: null },
    kept,
    classify: (error) => (error as Error).message as SaveFailure,
    save: async (value, expected) => {
      saves.push({ value, revision: expected });
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
      const outcome = outcomes.shift() ?? 'ok';
      if (outcome !== 'ok') throw new Error(outcome);
      revision = expected + 1;
      return { revision, savedAt: '2026-11-22T10:42:00.000Z' };
    },
  });
  return { autosave, saves, status: () => autosave.getState().status };
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('autosave', () => {
  test('saves once, 800 ms after the last change, naming the revision it has seen', async () => {
    const { autosave, saves, status } = autosaveWith();
    autosave.change('ab');
    await pass(799);
    autosave.change('abc');
    expect(status()).toBe('waiting');
    await pass(799);
    expect(saves).toEqual([]);
    await pass(1);
    expect(status()).toBe('saving');
    await pass(100);
    expect(saves).toEqual([{ value: 'abc', revision: 3 }]);
    expect(autosave.getState()).toMatchObject({ status: 'saved', savedAt: '2026-11-22T10:42:00.000Z' });
    expect(autosave.revision()).toBe(4);
  });

  test('what is typed during a save is saved after it, on top of it', async () => {
    const { autosave, saves, status } = autosaveWith();
    autosave.change('b');
    await pass(850);
    autosave.change('c');
    await pass(2000);
    expect(saves).toEqual([
      { value: 'b', revision: 3 },
      { value: 'c', revision: 4 },
    ]);
    expect(status()).toBe('saved');
  });

  test('a temporary failure is tried again by itself, later each time, with the newest text', async () => {
    const { autosave, saves, status } = autosaveWith(['temporary', 'temporary']);
    autosave.change('b');
    await pass(900);
    expect(status()).toBe('temporary');
    autosave.change('c');
    expect(status()).toBe('temporary');
    await pass(2100);
    expect(saves).toHaveLength(2);
    await pass(3900);
    expect(saves).toHaveLength(2);
    await pass(300);
    expect(saves.at(-1)).toEqual({ value: 'c', revision: 3 });
    expect(status()).toBe('saved');
  });

  test('another tab’s save stops it until the writer has chosen; own text on top of theirs', async () => {
    const { autosave, saves, status } = autosaveWith(['stale']);
    autosave.change('mine');
    await pass(900);
    autosave.change('mine too');
    await pass(10_000);
    expect(status()).toBe('stale');
    expect(saves).toHaveLength(1);
    autosave.keepMine(9);
    await pass(100);
    expect(saves.at(-1)).toEqual({ value: 'mine too', revision: 9 });
    expect(status()).toBe('saved');
  });

  test('the other tab’s text can be taken over', async () => {
    const { autosave, saves } = autosaveWith(['stale']);
    autosave.change('mine');
    await pass(900);
    autosave.reset({ value: 'theirs', revision: 9, savedAt: null });
    await pass(10_000);
    expect(autosave.getState()).toMatchObject({ value: 'theirs', status: 'saved', error: null });
    expect(saves).toHaveLength(1);
  });

  test('a refusal is not repeated, the text stays', async () => {
    const { autosave, saves } = autosaveWith(['refused']);
    autosave.change('late');
    await pass(60_000);
    expect(saves).toHaveLength(1);
    expect(autosave.getState()).toMatchObject({ value: 'late', status: 'refused' });
  });

  test('flush saves at once what is waiting, and nothing when nothing is', async () => {
    const { autosave, saves } = autosaveWith();
    autosave.flush();
    expect(saves).toEqual([]);
    autosave.change('b');
    autosave.flush();
    expect(saves).toHaveLength(1);
    await pass(2000);
    expect(saves).toHaveLength(1);
  });

  test('saveNow does not wait for the clock, and takes along what is typed meanwhile', async () => {
    const { autosave, saves } = autosaveWith();
    autosave.change('b');
    const saving = autosave.saveNow();
    await pass(50);
    autosave.change('c');
    await pass(200);
    expect(await saving).toBe(true);
    expect(saves).toEqual([
      { value: 'b', revision: 3 },
      { value: 'c', revision: 4 },
    ]);
    expect(await autosave.saveNow()).toBe(true);
    expect(saves).toHaveLength(2);
  });

  test.each<SaveFailure>(['temporary', 'refused', 'stale'])(
    'saveNow tells that it was %s',
    async (failure) => {
      const { autosave } = autosaveWith([failure]);
      autosave.change('b');
      const saving = autosave.saveNow();
      await pass(100);
      expect(await saving).toBe(false);
    },
  );

  test('settle waits for the save under way and cancels what would follow', async () => {
    const { autosave, saves } = autosaveWith();
    autosave.change('b');
    await pass(850);
    autosave.change('c');
    let settled = false;
    const settling = autosave.settle().then(() => (settled = true));
    await pass(10);
    expect(settled).toBe(false);
    await pass(10_000);
    await settling;
    expect(saves).toHaveLength(1);
    expect(autosave.revision()).toBe(4);
  });

  test('a change after settling is saved again, also where a save had failed', async () => {
    const { autosave, saves } = autosaveWith(['temporary']);
    autosave.change('b');
    await pass(900);
    await autosave.settle();
    await pass(10_000);
    expect(saves).toHaveLength(1);
    autosave.change('b');
    await pass(900);
    expect(saves).toHaveLength(2);
  });

  test('what an earlier page could not save is saved by the next one', async () => {
    const { autosave, saves, status } = autosaveWith([], { value: 'late text', revision: 3 });
    expect(autosave.getState()).toMatchObject({ value: 'late text', status: 'waiting' });
    await pass(900);
    expect(saves).toEqual([{ value: 'late text', revision: 3 }]);
    expect(status()).toBe('saved');
  });

  test('what an earlier page could not save, and was written on top of something older, is asked about', async () => {
    const { autosave, saves, status } = autosaveWith([], { value: 'old text', revision: 2 });
    await pass(10_000);
    expect(saves).toEqual([]);
    expect(autosave.getState()).toMatchObject({ value: 'old text', status: 'stale' });
    autosave.keepMine(3);
    await pass(100);
    expect(status()).toBe('saved');
  });

  test('what an earlier page saved without seeing the answer needs nothing', async () => {
    const { autosave, saves } = autosaveWith([], { value: 'a', revision: 2 });
    await pass(10_000);
    expect(saves).toEqual([]);
    expect(autosave.getState().status).toBe('saved');
  });
});
