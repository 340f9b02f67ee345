import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { BarChart, HeatMap } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import type { DataColumn } from '../../../ui/table-rows.ts';
import type { Analytics } from '../analytics-api.ts';
import { numberColumn } from './number-column.tsx';

type Row = Analytics['overall'] & { readonly id: string; readonly title: string };

/** How grades are distributed, by criterion and in all, and how far reviews of a work are apart. */
export function GradeFigures({ analytics }: { readonly analytics: Analytics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { criteria, overall, spreads, title } = analytics;
  const rows: Row[] = [...criteria, { ...overall, id: '', title: t('staffView.say.overall') }];
  const tenths = overall.bins.map((_, index) =>
    t('staffView.say.from', { from: format.number(index * 10), to: format.number((index + 1) * 10) }),
  );
  const column = (key: 'mean' | 'median' | 'deviation', digits: number): DataColumn<Row> =>
    numberColumn(key, t(`staffView.say.${key}`), (row) => row[key], digits, t, format);
  return (
    <section className={cx(layout['stack'])} aria-labelledby="grades">
      <h2 id="grades">{t('staffView.say.grades')}</h2>
      <HeatMap
        title={t('staffView.say.matrix')}
        rowTitle={t('staffView.say.criterion')}
        rows={rows.map((row) => row.title)}
        columns={tenths}
        values={rows.map(({ bins }) => bins)}
      />
      <DataTable
        label={t('staffView.say.byCriterion')}
        columns={[
          {
            key: 'criterion',
            title: t('staffView.say.criterion'),
            share: 2,
            value: (row) => row.title,
            cell: (row) => row.title,
          },
          numberColumn<Row>('count', t('staffView.say.count'), ({ count }) => count, 0, t, format),
          column('mean', 1),
          column('median', 1),
          column('deviation', 1),
          numberColumn<Row>(
            'agreement',
            t('staffView.say.agreement'),
            ({ agreement }) => agreement,
            2,
            t,
            format,
          ),
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        exportName={`${title} – ${t('staffView.say.grades')}`}
      />
      <p className={cx(layout['muted'], layout['small'])}>{t('staffView.say.agreementHint')}</p>
      {spreads.works > 0 && (
        <div className={cx(layout['measure'])}>
          <BarChart
            title={t('staffView.say.apart')}
            labelTitle={t('staffView.say.apartOf')}
            valueTitle={t('staffView.say.works')}
            data={spreads.bins.map((value, index) => ({ label: tenths[index] ?? '', value }))}
          />
        </div>
      )}
    </section>
  );
}
