import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { GROUP_NAME_MAX } from '../../../../../server/src/contracts/limits.ts';
import { newId } from '../../../app/new-id.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { GroupSet } from '../api.ts';
import { useCreateGroupSet } from '../sets-api.ts';
import { useSetName } from '../use-set-name.ts';

/** Stands for "no other set" among the choices. */
const EMPTY = 'empty';

interface NewSetDialogProps {
  /** Those that it may be a copy of. */
  readonly sets: readonly Pick<GroupSet, 'id' | 'name' | 'source'>[];
  readonly copyOf?: string;
  readonly initialName?: string;
  readonly onClose: () => void;
}

/** A new group set, empty or as a copy; leads to its page. */
export function NewSetDialog({ sets, copyOf, initialName = '', onClose }: NewSetDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const nameOf = useSetName();
  // One id for one wish, however often its button is pressed.
  const [id] = useState(newId);
  const [name, setName] = useState(initialName);
  const [from, setFrom] = useState(copyOf ?? EMPTY);
  const [wasTried, setWasTried] = useState(false);
  const create = useCreateGroupSet();
  const trimmed = name.trim();
  const isWrong = trimmed === '' || trimmed.length > GROUP_NAME_MAX;

  function submit(): void {
    setWasTried(true);
    if (isWrong) return;
    create.mutate(
      { id, name: trimmed, copyOf: from === EMPTY ? null : from },
      {
        onSuccess: () => {
          onClose();
          void navigate(`/groups/${id}`);
        },
      },
    );
  }
  return (
    <ConfirmDialog
      title={t('groupSets.new.title')}
      confirm={t(create.isPending ? 'groupSets.new.making' : 'groupSets.new.make')}
      isPending={create.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <TextField
        label={t('groupSets.new.name')}
        hint={t('groupSets.new.nameHint')}
        value={name}
        error={wasTried && isWrong ? t('groupSets.new.nameMissing') : undefined}
        onChange={setName}
      />
      {sets.length > 0 && (
        <Select
          label={t('groupSets.new.from')}
          value={from}
          choices={[
            { id: EMPTY, text: t('groupSets.new.empty') },
            ...sets.map((set) => ({
              id: set.id,
              text: t('groupSets.new.copyOf', {
                name: nameOf(set),
              }),
            })),
          ]}
          onChange={setFrom}
        />
      )}
      {create.error !== null && <Problem error={create.error} />}
    </ConfirmDialog>
  );
}
