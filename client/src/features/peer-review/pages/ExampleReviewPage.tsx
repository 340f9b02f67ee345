import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { type ExampleReview, exampleWork, useExampleReview } from '../calibration-api.ts';
import { CommentableWork } from '../components/CommentableWork.tsx';
import { ComparisonTable } from '../components/ComparisonTable.tsx';
import { InlineList } from '../components/InlineList.tsx';
import { ReviewEditor } from '../components/ReviewEditor.tsx';
import { SideBySide } from '../components/SideBySide.tsx';
import styles from './ReviewPage.module.css';

/** An example as a real work is reviewed; then what the teaching staff gave it, beside what one gave oneself. */
export default function ExampleReviewPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { activityId = '', exampleId = '' } = useParams();
  const query = useExampleReview(activityId, exampleId);
  const { heading, showComparison } = useComparisonFocus();
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const review = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('calibration.example', { n: format.number(review.number) })}
        trail={[
          { title: review.activityTitle, to: `/activities/${activityId}` },
          { title: t('calibration.title'), to: `/activities/${activityId}/calibration` },
        ]}
      />
      <Result activityId={activityId} review={review} heading={heading} />
      <div className={cx(styles['columns'])}>
        {/* It scrolls by itself on wide screens, so the keyboard must be able to reach it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={cx(styles['work'])} aria-labelledby="work" tabIndex={0}>
          <h2 id="work">{t('peerReview.review.work')}</h2>
          <CommentableWork
            key={review.exampleId}
            review={{ ...review, workLinks: [] }}
            target={exampleWork(activityId, review.exampleId)}
          />
          {!isBlank(review.instructions) && (
            <Disclosure title={t('peerReview.learner.instructions')}>
              <RichTextView document={review.instructions} />
            </Disclosure>
          )}
        </section>
        <section className={cx(layout['stack'])} aria-labelledby="yours">
          <h2 id="yours">{t('peerReview.review.yours')}</h2>
          <Yours activityId={activityId} review={review} onSubmitted={showComparison} />
        </section>
      </div>
    </div>
  );
}

/** Brings the focus to the comparison that has just come. */
function useComparisonFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  const [submitted, setSubmitted] = useState(0);
  useEffect(() => {
    if (submitted > 0) heading.current?.focus();
  }, [submitted]);
  return { heading, showComparison: () => setSubmitted((before) => before + 1) };
}

interface YoursProps {
  readonly activityId: string;
  readonly review: ExampleReview;
  readonly onSubmitted: () => void;
}

/** The form; after an attempt folded away, as one looks at the comparison first. */
function Yours({ activityId, review, onSubmitted }: YoursProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { done, of } = review.attempts;
  const editor = (
    <ReviewEditor
      key={review.exampleId}
      activityId={activityId}
      review={review}
      target={exampleWork(activityId, review.exampleId)}
      onSubmitted={onSubmitted}
    />
  );
  if (review.compared === null) {
    return (
      <>
        {review.can.edit ? (
          <p className={cx(layout['muted'], layout['small'])}>{t('calibration.promise')}</p>
        ) : (
          <Banner tone="info">{t('calibration.closed')}</Banner>
        )}
        {editor}
      </>
    );
  }
  if (!review.can.edit) {
    return <p>{t(of !== null && done >= of ? 'calibration.noneLeft' : 'calibration.closed')}</p>;
  }
  return (
    <Disclosure
      key={done}
      title={
        of === null
          ? t('calibration.again')
          : t('calibration.againOf', { n: format.number(done + 1), of: format.number(of) })
      }
    >
      {editor}
    </Disclosure>
  );
}

interface ResultProps {
  readonly activityId: string;
  readonly review: ExampleReview;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

function Result({ activityId, review, heading }: ResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { compared, criteria } = review;
  if (compared === null) return null;
  const agreement = format.percent(compared.agreement ?? 0);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="comparison">
      <h2 id="comparison" ref={heading} tabIndex={-1}>
        {t('calibration.compared.title')}
      </h2>
      <Banner
        tone={compared.isEnough ? 'good' : 'warn'}
        title={t('calibration.agreement', { percent: agreement })}
        actions={
          <ButtonLink to={`/activities/${activityId}/calibration`}>{t('calibration.back')}</ButtonLink>
        }
      >
        <p>{t('calibration.compared.measure')}</p>
      </Banner>
      <ComparisonTable
        label={t('calibration.compared.title')}
        compared={compared}
        criteria={criteria}
        own={t('calibration.you')}
        other={t('calibration.staff')}
      />
      <SideBySide
        texts={[
          { title: t('calibration.compared.own'), text: compared.own },
          { title: t('calibration.compared.staff'), text: compared.staff },
        ]}
      />
      {compared.inline.length > 0 && (
        <>
          <h3>{t('calibration.compared.ownPlaces')}</h3>
          <InlineList comments={compared.inline} criteria={criteria} />
        </>
      )}
      {compared.staffInline.length > 0 && (
        <>
          <h3>{t('calibration.compared.staffPlaces')}</h3>
          <InlineList comments={compared.staffInline} criteria={criteria} />
        </>
      )}
    </section>
  );
}
