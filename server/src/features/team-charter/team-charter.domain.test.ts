import { describe, expect, test } from '@jest/globals';
import type { CharterTexts } from '../../contracts/team-charter.ts';
import { askedOf, type Charter, decideAgree, decidePropose, missingOf } from './team-charter.domain.ts';

const at = (hour: number): Date => new Date(Date.UTC(2027, 2, 1, hour));
const texts = (goals: string): CharterTexts => ({
  goals,
  norms: '',
  roles: '',
  meetings: '',
  decisions: '',
  disagreement: '',
});
const charter = (overrides: Partial<Charter> = {}): Charter => ({
  activityId: 'a',
  groupId: 'g',
  draft: texts('A bridge.'),
  revision: 2,
  savedBy: 'ada',
  savedAt: at(9),
  step: 0,
  current: null,
  ...overrides,
});
const stood = {
  version: 1,
  by: 'ada',
  at: at(9),
  texts: texts('A bridge.'),
  agreements: [{ memberId: 'ada', at: at(9) }],
};

describe('putting the draft to the group', () => {
  test.each([
    [
      'is the first version, agreed to by whoever does',
      charter(),
      2,
      { type: 'accept', current: { version: 1, by: 'bo', agreements: [{ memberId: 'bo', at: at(10) }] } },
    ],
    ['not what one has not seen', charter(), 1, { type: 'refuse', reason: 'STALE_REVISION' }],
    ['nothing that is not written', null, 1, { type: 'refuse', reason: 'STALE_REVISION' }],
    ['nothing empty', charter({ draft: texts('') }), 2, { type: 'refuse', reason: 'CHARTER_EMPTY' }],
    ['the same text asks nobody again', charter({ current: stood }), 2, { type: 'unchanged' }],
    [
      'a changed text needs everybody again',
      charter({ draft: texts('A tunnel.'), current: stood }),
      2,
      { type: 'accept', current: { version: 2, agreements: [{ memberId: 'bo', at: at(10) }] } },
    ],
  ] as const)('%s', (_rule, before, revision, expected) => {
    expect(decidePropose(before, revision, 'bo', at(10))).toMatchObject(expected);
  });
});

describe('agreeing', () => {
  test.each([
    [
      'adds to who has agreed',
      'bo',
      1,
      { type: 'accept', current: { agreements: [{}, { memberId: 'bo' }] } },
    ],
    ['once', 'ada', 1, { type: 'unchanged' }],
    ['to what stands alone', 'bo', 2, { type: 'refuse', reason: 'STALE_REVISION' }],
  ] as const)('%s', (_rule, by, version, expected) => {
    expect(decideAgree(charter({ current: stood }), version, by, at(10))).toMatchObject(expected);
  });
});

test('who has left is not missing, who has come is, and is asked', () => {
  expect(missingOf(stood, ['bo', 'cleo'])).toEqual(['bo', 'cleo']);
  expect([askedOf(null, 'bo'), askedOf(stood, 'bo'), askedOf(stood, 'ada')]).toEqual([
    'write',
    'agree',
    null,
  ]);
});
