import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type SelfAssessment, useSelfAssessment } from '../self-api.ts';
import { useWhen } from './Step.tsx';

/** Leads to the self-assessment while reviews run. */
export function SelfAssessmentNote({ activityId }: { readonly activityId: string }) {
  const query = useSelfAssessment(activityId);
  if (query.isPending) return <Skeleton isShort />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  return <Note activityId={activityId} assessment={query.data} />;
}

function Note({ activityId, assessment }: { activityId: string; assessment: SelfAssessment }) {
  const { t } = useTranslation();
  const when = useWhen(assessment.closesAt);
  const isDone = assessment.state === 'submitted';
  const { edit } = assessment.can;
  // What was submitted is shown with the result.
  if (assessment.window === 'closed') return null;
  function text(): string {
    if (assessment.window === 'reviewsFirst') return t('selfAssessment.window.reviewsFirst');
    return t(isDone ? 'selfAssessment.doneUntil' : 'selfAssessment.until', { when });
  }
  return (
    <Banner
      tone={isDone ? 'good' : 'info'}
      title={t('selfAssessment.title')}
      actions={
        (edit || isDone) && (
          <ButtonLink
            to={`/activities/${activityId}/self-assessment`}
            variant={isDone ? 'secondary' : 'primary'}
          >
            {t(isDone ? 'selfAssessment.change' : 'selfAssessment.start')}
          </ButtonLink>
        )
      }
    >
      <p>{text()}</p>
    </Banner>
  );
}
