import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import type { PreFlight, PreFlightPerson } from '../pre-flight-api.ts';
import { numberColumn } from './number-column.tsx';

/** Who would review whom, and what each would get. */
export function PreFlightTable({ result }: { readonly result: PreFlight }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { people, title } = result;
  const unnamed = t('launch.work.unnamed');
  const nameOf = (place: number): string => people[place]?.name ?? unnamed;
  const column = (
    key: string,
    heading: string,
    numberOf: (row: PreFlightPerson) => number | null,
  ): DataColumn<PreFlightPerson> => numberColumn(key, heading, numberOf, 0, t, format);
  const partOf = ({ part, writes }: PreFlightPerson): string =>
    part === 'missing' || writes
      ? t(`preFlight.part.${part}`)
      : `${t(`preFlight.part.${part}`)} · ${t('preFlight.part.idle')}`;
  const reviewsOf = ({ reviews }: PreFlightPerson): string =>
    reviews.length === 0 ? t('common.none') : format.list(reviews.map(nameOf));
  const columns: DataColumn<PreFlightPerson>[] = [
    {
      key: 'name',
      title: t('peerReview.staff.table.name'),
      value: ({ name }) => name ?? unnamed,
      cell: ({ name }) => name ?? unnamed,
    },
    { key: 'part', title: t('preFlight.table.part'), isFilter: true, value: partOf, cell: partOf },
    {
      key: 'reviews',
      title: t('preFlight.table.reviews'),
      share: 2,
      value: reviewsOf,
      cell: reviewsOf,
    },
    column('tasks', t('preFlight.table.tasks'), ({ reviews }) => reviews.length),
    column('received', t('preFlight.table.received'), ({ part, received }) =>
      part === 'missing' ? null : received,
    ),
    column('grade', t('preFlight.percent'), ({ grade }) => grade),
  ];
  return (
    <DataTable
      label={t('preFlight.table.label')}
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      exportName={`${title} – ${t('preFlight.title')}`}
    />
  );
}
