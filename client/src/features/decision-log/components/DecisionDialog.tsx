import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DECISION_TEXT_MAX } from '../../../../../server/src/contracts/room-limits.ts';
import { newId } from '../../../app/new-id.ts';
import { Checkbox, CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DateField } from '../../../ui/DateTimeField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Room, RoomPlace } from '../../group-work/room-api.ts';
import { type Decision, useRecordDecision } from '../api.ts';

interface DecisionDialogProps {
  readonly place: RoomPlace;
  readonly room: Room;
  /** Null: a new one. */
  readonly before: Decision | null;
  /** `2026-11-29` */
  readonly today: string;
  readonly onClose: () => void;
}

/** What was decided, what else was thought of, why, when, and who was there; of one that is there a new version. */
export function DecisionDialog({ place, room, before, today, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const newest = before?.versions[0];
  const [decisionId] = useState(() => before?.decisionId ?? newId());
  const [decision, setDecision] = useState(newest?.decision ?? '');
  const [alternatives, setAlternatives] = useState(newest?.alternatives ?? '');
  const [why, setWhy] = useState(newest?.why ?? '');
  const [decidedOn, setDecidedOn] = useState(newest?.decidedOn ?? today);
  const [presentIds, setPresentIds] = useState<readonly string[]>(
    newest?.presentIds ?? room.members.map(({ memberId }) => memberId),
  );
  const [isRevoked, setIsRevoked] = useState(newest?.isRevoked ?? false);
  const [showsFaults, setShowsFaults] = useState(false);
  const record = useRecordDecision(place);
  const tooLong = (text: string): string | undefined =>
    text.length > DECISION_TEXT_MAX ? t('decisionLog.dialog.tooLong', { max: DECISION_TEXT_MAX }) : undefined;
  const isMissing = decision.trim() === '';

  function submit(): void {
    setShowsFaults(true);
    if (isMissing || decidedOn === '' || [decision, alternatives, why].some((text) => tooLong(text))) return;
    const said = {
      decision: decision.trim(),
      alternatives: alternatives.trim(),
      why: why.trim(),
      decidedOn,
      isRevoked,
      presentIds: [...presentIds],
    };
    const done = () => {
      onClose();
      showToast({ text: t('decisionLog.saved') });
    };
    record.mutate({ decisionId, ...said, expectedVersion: newest?.version ?? 0 }, { onSuccess: done });
  }
  return (
    <ConfirmDialog
      title={t(before === null ? 'decisionLog.add' : 'decisionLog.amend')}
      confirm={t('decisionLog.dialog.save')}
      isPending={record.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <TextArea
        label={t('decisionLog.decision')}
        rows={2}
        value={decision}
        error={showsFaults && isMissing ? t('decisionLog.dialog.missing') : tooLong(decision)}
        onChange={setDecision}
      />
      <TextArea
        label={t('decisionLog.alternatives')}
        isOptional
        rows={2}
        value={alternatives}
        error={tooLong(alternatives)}
        onChange={setAlternatives}
      />
      <TextArea
        label={t('decisionLog.why')}
        isOptional
        rows={2}
        value={why}
        error={tooLong(why)}
        onChange={setWhy}
      />
      <DateField
        label={t('decisionLog.on')}
        value={decidedOn}
        error={showsFaults && decidedOn === '' ? t('decisionLog.dialog.noDay') : undefined}
        onChange={setDecidedOn}
      />
      <CheckboxGroup
        label={t('decisionLog.present')}
        choices={room.members.map(({ memberId, name, isOwn }) => ({
          id: memberId,
          text: isOwn ? t('groupWork.you') : (name ?? t('groupWork.somebody')),
        }))}
        value={presentIds}
        onChange={setPresentIds}
      />
      {before !== null && (
        <Checkbox isChecked={isRevoked} onChange={setIsRevoked}>
          {t('decisionLog.revoke')}
        </Checkbox>
      )}
      {record.error !== null && <Problem error={record.error} />}
    </ConfirmDialog>
  );
}
