import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { type StaffOverview, useReleaseGrades, useStartReviews } from '../api.ts';
import styles from './PhasePanel.module.css';

/** What staff do next, with what it will mean for whom. */
export function PhasePanel({ overview }: { readonly overview: StaffOverview }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useAnnounceWhenDone(overview.working);
  return (
    <section className={cx(styles['panel'])} aria-labelledby="next">
      <h2 id="next" ref={heading} tabIndex={-1}>
        {t('peerReview.staff.next')}
      </h2>
      {overview.phase === 'submission' ? (
        <StartReviews overview={overview} heading={heading} />
      ) : (
        <ReleaseGrades overview={overview} heading={heading} />
      )}
    </section>
  );
}

function useAnnounceWhenDone(working: StaffOverview['working']): void {
  const { t } = useTranslation();
  const before = useRef(working);
  useEffect(() => {
    if (before.current !== null && working === null) {
      announce(
        t(before.current === 'allocating' ? 'peerReview.staff.start.done' : 'peerReview.staff.release.done'),
      );
    }
    before.current = working;
  }, [working, t]);
}

interface NextProps {
  readonly overview: StaffOverview;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

function StartReviews({ overview, heading }: NextProps) {
  const { t } = useTranslation();
  const start = useStartReviews(overview.id);
  const when = useWhen(overview.submissionsCloseAt);
  const { learners, submissions } = overview.counts;
  // Nobody reviews the own work, so a small course has fewer works for each.
  const each = Math.max(0, Math.min(overview.reviewsPerLearner, submissions - 1));
  const isTooFew = submissions < 2;
  return (
    <Step
      action={start}
      heading={heading}
      working={overview.working === 'allocating' ? t('peerReview.staff.start.working') : null}
      explanation={
        isTooFew
          ? t('peerReview.staff.start.tooFew')
          : t('peerReview.staff.start.text', { when, k: overview.reviewsPerLearner })
      }
      button={t('peerReview.staff.start.button')}
      isDisabled={!overview.can.allocate || isTooFew}
      dialogTitle={t('peerReview.staff.start.dialogTitle')}
      facts={[
        t('peerReview.staff.start.closes'),
        t('peerReview.staff.start.take', {
          count: submissions,
          each: t('peerReview.staff.start.each', { count: each }),
        }),
        ...(learners > submissions
          ? [t('peerReview.staff.start.out', { count: learners - submissions })]
          : []),
      ]}
    />
  );
}

function ReleaseGrades({ overview, heading }: NextProps) {
  const { t } = useTranslation();
  const release = useReleaseGrades(overview.id);
  const when = useWhen(overview.reviewsCloseAt);
  const { learners, submissions, gradable, reviewsAllocated, reviewsDone } = overview.counts;
  const isAgain = overview.phase === 'released';
  const facts: [key: 'graded' | 'noReview' | 'noWork' | 'open', count: number][] = [
    ['graded', gradable],
    ['noReview', submissions - gradable],
    ['noWork', learners - submissions],
    ['open', reviewsAllocated - reviewsDone],
  ];
  function explain(): string {
    if (isAgain) return t('peerReview.staff.release.again');
    const text = t('peerReview.staff.release.text', { when });
    if (!overview.can.release && gradable > 0) return `${text} ${t('peerReview.staff.release.notAllowed')}`;
    return gradable === 0 ? `${text} ${t('peerReview.staff.release.nobody')}` : text;
  }
  return (
    <Step
      action={release}
      heading={heading}
      working={overview.working === 'releasing' ? t('peerReview.staff.release.working') : null}
      explanation={explain()}
      button={t(isAgain ? 'peerReview.staff.release.buttonAgain' : 'peerReview.staff.release.button')}
      isDisabled={!overview.can.release || gradable === 0}
      dialogTitle={t('peerReview.staff.release.dialogTitle')}
      facts={facts
        .filter(([, count]) => count > 0)
        .map(([key, count]) => t(`peerReview.staff.release.${key}`, { count }))}
    />
  );
}

interface StepProps {
  readonly action: ReturnType<typeof useStartReviews> | ReturnType<typeof useReleaseGrades>;
  /** Takes the focus when the pressed button makes room for the progress. */
  readonly heading: NextProps['heading'];
  /** What is going on while the server works on it. */
  readonly working: string | null;
  readonly explanation: string;
  readonly button: string;
  readonly isDisabled: boolean;
  readonly dialogTitle: string;
  /** What will happen to whom, in numbers. */
  readonly facts: string[];
}

function Step(props: StepProps) {
  const { action, heading, working, explanation, button, isDisabled, dialogTitle, facts } = props;
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  function confirm(): void {
    close();
    action.mutate();
    heading.current?.focus();
  }
  if (working !== null) return <Progress label={working} text={working} />;
  return (
    <>
      <p>{explanation}</p>
      {action.error !== null && <Problem error={action.error} />}
      <div>
        <Button
          variant="primary"
          isDisabled={isDisabled}
          isPending={action.isPending}
          onPress={() => setIsAsking(true)}
        >
          {button}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={dialogTitle}
          confirm={button}
          isPending={action.isPending}
          onConfirm={confirm}
          onClose={close}
        >
          <ul className={cx(styles['facts'], layout['prose'])}>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </ConfirmDialog>
      )}
    </>
  );
}

function useWhen(iso: string): string {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return t('moment.withRelative', { absolute: format.moment(iso), relative: format.relative(iso, now) });
}
