import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import { acrossOf, areaOf, Axes } from './Axes.tsx';
import { ChartFrame, Plot } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { Legend, Marker } from './Marker.tsx';
import { useNumbers } from './numbers.ts';

export interface LineSeries {
  readonly name: string;
  /** One for each place along the line; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface LineChartProps {
  readonly title: string;
  readonly placeTitle: string;
  readonly valueTitle: string;
  /** The places along the lines in order, such as days. */
  readonly places: readonly string[];
  /** At most six: more cannot be told apart. */
  readonly series: readonly LineSeries[];
}

const HEIGHT = 280;
/** One for each series, beside its colour and its marker. */
const DASHES = ['', '7 4', '2 3', '10 3 2 3', '4 2', '1 4'];

/** How amounts change along an order. */
export default function LineChart({ title, placeTitle, valueTitle, places, series }: LineChartProps) {
  const { t } = useTranslation();
  const number = useNumbers();
  const sentences = series.map(({ name, values }) => {
    const known = values.filter((value) => value !== null);
    const [first] = known;
    const last = known.at(-1);
    if (first === undefined || last === undefined) return '';
    return t('ui.charts.line', {
      name,
      first: number(first),
      last: number(last),
      most: number(Math.max(...known)),
    });
  });
  return (
    <ChartFrame
      title={title}
      summary={sentences.join(' ') || t('ui.charts.noValues')}
      isEmpty={sentences.join('') === ''}
      columns={[placeTitle, ...series.map(({ name }) => name)]}
      rows={places.map((place, index) => ({
        key: place,
        cells: [place, ...series.map(({ values }) => textOf(values[index], number))],
      }))}
    >
      {(width) => {
        const area = areaOf(width, HEIGHT);
        const all = series.flatMap(({ values }) => values.filter((value) => value !== null));
        const x = scaleLinear<number>({ domain: [0, Math.max(1, places.length - 1)], range: acrossOf(area) });
        const y = scaleLinear<number>({
          domain: [0, Math.max(1, ...all)],
          range: [area.bottom, area.top],
          nice: 5,
        });
        const step = Math.ceil(places.length / Math.max(2, Math.floor((area.right - area.left) / 72)));
        return (
          <>
            <Legend names={series.map(({ name }) => name)} />
            <Plot width={width} height={HEIGHT}>
              <Axes
                area={area}
                x={x}
                y={y}
                xTitle={placeTitle}
                yTitle={valueTitle}
                xFormat={(index) => places[index] ?? ''}
                yFormat={number}
                xTicks={places.map((_, index) => index).filter((index) => index % step === 0)}
              />
              {series.map(({ name, values }, index) => {
                const points = values.map((value, place) => ({ place, value }));
                return (
                  <g key={name} className={cx(styles[`series${index + 1}`])}>
                    <LinePath
                      data={points}
                      defined={({ value }) => value !== null}
                      x={({ place }) => x(place)}
                      y={({ value }) => y(value ?? 0)}
                      className={cx(styles['line'])}
                      strokeDasharray={DASHES[index]}
                    />
                    {points.map(({ place, value }) =>
                      value === null ? null : (
                        <Marker
                          key={place}
                          shape={index}
                          x={x(place)}
                          y={y(value)}
                          text={`${name}, ${places[place] ?? ''}: ${number(value)}`}
                        />
                      ),
                    )}
                  </g>
                );
              })}
            </Plot>
          </>
        );
      }}
    </ChartFrame>
  );
}

const textOf = (value: number | null | undefined, number: (value: number) => string): string =>
  value === null || value === undefined ? '–' : number(value);
