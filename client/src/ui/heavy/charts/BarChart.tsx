import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import { ChartFrame, isPageRightToLeft, Plot } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { useNumbers } from './numbers.ts';

export interface BarDatum {
  readonly label: string;
  readonly value: number;
}

export interface BarChartProps {
  readonly title: string;
  /** What the bars are, and what is measured. */
  readonly labelTitle: string;
  readonly valueTitle: string;
  /** In the order to show them. */
  readonly data: readonly BarDatum[];
}

const BAR = 16;
/** Room for the number after the longest bar. */
const NUMBER = 56;

/** Amounts side by side: bars that lie, so that a long label has its line and a phone has room. */
export default function BarChart({ title, labelTitle, valueTitle, data }: BarChartProps) {
  const { t } = useTranslation();
  const number = useNumbers();
  const sorted = data.toSorted((a, b) => b.value - a.value);
  const [most] = sorted;
  const least = sorted.at(-1);
  return (
    <ChartFrame
      title={title}
      summary={
        most === undefined || least === undefined
          ? t('ui.charts.noValues')
          : t('ui.charts.bars', {
              count: data.length,
              most: most.label,
              mostValue: number(most.value),
              least: least.label,
              leastValue: number(least.value),
            })
      }
      isEmpty={data.length === 0}
      columns={[labelTitle, valueTitle]}
      rows={data.map(({ label, value }) => ({ key: label, cells: [label, number(value)] }))}
    >
      {(width) => {
        const isMirrored = isPageRightToLeft();
        const length = scaleLinear<number>({
          domain: [0, Math.max(1, most?.value ?? 1)],
          range: [0, width - NUMBER],
        });
        return (
          <ol className={cx(styles['bars'])}>
            {data.map(({ label, value }) => {
              const bar = length(value);
              return (
                <li key={label}>
                  <span className={cx(styles['barLabel'])}>{label}</span>
                  <Plot width={width} height={BAR}>
                    <Bar
                      className={cx(styles['mark'])}
                      x={isMirrored ? width - bar : 0}
                      width={bar}
                      height={BAR}
                      rx={2}
                    />
                    <text
                      x={isMirrored ? width - bar - 8 : bar + 8}
                      y={BAR / 2}
                      dy="0.32em"
                      className={cx(styles['number'])}
                      textAnchor={isMirrored ? 'end' : 'start'}
                    >
                      {number(value)}
                    </text>
                  </Plot>
                </li>
              );
            })}
          </ol>
        );
      }}
    </ChartFrame>
  );
}
