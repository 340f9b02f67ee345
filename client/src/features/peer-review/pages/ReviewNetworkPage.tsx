import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import type { Format } from '../../../i18n/format.ts';
import { Network } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { ReviewMatrix } from '../components/ReviewMatrix.tsx';
import { type NetworkPage, useReviewNetwork } from '../network-api.ts';
import { peopleOf, type Tie, tiesOf } from '../network-rows.ts';

/** Who reviews whom: as a matrix, as a drawing and as a table. */
export default function ReviewNetworkPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { activityId = '' } = useParams();
  const query = useReviewNetwork(activityId);
  const loadAll = useLoadAll(query);
  if (query.isError && query.data === undefined) {
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const [first] = query.data?.pages ?? [];
  if (query.data === undefined || first === undefined) return <PageSkeleton />;
  const ties = tiesOf(query.data.pages, t('staffView.somebody'));
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        trail={[{ title: first.title, to: `/activities/${activityId}` }]}
        title={t('staffView.who.title')}
      />
      {ties.length === 0 && (
        <EmptyState title={t('staffView.who.empty')}>{t('staffView.who.emptyText')}</EmptyState>
      )}
      {ties.length > 0 && first.next === null && (
        <Pictures activityId={activityId} page={first} ties={ties} />
      )}
      {ties.length > 0 && first.next !== null && <p>{t('staffView.who.tooMany')}</p>}
      {ties.length > 0 && (
        <section className={cx(layout['stack'])} aria-labelledby="list">
          <h2 id="list">{t('staffView.who.list')}</h2>
          <DataTable
            label={t('staffView.who.pairs')}
            columns={columnsOf(activityId, first.comparing, t, format)}
            rows={ties}
            rowKey={({ key }) => key}
            exportName={`${first.title} – ${t('staffView.who.title')}`}
            remainder={query.hasNextPage ? { total: ties.length, loadAll } : undefined}
          />
          <LoadMore query={query} />
        </section>
      )}
    </div>
  );
}

interface PicturesProps {
  readonly activityId: string;
  readonly page: NetworkPage;
  readonly ties: readonly Tie[];
}

function Pictures({ activityId, page, ties }: PicturesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const people = peopleOf(page, t('staffView.somebody'));
  const placeOf = new Map(people.map(({ id }, place) => [id, place]));
  const textOf = (tie: Tie): string =>
    t(page.comparing ? 'staffView.who.chosenCell' : 'staffView.who.cell', {
      reviewer: tie.reviewer.name,
      author: tie.author.name,
      what:
        tie.percent === null
          ? t(`staffView.who.state.${tie.state}`)
          : format.percent(Math.round(tie.percent)),
    });
  const namesOf = (found: readonly Tie[], side: 'reviewer' | 'author'): string =>
    found.map((tie) => tie[side].name).join(', ') || t('common.none');
  return (
    <>
      <section className={cx(layout['stack'], layout['tight'])} aria-labelledby="matrix">
        <h2 id="matrix">{t('staffView.who.matrix')}</h2>
        <p className={cx(layout['muted'], layout['small'])}>
          {t(page.comparing ? 'staffView.who.chosenLegend' : 'staffView.who.legend')}
        </p>
        <ReviewMatrix activityId={activityId} people={people} ties={ties} textOf={textOf} />
      </section>
      <Network
        title={t('staffView.who.graph')}
        summary={t(page.comparing ? 'staffView.who.comparingSays' : 'staffView.who.graphSays', {
          people: format.number(people.length),
          reviews: format.number(ties.length),
          done: format.number(ties.filter(({ state }) => state === 'submitted').length),
        })}
        people={people.map(({ name }) => name)}
        links={ties.map((tie) => ({
          from: placeOf.get(tie.reviewer.id) ?? 0,
          to: placeOf.get(tie.author.id) ?? 0,
          isSolid: tie.state === 'submitted',
          text: textOf(tie),
        }))}
        columns={[t('staffView.who.person'), t('staffView.who.given'), t('staffView.who.received')]}
        rows={people.map(({ id, name }) => ({
          key: id,
          cells: [
            name,
            namesOf(
              ties.filter(({ reviewer }) => reviewer.id === id),
              'author',
            ),
            namesOf(
              ties.filter(({ author }) => author.id === id),
              'reviewer',
            ),
          ],
        }))}
      />
    </>
  );
}

function columnsOf(activityId: string, comparing: boolean, t: TFunction, format: Format) {
  const person = (side: 'reviewer' | 'author') => ({
    key: side,
    title: t(`staffView.who.${side}`),
    share: 1.6,
    value: (tie: Tie) => tie[side].name,
    cell: (tie: Tie) => (
      <Link to={`/activities/${activityId}/learners/${tie[side].memberId}`}>{tie[side].name}</Link>
    ),
  });
  return [
    person('reviewer'),
    person('author'),
    {
      key: 'state',
      title: t('staffView.who.stateTitle'),
      isFilter: true,
      value: ({ state }: Tie) => t(`staffView.who.state.${state}`),
      cell: ({ state }: Tie) => t(`staffView.who.state.${state}`),
    },
    {
      key: 'gave',
      title: t(comparing ? 'staffView.who.chosen' : 'staffView.who.gave'),
      isNumber: true,
      value: ({ percent }: Tie) => (percent === null ? null : Math.round(percent * 10) / 10),
      cell: ({ percent }: Tie) =>
        percent === null ? t('common.none') : format.number(Math.round(percent * 10) / 10),
    },
  ];
}
