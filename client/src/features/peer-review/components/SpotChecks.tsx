import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import layout from '../../../ui/layout.module.css';
import styles from '../../gradebook/components/Choice.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import type { DataColumn } from '../../../ui/table-rows.ts';
import { type SpotChecks as Checks, useSpotChecks } from '../spot-checks-api.ts';

type Row = Checks['proposed'][number];

interface SpotChecksProps {
  readonly activityId: string;
  readonly title: string;
}

/** How certain grades are, and the works whose grades are the least so; nothing before the first review. */
export function SpotChecks({ activityId, title }: SpotChecksProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useSpotChecks(activityId);
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined || query.data.works === 0) return null;
  const { method, usesMean, works, known, proposed } = query.data;
  const texts: string[] = [
    t(`peerReview.staff.spotChecks.${usesMean ? 'usesMean' : method}`),
    t('peerReview.staff.spotChecks.known', { known: format.number(known), works: format.number(works) }),
    t(`peerReview.staff.spotChecks.${proposed.length === 0 ? 'none' : 'worth'}`),
  ];
  if (proposed.length > 0 && method === 'reliability') texts.push(t('peerReview.staff.spotChecks.helps'));
  return (
    <section className={cx(layout['stack'])} aria-labelledby="certainty">
      <h2 id="certainty">{t('peerReview.staff.spotChecks.title')}</h2>
      <p className={cx(layout['prose'])}>{texts.join(' ')}</p>
      {proposed.length > 0 && (
        <details className={cx(styles['details'])}>
          <summary>{t('peerReview.staff.spotChecks.caption')}</summary>
          <DataTable
            label={t('peerReview.staff.spotChecks.caption')}
            columns={columnsOf(activityId, t, format)}
            rows={proposed}
            rowKey={({ memberId }) => memberId}
            exportName={`${title} – ${t('peerReview.staff.spotChecks.caption')}`}
          />
        </details>
      )}
      {proposed.length > 0 && (
        <div>
          <ButtonLink to={`/activities/${activityId}/marking`}>
            {t('peerReview.staff.spotChecks.mark')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

function columnsOf(activityId: string, t: TFunction, format: Format): DataColumn<Row>[] {
  return [
    {
      key: 'name',
      title: t('peerReview.staff.table.name'),
      share: 2,
      value: ({ name }) => name,
      cell: ({ memberId, name }) => (
        <Link to={`/activities/${activityId}/learners/${memberId}`}>
          {name ?? t('peerReview.staff.table.unnamed')}
        </Link>
      ),
    },
    {
      key: 'reviews',
      title: t('peerReview.staff.spotChecks.reviews'),
      value: ({ reviews }) => reviews,
      cell: ({ reviews }) => format.number(reviews),
    },
    {
      key: 'percent',
      title: t('peerReview.staff.spotChecks.percent'),
      value: ({ percent }) => Math.round(percent * 10) / 10,
      cell: ({ percent }) => format.percent(percent),
    },
    {
      key: 'interval',
      title: t('peerReview.staff.spotChecks.interval'),
      value: ({ interval }) => rangeOf(interval, t, format),
      cell: ({ interval }) => rangeOf(interval, t, format),
    },
    {
      key: 'spread',
      title: t('peerReview.staff.spotChecks.spread'),
      value: ({ spread }) => Math.round(spread),
      cell: ({ spread }) => spreadOf(spread, t, format),
    },
  ];
}

/** What a work would most likely get, in words; whole percents are exact enough. */
export const rangeOf = (interval: Row['interval'], t: TFunction, format: Format): string =>
  t('peerReview.staff.spotChecks.range', {
    low: format.percent(Math.round(interval.low)),
    high: format.percent(Math.round(interval.high)),
  });

export const spreadOf = (spread: number, t: TFunction, format: Format): string =>
  t('peerReview.staff.spotChecks.points', { spread: format.number(Math.round(spread)) });
