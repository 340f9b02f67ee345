import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ANONYMOUS_FROM } from '../../../../../server/src/contracts/limits.ts';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import { type StaffOverview, useStartReviews } from '../staff-api.ts';
import styles from './PhasePanel.module.css';
import { ReleasePanel } from './ReleasePanel.tsx';
import { useSectionFacts } from '../use-section-facts.ts';
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
      <NextStep overview={overview} heading={heading} />
    </section>
  );
}

function NextStep(props: NextProps) {
  const { t } = useTranslation();
  const { phase, rolling } = props.overview;
  if (phase !== 'submission') return <ReleasePanel {...props} />;
  return rolling ? <p>{t('pull.staffBefore')}</p> : <StartReviews {...props} />;
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
  const { comparing, reviewsPerLearner } = overview;
  const most = comparing ? ((submissions - 1) * (submissions - 2)) / 2 : submissions - 1;
  const each = Math.max(0, Math.min(reviewsPerLearner, most));
  // Counts are of learners; that two groups have handed in, the server knows.
  const isTooFew =
    submissions < (comparing ? 3 : 2) ||
    (overview.byGroups && !overview.can.allocate && overview.working === null);
  const bySection = useSectionFacts(overview.id);
  return (
    <Step
      action={start}
      heading={heading}
      working={overview.working === 'allocating' ? t('peerReview.staff.start.working') : null}
      explanation={
        isTooFew
          ? t(
              overview.byGroups
                ? 'groupAuthors.staff.tooFew'
                : comparing
                  ? 'comparative.start.tooFew'
                  : 'peerReview.staff.start.tooFew',
            )
          : t(comparing ? 'comparative.start.text' : 'peerReview.staff.start.text', {
              when,
              k: reviewsPerLearner,
            })
      }
      button={t('peerReview.staff.start.button')}
      isDisabled={!overview.can.allocate || isTooFew}
      dialogTitle={t('peerReview.staff.start.dialogTitle')}
      facts={[
        t('peerReview.staff.start.closes'),
        t('peerReview.staff.start.take', {
          count: submissions,
          each: overview.byGroups
            ? t('groupAuthors.staff.each', { k: reviewsPerLearner })
            : t(comparing ? 'comparative.start.each' : 'peerReview.staff.start.each', { count: each }),
        }),
        ...(learners > submissions
          ? [t('peerReview.staff.start.out', { count: learners - submissions })]
          : []),
        ...bySection,
        ...(overview.anonymity !== 'allKnown' && submissions < ANONYMOUS_FROM
          ? [t('anonymity.tooFew', { least: ANONYMOUS_FROM })]
          : []),
      ]}
    />
  );
}
