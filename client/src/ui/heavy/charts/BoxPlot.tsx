import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import { ChartFrame, isPageRightToLeft, Plot } from './ChartFrame.tsx';
import styles from './charts.module.css';
import { useNumbers } from './numbers.ts';
import { type Box, boxOf } from './statistics.ts';

export interface BoxGroup {
  readonly label: string;
  readonly values: readonly number[];
}

export interface BoxPlotProps {
  readonly title: string;
  readonly labelTitle: string;
  readonly valueTitle: string;
  readonly groups: readonly BoxGroup[];
  /** The least and the greatest possible value. */
  readonly domain: readonly [number, number];
}

const ROW = 74;
const PADDING = 12;
const BOX_TOP = 24;
const BOX_HEIGHT = 18;
const STRIP_TOP = 52;

/** How values spread in some groups: the box of the middle half, and every value as a dot below it. */
export default function BoxPlot({ title, labelTitle, valueTitle, groups, domain }: BoxPlotProps) {
  const { t } = useTranslation();
  const number = useNumbers();
  const boxes = groups.map((group) => ({ ...group, box: boxOf(group.values) }));
  const sentence = ({ label, values, box }: (typeof boxes)[number]) =>
    box === null
      ? ''
      : t('ui.charts.box', {
          label,
          count: values.length,
          median: number(box.median),
          from: number(box.firstQuartile),
          to: number(box.thirdQuartile),
        });
  const cells = ({ label, values, box }: (typeof boxes)[number]) => [
    label,
    number(values.length),
    ...(box === null
      ? ['–', '–', '–', '–', '–']
      : [box.lowest, box.firstQuartile, box.median, box.thirdQuartile, box.highest].map(number)),
  ];
  return (
    <ChartFrame
      title={title}
      summary={boxes.map(sentence).filter(Boolean).join(' ') || t('ui.charts.noValues')}
      isEmpty={boxes.every(({ box }) => box === null)}
      columns={[
        labelTitle,
        t('ui.charts.columns.count'),
        t('ui.charts.columns.lowest'),
        t('ui.charts.columns.firstQuartile'),
        t('ui.charts.columns.median'),
        t('ui.charts.columns.thirdQuartile'),
        t('ui.charts.columns.highest'),
      ]}
      rows={boxes.map((group) => ({ key: group.label, cells: cells(group) }))}
    >
      {(width) => {
        const isMirrored = isPageRightToLeft();
        const inside: [number, number] = [PADDING, width - PADDING];
        const x = scaleLinear<number>({
          domain: [...domain],
          range: isMirrored ? inside.toReversed() : inside,
        });
        const bottom = groups.length * ROW;
        const ticks = x.ticks(Math.max(2, Math.floor(width / 90)));
        return (
          <Plot width={width} height={bottom + 46}>
            {ticks.map((tick) => (
              <g key={tick}>
                <line className={cx(styles['grid'])} x1={x(tick)} x2={x(tick)} y1={0} y2={bottom} />
                <text x={x(tick)} y={bottom + 16} className={cx(styles['label'])} textAnchor="middle">
                  {number(tick)}
                </text>
              </g>
            ))}
            <text x={width / 2} y={bottom + 38} className={cx(styles['axisTitle'])} textAnchor="middle">
              {valueTitle}
            </text>
            {boxes.map(({ label, values, box }, index) => (
              <g key={label} transform={`translate(0 ${index * ROW})`}>
                <text
                  x={isMirrored ? width : 0}
                  y={14}
                  className={cx(styles['label'])}
                  textAnchor={isMirrored ? 'end' : 'start'}
                >
                  {label}
                </text>
                {box !== null && <BoxMark box={box} x={x} />}
                {values.map((value, place) => (
                  // Equal values lie beside each other, in a row of four.
                  <circle
                    key={place}
                    className={cx(styles['dot'])}
                    cx={x(value)}
                    cy={STRIP_TOP + (place % 4) * 4}
                    r={2.5}
                  />
                ))}
              </g>
            ))}
          </Plot>
        );
      }}
    </ChartFrame>
  );
}

function BoxMark({ box, x }: { readonly box: Box; readonly x: (value: number) => number }) {
  const middle = BOX_TOP + BOX_HEIGHT / 2;
  const [one, other] = [x(box.firstQuartile), x(box.thirdQuartile)];
  const at = (value: number, from: number, to: number) => ({
    from: { x: x(value), y: from },
    to: { x: x(value), y: to },
  });
  return (
    <g className={cx(styles['box'])}>
      <Line from={{ x: x(box.lowWhisker), y: middle }} to={{ x: x(box.highWhisker), y: middle }} />
      <Line {...at(box.lowWhisker, BOX_TOP + 4, BOX_TOP + BOX_HEIGHT - 4)} />
      <Line {...at(box.highWhisker, BOX_TOP + 4, BOX_TOP + BOX_HEIGHT - 4)} />
      <Bar
        x={Math.min(one, other)}
        width={Math.max(1, Math.abs(other - one))}
        y={BOX_TOP}
        height={BOX_HEIGHT}
      />
      <Line {...at(box.median, BOX_TOP, BOX_TOP + BOX_HEIGHT)} className={cx(styles['median'])} />
    </g>
  );
}
