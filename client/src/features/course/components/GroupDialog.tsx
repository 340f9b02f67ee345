import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  GROUP_CAP_MAX,
  GROUP_NAME_MAX,
  GROUP_TOPIC_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Group } from '../api.ts';
import { type OwnSet, useChangeGroup, useDeleteGroup } from '../sets-api.ts';

/** Stands for "nobody is named" among the choices. */
const FIRST_IN = 'first';

interface GroupDialogProps {
  readonly set: OwnSet;
  readonly group: Group;
  readonly onClose: () => void;
}

/** What a group is called, what it works on, how many may choose it, who leads it; or takes it off. */
export function GroupDialog({ set, group, onClose }: GroupDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(group.name ?? '');
  const [topic, setTopic] = useState(group.topic);
  const [cap, setCap] = useState(group.cap ?? 0);
  const [leader, setLeader] = useState(group.leaderId ?? FIRST_IN);
  const [isRemoving, setIsRemoving] = useState(false);
  const change = useChangeGroup(set, group.id);
  const trimmed = name.trim();
  const isNameWrong = trimmed === '' || trimmed.length > GROUP_NAME_MAX;
  const isTopicWrong = topic.length > GROUP_TOPIC_MAX;
  if (isRemoving) return <RemoveGroupDialog set={set} group={group} onClose={onClose} />;

  function submit(): void {
    change.mutate(
      {
        name: trimmed,
        topic: topic.trim(),
        cap: cap > 0 ? cap : null,
        leaderId: leader === FIRST_IN || !set.hasLeaders ? null : leader,
      },
      {
        onSuccess: () => {
          onClose();
          showToast({ text: t('groupSets.group.saved', { name: trimmed }) });
        },
      },
    );
  }
  return (
    <ConfirmDialog
      title={t('groupSets.group.title')}
      confirm={t(change.isPending ? 'groupSets.group.saving' : 'groupSets.group.save')}
      isPending={change.isPending || isNameWrong || isTopicWrong}
      onConfirm={submit}
      onClose={onClose}
    >
      <TextField
        label={t('groupSets.group.name')}
        value={name}
        error={isNameWrong ? t('groupSets.group.nameWrong', { max: GROUP_NAME_MAX }) : undefined}
        onChange={setName}
      />
      <TextField
        label={t('groupSets.group.topic')}
        hint={t('groupSets.group.topicHint')}
        isOptional
        value={topic}
        error={isTopicWrong ? t('groupSets.group.topicWrong', { max: GROUP_TOPIC_MAX }) : undefined}
        onChange={setTopic}
      />
      <NumberField
        label={t('groupSets.group.cap')}
        hint={t('groupSets.add.capHint')}
        value={cap}
        minValue={0}
        maxValue={GROUP_CAP_MAX}
        onChange={setCap}
      />
      {set.hasLeaders && (
        <Select
          label={t('groupSets.group.leader')}
          value={leader}
          choices={[
            { id: FIRST_IN, text: t('groupSets.group.firstIn') },
            ...group.members.map(({ memberId, name: who, email }) => ({
              id: memberId,
              text: who ?? email ?? t('groups.person'),
            })),
          ]}
          onChange={setLeader}
        />
      )}
      {change.error !== null && <Problem error={change.error} />}
      <div className={cx(layout['row'])}>
        <Button onPress={() => setIsRemoving(true)}>{t('groupSets.group.remove')}</Button>
      </div>
    </ConfirmDialog>
  );
}

function RemoveGroupDialog({ set, group, onClose }: GroupDialogProps) {
  const { t } = useTranslation();
  const remove = useDeleteGroup(set, group.id);
  const name = group.name ?? '';
  const done = () => {
    onClose();
    showToast({ text: t('groupSets.group.removed', { name }) });
  };
  return (
    <ConfirmDialog
      title={t('groupSets.remove.title', { name })}
      confirm={t('groupSets.remove.confirm')}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate({}, { onSuccess: done })}
      onClose={onClose}
    >
      <p>
        {group.members.length === 0
          ? t('groupSets.group.removeEmpty')
          : t('groupSets.group.removeText', { count: group.members.length })}
      </p>
      {remove.error !== null && <Problem error={remove.error} />}
    </ConfirmDialog>
  );
}
