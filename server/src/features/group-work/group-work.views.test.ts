import { expect, test } from '@jest/globals';
import { membersOf } from './group-work.views.ts';

test('people of a group stand by name, in whichever order they came', () => {
  const names = new Map([
    ['1', 'Óscar'],
    ['2', 'Zoe'],
    ['3', 'Ada'],
    ['5', 'Ada'],
  ]);
  const inOrder = ['4', '3', '5', '1', '2'];
  for (const came of [inOrder, inOrder.toReversed(), ['1', '3', '2', '5', '4']])
    expect(membersOf(came, names, '1').map(({ memberId }) => memberId)).toEqual(inOrder);
});
