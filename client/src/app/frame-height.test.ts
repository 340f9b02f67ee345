import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeFrameHeight } from './frame-height.ts';

/** A platform that makes the frame as tall as it is told, and a clock that a test moves on. */
function frame() {
  const told: number[] = [];
  const due: { at: number; act: () => void }[] = [];
  let time = 0;
  const height = makeFrameHeight(
    (px) => told.push(px),
    () => time,
    (act, ms) => due.push({ at: time + ms, act }),
  );
  const wait = (ms: number): void => {
    time += ms;
    for (const { act } of due.filter(({ at }) => at > time - ms && at <= time)) act();
  };
  return { told, height, wait };
}

describe('the frame', () => {
  test('follows its content up and down', () => {
    const { told, height, wait } = frame();
    for (const content of [900, 1500.2, 700]) {
      height.measured(content);
      wait(1000);
    }
    expect(told).toEqual([900, 1501, 700]);
  });

  test.each([
    ['a pixel more or less is nothing', [900, 901, 899.5], [900]],
    ['a short page keeps a decent height', [10], [400]],
    ['a page without end has one', [1e9], [30_000]],
  ])('%s', (_rule, contents, expected) => {
    const { told, height, wait } = frame();
    for (const content of contents) {
      height.measured(content);
      wait(1000);
    }
    expect(told).toEqual(expected);
  });

  test('a content that follows the frame is followed back ever more rarely, whatever it adds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 1, max: 300 }), (adds, delay) => {
        const { told, height, wait } = frame();
        // The content changes only because the frame has; ten minutes of it.
        for (let time = 0, answered = -1; time < 600_000; time += delay) {
          if (answered < told.length) {
            answered = told.length;
            height.measured((told.at(-1) ?? 1000) + adds);
          }
          wait(delay);
        }
        expect(told.length).toBeLessThanOrEqual(4 + Math.log2(600_000 / 400) + 1);
      }),
    );
  });

  test('a page that comes together in many small parts gets its height in the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 399 }), { minLength: 1, maxLength: 30 }), (pauses) => {
        const { told, height, wait } = frame();
        for (const [part, pause] of pauses.entries()) {
          height.measured(1000 + part * 50);
          wait(pause);
        }
        wait(60_000);
        expect(told.at(-1)).toBe(1000 + (pauses.length - 1) * 50);
      }),
    );
  });

  test('what a person does is followed again afterwards', () => {
    const { told, height } = frame();
    for (let n = 1; n <= 20; n++) height.measured(1000 + n * 50);
    const before = told.length;
    height.settle();
    height.measured(3000);
    expect(told.slice(before)).toEqual([2000, 3000]);
  });
});
