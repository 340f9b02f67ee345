import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useGrades } from '../../discussion/grading-api.ts';
import { pathTo } from '../../activity/path-to.ts';
import { type ActivityType, type StaffDispute, useDisputes, useTakeDispute } from '../api.ts';
import { AnswerForm } from '../components/AnswerForm.tsx';
import styles from '../components/Disputes.module.css';
import { DisputesTable } from '../components/DisputesTable.tsx';
import { SettingsSection } from '../components/SettingsSection.tsx';
import { StateBadge } from '../components/StateBadge.tsx';

/** The disputes of an activity, to take and to answer. */
export default function DisputesPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useDisputes(activityId);
  const loadAll = useLoadAll(query);
  const [search] = useSearchParams();
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <PageSkeleton />;
  const activity = query.data.pages[0]?.activity;
  const disputes = query.data.pages.flatMap(({ items }) => items);
  const opened = disputes.find(({ id }) => id === search.get('dispute'));
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('disputes.title')}
        trail={activity ? [{ title: activity.title, to: pathTo(activity.type, activityId) }] : []}
      />
      <SettingsSection activityId={activityId} />
      {disputes.length === 0 && (
        <EmptyState title={t('disputes.staff.empty')}>{t('disputes.staff.emptyText')}</EmptyState>
      )}
      {disputes.length > 0 && (
        <DisputesTable
          disputes={disputes}
          remainder={
            query.hasNextPage
              ? { total: query.data.pages.at(-1)?.total ?? disputes.length, loadAll }
              : undefined
          }
        />
      )}
      <LoadMore query={query} />
      {opened !== undefined && activity && (
        <Dispute key={opened.id} activityId={activityId} type={activity.type} dispute={opened} />
      )}
    </div>
  );
}

interface DisputeProps {
  readonly activityId: string;
  readonly type: ActivityType;
  readonly dispute: StaffDispute;
}

function Dispute({ activityId, type, dispute }: DisputeProps) {
  const { t } = useTranslation();
  const take = useTakeDispute(activityId);
  const box = useRef<HTMLElement>(null);
  const { member, target, state, isOverdue, can } = dispute;
  const name = member.name ?? t('peerReview.staff.table.unnamed');

  // Opened from the table: what was opened takes the focus.
  useEffect(() => box.current?.focus(), []);

  /** The pressed button is gone: the focus goes to what came in its place. */
  function done(text: string): void {
    announce(text);
    box.current?.focus();
  }

  return (
    <article ref={box} tabIndex={-1} className={cx(layout['card'], layout['stack'])}>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <div className={cx(layout['row'])}>
        <StateBadge state={state} />
        {isOverdue && <Badge tone="warn">{t('disputes.overdue')}</Badge>}
        <TakenBy dispute={dispute} />
      </div>
      <p>
        {target.kind === 'grade'
          ? t('disputes.staff.grade')
          : t('disputes.staff.review', { pseudonym: target.pseudonym })}
      </p>
      <Texts dispute={dispute} />
      {type === 'discussion' && <Posts activityId={activityId} memberId={member.id} name={name} />}
      {type === 'groupWork' && (
        <div>
          <Link to={`/group-work/${activityId}`}>{t('disputes.staff.project')}</Link>
        </div>
      )}
      {type === 'peerReview' && (
        <div>
          <Link to={`/activities/${activityId}/learners/${member.id}`}>
            {t('disputes.staff.work', { name })}
          </Link>
        </div>
      )}
      {take.error !== null && <Problem error={take.error} />}
      {can.take && (
        <div>
          <Button
            isPending={take.isPending}
            onPress={() => take.mutate(dispute, { onSuccess: () => done(t('disputes.staff.took')) })}
          >
            {t('disputes.staff.take', { name })}
          </Button>
        </div>
      )}
      {can.answer && (
        <AnswerForm
          activityId={activityId}
          dispute={dispute}
          name={name}
          onDone={() => done(t('disputes.staff.sent'))}
        />
      )}
    </article>
  );
}

interface PostsProps {
  readonly activityId: string;
  readonly memberId: string;
  readonly name: string;
}

/** The way to all that somebody has written, where staff may know who writes. */
function Posts({ activityId, memberId, name }: PostsProps) {
  const { t } = useTranslation();
  if (useGrades(activityId).data?.can.mark !== true) return null;
  return (
    <div>
      <Link to={`/discussions/${activityId}/participants/${memberId}`}>
        {t('disputes.staff.posts', { name })}
      </Link>
    </div>
  );
}

function TakenBy({ dispute: { takenBy } }: Pick<DisputeProps, 'dispute'>) {
  const { t } = useTranslation();
  if (takenBy === null) return null;
  const name = takenBy.name ?? t('peerReview.staff.table.unnamed');
  return (
    <span>{takenBy.isCaller ? t('disputes.staff.takenByYou') : t('disputes.staff.takenBy', { name })}</span>
  );
}

function Texts({ dispute }: Pick<DisputeProps, 'dispute'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { openedAt, answerBy, reason, answer } = dispute;
  return (
    <>
      <p className={cx(layout['muted'], layout['small'])}>
        {t('disputes.dates', { sent: format.moment(openedAt), answerBy: format.moment(answerBy) })}
      </p>
      <div>
        <h3>{t('disputes.said')}</h3>
        <p className={cx(layout['prose'], styles['words'])}>{reason}</p>
      </div>
      {answer !== null && (
        <div>
          <h3>{t('disputes.answer', { when: format.moment(answer.at) })}</h3>
          {answer.grade !== null && (
            <p>{t('disputes.staff.setTo', { value: format.number(answer.grade) })}</p>
          )}
          <p className={cx(layout['prose'], styles['words'])}>{answer.reason}</p>
        </div>
      )}
    </>
  );
}
