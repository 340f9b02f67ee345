import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeFrameHeight } from './frame-height.ts';

/** A platform that makes the frame as tall as it is told, and a clock that a test moves on. */
function frame() {
  const told: number[] = [];
  let time = 0;
  const height = makeFrameHeight(
    (px) => told.push(px),
    () => time,
  );
  return { told, height, wait: (ms: number) => (time += ms) };
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

  test('a content that follows the frame is not followed back for ever, whatever it adds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 0, max: 300 }), (adds, delay) => {
        const { told, height, wait } = frame();
        height.measured(1000);
        // The content changes only because the frame has.
        for (let followed = 0; followed < told.length && followed < 100; followed++) {
          wait(delay);
          height.measured((told.at(-1) ?? 0) + adds);
        }
        expect(told.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  test('what a person does is followed again afterwards', () => {
    const { told, height } = frame();
    for (let n = 1; n <= 20; n++) height.measured(1000 + n * 50);
    const before = told.length;
    height.settle();
    height.measured(3000);
    expect(told.slice(before)).toEqual([3000]);
  });
});
