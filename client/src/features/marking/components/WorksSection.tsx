import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { SectionFilterChoice } from '../../course/components/SectionFilterChoice.tsx';
import { type MarkingRow, type useMarkingList, useMarkingShares } from '../api.ts';
import { useHidden } from '../use-hidden.ts';
import { useWorkName } from '../use-work-name.ts';
import { BulkActs } from './BulkActs.tsx';
import { GiveTo } from './GiveTo.tsx';

type List = ReturnType<typeof useMarkingList>;

interface WorksSectionProps {
  readonly activityId: string;
  readonly query: List;
}

/** The works with their states; some of them can be given to somebody by hand. */
export function WorksSection({ activityId, query }: WorksSectionProps) {
  const { t } = useTranslation();
  const shares = useMarkingShares(activityId).data;
  const columns = useColumns(activityId);
  const loadAll = useLoadAll(query);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const filter = query.data?.pages[0]?.sections;
  const picking = {
    ids: picked,
    onChange: setPicked,
    actions: (
      <>
        <BulkActs
          activityId={activityId}
          picked={picked}
          can={{ zero: true, excuse: query.data?.pages[0]?.can.excuse === true }}
          onDone={() => setPicked(new Set())}
        />
        {shares?.can.divide === true && (
          <GiveTo activityId={activityId} picked={picked} onGiven={() => setPicked(new Set())} />
        )}
      </>
    ),
  };
  return (
    <section className={cx(layout['stack'])} aria-labelledby="works">
      <h2 id="works">{t('marking.works.title')}</h2>
      {filter !== undefined && <SectionFilterChoice filter={filter} />}
      {rows.length === 0 ? (
        <EmptyState title={t('marking.works.empty.title')}>{t('marking.works.empty.text')}</EmptyState>
      ) : (
        <DataTable
          label={t('marking.title')}
          columns={columns}
          rows={rows}
          rowKey={({ workId }) => workId}
          exportName={t('marking.works.title')}
          picking={picking}
          remainder={query.hasNextPage ? { total: shares?.total ?? rows.length, loadAll } : undefined}
        />
      )}
      <LoadMore query={query} />
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
    </section>
  );
}

const TONES: Record<MarkingRow['state'], Tone> = {
  toDo: 'neutral',
  mine: 'info',
  taken: 'warn',
  marked: 'good',
  excused: 'good',
  firstDone: 'neutral',
  toDoAgain: 'neutral',
  toSettle: 'warn',
};

function useColumns(activityId: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const { suffix } = useHidden();
  const unnamed = t('groups.person');
  const nameOf = useWorkName();
  const stateOf = ({ state, taken }: MarkingRow): string =>
    state === 'taken' && taken !== null
      ? t('marking.works.state.takenBy', { name: taken.by.name ?? unnamed, until: format.time(taken.until) })
      : t(`marking.works.state.${state}`);
  const shareOf = ({ share }: MarkingRow): string => (share === null ? '' : (share.name ?? unnamed));
  const pointsOf = ({ mark }: MarkingRow): ReactNode =>
    mark === null
      ? null
      : t('launch.work.points', { points: format.number(mark.points), maximum: format.number(mark.maximum) });
  return [
    {
      key: 'work',
      title: t('marking.works.work'),
      share: 2,
      cell: (row: MarkingRow) => (
        <Link to={`/activities/${activityId}/marking/${row.workId}${suffix}`}>
          <bdi>{nameOf(row)}</bdi>
        </Link>
      ),
      value: nameOf,
    },
    {
      key: 'state',
      title: t('marking.works.stateTitle'),
      share: 2,
      cell: (row: MarkingRow) => <Badge tone={TONES[row.state]}>{stateOf(row)}</Badge>,
      value: stateOf,
      isFilter: true,
    },
    {
      key: 'share',
      title: t('marking.works.share'),
      cell: (row: MarkingRow) => <bdi>{shareOf(row)}</bdi>,
      value: shareOf,
      isFilter: true,
    },
    {
      key: 'points',
      title: t('marking.works.points'),
      cell: pointsOf,
      value: ({ mark }: MarkingRow) => mark?.points ?? null,
      isNumber: true,
    },
  ];
}
