import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import type { ComparisonResults, RankedWork } from '../comparison-api.ts';

interface RankedWorksProps {
  readonly activityId: string;
  readonly results: ComparisonResults;
  readonly works: readonly RankedWork[];
  /** Where more than what is there is to be sorted, searched or exported. */
  readonly remainder: { readonly total: number; readonly loadAll: () => void } | undefined;
}

/** The works from the strongest to the weakest, with the grades that this would give. */
export function RankedWorks({ activityId, results, works, remainder }: RankedWorksProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      label={t('comparative.staff.works')}
      columns={columnsOf(activityId, results, t, format)}
      rows={works}
      rowKey={({ memberId }) => memberId}
      exportName={`${results.title} – ${t('comparative.staff.title')}`}
      remainder={remainder}
    />
  );
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

function columnsOf(
  activityId: string,
  { points, criteria }: ComparisonResults,
  t: TFunction,
  format: Format,
) {
  const nameOf = ({ name }: RankedWork): string => name ?? t('staffView.somebody');
  const gradeOf = (percent: number): number => Math.round(percent * points) / 100;
  const number = (key: string, title: string, value: (work: RankedWork) => number | null) => ({
    key,
    title,
    isNumber: true,
    value,
    cell: (work: RankedWork) => {
      const found = value(work);
      return found === null ? t('common.none') : format.number(found);
    },
  });
  return [
    {
      key: 'name',
      title: t('peerReview.staff.table.name'),
      share: 1.6,
      value: nameOf,
      cell: (work: RankedWork) => (
        <Link to={`/activities/${activityId}/learners/${work.memberId}`}>{nameOf(work)}</Link>
      ),
    },
    number('rank', t('comparative.staff.rank'), ({ rank }) => rank),
    number('grade', t('comparative.staff.grade', { points: format.number(points) }), ({ percent }) =>
      percent === null ? null : gradeOf(percent),
    ),
    {
      key: 'interval',
      title: t('comparative.staff.interval'),
      value: ({ interval }: RankedWork) => interval && `${gradeOf(interval.low)}–${gradeOf(interval.high)}`,
      cell: ({ interval }: RankedWork) =>
        interval
          ? t('peerReview.staff.spotChecks.range', {
              low: format.number(gradeOf(interval.low)),
              high: format.number(gradeOf(interval.high)),
            })
          : t('common.none'),
    },
    {
      key: 'chosen',
      title: t('comparative.staff.chosen'),
      value: ({ chosen, made }: RankedWork) => (made === 0 ? null : tenths((chosen / made) * 100)),
      cell: ({ chosen, made }: RankedWork) =>
        made === 0
          ? t('common.none')
          : t('comparative.staff.of', { chosen: format.number(tenths(chosen)), made: format.number(made) }),
    },
    // By one criterion alone it would be the same once more.
    ...(criteria.length > 1 ? criteria : []).map(({ id, title }) => {
      const value = (work: RankedWork): number | null => {
        const percent = work.criteria.find(({ criterionId }) => criterionId === id)?.percent ?? null;
        return percent === null ? null : gradeOf(percent);
      };
      return number(`criterion ${id}`, t('comparative.staff.by', { title }), value);
    }),
  ];
}
