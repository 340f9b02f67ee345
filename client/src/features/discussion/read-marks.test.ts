import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { makeReadMarks } from './read-marks.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('what is read within two seconds is sent at once, each post once', async () => {
  const sent: number[][] = [];
  const marks = makeReadMarks((numbers) => Promise.resolve(sent.push(numbers)));
  for (const n of [1, 2, 2]) marks.note(n);
  jest.advanceTimersByTime(1_999);
  expect([sent, marks.count()]).toEqual([[], 2]);
  jest.advanceTimersByTime(1);
  marks.note(1);
  marks.note(3);
  await marks.flush();
  await marks.flush();
  expect(sent).toEqual([[1, 2], [3]]);
});

test('a failure stops nothing, and who listens is told of each', async () => {
  const marks = makeReadMarks(() => Promise.reject(new Error('offline')));
  let told = 0;
  const stop = marks.subscribe(() => (told += 1));
  marks.note(1);
  await marks.flush();
  marks.note(2);
  stop();
  marks.note(3);
  expect([told, marks.count()]).toEqual([2, 3]);
});
