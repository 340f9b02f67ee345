import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { hostOf } from '../../../../../server/src/contracts/web-link.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { saveAsFile } from '../../../ui/save-file.ts';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useAllPlaces, useBreakoutRooms } from '../api.ts';

/** For staff: where each group goes, and who is in it as files for breakout rooms. */
export default function AllPlacesPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const query = useAllPlaces(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined)
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const title = query.data.pages[0]?.title ?? '';
  const groups = query.data.pages.flatMap(({ items }) => items);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('outsidePlaces.all')} trail={[{ title, to: `/group-work/${activityId}` }]} />
        <p className={cx(layout['muted'])}>{t('outsidePlaces.allText')}</p>
      </div>
      {groups.length === 0 ? (
        <EmptyState title={t('groupWork.overview.none')}>
          <Link to="/groups">{t('groupWork.overview.toGroups')}</Link>
        </EmptyState>
      ) : (
        <ul className={cx(lines['list'], layout['measure'])}>
          {groups.map(({ groupId, name, places }) => (
            <li key={groupId} className={cx(lines['line'])}>
              <span className={cx(lines['about'])}>
                <Link to={`/group-work/${activityId}/groups/${groupId}/places`}>
                  <bdi>{name ?? t('groupWork.unnamed')}</bdi>
                </Link>
                {places.map(({ kind, url }) => (
                  <span key={kind} className={cx(layout['muted'], layout['small'])}>
                    {t('outsidePlaces.line', {
                      kind: t(`outsidePlaces.kinds.${kind}`),
                      where: url === null ? t('outsidePlaces.missing') : hostOf(url),
                    })}
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      <LoadMore query={query} />
      {groups.length > 0 && <BreakoutRooms activityId={activityId} title={title} />}
    </div>
  );
}

function BreakoutRooms({ activityId, title }: { readonly activityId: string; readonly title: string }) {
  const { t } = useTranslation();
  const rooms = useBreakoutRooms(activityId);
  const save = (format: 'zoom' | 'plain') =>
    rooms.mutate(format, {
      onSuccess: ({ csv }) =>
        saveAsFile(`${t(`outsidePlaces.breakout.${format}Name`, { title })}.csv`, 'text/csv', csv),
    });
  const missing = rooms.variables === 'zoom' ? (rooms.data?.withoutAddress ?? 0) : 0;
  return (
    <section aria-labelledby="breakout" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="breakout">{t('outsidePlaces.breakout.title')}</h2>
      <p className={cx(layout['measure'])}>{t('outsidePlaces.breakout.text')}</p>
      <div className={cx(layout['row'])}>
        {(['zoom', 'plain'] as const).map((format) => (
          <Button
            key={format}
            isPending={rooms.isPending && rooms.variables === format}
            onPress={() => save(format)}
          >
            {t(`outsidePlaces.breakout.${format}`)}
          </Button>
        ))}
      </div>
      {missing > 0 && (
        <Banner tone="warn" title={t('outsidePlaces.breakout.without', { count: missing })}>
          {t('outsidePlaces.breakout.withoutText')}
        </Banner>
      )}
      {rooms.error !== null && <Problem error={rooms.error} />}
    </section>
  );
}
