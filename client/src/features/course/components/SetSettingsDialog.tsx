import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUP_NAME_MAX } from '../../../../../server/src/contracts/limits.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { type OwnSet, useChangeGroupSet } from '../sets-api.ts';

interface SetSettingsDialogProps {
  readonly set: OwnSet;
  readonly onClose: () => void;
}

/** What a group set is called, and whether and when learners choose their groups by themselves. */
export function SetSettingsDialog({ set, onClose }: SetSettingsDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(set.name ?? '');
  const [hasLeaders, setHasLeaders] = useState(set.hasLeaders);
  const [hasSignUp, setHasSignUp] = useState(set.signUp !== null);
  const [opensAt, setOpensAt] = useState(fieldOf(set.signUp?.opensAt));
  const [closesAt, setClosesAt] = useState(fieldOf(set.signUp?.closesAt));
  const [mayChange, setMayChange] = useState(set.signUp?.mayChange ?? true);
  const [waitingList, setWaitingList] = useState(set.signUp?.waitingList ?? true);
  const change = useChangeGroupSet(set);
  const trimmed = name.trim();
  const isNameWrong = trimmed === '' || trimmed.length > GROUP_NAME_MAX;
  const isOrderWrong = hasSignUp && opensAt !== '' && closesAt !== '' && closesAt <= opensAt;

  function submit(): void {
    change.mutate(
      {
        name: trimmed,
        hasLeaders,
        signUp: hasSignUp
          ? { opensAt: toIso(opensAt), closesAt: toIso(closesAt), mayChange, waitingList }
          : null,
      },
      {
        onSuccess: () => {
          onClose();
          showToast({ text: t('groupSets.settings.saved') });
        },
      },
    );
  }
  return (
    <ConfirmDialog
      title={t('groupSets.settings.title')}
      confirm={t('groupSets.settings.save')}
      isPending={change.isPending || isNameWrong || isOrderWrong}
      onConfirm={submit}
      onClose={onClose}
    >
      <TextField
        label={t('groupSets.new.name')}
        hint={t('groupSets.new.nameHint')}
        value={name}
        error={isNameWrong ? t('groupSets.new.nameMissing') : undefined}
        onChange={setName}
      />
      <Checkbox isChecked={hasLeaders} onChange={setHasLeaders}>
        {t('groupSets.settings.hasLeaders')}
      </Checkbox>
      <Checkbox isChecked={hasSignUp} onChange={setHasSignUp}>
        {t('groupSets.settings.signUp')}
      </Checkbox>
      {hasSignUp && (
        <>
          <DateTimeField
            label={t('groupSets.settings.opensAt')}
            hint={t('groupSets.settings.opensHint')}
            isOptional
            value={opensAt}
            onChange={setOpensAt}
          />
          <DateTimeField
            label={t('groupSets.settings.closesAt')}
            hint={t('groupSets.settings.closesHint')}
            isOptional
            value={closesAt}
            error={isOrderWrong ? t('groupSets.settings.closesWrong') : undefined}
            onChange={setClosesAt}
          />
          <Checkbox isChecked={mayChange} onChange={setMayChange}>
            {t('groupSets.settings.mayChange')}
          </Checkbox>
          <Checkbox isChecked={waitingList} onChange={setWaitingList}>
            {t('groupSets.settings.waitingList')}
          </Checkbox>
        </>
      )}
      {change.error !== null && <Problem error={change.error} />}
    </ConfirmDialog>
  );
}

const fieldOf = (iso: string | null | undefined): string => (iso ? toLocalField(iso) : '');
