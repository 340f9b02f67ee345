import type { LearnerActivity } from '../api.ts';
import { BackEvaluationNote } from './BackEvaluationNote.tsx';
import { GroupNote } from './GroupNote.tsx';
import { CalibrationNote } from './CalibrationNote.tsx';
import { RevisionNote } from './RevisionNote.tsx';
import { SelfAssessmentNote } from './SelfAssessmentNote.tsx';
import { OwnSelfComparison } from './SelfComparison.tsx';

interface OptionalStepsProps {
  readonly activity: Pick<
    LearnerActivity,
    'id' | 'optional' | 'phase' | 'reviewsAsked' | 'reviewTasks' | 'submission'
  >;
}

/** What an activity can have beside handing in, reviewing and the result. */
export default function OptionalSteps({ activity }: OptionalStepsProps) {
  const { id, optional, phase } = activity;
  const hasWork = activity.submission !== null;
  const assessesSelf = optional.includes('selfAssessment') && hasWork;
  const revises = optional.includes('revision') && hasWork && phase !== 'submission';
  return (
    <>
      {optional.includes('groups') && <GroupNote activity={activity} />}
      {optional.includes('calibration') && <CalibrationNote activity={activity} />}
      {assessesSelf && phase !== 'submission' && <SelfAssessmentNote activityId={id} />}
      {assessesSelf && phase === 'released' && <OwnSelfComparison activityId={id} />}
      {revises && <RevisionNote activityId={id} />}
      {optional.includes('backEvaluation') && hasWork && phase !== 'submission' && (
        <BackEvaluationNote activityId={id} isReleased={phase === 'released'} />
      )}
    </>
  );
}
