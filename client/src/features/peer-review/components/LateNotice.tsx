import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { LearnerActivity } from '../api.ts';

/** Whether what is handed in now is late. */
export const isLateNow = ({ late }: Pick<LearnerActivity, 'late'>, now: number): boolean =>
  late !== null && now > Date.parse(late.dueAt) + late.graceMinutes * 60_000;

/** What handing in late costs, while one still can: before the due date in passing, after it as a warning. */
export function LateNotice({ activity }: { readonly activity: LearnerActivity }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { late, submission, submissionsCloseAt } = activity;
  if (late === null || !activity.can.submit) return null;
  const costs = late.percentPerDay > 0;
  const texts = {
    due: format.moment(late.dueAt),
    close: format.moment(submissionsCloseAt),
    percent: format.percent(late.percentPerDay),
  };
  if (!isLateNow(activity, now)) {
    return (
      <p className={cx(layout['muted'], layout['small'])}>
        {t(costs ? 'gradebook.late.ahead' : 'gradebook.late.aheadFree', texts)}
      </p>
    );
  }
  const wasInTime = submission !== null && submission.daysLate === 0;
  return (
    <Banner tone="warn">
      {t(wasInTime ? 'gradebook.late.again' : 'gradebook.late.now', texts)}{' '}
      {costs && t('gradebook.late.costs', texts)}
    </Banner>
  );
}
