import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Table } from '../../../ui/Table.tsx';
import type { Criterion } from '../api.ts';
import { givenText } from '../rating-texts.ts';
import type { Compared } from '../calibration-api.ts';

interface ComparisonTableProps {
  readonly label: string;
  readonly compared: Compared;
  readonly criteria: readonly Criterion[];
  /** Whose judgements the columns are. */
  readonly own: string;
  readonly other: string;
}

/** Two judgements of one work side by side, with what lies between them in words. */
export function ComparisonTable({ label, compared, criteria, own, other }: ComparisonTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  type Row = Compared['criteria'][number];
  function given({ criterionId }: Row, rating: Row['own']): string {
    const criterion = byId.get(criterionId);
    if (rating === null || criterion === undefined) return t('comparison.none');
    return givenText(criterion, rating, t, format) || t('comparison.none');
  }
  function apart({ difference }: Row): string {
    if (difference === null) return t('comparison.none');
    if (Math.abs(difference) < 0.05) return t('comparison.same');
    const by = format.percent(Math.abs(difference));
    return t(difference > 0 ? 'comparison.higher' : 'comparison.lower', { by });
  }
  return (
    <Table
      label={label}
      rows={compared.criteria}
      rowKey={({ criterionId }) => criterionId}
      columns={[
        {
          key: 'criterion',
          title: t('comparison.criterion'),
          cell: ({ criterionId }) => byId.get(criterionId)?.title ?? criterionId,
        },
        { key: 'own', title: own, cell: (row) => given(row, row.own) },
        { key: 'other', title: other, cell: (row) => given(row, row.other) },
        { key: 'difference', title: t('comparison.difference'), cell: apart },
      ]}
    />
  );
}
