import type { TFunction } from 'i18next';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { ApiError } from '../../../app/api-client.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { type GradeDecision, type GradeHistory, type SetOverrides, useOverrideGrade } from '../api.ts';
import { decisionBefore, gradeOf } from '../decision.ts';
import { Check, Choice } from './Choice.tsx';
import styles from './History.module.css';
import { useAuthor } from './HistoryEntry.tsx';

interface DecisionPanelProps {
  readonly history: GradeHistory;
  /** Reads the history anew: somebody else has decided meanwhile. */
  readonly onReload: () => void;
}

/** Setting or excusing one grade, waiving lateness, and undoing it. */
export function DecisionPanel({ history, onReload }: DecisionPanelProps) {
  const { t } = useTranslation();
  const { column, member, activityId, decisions } = history;
  const save = useOverrideGrade(column.id, member.id, activityId);
  const [newest] = decisions;
  const decide = (wanted: Omit<SetOverrides, 'expectedRevision'>) =>
    save.mutate(
      { ...wanted, expectedRevision: newest?.revision ?? 0 },
      {
        onSuccess: () => {
          announce(t('gradebook.decide.saved'));
          setIsOpen(false);
        },
      },
    );
  const [isOpen, setIsOpen] = useState(false);
  const element = useFocusOnOpen(isOpen);
  const isStale = save.error instanceof ApiError && save.error.code === 'STALE_REVISION';
  return (
    <section ref={element} className={cx(styles['panel'])} aria-labelledby="decide">
      <h2 id="decide">{t('gradebook.decide.title')}</h2>
      <p>{t(history.released ? 'gradebook.decide.text' : 'gradebook.decide.notReleased')}</p>
      {save.error !== null && (
        <Problem
          error={save.error}
          {...(isStale && {
            retry: () => {
              save.reset();
              onReload();
            },
          })}
        />
      )}
      {newest !== undefined && <Newest decision={newest} />}
      {isOpen ? (
        <DecisionForm
          // What one sees belongs to one decision: a newer one starts the form anew.
          key={newest?.revision ?? 0}
          history={history}
          isPending={save.isPending}
          onSubmit={decide}
          onCancel={() => setIsOpen(false)}
        />
      ) : (
        <div className={cx(layout['row'])}>
          <Button onPress={() => setIsOpen(true)}>{t('gradebook.decide.open')}</Button>
          {newest !== undefined && (
            <Button isPending={save.isPending} onPress={() => decide(undoing(decisions, t))}>
              {t('gradebook.decide.undo')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

const undoing = (decisions: readonly GradeDecision[], t: TFunction) => ({
  ...decisionBefore(decisions),
  reason: t('gradebook.decide.undone'),
});

/** The pressed button is gone when the form opens or closes: the focus goes to what came in its place. */
function useFocusOnOpen(isOpen: boolean) {
  const element = useRef<HTMLElement>(null);
  const before = useRef(isOpen);
  useEffect(() => {
    if (before.current !== isOpen)
      element.current?.querySelector<HTMLElement>('input:checked, button')?.focus();
    before.current = isOpen;
  }, [isOpen]);
  return element;
}

function Newest({ decision }: { readonly decision: GradeDecision }) {
  const { t } = useTranslation();
  const format = useFormat();
  const author = useAuthor();
  const textOf = useDecisionText();
  return (
    <div>
      <p className={cx(layout['prose'])}>
        {textOf(decision)} {t('gradebook.history.reason', { reason: decision.reason })}
      </p>
      <p className={cx(layout['muted'], layout['small'])}>
        {t('gradebook.history.by', { when: format.moment(decision.at), name: author(decision.by) })}
      </p>
    </div>
  );
}

/** What a decision amounts to, in words. */
function useDecisionText(): (decision: GradeDecision) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ grade, excused, lateWaived }) => {
    const first = excused
      ? t('gradebook.decide.isExcused')
      : grade === null
        ? t('gradebook.decide.isComputed')
        : t('gradebook.decide.isSet', { value: format.number(grade) });
    return lateWaived ? `${first} ${t('gradebook.decide.isWaived')}` : first;
  };
}

interface DecisionFormProps {
  readonly history: GradeHistory;
  readonly isPending: boolean;
  readonly onSubmit: (wanted: Omit<SetOverrides, 'expectedRevision'>) => void;
  readonly onCancel: () => void;
}

function DecisionForm({ history, isPending, onSubmit, onCancel }: DecisionFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { column, decisions, entries } = history;
  const [before] = decisions;
  const [kind, setKind] = useState<SetOverrides['grade']['kind']>(gradeOf(before).kind);
  const [value, setValue] = useState(before?.grade ?? entries[0]?.explanation.value ?? Number.NaN);
  const [lateWaived, setLateWaived] = useState(before?.lateWaived ?? false);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isValueWrong = kind === 'set' && !(value >= 0 && value <= column.highest);
  const isReasonWrong = reason.trim() === '' || reason.length > REASON_MAX;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (isValueWrong || isReasonWrong) {
      return announce(t('common.formErrors', { count: Number(isValueWrong) + Number(isReasonWrong) }));
    }
    const grade = kind === 'set' ? { kind, value } : { kind };
    onSubmit({ grade, lateWaived, reason: reason.trim() });
  }

  return (
    <form noValidate onSubmit={submit} className={cx(styles['form'])}>
      <Choice
        legend={t('gradebook.decide.what')}
        options={(['computed', 'set', 'excused'] as const).map((option) => ({
          value: option,
          title: t(`gradebook.decide.${option}`),
          hint: t(`gradebook.decide.${option}Hint`),
        }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'set' && (
        <NumberField
          label={t('gradebook.decide.value')}
          hint={t('gradebook.decide.valueHint', { max: format.number(column.highest) })}
          minValue={0}
          maxValue={column.highest}
          value={value}
          error={
            isTried && isValueWrong
              ? t('gradebook.decide.valueWrong', { max: format.number(column.highest) })
              : undefined
          }
          onChange={setValue}
        />
      )}
      {column.countsLate && kind !== 'excused' && (
        <Check
          label={t('gradebook.decide.waive')}
          hint={t('gradebook.decide.waiveHint')}
          isChecked={lateWaived}
          onChange={setLateWaived}
        />
      )}
      <TextArea
        label={t('gradebook.decide.reason')}
        hint={t('gradebook.decide.reasonHint')}
        rows={2}
        value={reason}
        error={isTried && isReasonWrong ? t('gradebook.decide.reasonWrong', { max: REASON_MAX }) : undefined}
        onChange={setReason}
      />
      <div className={cx(layout['row'])}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t(isPending ? 'gradebook.decide.saving' : 'gradebook.decide.save')}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
