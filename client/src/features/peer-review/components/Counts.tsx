import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { StaffOverview } from '../staff-api.ts';
import styles from './Counts.module.css';

/** The state of the whole course in four numbers. */
export function Counts({ counts }: { readonly counts: StaffOverview['counts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const of = (done: number, all: number) =>
    t('peerReview.staff.counts.of', { done: format.number(done), of: format.number(all) });
  const facts = [
    ['learners', format.number(counts.learners)],
    ['submissions', of(counts.submissions, counts.learners)],
    ['reviewsDone', of(counts.reviewsDone, counts.reviewsAllocated)],
    ['gradable', of(counts.gradable, counts.submissions)],
  ] as const;
  return (
    <section aria-labelledby="counts">
      <h2 id="counts" className={cx(layout['visuallyHidden'])}>
        {t('peerReview.staff.counts.title')}
      </h2>
      <dl className={cx(styles['counts'])}>
        {facts.map(([key, value]) => (
          <div key={key} className={cx(styles['count'])}>
            <dt>{t(`peerReview.staff.counts.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
