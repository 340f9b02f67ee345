import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX, REVIEW_PROBLEMS } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Side } from '../comparison-api.ts';
import {
  type OwnProblem,
  type ProblemKind,
  type ReportTarget,
  useOwnProblems,
  useReportProblem,
} from '../problems-api.ts';

interface ReportProblemProps {
  readonly target: ReportTarget;
}

const SIDES: readonly Side[] = ['left', 'right'];

/** A reviewer tells staff what is wrong with the work, or with one of two, and reads what they say. */
export default function ReportProblem({ target }: ReportProblemProps) {
  const { t } = useTranslation();
  const { data } = useOwnProblems(target);
  const [isReporting, setIsReporting] = useState(false);
  if (data === undefined || (data.problems.length === 0 && !data.can.report)) return null;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {data.problems.map((problem) => (
        <Reported key={problem.id} target={target} problem={problem} />
      ))}
      {data.can.report && (
        <div>
          <Button variant="quiet" onPress={() => setIsReporting(true)}>
            {t('staffView.problem.own.button')}
          </Button>
        </div>
      )}
      {isReporting && <ReportDialog target={target} onClose={() => setIsReporting(false)} />}
    </div>
  );
}

function Reported({ target, problem }: ReportProblemProps & { readonly problem: OwnProblem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, text, side, reportedAt, answer } = problem;
  const when = format.moment(reportedAt);
  const work = side !== null && 'names' in target ? target.names[side] : null;
  return (
    <div className={cx(layout['card'], layout['stack'], layout['tight'])}>
      {work !== null && <strong>{work}</strong>}
      <p>{t('staffView.problem.own.reported', { when, kind: t(textOf(kind)) })}</p>
      {text !== '' && <p className={cx(layout['prose'])}>{text}</p>}
      {answer === null && <p className={cx(layout['muted'])}>{t('staffView.problem.own.waits')}</p>}
      {answer !== null && (
        <>
          <p className={cx(layout['muted'])}>
            {t('staffView.problem.own.answer', { when: format.moment(answer.at) })}
          </p>
          <p className={cx(layout['prose'])}>{answer.words}</p>
        </>
      )}
    </div>
  );
}

/** Who reports it says "I" where others speak of the reviewer. */
const textOf = (kind: ProblemKind) =>
  kind === 'conflict'
    ? ('staffView.problem.own.conflict' as const)
    : (`staffView.problem.kind.${kind}` as const);

interface ReportDialogProps extends ReportProblemProps {
  readonly onClose: () => void;
}

function ReportDialog({ target, onClose }: ReportDialogProps) {
  const { t } = useTranslation();
  const report = useReportProblem(target);
  // Sent again after a broken connection it is still the same report.
  const [id] = useState(newId);
  // There is nothing to choose where one work is reviewed.
  const names = 'names' in target ? target.names : null;
  const [side, setSide] = useState<Side | null>(names === null ? 'left' : null);
  const [kind, setKind] = useState<ProblemKind | null>(null);
  const [text, setText] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isTextWrong = text.trim().length > REASON_MAX || (kind === 'other' && text.trim() === '');

  function send(): void {
    setIsTried(true);
    if (side === null || kind === null || isTextWrong) return;
    report.mutate(
      { id, kind, text: text.trim(), side },
      {
        onSuccess: () => {
          showToast({ text: t('staffView.problem.own.sent') });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={t(names === null ? 'staffView.problem.own.title' : 'staffView.problem.own.titleOfTwo')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isPending={report.isPending} onPress={send}>
            {t('staffView.problem.own.send')}
          </Button>
        </>
      }
    >
      <p className={cx(layout['prose'])}>{t('staffView.problem.own.promise')}</p>
      {names !== null && (
        <RadioGroup
          label={t('staffView.problem.own.which')}
          choices={SIDES.map((one) => ({ id: one, text: names[one] }))}
          value={side}
          error={isTried && side === null ? t('staffView.problem.own.whichWrong') : undefined}
          onChange={setSide}
        />
      )}
      <RadioGroup
        label={t('staffView.problem.own.what')}
        choices={REVIEW_PROBLEMS.map((one) => ({
          id: one,
          text: t(textOf(one)),
        }))}
        value={kind}
        error={isTried && kind === null ? t('staffView.problem.own.whatWrong') : undefined}
        onChange={setKind}
      />
      <TextArea
        label={t('staffView.problem.own.text')}
        rows={3}
        isOptional={kind !== 'other'}
        value={text}
        error={isTried && isTextWrong ? t('staffView.problem.own.textWrong', { max: REASON_MAX }) : undefined}
        onChange={setText}
      />
      {report.error !== null && <Problem error={report.error} />}
    </Dialog>
  );
}
