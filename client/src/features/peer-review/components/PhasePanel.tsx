import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import { type StaffOverview, useStartReviews } from '../staff-api.ts';
import styles from './PhasePanel.module.css';
import { ReleasePanel } from './ReleasePanel.tsx';
import { Step, useWhen } from './Step.tsx';

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
        <ReleasePanel overview={overview} heading={heading} />
      )}
    </section>
  );
}

const DONE = {
  allocating: 'peerReview.staff.start.done',
  releasing: 'peerReview.staff.release.done',
  withdrawing: 'peerReview.staff.withdraw.done',
} as const;

function useAnnounceWhenDone(working: StaffOverview['working']): void {
  const { t } = useTranslation();
  const before = useRef(working);
  useEffect(() => {
    if (before.current !== null && working === null) {
      announce(t(DONE[before.current]));
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
