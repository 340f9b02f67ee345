import { scaleLinear } from '@visx/scale';
import { useTranslation } from 'react-i18next';
import { acrossOf, areaOf, Axes } from './Axes.tsx';
import { ChartFrame, Plot } from './ChartFrame.tsx';
import { Marker } from './Marker.tsx';
import styles from './charts.module.css';
import { useNumbers } from './numbers.ts';
import { cx } from '../../cx.ts';
import { correlation } from './statistics.ts';

export interface ScatterPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

export interface ScatterProps {
  readonly title: string;
  readonly labelTitle: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly points: readonly ScatterPoint[];
}

const HEIGHT = 300;

/** Whether two amounts go together. */
export default function Scatter({ title, labelTitle, xTitle, yTitle, points }: ScatterProps) {
  const { t } = useTranslation();
  const number = useNumbers();
  const together = correlation(points);
  return (
    <ChartFrame
      title={title}
      summary={
        together === null
          ? t('ui.charts.noValues')
          : t('ui.charts.scatter', { count: points.length, x: xTitle, y: yTitle, r: number(together) })
      }
      isEmpty={points.length === 0}
      columns={[labelTitle, xTitle, yTitle]}
      rows={points.map(({ label, x, y }) => ({ key: label, cells: [label, number(x), number(y)] }))}
    >
      {(width) => {
        const area = areaOf(width, HEIGHT);
        const x = scaleLinear<number>({
          domain: [0, Math.max(1, ...points.map((point) => point.x))],
          range: acrossOf(area),
          nice: 5,
        });
        const y = scaleLinear<number>({
          domain: [0, Math.max(1, ...points.map((point) => point.y))],
          range: [area.bottom, area.top],
          nice: 5,
        });
        return (
          <Plot width={width} height={HEIGHT}>
            <Axes area={area} x={x} y={y} xTitle={xTitle} yTitle={yTitle} xFormat={number} yFormat={number} />
            <g className={cx(styles['cloud'])}>
              {points.map((point) => (
                <Marker
                  key={point.label}
                  shape={0}
                  x={x(point.x)}
                  y={y(point.y)}
                  text={`${point.label}: ${number(point.x)}, ${number(point.y)}`}
                />
              ))}
            </g>
          </Plot>
        );
      }}
    </ChartFrame>
  );
}
