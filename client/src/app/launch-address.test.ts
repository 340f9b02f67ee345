import { describe, expect, test } from '@jest/globals';
import { readLaunchAddress } from './launch-address.ts';

const CODE = 'aB3_-'.repeat(8) + 'xyz';

describe('the address of a launch', () => {
  test.each([
    ['key and code are read', '/app/p/k1/', `#code=${CODE}`, { deploymentKey: 'k1', code: CODE }],
    ['a page below the deployment keeps the key', '/app/p/k1/queue', '', { deploymentKey: 'k1', code: null }],
    ['a missing slash at the end does not matter', '/app/p/k1', '', { deploymentKey: 'k1', code: null }],
    ['a code of another length is no code', '/app/p/k1/', '#code=short', { deploymentKey: 'k1', code: null }],
    ['a code with strange characters is no code', '/app/p/k1/', `#code=${CODE.slice(1)}%`, { code: null }],
  ])('%s', (_rule, pathname, hash, expected) => {
    expect(readLaunchAddress(pathname, hash)).toMatchObject(expected);
  });

  test.each([
    ['/app/p/k1/', '/', null],
    ['/app/p/k1', '/', null],
    [
      `/app/p/k1/activities/${'a'.repeat(32)}/reviews/r1`,
      `/activities/${'a'.repeat(32)}/reviews/r1`,
      'a'.repeat(32),
    ],
    [`/app/p/k1/discussions/${'a'.repeat(32)}`, `/discussions/${'a'.repeat(32)}`, 'a'.repeat(32)],
    [`/app/p/k1/group-work/${'a'.repeat(32)}/works`, `/group-work/${'a'.repeat(32)}/works`, 'a'.repeat(32)],
    ['/app/p/k1/activities/short', '/activities/short', null],
  ])('%s is the page %s', (pathname, page, activityId) => {
    expect(readLaunchAddress(pathname, '')).toMatchObject({ page, activityId });
  });

  test('the routes begin below the deployment', () => {
    expect(readLaunchAddress('/app/p/k1/queue', '')?.basename).toBe('/app/p/k1');
  });

  test.each(['/app/', '/app/p/', '/other/p/k1/'])('%s belongs to no deployment', (pathname) => {
    expect(readLaunchAddress(pathname, '')).toBeNull();
  });
});
