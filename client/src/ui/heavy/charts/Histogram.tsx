import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import { acrossOf, areaOf, Axes } from './Axes.tsx';
import { ChartFrame, Plot } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { useNumbers } from './numbers.ts';
import { binsOf, boxOf } from './statistics.ts';

export interface HistogramProps {
  readonly title: string;
  /** What is counted, and what its values are. */
  readonly countTitle: string;
  readonly valueTitle: string;
  readonly values: readonly number[];
  /** The least and the greatest possible value. */
  readonly domain: readonly [number, number];
}

const HEIGHT = 260;
const BINS = 10;

/** How often which values occur. */
export default function Histogram({ title, countTitle, valueTitle, values, domain }: HistogramProps) {
  const { t } = useTranslation();
  const number = useNumbers();
  const bins = binsOf(values, domain, BINS);
  const range = ({ from, to }: { from: number; to: number }) =>
    t('ui.charts.range', { from: number(from), to: number(to) });
  const box = boxOf(values);
  const summary =
    box === null
      ? t('ui.charts.noValues')
      : t('ui.charts.histogram', {
          count: values.length,
          lowest: number(box.lowest),
          highest: number(box.highest),
          median: number(box.median),
          from: number(box.firstQuartile),
          to: number(box.thirdQuartile),
        });
  return (
    <ChartFrame
      title={title}
      summary={summary}
      isEmpty={values.length === 0}
      columns={[valueTitle, countTitle]}
      rows={bins.map((bin) => ({ key: String(bin.from), cells: [range(bin), number(bin.count)] }))}
    >
      {(width) => {
        const area = areaOf(width, HEIGHT);
        const most = Math.max(1, ...bins.map(({ count }) => count));
        const x = scaleLinear<number>({ domain: [...domain], range: acrossOf(area) });
        const y = scaleLinear<number>({ domain: [0, most], range: [area.bottom, area.top], nice: 5 });
        return (
          <Plot width={width} height={HEIGHT}>
            <Axes
              area={area}
              x={x}
              y={y}
              xTitle={valueTitle}
              yTitle={countTitle}
              xFormat={number}
              // Half a person is not counted.
              yFormat={(value) => (Number.isInteger(value) ? number(value) : '')}
            />
            {bins.map((bin) => {
              const [one, other] = [x(bin.from), x(bin.to)];
              const top = y(bin.count);
              return (
                <Bar
                  key={bin.from}
                  className={cx(styles['mark'])}
                  x={Math.min(one, other) + 1}
                  width={Math.max(0, Math.abs(other - one) - 2)}
                  y={top}
                  height={area.bottom - top}
                >
                  <title>{`${range(bin)}: ${number(bin.count)}`}</title>
                </Bar>
              );
            })}
          </Plot>
        );
      }}
    </ChartFrame>
  );
}
