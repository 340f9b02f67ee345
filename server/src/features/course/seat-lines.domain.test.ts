import { describe, expect, test } from '@jest/globals';
import { changedPlaces } from './seat-lines.domain.ts';

const line = (text: string) =>
  text === '' ? [] : text.split(' ').map((one) => ({ memberId: one.slice(1), groupId: one.slice(0, 1) }));

describe('whose place in a line is another', () => {
  test.each([
    ['nobody while nothing changes', 'Aada Abo', 'Aada Abo', []],
    ['who joins the end', 'Aada', 'Aada Abo', ['bo']],
    ['who gets the seat, and all behind', 'Aada Abo Achi', 'Abo Achi', ['ada', 'bo', 'chi']],
    ['nobody of another group’s line', 'Aada Bbo Achi', 'Bbo Achi', ['ada', 'chi']],
    ['who changes the line', 'Aada Bbo', 'Aada Abo', ['bo']],
  ])('%s', (_name, before, after, wanted) => {
    expect(changedPlaces(line(before), line(after)).sort()).toEqual(wanted);
  });
});
