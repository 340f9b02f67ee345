import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { FieldPlaceholder } from '../../../ui/FieldPlaceholder.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useGroups, useGroupsOf } from '../../course/api.ts';
import { useSetName } from '../../course/use-set-name.ts';
import { type ExtendedGroup, usePreviewGroupExtension, useSaveGroupExtension } from '../timeline-api.ts';
import { DatesTable } from './DatesTable.tsx';
import { isReasonWrong, ReasonField } from './ReasonField.tsx';
import { stepRefused, type TypedUntil, typedOf, UntilFields, untilOf } from './UntilFields.tsx';

interface GroupExtensionDialogProps {
  readonly activityId: string;
  /** Null: one is chosen here. */
  readonly group: ExtendedGroup | null;
  readonly onClose: () => void;
}

/** More time for everybody in a group; shows what becomes of every date, and for how many, before it is saved. */
export function GroupExtensionDialog({ activityId, group, onClose }: GroupExtensionDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(group && { id: group.groupId, name: group.name ?? '' });
  const [typed, setTyped] = useState<TypedUntil>(() => typedOf(group?.until ?? {}));
  const [reason, setReason] = useState(group?.reason ?? '');
  const until = untilOf(typed);
  const normal = usePreviewGroupExtension(activityId, chosen?.id ?? null, {});
  const preview = usePreviewGroupExtension(activityId, chosen?.id ?? null, until);
  const save = useSaveGroupExtension(activityId);
  const refused = stepRefused(preview.error);
  // There is nothing to give, and nothing to take back.
  const isEmpty = Object.keys(until).length === 0 && (preview.data?.revision ?? 0) === 0;

  function submit(): void {
    if (!chosen || !preview.data) return;
    save.mutate(
      { groupId: chosen.id, until, reason: reason.trim(), expectedRevision: preview.data.revision },
      {
        onSuccess: () => {
          onClose();
          showToast({ text: t('timeline.extension.saved', { name: chosen.name }) });
        },
      },
    );
  }
  return (
    <ConfirmDialog
      title={chosen ? t('timeline.extension.title', { name: chosen.name }) : t('timeline.groups.chooseTitle')}
      confirm={t(save.isPending ? 'timeline.saving' : 'timeline.save')}
      isPending={
        save.isPending || isEmpty || preview.data === undefined || preview.isError || isReasonWrong(reason)
      }
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('timeline.groups.dialogText')}</p>
      {save.error !== null && <Problem error={save.error} />}
      {preview.error !== null && refused === null && <Problem error={preview.error} />}
      {group === null && <GroupPicker value={chosen?.id ?? null} onChoose={setChosen} />}
      {normal.data !== undefined && (
        <UntilFields of="group" steps={normal.data.steps} typed={typed} refused={refused} onType={setTyped} />
      )}
      {chosen !== null && <ReasonField value={reason} onChange={setReason} />}
      {preview.data !== undefined && (
        <div className={cx(layout['stack'], layout['tight'])} aria-live="polite">
          <h3>{t('timeline.preview')}</h3>
          <p>{t('timeline.groups.concerns', { count: preview.data.people })}</p>
          <DatesTable label={t('timeline.preview')} of="group" steps={preview.data.steps} />
        </div>
      )}
    </ConfirmDialog>
  );
}

interface GroupPickerProps {
  readonly value: string | null;
  readonly onChoose: (group: { id: string; name: string }) => void;
}

/** A set, then one of its groups. */
function GroupPicker({ value, onChoose }: GroupPickerProps) {
  const { t } = useTranslation();
  const nameOf = useSetName();
  const groups = useGroups();
  const sets = groups.data?.sets ?? [];
  const [setId, setSetId] = useState<string | null>(null);
  const shown = setId ?? sets[0]?.id ?? null;
  const inSet = useGroupsOf(shown ?? '', shown !== null);
  const choices = (inSet.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ status }) => status === 'active')
    .map(({ id, name, lmsId }) => ({ id, text: name ?? t('groups.unnamed', { id: lmsId ?? '' }) }));
  if (groups.error !== null) return <Problem error={groups.error} />;
  // A list with nothing in it yet would not open.
  if (groups.data === undefined) return <FieldPlaceholder label={t('timeline.groups.set')} />;
  if (sets.length === 0) return <p>{t('timeline.groups.none')}</p>;
  return (
    <>
      <Select
        label={t('timeline.groups.set')}
        value={shown}
        choices={sets.map((set) => ({ id: set.id, text: nameOf(set) }))}
        onChange={setSetId}
      />
      {inSet.error !== null && <Problem error={inSet.error} />}
      {inSet.data === undefined ? (
        <FieldPlaceholder label={t('timeline.groups.group')} />
      ) : (
        <Select
          label={t('timeline.groups.group')}
          value={value}
          choices={choices}
          onChange={(id) => onChoose({ id, name: choices.find((choice) => choice.id === id)?.text ?? '' })}
        />
      )}
    </>
  );
}
