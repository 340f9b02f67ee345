import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { OwnSubmission } from '../api.ts';
import { CommentableWork } from '../components/CommentableWork.tsx';
import { ReviewEditor } from '../components/ReviewEditor.tsx';
import { useWhen } from '../components/Step.tsx';
import type { CommentingReview } from '../review-target.ts';
import { ownWork, type SelfAssessment, useSelfAssessment } from '../self-api.ts';
import { useOwnSubmission } from '../work-api.ts';
import styles from './ReviewPage.module.css';

/** The own work, judged by the rubric by which peers judge it. */
export default function SelfAssessmentPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const navigate = useNavigate();
  const query = useSelfAssessment(activityId);
  const own = useOwnSubmission(activityId);
  if (query.isPending || own.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const assessment = query.data;
  const work = own.data?.submission;
  function leave(): void {
    showToast({ text: t('selfAssessment.saved') });
    void navigate(`/activities/${activityId}`);
  }
  return (
    <div className={cx(layout['stack'])}>
      <PageHeading
        title={t('selfAssessment.title')}
        trail={[{ title: assessment.activityTitle, to: `/activities/${activityId}` }]}
      />
      <Window assessment={assessment} />
      {work && (
        <div className={cx(styles['columns'])}>
          {/* It scrolls by itself on wide screens, so the keyboard must be able to reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className={cx(styles['work'])} aria-labelledby="work" tabIndex={0}>
            <h2 id="work">{t('selfAssessment.work')}</h2>
            <CommentableWork review={commentedOn(assessment, work)} target={ownWork(activityId)} />
            {!isBlank(assessment.instructions) && (
              <Disclosure title={t('peerReview.learner.instructions')}>
                <RichTextView document={assessment.instructions} />
              </Disclosure>
            )}
          </section>
          <section className={cx(layout['stack'])} aria-labelledby="yours">
            <h2 id="yours">{t('selfAssessment.yours')}</h2>
            <p className={cx(layout['muted'], layout['small'])}>{t('selfAssessment.promise')}</p>
            <ReviewEditor
              activityId={activityId}
              review={assessment}
              target={ownWork(activityId)}
              onSubmitted={leave}
              labels={{ comment: t('selfAssessment.comment'), submit: t('selfAssessment.submit') }}
            />
          </section>
        </div>
      )}
    </div>
  );
}

/** The assessment beside the work that it is of. */
const commentedOn = (
  assessment: SelfAssessment,
  work: NonNullable<OwnSubmission['submission']>,
): CommentingReview => ({
  ...assessment,
  workText: work.text,
  workFiles: work.files,
  workLinks: work.links,
  workVersion: work.version,
});

function Window({ assessment }: { readonly assessment: SelfAssessment }) {
  const { t } = useTranslation();
  const when = useWhen(assessment.closesAt);
  const { window } = assessment;
  if (window === 'open') return <p className={cx(layout['muted'])}>{t('selfAssessment.until', { when })}</p>;
  return <Banner tone="info">{t(`selfAssessment.window.${window}`)}</Banner>;
}
