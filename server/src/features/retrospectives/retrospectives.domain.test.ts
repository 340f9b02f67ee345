import { describe, expect, test } from '@jest/globals';
import { decideAction, lookedBackOn, shownActions, type TeamAction } from './retrospectives.domain.ts';

const at = (day: number): Date => new Date(Date.UTC(2027, 2, day));
const milestone = (n: number, day: number) => ({ n, dueAt: at(day).toISOString() });
const action = (overrides: Partial<TeamAction> = {}): TeamAction => ({
  activityId: 'a',
  groupId: 'g',
  n: 1,
  actionId: 'x',
  text: 'Ask the town.',
  ownerId: 'ada',
  dueAt: at(9),
  state: 'open',
  revision: 1,
  ...overrides,
});

test.each([
  ['the newest that is due', [milestone(2, 8), milestone(1, 4)], 9, 2],
  ['not one that is to come', [milestone(1, 4), milestone(2, 12)], 9, 1],
  ['the first, before any is due', [milestone(2, 12), milestone(1, 10)], 9, 1],
  ['nothing without milestones', [], 9, null],
])('one looks back on %s', (_rule, milestones, today, expected) => {
  expect(lookedBackOn(milestones, at(today))).toBe(expected);
});

test('what is open shows at the next one too; what is done stays where it was agreed on', () => {
  const all = [
    action({ actionId: 'open' }),
    action({ actionId: 'done', state: 'done' }),
    action({ actionId: 'own', n: 2, dueAt: at(3) }),
  ];
  expect(shownActions(all, 2).map(({ actionId }) => actionId)).toEqual(['own', 'open']);
  expect(shownActions(all, 1).map(({ actionId }) => actionId)).toEqual(['own', 'done', 'open']);
});

describe('an action item', () => {
  test.each([
    ['is new', null, 'bo', 0, 'accept'],
    ['has an owner in the group', null, 'cleo', 0, 'NOT_IN_GROUP'],
    ['may stay with one who has left', action(), 'ada', 1, 'accept'],
    ['is not changed unseen', action({ revision: 2 }), 'bo', 1, 'STALE_REVISION'],
    ['is not made twice', action(), 'bo', 0, 'STALE_REVISION'],
  ])('%s', (_rule, before, ownerId, revision, expected) => {
    expect(decideAction(before, { ownerId }, ['bo'], revision)).toBe(expected);
  });
});
