import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useTalkAnalytics } from '../analytics-api.ts';
import { ALL_SPACES, SpaceSelect } from '../components/SpaceSelect.tsx';
import { TalkPeople } from '../components/TalkPeople.tsx';
import { TalkTies } from '../components/TalkTies.tsx';
import { TalkTime } from '../components/TalkTime.tsx';

/** How a discussion goes as a whole: for staff alone. */
export default function TalkAnalyticsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { activityId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const group = search.get('group') ?? undefined;
  const query = useTalkAnalytics(activityId, group);
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <PageSkeleton />;
  const { title, posts, writers, people, groups, hasHidden } = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading trail={[{ title, to: `/discussions/${activityId}` }]} title={t('talkFigures.title')} />
      {groups !== null && groups.length > 0 && (
        <SpaceSelect
          spaces={groups}
          label={t('talkFigures.group')}
          allLabel={t('talkFigures.allGroups')}
          value={group ?? ALL_SPACES}
          onChange={(wanted) => setSearch(wanted === ALL_SPACES ? {} : { group: wanted }, { replace: true })}
        />
      )}
      {hasHidden && (
        <Banner tone="info" title={t('talkFigures.hidden.title')}>
          {t('talkFigures.hidden.text')}
        </Banner>
      )}
      {posts === 0 ? (
        <EmptyState title={t('talkFigures.empty')}>{t('talkFigures.emptyText')}</EmptyState>
      ) : (
        <>
          <p className={cx(layout['prose'])}>
            {t('talkFigures.intro', {
              count: posts,
              writers: format.number(writers),
              people: format.number(people.length),
            })}
          </p>
          <TalkTime analytics={query.data} />
          <TalkTies analytics={query.data} />
          <TalkPeople activityId={activityId} analytics={query.data} isOfGroup={group !== undefined} />
        </>
      )}
    </div>
  );
}
