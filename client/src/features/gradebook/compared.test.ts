import { expect, test } from '@jest/globals';
import { countsOf, toCsvRows } from './compared.ts';
import type { ComparedRow } from './reconciliation-api.ts';

test('what all of one choice would touch is counted apart: ours is not sent over what was never ours alone', () => {
  expect(countsOf({ same: 5, changed: 2, missing: 1, theirsOnly: 1, waiting: 3 })).toEqual({
    all: 12,
    differing: 7,
    sendable: 3,
    acceptable: 3,
  });
});

test('the export names both grades with their maximum and leaves empty what there is none of', () => {
  const row: ComparedRow = {
    columnId: 'total',
    memberId: 'm1',
    name: 'Ada Ström',
    ours: { value: 16, maximum: 20 },
    theirs: null,
    state: 'failed',
    problem: { code: 'REFUSED', words: 'Course is concluded' },
    can: { sendOurs: true, acceptTheirs: false },
  };
  expect(toCsvRows([row], new Map([['total', 'Essay']]))[1]).toEqual([
    'Ada Ström',
    'Essay',
    16,
    20,
    null,
    null,
    'failed',
    'REFUSED',
    'Course is concluded',
  ]);
});
