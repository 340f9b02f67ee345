import { expect, describe, test } from '@jest/globals';
import fc from 'fast-check';
import { decideMove, decideSave, inOrder, placeAfter, type Task } from './task-board.domain.ts';

const at = (hour: number): Date => new Date(Date.UTC(2027, 2, 1, hour));
const doing = { by: 'ada', now: at(12), most: 3 };
const task = (overrides: Partial<Task> = {}): Task => ({
  taskId: 'a',
  activityId: 'p',
  groupId: 'g',
  title: 'Sketch',
  note: '',
  state: 'todo',
  ownerIds: [],
  dueAt: null,
  milestone: null,
  place: 0,
  revision: 1,
  changedAt: at(9),
  doneAt: null,
  doneBy: [],
  deletedAt: null,
  ...overrides,
});
const { taskId, activityId, groupId, title, note, ownerIds, dueAt, milestone } = task();
const key = { taskId, activityId, groupId };
const content = { title, note, state: 'todo' as const, ownerIds, dueAt, milestone };

describe('a task', () => {
  const full = ['x', 'y', 'z'].map((id) => task({ taskId: id }));
  test.each([
    [
      'a new one is last in its column',
      [task({ taskId: 'x', place: 4 })],
      content,
      0,
      { task: { place: 5, revision: 1 } },
    ],
    ['the same again changes nothing', [task()], content, 0, { type: 'unchanged' }],
    [
      'over what one has not seen it is not written',
      [task({ revision: 2 })],
      { ...content, title: 'x' },
      1,
      { reason: 'STALE_REVISION' },
    ],
    ['a full board takes no more', full, content, 0, { reason: 'TASKS_TOO_MANY' }],
    [
      'what is deleted does not count',
      [...full.slice(1), task({ taskId: 'w', deletedAt: at(1) })],
      content,
      0,
      { type: 'accept' },
    ],
    [
      'done without an owner, it was who says so',
      [task()],
      { ...content, state: 'done' as const },
      1,
      { task: { doneBy: ['ada'], doneAt: at(12) } },
    ],
    [
      'done with owners, it was they',
      [task()],
      { ...content, state: 'done' as const, ownerIds: ['bo'] },
      1,
      { task: { doneBy: ['bo'] } },
    ],
    [
      'who has done it stays though the owner has left',
      [task({ state: 'done', doneBy: ['bo'], doneAt: at(10), ownerIds: ['bo'] })],
      { ...content, state: 'done' as const },
      1,
      { task: { doneBy: ['bo'], doneAt: at(10) } },
    ],
  ])('%s', (_rule, tasks, wanted, revision, expected) => {
    expect(decideSave(tasks, key, wanted, revision, doing)).toMatchObject(expected);
  });

  test('opened again, it is nobody’s deed', () => {
    const done = task({ state: 'done', doneBy: ['bo'], doneAt: at(10) });
    const to = { state: 'todo', after: null } as const;
    expect(decideMove([done], 'a', to, 1, doing)).toMatchObject({ task: { doneBy: [], doneAt: null } });
  });
});

test('wherever a task is put, it comes right behind the one it was put behind', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 25 }), (moves) => {
      let column: Task[] = [];
      for (const [index, move] of moves.entries()) {
        const after = move === 0 ? null : (column[(move - 1) % Math.max(1, column.length)]?.taskId ?? null);
        const placed = task({ taskId: `t${index}`, place: placeAfter(column, after) });
        column = inOrder([...column, placed]);
        const position = column.findIndex(({ taskId: id }) => id === placed.taskId);
        expect(column[position - 1]?.taskId ?? null).toBe(after);
      }
    }),
  );
});
