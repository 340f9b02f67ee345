import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import type { Exclusion } from '../exclusions-api.ts';

interface ExclusionsTableProps {
  readonly exclusions: readonly Exclusion[];
  readonly onLift: (exclusion: Exclusion) => void;
}

/** The pairs of people who are kept apart. */
export function ExclusionsTable({ exclusions, onLift }: ExclusionsTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (exclusions.length === 0) {
    return <EmptyState title={t('exclusions.none.title')}>{t('exclusions.none.text')}</EmptyState>;
  }
  return (
    <DataTable
      label={t('exclusions.title')}
      columns={columnsOf(t, format, onLift)}
      rows={exclusions}
      rowKey={({ first, second }) => `${first.id}-${second.id}`}
      exportName={t('exclusions.title')}
    />
  );
}

function columnsOf(
  t: TFunction,
  format: Format,
  onLift: ExclusionsTableProps['onLift'],
): DataColumn<Exclusion>[] {
  const unnamed = t('launch.work.unnamed');
  const person = (key: 'first' | 'second'): DataColumn<Exclusion> => ({
    key,
    title: t(`exclusions.${key}`),
    value: (row) => row[key].name ?? unnamed,
    cell: (row) => row[key].name ?? unnamed,
  });
  return [
    person('first'),
    person('second'),
    {
      key: 'source',
      title: t('exclusions.source.title'),
      isFilter: true,
      value: ({ source }) => t(`exclusions.source.${source}`),
      cell: ({ source }) => t(`exclusions.source.${source}`),
    },
    {
      key: 'by',
      title: t('exclusions.by'),
      value: ({ byName }) => byName ?? unnamed,
      cell: ({ byName }) => byName ?? unnamed,
    },
    {
      key: 'since',
      title: t('exclusions.since'),
      value: ({ at }) => at,
      cell: ({ at }) => format.moment(at),
    },
    {
      key: 'act',
      title: t('exclusions.act'),
      cell: (row) => (
        <Button
          variant="quiet"
          aria-label={t('exclusions.liftOf', {
            first: row.first.name ?? unnamed,
            second: row.second.name ?? unnamed,
          })}
          onPress={() => onLift(row)}
        >
          {t('exclusions.lift')}
        </Button>
      ),
    },
  ];
}
