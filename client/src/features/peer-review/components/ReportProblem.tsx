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
import { type OwnProblem, type ProblemKind, useOwnProblems, useReportProblem } from '../problems-api.ts';

interface ReportProblemProps {
  readonly activityId: string;
  readonly reviewId: string;
}

/** A reviewer tells staff what is wrong with the work, and reads what they say. */
export default function ReportProblem({ activityId, reviewId }: ReportProblemProps) {
  const { t } = useTranslation();
  const { data } = useOwnProblems(activityId, reviewId);
  const [isReporting, setIsReporting] = useState(false);
  if (data === undefined || (data.problems.length === 0 && !data.can.report)) return null;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {data.problems.map((problem) => (
        <Reported key={problem.id} problem={problem} />
      ))}
      {data.can.report && (
        <div>
          <Button variant="quiet" onPress={() => setIsReporting(true)}>
            {t('staffView.problem.own.button')}
          </Button>
        </div>
      )}
      {isReporting && (
        <ReportDialog activityId={activityId} reviewId={reviewId} onClose={() => setIsReporting(false)} />
      )}
    </div>
  );
}

function Reported({ problem }: { readonly problem: OwnProblem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, text, reportedAt, answer } = problem;
  const when = format.moment(reportedAt);
  return (
    <div className={cx(layout['card'], layout['stack'], layout['tight'])}>
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

function ReportDialog({ activityId, reviewId, onClose }: ReportDialogProps) {
  const { t } = useTranslation();
  const report = useReportProblem(activityId, reviewId);
  // Sent again after a broken connection it is still the same report.
  const [id] = useState(newId);
  const [kind, setKind] = useState<ProblemKind | null>(null);
  const [text, setText] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isTextWrong = text.trim().length > REASON_MAX || (kind === 'other' && text.trim() === '');

  function send(): void {
    setIsTried(true);
    if (kind === null || isTextWrong) return;
    report.mutate(
      { id, kind, text: text.trim() },
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
      title={t('staffView.problem.own.title')}
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
