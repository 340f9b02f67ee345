import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  TASK_NOTE_MAX,
  TASK_STATES,
  TASK_TITLE_MAX,
} from '../../../../../server/src/contracts/room-limits.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Room, RoomPlace } from '../../group-work/room-api.ts';
import { type Task, type TaskState, useDeleteTask, useSaveTask } from '../api.ts';

/** Stands for "for none" among the milestones. */
const NONE = 'none';

interface TaskDialogProps {
  readonly place: RoomPlace;
  readonly room: Room;
  /** Null: a new one. */
  readonly task: Task | null;
  readonly onClose: () => void;
}

/** Everything about one task; takes it off the board too. */
export function TaskDialog({ place, room, task, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const [taskId] = useState(() => task?.taskId ?? newId());
  const [title, setTitle] = useState(task?.title ?? '');
  const [note, setNote] = useState(task?.note ?? '');
  const [state, setState] = useState<TaskState>(task?.state ?? 'todo');
  const [ownerIds, setOwnerIds] = useState<readonly string[]>(task?.ownerIds ?? []);
  const [due, setDue] = useState(task?.dueAt ? toLocalField(task.dueAt) : '');
  const [milestone, setMilestone] = useState(task?.milestone ? String(task.milestone) : NONE);
  const [showsFaults, setShowsFaults] = useState(false);
  const save = useSaveTask(place);
  const remove = useDeleteTask(place);
  const isTitleWrong = title.trim() === '' || title.trim().length > TASK_TITLE_MAX;
  const isNoteWrong = note.length > TASK_NOTE_MAX;

  function submit(): void {
    setShowsFaults(true);
    if (isTitleWrong || isNoteWrong) return;
    const content = {
      title: title.trim(),
      note: note.trim(),
      state,
      ownerIds: [...ownerIds],
      dueAt: toIso(due),
      milestone: milestone === NONE ? null : Number(milestone),
    };
    save.mutate(
      { taskId, ...content, expectedRevision: task?.revision ?? 0 },
      {
        onSuccess: () => {
          onClose();
          showToast({ text: t('taskBoard.saved', { title: content.title }) });
        },
      },
    );
  }
  function takeOff({ revision, title: was }: Task): void {
    const undo = () => remove.mutate({ taskId, deleted: false, expectedRevision: revision + 1 });
    remove.mutate(
      { taskId, deleted: true, expectedRevision: revision },
      {
        onSuccess: () => {
          onClose();
          showToast({ text: t('taskBoard.deleted', { title: was }), undo });
        },
      },
    );
  }
  return (
    <ConfirmDialog
      title={t(task === null ? 'taskBoard.dialog.new' : 'taskBoard.dialog.change')}
      confirm={t('taskBoard.dialog.save')}
      isPending={save.isPending || remove.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <TextField
        label={t('taskBoard.dialog.title')}
        value={title}
        error={
          showsFaults && isTitleWrong ? t('taskBoard.dialog.titleWrong', { max: TASK_TITLE_MAX }) : undefined
        }
        onChange={setTitle}
      />
      <CheckboxGroup
        label={t('taskBoard.dialog.owners')}
        choices={room.members.map(({ memberId, name, isOwn }) => ({
          id: memberId,
          text: isOwn ? t('groupWork.you') : (name ?? t('groupWork.somebody')),
        }))}
        value={ownerIds}
        onChange={setOwnerIds}
      />
      <DateTimeField label={t('taskBoard.dialog.due')} isOptional value={due} onChange={setDue} />
      {room.milestones.length > 0 && (
        <Select
          label={t('taskBoard.dialog.milestone')}
          value={milestone}
          choices={[
            { id: NONE, text: t('taskBoard.dialog.noMilestone') },
            ...room.milestones.map(({ n, title: text }) => ({ id: String(n), text })),
          ]}
          onChange={setMilestone}
        />
      )}
      <RadioGroup
        label={t('taskBoard.dialog.state')}
        look="segments"
        value={state}
        choices={TASK_STATES.map((id) => ({ id, text: t(`taskBoard.columns.${id}`) }))}
        onChange={setState}
      />
      <TextArea
        label={t('taskBoard.dialog.note')}
        isOptional
        rows={2}
        value={note}
        error={isNoteWrong ? t('taskBoard.dialog.noteWrong', { max: TASK_NOTE_MAX }) : undefined}
        onChange={setNote}
      />
      {save.error !== null && <Problem error={save.error} />}
      {remove.error !== null && <Problem error={remove.error} />}
      {task !== null && (
        <div className={cx(layout['row'])}>
          <Button isDisabled={remove.isPending} onPress={() => takeOff(task)}>
            {t('taskBoard.dialog.delete')}
          </Button>
        </div>
      )}
    </ConfirmDialog>
  );
}
