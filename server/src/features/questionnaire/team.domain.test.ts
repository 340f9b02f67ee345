import { describe, expect, test } from '@jest/globals';
import { buildItem, idOf } from '../../../../test/factories/questionnaire.ts';
import {
  combinedOf,
  decideTeamAnswers,
  isSheetShown,
  isTeamAwaited,
  type TeamSheet,
  type TeamStanding,
  teamStateOf,
} from './team.domain.ts';

const group = { groupId: 'red', name: 'Red', memberIds: ['ada', 'ben'] };
const sheetOf = (overrides: Partial<TeamSheet> = {}): TeamSheet => ({
  questionnaireId: 'q',
  groupId: 'red',
  name: 'Red',
  version: 1,
  answers: {},
  revision: 3,
  savedAt: new Date(0),
  savedBy: 'ben',
  sentAt: null,
  sentBy: null,
  memberIds: [],
  ...overrides,
});
const sent = sheetOf({ sentAt: new Date(1), sentBy: 'ben', memberIds: ['ada', 'ben'] });

describe('what the sheet of the group is to somebody', () => {
  const standing = (overrides: Partial<TeamStanding> = {}): TeamStanding => ({
    group,
    sheet: null,
    answered: 1,
    ...overrides,
  });
  test.each<[string, TeamStanding, string, boolean, boolean, string]>([
    ['open once the own answers are in', standing(), 'ada', true, true, 'open'],
    ['closed before that', standing(), 'ada', false, true, 'ownFirst'],
    ['nothing without a group', standing({ group: null }), 'ada', true, true, 'noGroup'],
    [
      'nothing in a group of one',
      standing({ group: { ...group, memberIds: ['ada'] } }),
      'ada',
      true,
      true,
      'alone',
    ],
    ['sent for all who were in the group', standing({ sheet: sent }), 'ada', true, true, 'sent'],
    ['sent also after the end', standing({ sheet: sent }), 'ada', true, false, 'sent'],
    ['sent without who came later', standing({ sheet: sent }), 'cleo', true, true, 'sentBefore'],
    ['over when the group was too slow', standing({ sheet: sheetOf() }), 'ada', true, false, 'closed'],
  ])('%s', (_rule, stands, memberId, hasAnswered, isOpen, expected) =>
    expect(teamStateOf(stands, memberId, { hasAnswered, isOpen })).toBe(expected),
  );

  test('only who has answered alone sees what the group writes, and only then is nobody waited for', () => {
    expect(isSheetShown('open', true)).toBe(true);
    expect(isSheetShown('sent', false)).toBe(false);
    expect(isSheetShown('sentBefore', true)).toBe(false);
    expect(['ownFirst', 'open'].map((state) => isTeamAwaited(state as 'open'))).toEqual([true, true]);
    expect(['sent', 'noGroup', 'closed'].map((state) => isTeamAwaited(state as 'sent'))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('answers of a group', () => {
  const items = [buildItem('oneChoice', { required: true }), buildItem('number')];
  const yes = { [idOf('one')]: idOf('Yes') };
  const of = (overrides: object) => ({
    answers: yes,
    expectedRevision: 3,
    by: 'ada',
    sendsVersion: null,
    ...overrides,
  });
  test.each<[string, Parameters<typeof decideTeamAnswers>[0], TeamSheet | null, object, object]>([
    ['are saved over what one has seen', 'open', sheetOf(), of({}), { type: 'accept' }],
    ['are saved first', 'open', null, of({ expectedRevision: 0 }), { type: 'accept' }],
    [
      'never over what another has saved',
      'open',
      sheetOf({ revision: 4 }),
      of({}),
      { reason: 'STALE_REVISION' },
    ],
    ['may be half when they are saved', 'open', sheetOf(), of({ answers: {} }), { type: 'accept' }],
    [
      'must be whole when they are sent',
      'open',
      sheetOf(),
      of({ answers: {}, sendsVersion: 1 }),
      { reason: 'ANSWERS_INVALID', itemIds: [idOf('one')] },
    ],
    ['fit the questions', 'open', sheetOf(), of({ answers: { x: 'y' } }), { reason: 'ANSWERS_INVALID' }],
    ['are sent', 'open', sheetOf(), of({ sendsVersion: 1 }), { type: 'accept' }],
    [
      'are not of an earlier version',
      'open',
      sheetOf(),
      of({ sendsVersion: 2 }),
      { reason: 'STALE_REVISION' },
    ],
    ['are sent once', 'sent', sent, of({ sendsVersion: 1, by: 'ben' }), { type: 'done' }],
    ['of another were sent', 'sent', sent, of({ sendsVersion: 1 }), { reason: 'STALE_REVISION' }],
    ['are not changed afterwards', 'sent', sent, of({ by: 'ben' }), { reason: 'STALE_REVISION' }],
    ['come after the own', 'ownFirst', null, of({}), { reason: 'TEAM_NOT_OPEN' }],
    ['need a group', 'noGroup', null, of({}), { reason: 'TEAM_NOT_OPEN' }],
    ['come in time', 'closed', null, of({}), { reason: 'QUESTIONNAIRE_CLOSED' }],
  ])('%s', (_rule, state, sheet, command, expected) =>
    expect(decideTeamAnswers(state, { sheet }, items, command as never, 1)).toMatchObject(expected),
  );
});

test.each([
  ['both by their weights', { points: 1, possible: 2 }, { points: 2, possible: 2 }, 40, 70],
  ['the own alone', { points: 1, possible: 2 }, null, 40, 50],
  ['the group alone', { points: 0, possible: 2 }, { points: 1, possible: 2 }, 100, 50],
  ['the group not at all', { points: 1, possible: 3 }, { points: 2, possible: 2 }, 0, 33.33],
])('what counts is %s', (_rule, own, team, weight, expected) =>
  expect(combinedOf(own, team, weight).percent).toBe(expected),
);
