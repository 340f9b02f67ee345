import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Table } from '../../../ui/Table.tsx';
import {
  pathOf,
  type Place,
  type Project,
  type ProjectGroup,
  type Standing,
  useProjectGroups,
} from '../api.ts';
import { StateBadge } from './StateBadge.tsx';
import { whenText } from './when-text.ts';

/** For staff: all groups at a glance, and who is in none. */
export function GroupsOverview({ project }: { readonly project: Project }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useProjectGroups(project.id);
  if (query.isPending) return <Skeleton />;
  if (query.isError && query.data === undefined)
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  const groups = query.data.pages.flatMap(({ items }) => items);
  const inNoGroup = query.data.pages[0]?.inNoGroup;
  const columns = [
    { key: 'group', title: t('groupWork.overview.group'), cell: groupCell },
    ...project.milestones.map(({ n, title }) => ({
      key: String(n),
      title,
      cell: standingCell(project.id, n),
    })),
  ];
  return (
    <section aria-labelledby="groups" className={cx(layout['stack'])}>
      <h2 id="groups">{t('groupWork.overview.title')}</h2>
      {inNoGroup !== undefined && inNoGroup.count > 0 && (
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
        <Table
          label={t('groupWork.overview.title')}
          columns={columns}
          rows={groups}
          rowKey={({ groupId }) => groupId}
        />
      )}
      <LoadMore query={query} />
    </section>
  );
}

const groupCell = (group: ProjectGroup) => <GroupName group={group} />;

function standingCell(activityId: string, n: number) {
  return function cell(group: ProjectGroup) {
    const standing = group.milestones.find((one) => one.n === n);
    return standing && <StandingCell place={{ activityId, groupId: group.groupId, n }} standing={standing} />;
  };
}

function GroupName({ group }: { readonly group: ProjectGroup }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {group.name ?? t('groupWork.unnamed')}
      <br />
      <span className={cx(layout['muted'], layout['small'])}>
        {format.list(group.members.map(({ name }) => name ?? t('groupWork.somebody')))}
      </span>
    </>
  );
}

interface StandingCellProps {
  readonly place: Place;
  readonly standing: Standing;
}

function StandingCell({ place, standing }: StandingCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const badge = <StateBadge state={standing.state} />;
  return (
    <>
      {standing.handedInAt === null ? badge : <Link to={pathOf(place)}>{badge}</Link>}
      <br />
      <span className={cx(layout['muted'], layout['small'])}>{whenText(standing, now, t, format)}</span>
    </>
  );
}
