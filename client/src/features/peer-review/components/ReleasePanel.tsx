import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { type StaffOverview, useReleaseGrades, useWithdrawGrades } from '../staff-api.ts';
import { FeedbackOver } from './FeedbackOver.tsx';
import { type NextProps, Step, useWhen } from './Step.tsx';

/** Showing grades to learners, computing them anew, and taking them back. */
export function ReleasePanel({ overview, heading }: NextProps) {
  const { t } = useTranslation();
  const { working, withdrawn } = overview;
  if (working !== null) {
    const text = t(`peerReview.staff.${working === 'withdrawing' ? 'withdraw' : 'release'}.working`);
    return <Progress label={text} text={text} />;
  }
  return (
    <>
      {withdrawn && <Banner tone="info">{t('peerReview.staff.withdraw.isDone')}</Banner>}
      <FeedbackOver overview={overview} />
      <ReleaseGrades overview={overview} heading={heading} />
      {overview.can.withdraw && <WithdrawGrades overview={overview} heading={heading} />}
    </>
  );
}

function ReleaseGrades({ overview, heading }: NextProps) {
  const { t } = useTranslation();
  const now = useNow();
  const release = useReleaseGrades(overview.id);
  const when = useWhen(overview.reviewsCloseAt);
  const itself = useReleasesItself(overview);
  const { learners, submissions, gradable, reviewsAllocated, reviewsDone } = overview.counts;
  const isAgain = overview.phase === 'released';
  const open = reviewsAllocated - reviewsDone;
  const facts: [key: 'graded' | 'noReview' | 'noWork' | 'open' | 'reviewing', count: number][] = [
    ['graded', gradable],
    ['noReview', submissions - gradable],
    ['noWork', learners - submissions],
    ['open', open],
    // Who still reviews has no grade for it yet, and no total.
    ['reviewing', overview.columnsKind !== 'work' && now <= Date.parse(overview.reviewsCloseAt) ? open : 0],
  ];
  function explain(): string {
    if (isAgain) {
      return overview.releaseMode.kind === 'immediate'
        ? t('peerReview.staff.release.follows')
        : t('peerReview.staff.release.again');
    }
    const text = [t('peerReview.staff.release.text', { when }), itself];
    if (gradable === 0) text.push(t('peerReview.staff.release.nobody'));
    else if (!overview.can.release) text.push(t('peerReview.staff.release.notAllowed'));
    return text.filter((sentence) => sentence !== '').join(' ');
  }
  return (
    <Step
      action={release}
      heading={heading}
      working={null}
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

/** What happens to grades that nobody releases by hand; empty when nothing does. */
function useReleasesItself({ releaseMode, withdrawn }: StaffOverview): string {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (releaseMode.kind === 'manual') return '';
  if (releaseMode.kind === 'immediate') return withdrawn ? '' : t('peerReview.staff.release.itselfImmediate');
  const isAhead = now < Date.parse(releaseMode.releaseAt);
  if (!isAhead && withdrawn) return '';
  return t('peerReview.staff.release.itselfOn', { when: format.moment(releaseMode.releaseAt) });
}

function WithdrawGrades({ overview, heading }: NextProps) {
  const { t } = useTranslation();
  const withdraw = useWithdrawGrades(overview.id);
  const { gradable } = overview.counts;
  const facts = [
    // Of results that some alone see, it is they who lose sight of them.
    overview.phase === 'released'
      ? t('peerReview.staff.withdraw.unseen', { count: gradable })
      : t('peerReview.staff.withdraw.unseenBySome'),
    t(`peerReview.staff.withdraw.${overview.lms.clearsGrades ? 'cleared' : 'notCleared'}`),
    ...(overview.releaseMode.kind === 'manual' ? [] : [t('peerReview.staff.withdraw.staysAway')]),
    t('peerReview.staff.withdraw.kept'),
  ];
  return (
    <Step
      action={withdraw}
      heading={heading}
      working={null}
      isSecondary
      explanation={t('peerReview.staff.withdraw.text')}
      button={t('peerReview.staff.withdraw.button')}
      isDisabled={!overview.can.withdraw}
      dialogTitle={t('peerReview.staff.withdraw.dialogTitle')}
      facts={facts}
    />
  );
}
