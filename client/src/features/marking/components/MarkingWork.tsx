import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { WorkView } from '../../peer-review/components/WorkView.tsx';
import { type MarkingWork, useMarkingWork, useTakeWork, useUndoMark } from '../api.ts';
import { BothMarks } from './BothMarks.tsx';
import { HideSwitch } from './HideSwitch.tsx';
import { MarkForm } from './MarkForm.tsx';
import { MarkHistory } from './MarkHistory.tsx';
import { WalkButtons } from './WalkButtons.tsx';
import styles from '../../peer-review/pages/ReviewPage.module.css';
import { useHidden } from '../use-hidden.ts';
import { useWorkName } from '../use-work-name.ts';
import { useNextWork } from '../use-next-work.ts';

const WorkReviews = lazy(() => import('../../peer-review/components/WorkReviews.tsx'));

interface MarkingWorkViewProps {
  readonly activityId: string;
  readonly workId: string;
}

/** One work with what it is marked by: the work at the left, where it stays in sight; rubric, reviews and history at the right. */
export function MarkingWorkView({ activityId, workId }: MarkingWorkViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useWorkName();
  const { isHidden, suffix } = useHidden();
  const query = useMarkingWork(activityId, workId, isHidden);
  const work = query.data;
  if (query.isError && work === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (work === undefined) return <PageSkeleton />;
  const name = nameOf(work);
  const members = work.learner?.members;
  const unnamed = t('launch.work.unnamed');
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        // Another work is another page: it takes the focus.
        key={workId}
        title={work.learner === null ? name : t('launch.work.title', { name })}
        trail={[
          { to: `/activities/${activityId}`, title: work.activity.title },
          { to: `/activities/${activityId}/marking${suffix}`, title: t('marking.title') },
        ]}
      />
      {members && (
        <p className={cx(layout['muted'])}>
          {t('groupAuthors.people', { names: format.list(members.map((one) => one ?? unnamed)) })}
        </p>
      )}
      <Ways activityId={activityId} work={work} />
      <HideSwitch />
      <div className={cx(styles['columns'])}>
        <Work work={work.work} />
        <div className={cx(layout['stack'])}>
          <Judgement key={workId} activityId={activityId} work={work} isHidden={isHidden} />
          {/* They are found by whose work it is. */}
          {work.learner !== null && (
            <Suspense>
              <WorkReviews
                activityId={activityId}
                memberId={work.learner.id}
                criteria={work.activity.criteria}
              />
            </Suspense>
          )}
          <MarkHistory
            history={work.history}
            criteria={work.activity.criteria}
            newestVersion={work.work?.version ?? 1}
          />
        </div>
      </div>
    </div>
  );
}

interface WaysProps {
  readonly activityId: string;
  readonly work: MarkingWork;
}

/** To the works before and after, and to the next that is to be marked. */
function Ways({ activityId, work: { previousId, nextId } }: WaysProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { suffix } = useHidden();
  const next = useNextWork(activityId);
  const goTo = (id: string | null) =>
    id === null ? null : () => void navigate(`/activities/${activityId}/marking/${id}${suffix}`);
  return (
    <nav className={cx(layout['row'])} aria-label={t('marking.work.ways')}>
      <WalkButtons
        back={{ label: t('marking.work.previous'), go: goTo(previousId) }}
        forth={{ label: t('marking.work.following'), go: goTo(nextId) }}
        next={{
          label: t('marking.next'),
          go: next.isPending ? null : next.openNext,
          isPending: next.isPending,
        }}
      />
      {next.error !== null && <Problem error={next.error} />}
    </nav>
  );
}

function Work({ work }: { readonly work: MarkingWork['work'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    // It scrolls by itself on wide screens, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={cx(styles['work'])} aria-labelledby="work" tabIndex={0}>
      <h2 id="work">{t('launch.work.text')}</h2>
      {work === null ? (
        <EmptyState title={t('launch.work.nothing.title')}>{t('launch.work.nothing.text')}</EmptyState>
      ) : (
        <>
          <p className={cx(layout['muted'], layout['small'])}>
            {t('launch.work.handedIn', { when: format.moment(work.submittedAt) })}
          </p>
          <WorkView text={work.text} files={work.files} links={work.links} />
        </>
      )}
    </section>
  );
}

interface JudgementProps extends WaysProps {
  readonly isHidden: boolean;
}

/** The form for who has taken the work, else how to take it or who has it. */
function Judgement({ activityId, work, isHidden }: JudgementProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, taken, workId, can, revision } = work;
  const take = useTakeWork(activityId, workId);
  const undo = useUndoMark(activityId, workId);
  useShortcut('t', t('marking.work.take'), can.mark && state !== 'mine' ? () => take.mutate() : null);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="mark">
      <h2 id="mark">{t('marking.form.title')}</h2>
      {work.toSettle.length > 0 && <BothMarks parts={work.toSettle} criteria={work.activity.criteria} />}
      {state === 'mine' && work.twice && work.toSettle.length === 0 && <p>{t('marking.twice.first')}</p>}
      {state === 'mine' && <MarkForm activityId={activityId} work={work} isHidden={isHidden} />}
      {state === 'taken' && taken !== null && (
        <Banner tone="warn" role="status" title={t('errors.WORK_TAKEN')}>
          {t('marking.work.taken', {
            name: taken.by.name ?? t('groups.person'),
            until: format.time(taken.until),
          })}
        </Banner>
      )}
      {state !== 'mine' && state !== 'taken' && (
        <>
          <Standing work={work} />
          <div className={cx(layout['row'])}>
            {can.mark && (
              <Button
                variant={state === 'marked' || state === 'excused' ? 'secondary' : 'primary'}
                isPending={take.isPending}
                onPress={() => take.mutate()}
              >
                {t('marking.work.take')}
              </Button>
            )}
            {can.undo && (
              <Button
                isPending={undo.isPending}
                onPress={() =>
                  undo.mutate({ reason: t('marking.reason.undone'), expectedRevision: revision })
                }
              >
                {t('marking.work.undo')}
              </Button>
            )}
          </div>
        </>
      )}
      {take.error !== null && <Problem error={take.error} />}
      {undo.error !== null && <Problem error={undo.error} />}
    </section>
  );
}

/** How the work stands for who has not taken it. */
function Standing({ work: { state, can, twice } }: { readonly work: MarkingWork }) {
  const { t } = useTranslation();
  switch (state) {
    case 'marked':
      return <p>{t(can.mark ? 'marking.work.isMarked' : 'marking.works.state.marked')}</p>;
    case 'excused':
      return <p>{t('marking.works.state.excused')}</p>;
    case 'firstDone':
      return <p>{t('marking.twice.firstDone')}</p>;
    case 'toDoAgain':
      return <p>{t('marking.twice.second')}</p>;
    case 'toSettle':
      return (
        <Banner tone="warn" title={t('marking.works.state.toSettle')}>
          {t('marking.twice.differ')} {can.mark && t('marking.twice.settle')}
        </Banner>
      );
    default:
      return (
        <p>
          {t('marking.work.isFree')} {twice && t('marking.twice.first')}
        </p>
      );
  }
}
