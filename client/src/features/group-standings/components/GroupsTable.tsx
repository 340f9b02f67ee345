import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { SectionFilterChoice } from '../../course/components/SectionFilterChoice.tsx';
import { type Project, pathOf } from '../../group-work/api.ts';
import { type GroupStanding, useGroupStandings } from '../api.ts';
import { healthWords, hintText, progressText, titleOf } from '../standing-words.ts';
import { HealthBadges, Hints, MilestoneBadges } from './StandingParts.tsx';

/** For staff: all groups of a project at a glance, and who is in none. */
export function GroupsTable({ project }: { readonly project: Project }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useGroupStandings(project.id);
  const loadAll = useLoadAll(query);
  const columns = useColumns(project);
  if (query.isPending) return <Skeleton />;
  if (query.data === undefined) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const groups = query.data.pages.flatMap(({ items }) => items);
  const [first] = query.data.pages;
  const inNoGroup = first?.inNoGroup ?? null;
  return (
    <div className={cx(layout['stack'])}>
      <h2>{t('groupWork.overview.title')}</h2>
      {first && <SectionFilterChoice filter={first.sections} />}
      {inNoGroup !== null && inNoGroup.count > 0 && (
        <Banner tone="warn" title={t('groupWork.overview.inNoGroup', { count: inNoGroup.count })}>
          {format.list(inNoGroup.names.map((name) => name ?? t('groupWork.somebody')))}
          {inNoGroup.count > inNoGroup.names.length && ' …'}
        </Banner>
      )}
      {groups.length === 0 ? (
        <EmptyState title={t('groupWork.overview.none')}>
          <Link to="/groups">{t('groupWork.overview.toGroups')}</Link>
        </EmptyState>
      ) : (
        <>
          <DataTable
            label={t('groupWork.overview.title')}
            columns={columns}
            rows={groups}
            rowKey={({ groupId }) => groupId}
            exportName={`${project.title} ${t('groupWork.overview.title')}`}
            remainder={query.hasNextPage ? { total: first?.total ?? groups.length, loadAll } : undefined}
          />
          <p className={cx(layout['muted'], layout['small'], layout['measure'])}>
            {t('groupStandings.caveat')}
          </p>
        </>
      )}
      <LoadMore query={query} />
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
    </div>
  );
}

function useColumns(project: Project): DataColumn<GroupStanding>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const nameOf = ({ name }: GroupStanding): string => name ?? t('groupWork.unnamed');
  const membersOf = ({ members }: GroupStanding): string =>
    format.list(members.map(({ name }) => name ?? t('groupWork.somebody')));
  const statesOf = ({ milestones }: GroupStanding): string[] =>
    milestones.map(({ n, state }) =>
      t('groupStandings.milestone', {
        title: titleOf(project, n),
        state: t(`groupWork.state.${state}`),
      }),
    );
  const healthOf = (row: GroupStanding) => healthWords(row, t, format).map(({ text }) => text);
  return [
    {
      key: 'group',
      title: t('groupWork.overview.group'),
      share: 1.5,
      cell: (row) => (
        <Link to={`/group-work/${project.id}/groups/${row.groupId}`}>
          <bdi>{nameOf(row)}</bdi>
        </Link>
      ),
      value: nameOf,
    },
    {
      key: 'members',
      title: t('groupStandings.columns.members'),
      share: 2,
      cell: membersOf,
      value: membersOf,
    },
    {
      key: 'progress',
      title: t('groupStandings.columns.progress'),
      share: 1.5,
      cell: (row) => progressText(row, t),
      value: (row) => row.progress.handedIn,
    },
    {
      key: 'milestones',
      title: t('groupStandings.columns.milestones'),
      share: 2,
      cell: (row) => (
        <MilestoneBadges
          project={project}
          standing={row}
          to={(n) => pathOf({ activityId: project.id, groupId: row.groupId, n })}
        />
      ),
      value: (row) => statesOf(row).join('; '),
      isFilter: true,
      filterBy: statesOf,
    },
    {
      key: 'next',
      title: t('groupStandings.columns.next'),
      share: 1.5,
      cell: ({ next }) =>
        next
          ? t('groupStandings.nextAt', {
              title: titleOf(project, next.n),
              when: format.moment(next.dueAt),
            })
          : t('groupStandings.nothingNext'),
      value: ({ next }) => next?.dueAt ?? null,
    },
    {
      key: 'last',
      title: t('groupStandings.columns.last'),
      cell: ({ lastActivityAt: at }) =>
        at === null ? (
          t('groupStandings.never')
        ) : (
          <span title={format.moment(at)}>{format.relative(at, now)}</span>
        ),
      value: ({ lastActivityAt }) => lastActivityAt,
    },
    {
      key: 'health',
      title: t('groupStandings.columns.health'),
      share: 2,
      cell: (row) => <HealthBadges standing={row} />,
      value: (row) => healthOf(row).join('; '),
      isFilter: true,
      filterBy: healthOf,
    },
    {
      key: 'balance',
      title: t('groupStandings.columns.balance'),
      share: 2,
      cell: (row) => <Hints standing={row} />,
      value: ({ hints }) =>
        hints.length === 0
          ? t('groupStandings.even')
          : hints.map((hint) => hintText(hint, t, format)).join('; '),
      isFilter: true,
      filterBy: ({ hints }) =>
        hints.length === 0
          ? [t('groupStandings.even')]
          : hints.map(({ kind }) => t(`groupStandings.hintKinds.${kind}`)),
    },
  ];
}
