import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TASK_STATES } from '../../../../../server/src/contracts/room-limits.ts';
import { announce } from '../../../ui/announce.ts';
import { BoardList } from '../../../ui/BoardList.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RoomPage, useRoomPlace } from '../../group-work/components/RoomPage.tsx';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { type Task, type TaskBoard, type TaskState, useMoveTask, useTaskBoard } from '../api.ts';
import { TaskCard } from '../components/TaskCard.tsx';
import { TaskDialog } from '../components/TaskDialog.tsx';
import styles from './TaskBoardPage.module.css';

/** Who of a group does what until when. */
export default function TaskBoardPage() {
  const { t } = useTranslation();
  const place = useRoomPlace();
  const query = useTaskBoard(place);
  return (
    <RoomPage place={place} title={t('taskBoard.title')} query={query}>
      {(board) => <Board place={place} board={board} />}
    </RoomPage>
  );
}

function Board({ place, board }: { readonly place: RoomPlace; readonly board: TaskBoard }) {
  const { t } = useTranslation();
  const moving = useMoveTask(place);
  /** The task in the dialog; `new`: one that is not there yet. */
  const [open, setOpen] = useState<Task | 'new' | null>(null);
  const { room, items } = board;
  const mayWrite = room.can.write;

  function move(task: Task, state: TaskState, after: string | null): void {
    const done = () =>
      announce(t('taskBoard.moved', { title: task.title, column: t(`taskBoard.columns.${state}`) }));
    moving.mutate({ task, state, after }, { onSuccess: done });
  }
  function put(id: string, state: TaskState, after: string | null): void {
    const task = items.find(({ taskId }) => taskId === id);
    if (task) move(task, state, after);
  }
  return (
    <>
      {mayWrite && (
        <div className={cx(layout['row'])}>
          <Button variant="primary" onPress={() => setOpen('new')}>
            {t('taskBoard.add')}
          </Button>
          <p className={cx(layout['muted'], layout['measure'])}>{t('taskBoard.howTo')}</p>
        </div>
      )}
      {moving.error !== null && <Problem error={moving.error} />}
      <div className={cx(styles['board'])}>
        {TASK_STATES.map((state) => {
          const tasks = items.filter((task) => task.state === state);
          return (
            <section key={state} className={cx(styles['column'])} aria-labelledby={`column-${state}`}>
              <h2 id={`column-${state}`}>
                {t(`taskBoard.columns.${state}`)}{' '}
                <span className={cx(layout['muted'])}>{tasks.length > 0 && tasks.length}</span>
              </h2>
              <BoardList
                label={t(`taskBoard.columns.${state}`)}
                isReadOnly={!mayWrite}
                empty={t(`taskBoard.empty.${state}`)}
                onPlace={(id, after) => put(id, state, after)}
                items={tasks.map((task) => ({
                  id: task.taskId,
                  title: task.title,
                  content: (
                    <TaskCard
                      task={task}
                      room={room}
                      onOpen={() => setOpen(task)}
                      onMove={(to) => move(task, to, lastOf(items, to))}
                    />
                  ),
                }))}
              />
            </section>
          );
        })}
      </div>
      {open !== null && (
        <TaskDialog
          place={place}
          room={room}
          task={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

const lastOf = (items: readonly Task[], state: TaskState): string | null =>
  items.findLast((task) => task.state === state)?.taskId ?? null;
