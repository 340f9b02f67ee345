import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { LineChart } from '../../../ui/charts.tsx';

/** How a mean changes from round to round; null in a round that too few have answered. */
export interface Trend {
  readonly rounds: readonly number[];
  readonly means: readonly (number | null)[];
}

interface TrendChartProps {
  readonly title: string;
  readonly trend: Trend;
}

/** Nothing until there are two rounds. */
export function TrendChart({ title, trend: { rounds, means } }: TrendChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rounds.length < 2 || means.length === 0) return null;
  return (
    <LineChart
      title={title}
      placeTitle={t('rounds.round')}
      valueTitle={t('rounds.mean')}
      places={rounds.map((round) => format.number(round))}
      series={[{ name: t('rounds.mean'), values: means }]}
    />
  );
}
