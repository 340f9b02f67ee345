import type { TFunction } from 'i18next';
import type { DataColumn } from '../../../ui/table-rows.ts';
import type { OverviewRow, StaffOverview } from '../staff-api.ts';

/** Who sees results; where everybody does, or nobody, there is no column. */
export function releasedColumns(
  { phase }: Pick<StaffOverview, 'phase'>,
  rows: readonly OverviewRow[],
  t: TFunction,
): DataColumn<OverviewRow>[] {
  if (phase === 'released' || rows.every(({ released }) => !released)) return [];
  const textOf = ({ released }: OverviewRow): string =>
    t(`peerReview.staff.table.${released ? 'seesResults' : 'seesNone'}`);
  return [
    {
      key: 'released',
      title: t('peerReview.staff.table.results'),
      isFilter: true,
      value: textOf,
      cell: textOf,
    },
  ];
}

/** Who is stuck and why; while nobody is, there is no column. */
export function stuckColumns(rows: readonly OverviewRow[], t: TFunction): DataColumn<OverviewRow>[] {
  if (rows.every(({ stuck }) => stuck.length === 0)) return [];
  const textsOf = ({ stuck }: OverviewRow): string[] => stuck.map((reason) => t(`staffView.stuck.${reason}`));
  return [
    {
      key: 'stuck',
      title: t('staffView.stuck.title'),
      isFilter: true,
      share: 1.6,
      value: (row) => (row.stuck.length === 0 ? null : textsOf(row).join(', ')),
      filterBy: textsOf,
      cell: (row) => (row.stuck.length === 0 ? t('common.none') : textsOf(row).join(', ')),
    },
  ];
}
