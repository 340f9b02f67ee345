import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  GROUP_CAP_MAX,
  GROUP_NAME_MAX,
  GROUPS_ADDED_MAX,
} from '../../../../../server/src/contracts/limits.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type OwnSet, useAddGroups } from '../sets-api.ts';

const FIRST_OFFER = 3;

interface AddGroupsDialogProps {
  readonly set: OwnSet;
  readonly onClose: () => void;
}

/** New groups by name, one in each line. */
export function AddGroupsDialog({ set, onClose }: AddGroupsDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(() =>
    Array.from(
      { length: FIRST_OFFER },
      (_, index) => `${t('groupSets.add.word')} ${set.groups + index + 1}`,
    ).join('\n'),
  );
  const [cap, setCap] = useState(0);
  const [wasTried, setWasTried] = useState(false);
  const add = useAddGroups(set);
  const names = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isWrong =
    names.length === 0 ||
    names.length > GROUPS_ADDED_MAX ||
    names.some((name) => name.length > GROUP_NAME_MAX);

  function submit(): void {
    setWasTried(true);
    if (isWrong) return;
    add.mutate(
      { names, cap: cap > 0 ? cap : null },
      {
        onSuccess: () => {
          onClose();
          showToast({ text: t('groupSets.add.done', { count: names.length }) });
        },
      },
    );
  }
  return (
    <ConfirmDialog
      title={t('groupSets.add.title')}
      confirm={t('groupSets.add.confirm')}
      isPending={add.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <TextArea
        label={t('groupSets.add.names')}
        rows={5}
        value={text}
        error={
          wasTried && isWrong
            ? t('groupSets.add.wrong', { max: GROUPS_ADDED_MAX, long: GROUP_NAME_MAX })
            : undefined
        }
        onChange={setText}
      />
      <NumberField
        label={t('groupSets.add.cap')}
        hint={t('groupSets.add.capHint')}
        value={cap}
        minValue={0}
        maxValue={GROUP_CAP_MAX}
        onChange={setCap}
      />
      {add.error !== null && <Problem error={add.error} />}
    </ConfirmDialog>
  );
}
