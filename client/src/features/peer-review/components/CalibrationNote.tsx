import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { LearnerActivity } from '../api.ts';
import { useOwnCalibration } from '../calibration-api.ts';
import { mayPractise } from '../practice.ts';
import { CalibrationStanding } from './CalibrationStanding.tsx';

interface CalibrationNoteProps {
  readonly activity: Pick<LearnerActivity, 'id' | 'phase' | 'reviewsAsked' | 'reviewTasks'>;
}

/** Leads to the examples; says what they are for right now. */
export function CalibrationNote({ activity }: CalibrationNoteProps) {
  const { t } = useTranslation();
  const query = useOwnCalibration(activity.id);
  if (query.isPending) return <Skeleton isShort />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const calibration = query.data;
  if (calibration.examples.length === 0) return null;
  const isLocked = calibration.standing === 'open';
  return (
    <Banner
      tone={isLocked ? 'warn' : 'info'}
      title={t('calibration.title')}
      actions={
        <ButtonLink
          to={`/activities/${activity.id}/calibration`}
          variant={isLocked ? 'primary' : 'secondary'}
        >
          {t('calibration.link')}
        </ButtonLink>
      }
    >
      <CalibrationStanding calibration={calibration} />
      {mayPractise(activity, calibration) && <p>{t('calibration.meanwhile')}</p>}
    </Banner>
  );
}
