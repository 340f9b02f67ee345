import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type ComparisonView, type Side, useComparison } from '../comparison-api.ts';
import styles from '../components/Comparison.module.css';
import { ComparisonEditor, SIDES } from '../components/ComparisonEditor.tsx';
import ReportProblem from '../components/ReportProblem.tsx';
import ComparisonTalks from '../components/ComparisonTalks.tsx';
import { LiveNote, ReviewPromise, ReviewWindow } from '../components/ReviewNotes.tsx';
import { WorkView } from '../components/WorkView.tsx';

/** Two works beside each other, and below them which one is better. */
export default function ComparisonPage() {
  const { t } = useTranslation();
  const { activityId = '', comparisonId = '' } = useParams();
  const target = { activityId, comparisonId };
  const query = useComparison(target);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const comparison = query.data;
  const nameOf = (side: Side): string =>
    comparison[side].author ??
    t('peerReview.learner.reviews.work', { pseudonym: comparison[side].pseudonym });
  const names = { left: nameOf('left'), right: nameOf('right') };
  return (
    <div className={cx(layout['stack'])}>
      <PageHeading
        trail={[{ title: comparison.activityTitle, to: `/activities/${activityId}` }]}
        title={t('comparative.title', names)}
      />
      <ReviewWindow can={comparison.can} reviewsCloseAt={comparison.reviewsCloseAt} />
      {!isBlank(comparison.instructions) && (
        <Disclosure title={t('peerReview.learner.instructions')}>
          <RichTextView document={comparison.instructions} />
        </Disclosure>
      )}
      <Works key={comparisonId} comparison={comparison} names={names} />
      <ReportProblem target={{ ...target, names }} />
      {comparison.state === 'submitted' && <ComparisonTalks target={target} names={names} />}
      <section className={cx(layout['stack'])} aria-labelledby="yours">
        <h2 id="yours">{t('comparative.yours')}</h2>
        <p className={cx(layout['muted'])}>{t('comparative.yoursHint')}</p>
        {comparison.can.edit && <ReviewPromise promise={comparison.promise} />}
        <ComparisonEditor key={comparisonId} target={target} comparison={comparison} names={names} />
      </section>
    </div>
  );
}

interface WorksProps {
  readonly comparison: ComparisonView;
  readonly names: Readonly<Record<Side, string>>;
}

/** Both beside each other where there is room; otherwise one, with a switch that stays in sight. */
function Works({ comparison, names }: WorksProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Side>('left');
  return (
    <div>
      <div className={cx(styles['switch'])}>
        <RadioGroup
          label={t('comparative.shown')}
          hidesLabel
          look="segments"
          value={shown}
          onChange={setShown}
          choices={SIDES.map((side) => ({ id: side, text: names[side] }))}
        />
      </div>
      <div className={cx(styles['pair'], styles['works'])} data-shown={shown}>
        {SIDES.map((side) => (
          // It scrolls by itself on wide screens, so the keyboard must be able to reach it.
          <section
            key={side}
            className={cx(styles['work'], styles[side])}
            aria-labelledby={side}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            <h2 id={side}>{names[side]}</h2>
            <Work work={comparison[side]} />
          </section>
        ))}
      </div>
    </div>
  );
}

function Work({ work: { text, files, links } }: { readonly work: ComparisonView['left'] }) {
  const isLive = isBlank(text) && files.length + links.length === 0;
  return (
    <>
      <WorkView text={text} files={files} links={links} />
      {isLive && <LiveNote />}
    </>
  );
}
