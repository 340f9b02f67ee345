import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { type StaffDispute, useAnswerDispute } from '../api.ts';

type Outcome = 'changed' | 'upheld' | 'rejected';

interface AnswerFormProps {
  readonly activityId: string;
  readonly dispute: StaffDispute;
  readonly name: string;
  readonly onDone: () => void;
}

/** Staff answer a dispute that they have taken, and change the grade by the same step. */
export function AnswerForm({ activityId, dispute, name, onDone }: AnswerFormProps) {
  const { t } = useTranslation();
  const answer = useAnswerDispute(activityId);
  const [state, setState] = useState<Outcome | null>(null);
  const [grade, setGrade] = useState(Number.NaN);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const outcomes: Outcome[] = dispute.can.changeGrade
    ? ['changed', 'upheld', 'rejected']
    : ['upheld', 'rejected'];
  const isGradeWrong = state === 'changed' && Number.isNaN(grade);
  const isReasonWrong = reason.trim() === '' || reason.trim().length > REASON_MAX;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setIsTried(true);
    const wrong = [state === null, isGradeWrong, isReasonWrong].filter(Boolean).length;
    if (state === null || wrong > 0) return announce(t('common.formErrors', { count: wrong }));
    answer.mutate(
      {
        id: dispute.id,
        outcome: state === 'changed' ? { state, grade } : { state },
        reason: reason.trim(),
        expectedRevision: dispute.revision,
      },
      { onSuccess: onDone },
    );
  }

  return (
    <form noValidate onSubmit={submit} className={cx(layout['stack'])}>
      <RadioGroup
        label={t('disputes.staff.outcome', { name })}
        choices={outcomes.map((id) => ({
          id,
          text: t(`disputes.state.${id}`),
          hint: t(`disputes.staff.${id}Hint`),
        }))}
        value={state}
        error={isTried && state === null ? t('disputes.staff.outcomeWrong') : undefined}
        onChange={setState}
      />
      {state === 'changed' && (
        <NumberField
          label={t('disputes.staff.newGrade')}
          minValue={0}
          value={grade}
          error={isTried && isGradeWrong ? t('disputes.staff.gradeWrong') : undefined}
          onChange={setGrade}
        />
      )}
      <TextArea
        label={t('disputes.staff.reason')}
        rows={3}
        value={reason}
        error={isTried && isReasonWrong ? t('disputes.reasonWrong', { max: REASON_MAX }) : undefined}
        onChange={setReason}
      />
      {answer.error !== null && <Problem error={answer.error} />}
      <div>
        <Button type="submit" variant="primary" isPending={answer.isPending}>
          {t('disputes.staff.send')}
        </Button>
      </div>
    </form>
  );
}
