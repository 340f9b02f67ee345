import { scaleLinear } from '@visx/scale';
import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import { acrossOf, areaOf, Axes } from './Axes.tsx';
import { ChartFrame, Plot } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { useNumbers } from './numbers.ts';

export interface Interval {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface IntervalsProps {
  readonly title: string;
  /** What one sees in it, in a sentence or two. */
  readonly summary: string;
  readonly labelTitle: string;
  /** What the place in the row is called, and what the values and the intervals are. */
  readonly placeTitle: string;
  readonly valueTitle: string;
  readonly intervalTitle: string;
  /** In the order in which they stand beside each other; 0 is a value that they are compared with. */
  readonly intervals: readonly Interval[];
}

const HEIGHT = 300;
/** The room that a number below needs. */
const TICK = 40;

/** Values in a row, each as a dot on a line as long as it is uncertain. */
export default function Intervals(props: IntervalsProps) {
  const { title, summary, labelTitle, placeTitle, valueTitle, intervalTitle, intervals } = props;
  const { t } = useTranslation();
  const number = useNumbers();
  const rangeOf = ({ low, high }: Interval): string =>
    t('ui.charts.range', { from: number(low), to: number(high) });
  return (
    <ChartFrame
      title={title}
      summary={summary}
      isEmpty={intervals.length === 0}
      columns={[placeTitle, labelTitle, valueTitle, intervalTitle]}
      rows={intervals.map((one, index) => ({
        key: one.key,
        cells: [number(index + 1), one.label, number(one.value), rangeOf(one)],
      }))}
    >
      {(width) => {
        const area = areaOf(width, HEIGHT);
        const count = intervals.length;
        const x = scaleLinear<number>({ domain: [0, count + 1], range: acrossOf(area) });
        const y = scaleLinear<number>({
          domain: [
            intervals.reduce((least, { low }) => Math.min(least, low), 0),
            intervals.reduce((most, { high }) => Math.max(most, high), 0),
          ],
          range: [area.bottom, area.top],
          nice: 5,
        });
        const step = Math.ceil((count * TICK) / (area.right - area.left));
        const radius = Math.max(1.5, Math.min(4, (area.right - area.left) / (3 * count)));
        return (
          <Plot width={width} height={HEIGHT}>
            <Axes
              area={area}
              x={x}
              y={y}
              xTitle={placeTitle}
              yTitle={valueTitle}
              xFormat={number}
              yFormat={number}
              xTicks={intervals.map((_, index) => index + 1).filter((place) => (place - 1) % step === 0)}
            />
            <line className={cx(styles['axis'])} x1={area.left} x2={area.right} y1={y(0)} y2={y(0)} />
            <path
              className={cx(styles['interval'])}
              d={intervals.map(({ low, high }, index) => `M${x(index + 1)} ${y(low)}V${y(high)}`).join('')}
            />
            {intervals.map((one, index) => (
              <circle
                key={one.key}
                className={cx(styles['mark'])}
                cx={x(index + 1)}
                cy={y(one.value)}
                r={radius}
              >
                <title>{`${one.label}: ${number(one.value)} (${rangeOf(one)})`}</title>
              </circle>
            ))}
          </Plot>
        );
      }}
    </ChartFrame>
  );
}
