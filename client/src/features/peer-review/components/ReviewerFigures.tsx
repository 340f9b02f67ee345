import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Histogram } from '../../../ui/charts.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import type { DataColumn } from '../../../ui/table-rows.ts';
import type { Analytics, Reviewer } from '../analytics-api.ts';
import { numberColumn } from './number-column.tsx';
import { reviewerColumn } from './reviewer-column.tsx';

interface ReviewerFiguresProps {
  readonly activityId: string;
  readonly analytics: Analytics;
}

/** How generous and how consistent reviewers are, and what they write. */
export function ReviewerFigures({ activityId, analytics }: ReviewerFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reviewers, title } = analytics;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="reviewers">
      <h2 id="reviewers">{t('staffView.say.reviewers')}</h2>
      <p className={cx(layout['prose'])}>{t('staffView.say.reviewersHint')}</p>
      <div className={cx(layout['measure'], layout['stack'])}>
        <Spread
          title={t('staffView.say.severityPlot')}
          valueTitle={t('staffView.say.severity')}
          values={reviewers.flatMap(({ severity }) => severity ?? [])}
          isAroundZero
        />
        <Spread
          title={t('staffView.say.consistencyPlot')}
          valueTitle={t('staffView.say.consistency')}
          values={reviewers.flatMap(({ consistency }) => consistency ?? [])}
        />
      </div>
      <DataTable
        label={t('staffView.say.byReviewer')}
        columns={columnsOf(activityId, reviewers, t, format)}
        rows={reviewers}
        rowKey={({ id }) => id}
        exportName={`${title} – ${t('staffView.say.reviewers')}`}
      />
    </section>
  );
}

function columnsOf(
  activityId: string,
  reviewers: readonly Reviewer[],
  t: TFunction,
  format: Format,
): DataColumn<Reviewer>[] {
  const column = (key: keyof Omit<Reviewer, 'id' | 'name'>, heading: string, digits: number) =>
    numberColumn<Reviewer>(key, heading, (row) => row[key], digits, t, format);
  return [
    reviewerColumn(activityId, t),
    column('reviews', t('staffView.say.count'), 0),
    column('mean', t('staffView.say.mean'), 1),
    column('severity', t('staffView.say.severity'), 1),
    column('consistency', t('staffView.say.consistency'), 1),
    column('words', t('staffView.say.wordsMedian'), 0),
    // Where nothing is measured there is no column for it.
    ...(reviewers.some(({ minutes }) => minutes !== null)
      ? [column('minutes', t('staffView.say.minutes'), 0)]
      : []),
    column('helpfulness', t('staffView.say.helpfulness'), 1),
  ];
}

interface SpreadProps {
  readonly title: string;
  readonly valueTitle: string;
  readonly values: readonly number[];
  readonly isAroundZero?: boolean;
}

const STEP = 10;

/** The values in a frame of whole tens that holds them all. */
function Spread({ title, valueTitle, values, isAroundZero = false }: SpreadProps) {
  const { t } = useTranslation();
  if (values.length === 0) return null;
  const most = Math.max(STEP, Math.ceil(Math.max(...values.map(Math.abs)) / STEP) * STEP);
  return (
    <Histogram
      title={title}
      countTitle={t('staffView.say.reviewers')}
      valueTitle={valueTitle}
      values={values}
      domain={[isAroundZero ? -most : 0, most]}
    />
  );
}
