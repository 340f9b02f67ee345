import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { type Step, Stepper } from '../../../ui/Stepper.tsx';
import type { LearnerActivity } from '../api.ts';
import { isLateNow } from './LateNotice.tsx';
import { learnerSteps, type Snapshot } from '../learner-steps.ts';

type Stepped = Snapshot & Pick<LearnerActivity, 'submissionsCloseAt' | 'reviewsCloseAt' | 'late'>;

/** Where a learner stands, with the dates. */
export function LearnerSteps({ activity }: { readonly activity: Stepped }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const states = learnerSteps(activity);
  const withRelative = (iso: string) =>
    t('moment.withRelative', { absolute: format.moment(iso), relative: format.relative(iso, now) });
  const until = (iso: string) => t('peerReview.learner.steps.until', { when: withRelative(iso) });
  const notes = {
    submit:
      activity.late !== null && !isLateNow(activity, now)
        ? t('gradebook.late.step', { when: withRelative(activity.late.dueAt) })
        : until(activity.submissionsCloseAt),
    review: until(activity.reviewsCloseAt),
    results: t(
      activity.phase === 'released' ? 'peerReview.learner.steps.released' : 'peerReview.learner.steps.after',
    ),
  };
  const steps = (['submit', 'review', 'results'] as const).map((key): Step => {
    const state = states[key];
    return {
      key,
      state,
      title: t(`peerReview.learner.steps.${key}`),
      stateText: t(`peerReview.learner.steps.state.${state}`),
      note: notes[key],
    };
  });
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <Stepper label={t('peerReview.learner.steps.label')} steps={steps} />
      <p className={cx(layout['muted'], layout['small'])}>{t('common.timeZone', { zone: format.zone })}</p>
    </div>
  );
}
