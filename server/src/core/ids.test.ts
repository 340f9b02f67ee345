import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { courseIdOf, deploymentKeyOf, memberIdOf, platformIdOf } from './ids.ts';

test('courses of different platforms, deployments or contexts never share an id, however the parts are cut', () => {
  const parts = fc.tuple(fc.string(), fc.string(), fc.string());
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      fc.pre(JSON.stringify(a) !== JSON.stringify(b));
      expect(courseIdOf(...a)).not.toBe(courseIdOf(...b));
    }),
  );
  expect(courseIdOf('a', 'b|1:c', 'd')).not.toBe(courseIdOf('a|1:b', 'c', 'd'));
});

test('the same parts give the same id for ever', () => {
  expect(platformIdOf('https://lms.example', 'c1')).toBe(platformIdOf('https://lms.example', 'c1'));
  expect(memberIdOf('c', 'u')).toMatch(/^[0-9a-f]{32}$/);
  expect(deploymentKeyOf('p', 'd')).toMatch(/^[0-9a-f]{16}$/);
});

test('an id of one kind is never that of another', () => {
  expect(memberIdOf('x', 'y')).not.toBe(platformIdOf('x', 'y'));
});
