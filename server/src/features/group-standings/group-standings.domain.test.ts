import { describe, expect, test } from '@jest/globals';
import { actionsOf, checkInOf, hintsOf, nextOf } from './group-standings.domain.ts';

type Done = Parameters<typeof hintsOf>[0][number];
const text = (memberId: string, amount: number): Done => ({ kind: 'text', memberIds: [memberId], amount });
const tasks = (count: number, ...memberIds: string[]): Done[] =>
  Array.from({ length: count }, () => ({ kind: 'tasks', memberIds, amount: 1 }));

describe('how work is divided', () => {
  test.each<[string, Done[], string[], ReturnType<typeof hintsOf>]>([
    ['nothing is done', [], ['ada', 'ben'], []],
    ['evenly', [text('ada', 900), text('ben', 800)], ['ada', 'ben'], []],
    [
      'too little text to say anything, but somebody is missing',
      [text('ada', 900)],
      ['ada', 'ben'],
      [{ kind: 'noTrace', count: 1, people: 2 }],
    ],
    [
      'of three, one has written twice an equal share',
      [text('ada', 700), text('ben', 200), text('cem', 100)],
      ['ada', 'ben', 'cem'],
      [{ kind: 'text', percent: 70, people: 3 }],
    ],
    ['of two, one may write most', [text('ada', 800), text('ben', 200)], ['ada', 'ben'], []],
    [
      'of two, hardly all',
      [text('ada', 900), text('ben', 100)],
      ['ada', 'ben'],
      [{ kind: 'text', percent: 90, people: 2 }],
    ],
    [
      'one does the tasks, and who attends has left a trace',
      [...tasks(5, 'ada'), { kind: 'meetings', memberIds: ['ben', 'cem'], amount: 1 }],
      ['ada', 'ben', 'cem'],
      [{ kind: 'tasks', percent: 100, people: 3 }],
    ],
    ['tasks that all did together', tasks(9, 'ada', 'ben'), ['ada', 'ben'], []],
    [
      'who has left is nobody’s share',
      [text('dee', 5000), text('ada', 600), text('ben', 600)],
      ['ada', 'ben'],
      [],
    ],
  ])('%s', (_rule, done, memberIds, expected) => {
    expect(hintsOf(done, memberIds)).toEqual(expected);
  });
});

test('what a group’s answers say is told from three answers on', () => {
  const about = { title: 'Check-in', levels: 5 };
  const person = (hasAnswered: boolean, received: number | null, questions: string[] = []) => ({
    hasAnswered,
    received,
    questions,
  });
  const two = { people: [person(true, 5, ['atOdds']), person(true, 1), person(false, 3)] };
  expect(checkInOf(about, two, 3)).toEqual({ title: 'Check-in', answered: 2, asked: 3, seen: null });
  const three = { people: [person(true, 5, ['atOdds']), person(true, 4), person(true, null)] };
  expect(checkInOf(about, three, 3)?.seen).toEqual({ mean: 4.5, levels: 5, raisesQuestions: true });
  expect(checkInOf(about, undefined, 4)).toMatchObject({ answered: 0, asked: 4, seen: null });
});

test('the next milestone is the earliest at which something can still count', () => {
  const milestone = (n: number, state: 'open' | 'late' | 'missed' | 'toConfirm' | 'handedIn') => ({
    n,
    state,
    dueAt: `2030-01-0${n}T00:00:00.000Z`,
    closesAt: `2030-01-0${n}T00:00:00.000Z`,
    handedInAt: null,
    daysLate: 0,
    unconfirmed: 0,
    isMarked: false,
  });
  expect(nextOf([milestone(3, 'open'), milestone(1, 'missed'), milestone(2, 'toConfirm')])?.n).toBe(2);
  expect(nextOf([milestone(1, 'handedIn'), milestone(2, 'missed')])).toBeNull();
});

test('actions are counted by group, overdue ones among them', () => {
  const at = (day: number) => new Date(Date.UTC(2030, 0, day));
  const open = [1, 5].map((day) => ({ groupId: 'red', dueAt: at(day) }));
  expect(actionsOf(open, at(3)).get('red')).toEqual({ open: 2, overdue: 1 });
});
