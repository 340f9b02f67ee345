import { describe, expect, test } from '@jest/globals';
import { buildItem, idOf } from '../../../../test/factories/questionnaire.ts';
import {
  isOfStrangers,
  isOnlyOfOneself,
  type OwnGroup,
  peersIn,
  rowSetsOf,
  withOwnRows,
} from './own-groups.domain.ts';

const group = (groupId: string, memberIds: string[], setId = 'set'): OwnGroup => ({
  setId,
  groupId,
  name: groupId.toUpperCase(),
  memberIds,
});
const asking = (self: boolean, setId = 'set') =>
  buildItem('matrix', { rows: [], groupRows: { setId, self } });
const people = [
  { id: 'c', name: null, sortName: '' },
  { id: 'b', name: 'Ben', sortName: 'ben' },
  { id: 'a', name: 'Ada', sortName: 'ada' },
];

describe('those whom somebody is asked about', () => {
  test.each<[string, OwnGroup[], boolean, string[]]>([
    ['the others of the group', [group('red', ['a', 'b', 'c'])], false, ['b', 'c']],
    ['everybody, oneself too', [group('red', ['a', 'b', 'c'])], true, ['a', 'b', 'c']],
    ['nobody in a group of one', [group('red', ['a'])], false, []],
    ['oneself in a group of one', [group('red', ['a'])], true, ['a']],
    ['nobody without a group', [], true, []],
    ['nobody of another set', [group('red', ['a', 'b'], 'other')], true, []],
    [
      'of two groups of a set each person once',
      [group('red', ['a', 'b']), group('blue', ['a', 'b', 'c'])],
      false,
      ['b', 'c'],
    ],
  ])('%s', (_rule, groups, self, expected) =>
    expect(peersIn(groups, { setId: 'set', self }, 'a')).toEqual(expected),
  );
});

test('rows are people by name; other items stay as they are', () => {
  const [text, asked] = withOwnRows(
    [buildItem('text'), asking(true)],
    [group('red', ['a', 'b', 'c'])],
    'a',
    people,
  );
  expect(text).toEqual(buildItem('text'));
  expect(asked).toMatchObject({
    groups: [{ name: 'RED' }],
    rows: [
      { id: 'c', text: '' },
      { id: 'a', text: 'Ada' },
      { id: 'b', text: 'Ben' },
    ],
  });
  expect(withOwnRows([asking(true)], [], 'a', people)).toMatchObject([{ groups: [], rows: [] }]);
});

test('who is asked about several groups is told which, and until when they were together', () => {
  const left = { ...group('blue', ['a', 'c']), until: { a: '2026-02-01', c: '2026-01-01' } };
  const [asked] = withOwnRows([asking(true)], [group('red', ['a', 'b']), left], 'a', people);
  expect(asked).toMatchObject({
    groups: [{ name: 'RED' }, { name: 'BLUE' }],
    rows: [
      { id: 'c', text: '', group: 'BLUE', until: '2026-01-01' },
      { id: 'a', text: 'Ada' },
      { id: 'b', text: 'Ben', group: 'RED' },
    ],
  });
});

test.each([
  ['somebody of the group', { b: 'x' }, false],
  ['oneself', { a: 'x' }, false],
  ['somebody else', { b: 'x', d: 'x' }, true],
])('who rates %s', (_rule, chosen, expected) => {
  const items = withOwnRows([asking(false)], [group('red', ['a', 'b'])], 'a', people);
  expect(isOfStrangers(items, { [idOf('matrix')]: chosen }, 'a')).toBe(expected);
});

test('each group set is looked for once', () => {
  expect(rowSetsOf([asking(true), buildItem('matrix'), asking(false), asking(true, 'other')])).toEqual([
    'set',
    'other',
  ]);
  expect(rowSetsOf([buildItem('matrix', { rows: [{ id: idOf('a'), text: 'a' }] })])).toEqual([]);
});

test.each([
  ['oneself alone', ['a', 'b'], { a: 'x' }, true],
  ['oneself and another', ['a', 'b'], { a: 'x', b: 'x' }, false],
  ['another alone', ['a', 'b'], { b: 'x' }, false],
  ['nobody', ['a', 'b'], {}, false],
  ['oneself, who is alone in the group', ['a'], { a: 'x' }, false],
])('who rates %s', (_rule, memberIds, chosen, expected) => {
  const items = withOwnRows([asking(true)], [group('red', memberIds)], 'a', people);
  expect(isOnlyOfOneself(items, { [idOf('matrix')]: chosen }, 'a')).toBe(expected);
});
