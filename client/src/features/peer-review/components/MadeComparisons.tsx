import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import type { Format } from '../../../i18n/format.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { type StaffComparison, useComparisons } from '../comparison-api.ts';

/** Who compared which works, what they chose and what they wrote. */
export function MadeComparisons({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useComparisons(activityId);
  const loadAll = useLoadAll(query);
  if (query.isError && query.data === undefined)
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  const [first] = query.data?.pages ?? [];
  if (query.data === undefined || first === undefined) return <Skeleton />;
  const rows = query.data.pages.flatMap((page) => page.comparisons);
  return (
    <>
      <DataTable
        label={t('comparative.staff.who')}
        columns={columnsOf(activityId, t, format)}
        rows={rows}
        rowKey={({ comparisonId }) => comparisonId}
        exportName={`${first.title} – ${t('comparative.staff.who')}`}
        remainder={query.hasNextPage ? { total: rows.length, loadAll } : undefined}
      />
      <LoadMore query={query} />
    </>
  );
}

function columnsOf(activityId: string, t: TFunction, format: Format) {
  const person = (side: 'reviewer' | 'left' | 'right') => {
    const nameOf = (one: StaffComparison): string => one[side].name ?? t('staffView.somebody');
    return {
      key: side,
      title: t(`comparative.staff.${side}`),
      share: 1.3,
      value: nameOf,
      cell: (one: StaffComparison) => (
        <Link to={`/activities/${activityId}/learners/${one[side].id}`}>{nameOf(one)}</Link>
      ),
    };
  };
  const said = (one: StaffComparison, side: 'left' | 'right'): string =>
    plainTextOf(one[`${side}Comment`] ?? { type: 'doc', content: [] });
  const chosenOf = (one: StaffComparison): string => {
    if (one.leftPercent === null)
      return t(`peerReview.learner.reviews.${one.state === 'begun' ? 'begun' : 'toDo'}`);
    if (one.leftPercent === 50) return t('comparative.staff.even');
    const side = one.leftPercent > 50 ? 'left' : 'right';
    return t('comparative.staff.better', {
      name: one[side].name ?? t('staffView.somebody'),
      percent: format.percent(Math.round(Math.max(one.leftPercent, 100 - one.leftPercent))),
    });
  };
  const comment = (side: 'left' | 'right') => ({
    key: `${side} comment`,
    title: t(`comparative.staff.${side}Comment`),
    share: 2,
    value: (one: StaffComparison) => said(one, side),
    cell: (one: StaffComparison) => said(one, side) || t('common.none'),
  });
  return [
    person('reviewer'),
    person('left'),
    person('right'),
    { key: 'chosen', title: t('comparative.staff.choice'), share: 1.5, value: chosenOf, cell: chosenOf },
    comment('left'),
    comment('right'),
  ];
}
