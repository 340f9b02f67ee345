import { expect, test } from '@jest/globals';
import { buildDiscussion } from '../../../../test/factories/discussion.ts';
import { editMarks, lastShownOf, waitsForApproval } from './approval.domain.ts';
import { wordsOf } from './bitmaps.domain.ts';

const ada = { memberId: 'ada', isStaff: false };
const at = new Date('2030-01-01T10:00:00Z');
const hide = { act: 'x', at, until: null, reason: '' };
const everybody = { everybody: true, memberIds: [] };
const onlyAda = { everybody: false, memberIds: ['ada'] };

test.each([
  ['nobody waits by itself', {}, ada, false],
  ['everybody, where it is so for all', { approval: everybody }, ada, true],
  ['also where nobody is known', { approval: everybody, anonymity: 'full' }, ada, true],
  ['but no staff', { approval: everybody }, { memberId: 'tess', isStaff: true }, false],
  ['those alone who were chosen', { approval: onlyAda }, ada, true],
  ['and not the others', { approval: onlyAda }, { memberId: 'ben', isStaff: false }, false],
  ['known to staff alone', { approval: onlyAda, anonymity: 'peers' }, ada, true],
  ['nobody of whom it would tell what they write', { approval: onlyAda, anonymity: 'full' }, ada, false],
] as const)('who waits: %s', (_rule, settings, who, expected) =>
  expect(waitsForApproval({ ...buildDiscussion(), ...settings }, who)).toBe(expected),
);

test.each([
  ['what was approved waits again', everybody, null, true],
  ['what waits goes on waiting as before', everybody, { ...hide, waits: true }, false],
  ['elsewhere nothing waits', { everybody: false, memberIds: [] }, null, false],
] as const)('an edit: %s', (_rule, approval, mark, waits) => {
  const post = { id: 't/2', revision: 3, hide: mark };
  const after = editMarks({ anonymity: 'none', approval } as never, ada, post, at);
  expect(after).toEqual({ editedAt: at, ...(waits && { hide: { ...hide, act: 't/2/4', waits: true } }) });
});

test.each([
  [5, [], 5],
  [5, [5, 4], 3],
  [5, [3], 5],
  [1, [1], 1],
])('of %s posts, with %j waiting, others hear up to %s', (lastNumber, held, last) =>
  expect(lastShownOf({ lastNumber, held: wordsOf(held) })).toBe(last),
);
