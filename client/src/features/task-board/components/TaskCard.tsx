import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Room } from '../../group-work/room-api.ts';
import type { Task, TaskState } from '../api.ts';

/** What one does most: without dragging, with one press. */
const NEXT: Record<TaskState, TaskState> = { todo: 'doing', doing: 'done', done: 'todo' };

interface TaskCardProps {
  readonly task: Task;
  readonly room: Room;
  readonly onOpen: () => void;
  readonly onMove: (to: TaskState) => void;
}

/** A task with who does it until when, and how it goes on. */
export function TaskCard({ task, room, onOpen, onMove }: TaskCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { title, state, ownerIds, leftBy, dueAt, milestone } = task;
  const owners = room.members
    .filter(({ memberId }) => ownerIds.includes(memberId))
    .map(({ name, isOwn }) => (isOwn ? t('groupWork.you') : (name ?? t('groupWork.somebody'))));
  const isLate = dueAt !== null && state !== 'done' && Date.parse(dueAt) < now;
  const step = room.milestones.find(({ n }) => n === milestone);
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <p>
        <bdi>{title}</bdi>
      </p>
      <p className={cx(layout['muted'], layout['small'])}>
        {owners.length > 0 ? format.list(owners) : t('taskBoard.nobody')}
        {dueAt !== null && !isLate && ` · ${t('taskBoard.due', { when: format.shortMoment(dueAt) })}`}
        {step !== undefined && ` · ${step.title}`}
      </p>
      {isLate && <Badge tone="warn">{t('taskBoard.late', { when: format.shortMoment(dueAt) })}</Badge>}
      {leftBy.length > 0 && (
        <Badge tone="info">
          {t('taskBoard.free', { names: format.list(leftBy.map((name) => name ?? t('groupWork.somebody'))) })}
        </Badge>
      )}
      {room.can.write && (
        <div className={cx(layout['row'], layout['snug'])}>
          <Button
            variant="quiet"
            aria-label={t('taskBoard.nextOf', { action: t(`taskBoard.next.${state}`), title })}
            onPress={() => onMove(NEXT[state])}
          >
            {t(`taskBoard.next.${state}`)}
          </Button>
          <Button
            variant="quiet"
            aria-label={t('taskBoard.nextOf', { action: t('taskBoard.change'), title })}
            onPress={onOpen}
          >
            {t('taskBoard.change')}
          </Button>
        </div>
      )}
      {!room.can.write && task.note !== '' && <p className={cx(layout['prose'])}>{task.note}</p>}
    </div>
  );
}
