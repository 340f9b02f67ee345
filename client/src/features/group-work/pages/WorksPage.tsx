import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { SectionFilterChoice } from '../../course/components/SectionFilterChoice.tsx';
import { useMarkingShares } from '../../marking/api.ts';
import { BulkActs } from '../../marking/components/BulkActs.tsx';
import { GiveTo } from '../../marking/components/GiveTo.tsx';
import { HideSwitch } from '../../marking/components/HideSwitch.tsx';
import { SharesSection } from '../../marking/components/SharesSection.tsx';
import { TwiceSection } from '../../marking/components/TwiceSection.tsx';
import { useHidden } from '../../marking/use-hidden.ts';
import { nextToMark } from '../../marking/walk.ts';
import { pathOf } from '../api.ts';
import { pathOfWork, type ProjectWork, useProjectWorks, walkedOf } from '../works-api.ts';

/** For staff: the works of all groups, in whose share each is, and how far its marking is. */
export default function WorksPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const { search } = useLocation();
  const query = useProjectWorks(activityId);
  const loadAll = useLoadAll(query);
  // What is next is known of all or of none.
  useEffect(loadAll);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const works = query.data.pages.flatMap(({ items }) => items);
  const [first] = query.data.pages;
  const next = pathOfWork(activityId, works, nextToMark(walkedOf(works), null));
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('marking.title')}
        trail={[{ title: first?.title ?? '', to: `/group-work/${activityId}` }]}
        aside={
          next !== null && (
            <ButtonLink variant="primary" to={`${next}${search}`}>
              {t('marking.next')}
            </ButtonLink>
          )
        }
      />
      <HideSwitch note={t('groupWork.mark.hidden')} />
      {first && <SectionFilterChoice filter={first.sections} />}
      {works.length === 0 ? (
        <EmptyState title={t('groupWork.overview.none')}>
          <Link to="/groups">{t('groupWork.overview.toGroups')}</Link>
        </EmptyState>
      ) : (
        <>
          <SharesSection activityId={activityId} />
          <TwiceSection activityId={activityId} />
          <Works activityId={activityId} works={works} mayExcuse={first?.can.excuse === true} />
        </>
      )}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
    </div>
  );
}

interface WorksProps {
  readonly activityId: string;
  readonly works: readonly ProjectWork[];
  readonly mayExcuse: boolean;
}

/** The works with where each stands; something can be done to many at once. */
function Works({ activityId, works, mayExcuse }: WorksProps) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const mayDivide = useMarkingShares(activityId).data?.can.divide === true;
  const groupOf = useGroupName();
  const columns = useColumns(activityId);
  const nameOf = (id: string): string => {
    const work = works.find(({ workId }) => workId === id);
    return work ? `${groupOf(work)}: ${work.title}` : '';
  };
  const unpick = () => setPicked(new Set());
  return (
    <DataTable
      label={t('marking.works.title')}
      columns={columns}
      rows={works}
      rowKey={({ workId }) => workId}
      exportName={t('marking.title')}
      picking={{
        ids: picked,
        onChange: setPicked,
        // Of one group there are several.
        nameOf,
        actions: (
          <>
            <BulkActs
              activityId={activityId}
              picked={picked}
              can={{ zero: true, excuse: mayExcuse }}
              onDone={unpick}
            />
            {mayDivide && <GiveTo activityId={activityId} picked={picked} onGiven={unpick} />}
          </>
        ),
      }}
    />
  );
}

/** How a work is called by its group: by its sign while nobody is to know whose it is. */
function useGroupName() {
  const { t } = useTranslation();
  const { isHidden } = useHidden();
  return ({ group, sign }: ProjectWork): string =>
    isHidden ? t('marking.works.sign', { sign }) : (group ?? t('groupWork.unnamed'));
}

function useColumns(activityId: string): DataColumn<ProjectWork>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { isHidden } = useHidden();
  // Going on from there, one stays among one's own sections.
  const { search } = useLocation();
  const staff = new Map(useMarkingShares(activityId).data?.staff.map(({ id, name }) => [id, name]));
  const groupOf = useGroupName();
  const membersOf = ({ members }: ProjectWork): string =>
    format.list(members.map((name) => name ?? t('groupWork.somebody')));
  const shareOf = ({ share }: ProjectWork): string =>
    share === null ? '' : (staff.get(share.memberId) ?? t('groups.person'));
  function stateOf({ state, mark, isExcused, isTaken, stage }: ProjectWork): { text: string; tone: Tone } {
    if (isTaken) return { text: t('marking.works.state.taken'), tone: 'info' };
    if (isExcused) return { text: t('marking.works.state.excused'), tone: 'good' };
    if (stage !== null)
      return {
        text: t(`marking.works.state.${stage}`),
        tone: stage === 'firstDone' ? 'neutral' : 'warn',
      };
    if (mark !== null) return { text: t('marking.works.state.marked'), tone: 'good' };
    return state === 'handedIn'
      ? { text: t('marking.works.state.toDo'), tone: 'warn' }
      : { text: t(`groupWork.state.${state}`), tone: 'neutral' };
  }
  return [
    {
      key: 'work',
      title: t('marking.works.work'),
      share: 2,
      cell: (work) => (
        <Link
          to={`${pathOf({ activityId, groupId: work.groupId, n: work.n })}${search}`}
          aria-label={`${groupOf(work)}: ${work.title}`}
        >
          <bdi>{groupOf(work)}</bdi>
        </Link>
      ),
      value: groupOf,
    },
    {
      key: 'milestone',
      title: t('groupWork.mark.milestone'),
      cell: ({ title }) => <bdi>{title}</bdi>,
      value: ({ title }) => title,
      isFilter: true,
    },
    ...(isHidden
      ? []
      : [
          {
            key: 'members',
            title: t('groupStandings.columns.members'),
            share: 2,
            cell: membersOf,
            value: membersOf,
          },
        ]),
    {
      key: 'state',
      title: t('marking.works.stateTitle'),
      cell: (work) => <Badge tone={stateOf(work).tone}>{stateOf(work).text}</Badge>,
      value: (work) => stateOf(work).text,
      isFilter: true,
    },
    {
      key: 'share',
      title: t('marking.works.share'),
      cell: (work) => <bdi>{shareOf(work)}</bdi>,
      value: shareOf,
      isFilter: true,
    },
    {
      key: 'points',
      title: t('marking.works.points'),
      cell: ({ mark }) =>
        mark &&
        t('gradebook.points', { value: format.number(mark.points), maximum: format.number(mark.maximum) }),
      value: ({ mark }) => mark?.points ?? null,
      isNumber: true,
    },
  ];
}
