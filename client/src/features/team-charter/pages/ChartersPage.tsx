import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useCharters } from '../api.ts';

const TONES = { none: 'warn', toAgree: 'info', agreed: 'good' } as const;

/** For staff: which groups have agreed on how they work together. */
export default function ChartersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { activityId = '' } = useParams();
  const query = useCharters(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const groups = query.data.pages.flatMap(({ items }) => items);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={t('teamCharter.all')}
          trail={[{ title: query.data.pages[0]?.title ?? '', to: `/group-work/${activityId}` }]}
        />
        <p className={cx(layout['muted'])}>{t('teamCharter.overview.intro')}</p>
      </div>
      {groups.length === 0 ? (
        <EmptyState title={t('teamCharter.overview.none')}>
          <Link to="/groups">{t('groupWork.overview.toGroups')}</Link>
        </EmptyState>
      ) : (
        <ul className={cx(lines['list'], layout['measure'])}>
          {groups.map(({ groupId, name, state, agreed, members }) => (
            <li key={groupId} className={cx(lines['line'])}>
              <span className={cx(lines['about'])}>
                <Link to={`/group-work/${activityId}/groups/${groupId}/charter`}>
                  {name ?? t('groupWork.unnamed')}
                </Link>
                <span className={cx(layout['muted'], layout['small'])}>
                  {t('teamCharter.overview.count', {
                    agreed: format.number(agreed),
                    members: format.number(members),
                  })}
                </span>
              </span>
              <Badge tone={TONES[state]}>{t(`teamCharter.state.${state}`)}</Badge>
            </li>
          ))}
        </ul>
      )}
      <LoadMore query={query} />
    </div>
  );
}
