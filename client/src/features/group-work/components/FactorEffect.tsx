import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Histogram } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { numberColumn } from '../../peer-review/components/number-column.tsx';
import type { Factors } from '../factors-api.ts';

type Person = Factors['people'][number];

/** How much a person's points change; null where nothing is marked. */
export const changeOf = ({ before, after }: Person): number | null =>
  before === null || after === null ? null : after - before;

/** What contributions would do to each grade. */
export function FactorEffect({ factors }: { readonly factors: Factors }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, people } = factors;
  const changes = people.flatMap((one) => changeOf(one) ?? []);
  const widest = Math.ceil(Math.max(1, ...changes.map(Math.abs)));
  const without = people.filter(({ factor }) => factor === null).length;
  return (
    <>
      <Histogram
        title={t('groupWork.factors.plot')}
        countTitle={t('groupWork.factors.people')}
        valueTitle={t('groupWork.factors.change')}
        values={changes}
        domain={[-widest, widest]}
      />
      {without > 0 && <p>{t('groupWork.factors.without', { count: without })}</p>}
      <DataTable
        label={t('groupWork.factors.table')}
        columns={columnsOf(t, format)}
        rows={people}
        rowKey={({ groupId, memberId }) => `${groupId}/${memberId}`}
        exportName={`${title} – ${t('groupWork.factors.title')}`}
      />
      <p className={cx(layout['prose'], layout['muted'])}>{t('groupWork.factors.foot')}</p>
    </>
  );
}

function columnsOf(t: TFunction, format: Format): DataColumn<Person>[] {
  const text = (key: 'group' | 'name' | 'note', of: (person: Person) => string, share?: number) => ({
    key,
    title: t(`groupWork.factors.${key}`),
    value: of,
    cell: of,
    ...(share !== undefined && { share }),
  });
  const number = (
    key: 'before' | 'factor' | 'low' | 'high' | 'after' | 'change',
    of: (person: Person) => number | null,
  ) => numberColumn<Person>(key, t(`groupWork.factors.${key}`), of, 2, t, format);
  return [
    text('group', ({ group }) => group ?? t('groupWork.unnamed')),
    text('name', ({ name }) => name ?? t('groupWork.somebody'), 1.4),
    number('before', ({ before }) => before),
    number('factor', ({ factor }) => factor),
    number('low', ({ range }) => range?.low ?? null),
    number('high', ({ range }) => range?.high ?? null),
    number('after', ({ after }) => after),
    number('change', changeOf),
    text(
      'note',
      ({ because, isKept }) => {
        if (because !== null) return t(`groupWork.factors.because.${because}`);
        return isKept ? t('groupWork.factors.kept') : '';
      },
      2,
    ),
  ];
}
