import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { useNow } from '../../../app/use-now.ts';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { SectionFilterChoice } from '../../course/components/SectionFilterChoice.tsx';
import type { ReminderTask } from '../../notices/api.ts';
import { RemindButton } from '../../notices/components/RemindButton.tsx';
import type { StaffOverview, useStaffOverview } from '../staff-api.ts';
import { GradeDistribution } from './GradeDistribution.tsx';
import { OverviewTable } from './OverviewTable.tsx';
import { ReleaseTo } from './ReleaseTo.tsx';

interface LearnersSectionProps {
  readonly query: ReturnType<typeof useStaffOverview>;
  readonly overview: StaffOverview;
}

/** The learners page by page, and all of them as soon as one sorts, searches or exports. */
export function LearnersSection({ query, overview }: LearnersSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const loadAll = useLoadAll(query);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const task = useOpenTask(overview);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="learners">
      <div className={cx(layout['row'])}>
        <h2 id="learners">{t('peerReview.staff.table.title')}</h2>
        {task !== null && <RemindButton activityId={overview.id} task={task} />}
        <Link to={`/activities/${overview.id}/extensions`}>{t('timeline.list.link')}</Link>
        <Link to={`/activities/${overview.id}/marking`}>{t('marking.link')}</Link>
        {overview.phase !== 'submission' && (
          <>
            <Link to={`/activities/${overview.id}/problems`}>{t('staffView.problem.staff.title')}</Link>
            <Link to={`/activities/${overview.id}/who-reviews-whom`}>{t('staffView.who.title')}</Link>
            {!overview.comparing && (
              <Link to={`/activities/${overview.id}/analytics`}>{t('staffView.say.title')}</Link>
            )}
          </>
        )}
      </div>
      <SectionFilterChoice filter={overview.sections} />
      {rows.length === 0 ? (
        <EmptyState title={t('peerReview.staff.empty.title')}>{t('peerReview.staff.empty.text')}</EmptyState>
      ) : (
        <>
          <OverviewTable
            overview={overview}
            rows={rows}
            picking={
              task === null && !overview.can.release
                ? undefined
                : {
                    ids: picked,
                    onChange: setPicked,
                    actions: (
                      <>
                        {task !== null && (
                          <RemindButton activityId={overview.id} task={task} memberIds={[...picked]} />
                        )}
                        {overview.can.release && (
                          <ReleaseTo
                            overview={overview}
                            memberIds={[...picked]}
                            onDone={() => setPicked(new Set())}
                          />
                        )}
                      </>
                    ),
                  }
            }
            remainder={
              query.hasNextPage
                ? { total: overview.sections.people ?? overview.counts.learners, loadAll }
                : undefined
            }
          />
          <p className={cx(layout['muted'], layout['small'])}>
            {t('common.timeZone', { zone: format.zone })}
          </p>
        </>
      )}
      <LoadMore query={query} />
      {overview.phase === 'released' && (
        <GradeDistribution rows={rows} loadAll={query.hasNextPage ? loadAll : undefined} />
      )}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
    </section>
  );
}

/** What learners do in this phase and some lack, while they can still do it: of that they can be reminded. */
function useOpenTask(overview: StaffOverview): ReminderTask | null {
  const now = useNow();
  const { phase, counts, working, submissionsCloseAt, reviewsCloseAt } = overview;
  const isHandingIn = phase === 'submission' && working !== 'allocating';
  const isReviewing = phase !== 'submission';
  const lacking = isHandingIn
    ? counts.learners - counts.submissions
    : counts.reviewsAllocated - counts.reviewsDone;
  const until = Date.parse(isHandingIn ? submissionsCloseAt : reviewsCloseAt);
  if (!(isHandingIn || isReviewing) || lacking <= 0 || until <= now) return null;
  return isHandingIn ? 'handIn' : 'review';
}
