import { describe, expect, test } from '@jest/globals';
import { decidePut, type GroupFile } from './group-files.domain.ts';

const AT = new Date('2030-01-01T10:00:00Z');
const version = (n: number) => ({ n, fileId: `file${n}`, by: 'ada', at: AT });
const plan = (overrides: Partial<GroupFile> = {}): GroupFile => ({
  entryId: 'plan',
  activityId: 'a',
  groupId: 'g',
  versions: [version(1), version(2)],
  deletedAt: null,
  ...overrides,
});
const put = (entryId: string, fileId: string, expectedVersion: number) => ({
  entryId,
  fileId,
  expectedVersion,
  by: 'ben',
  at: AT,
});
const limits = { files: 2, versions: 3 };

describe('putting a file', () => {
  test.each([
    ['a new one is version 1', [plan()], put('sketch', 'new', 0), 1],
    ['the next version of one that was seen', [plan()], put('plan', 'new', 2), 3],
    ['the same again changes nothing', [plan()], put('plan', 'file2', 1), 'unchanged'],
    ['over a version that was not seen', [plan()], put('plan', 'new', 1), 'STALE_REVISION'],
    ['a new one by an id that is taken', [plan()], put('plan', 'new', 0), 'STALE_REVISION'],
    ['a version of one that is deleted', [plan({ deletedAt: AT })], put('plan', 'new', 2), 'NOT_FOUND'],
    ['a version of one that is not there', [], put('plan', 'new', 2), 'STALE_REVISION'],
    [
      'one more than there can be, deleted ones included',
      [plan({ deletedAt: AT }), plan({ entryId: 'other' })],
      put('sketch', 'new', 0),
      'FILES_TOO_MANY',
    ],
    [
      'a version more than there can be',
      [plan({ versions: [1, 2, 3].map(version) })],
      put('plan', 'new', 3),
      'FILES_TOO_MANY',
    ],
  ])('%s', (_rule, all, wanted, expected) => {
    const decision = decidePut(all, wanted, limits);
    const outcome = decision.type === 'accept' ? decision.version.n : decision.type;
    expect(decision.type === 'refuse' ? decision.reason : outcome).toBe(expected);
  });
});
