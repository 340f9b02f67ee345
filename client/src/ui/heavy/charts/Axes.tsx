import { AxisBottom, AxisLeft, AxisRight, type TickRendererProps } from '@visx/axis';
import type { ScaleLinear } from '@visx/vendor/d3-scale';
import { cx } from '../../cx.ts';
import { isPageRightToLeft } from './ChartFrame.tsx';
import styles from './charts.module.css';

/** The room that the scales take. */
const MARGIN = { top: 30, bottom: 48, start: 40, end: 16 } as const;

/** The part of the drawing within the axes, in pixels. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function areaOf(width: number, height: number): Area {
  const [left, right] = isPageRightToLeft() ? [MARGIN.end, MARGIN.start] : [MARGIN.start, MARGIN.end];
  return { left, right: width - right, top: MARGIN.top, bottom: height - MARGIN.bottom };
}

/** From where the reading begins to where it ends. */
export const acrossOf = ({ left, right }: Area): [number, number] =>
  isPageRightToLeft() ? [right, left] : [left, right];

const lowerNumber = ({ x, formattedValue }: TickRendererProps) => (
  <text x={x} y={22} className={cx(styles['label'])} textAnchor="middle">
    {formattedValue}
  </text>
);

const uprightNumber = ({ y, formattedValue }: TickRendererProps) => (
  <text
    x={isPageRightToLeft() ? 10 : -10}
    y={y}
    dy="0.32em"
    className={cx(styles['label'])}
    textAnchor={isPageRightToLeft() ? 'start' : 'end'}
  >
    {formattedValue}
  </text>
);

interface AxesProps {
  readonly area: Area;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly xFormat: (value: number) => string;
  readonly yFormat: (value: number) => string;
  readonly xTicks?: readonly number[];
}

/** The two scales with their titles, and faint lines across at the upright one's numbers. */
export function Axes({ area, x, y, xTitle, yTitle, xFormat, yFormat, xTicks }: AxesProps) {
  const { left, right, top, bottom } = area;
  const isMirrored = isPageRightToLeft();
  const Upright = isMirrored ? AxisRight : AxisLeft;
  const yTicks = y.ticks(5);
  const few = Math.max(2, Math.floor((right - left) / 80));
  return (
    <g>
      {yTicks.map((tick) => (
        <line key={tick} className={cx(styles['grid'])} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
      ))}
      <AxisBottom
        scale={x}
        top={bottom}
        tickValues={[...(xTicks ?? x.ticks(few))]}
        tickFormat={(value) => xFormat(Number(value))}
        tickClassName={cx(styles['tick'])}
        axisLineClassName={cx(styles['axis'])}
        tickComponent={lowerNumber}
      />
      <Upright
        scale={y}
        left={isMirrored ? right : left}
        tickValues={yTicks}
        tickFormat={(value) => yFormat(Number(value))}
        hideTicks
        hideAxisLine
        tickComponent={uprightNumber}
      />
      <text x={(left + right) / 2} y={bottom + 42} className={cx(styles['axisTitle'])} textAnchor="middle">
        {xTitle}
      </text>
      {/* Above its scale and not along it, so that nobody has to turn the head. */}
      <text
        x={isMirrored ? right + MARGIN.start : left - MARGIN.start}
        y={top - 16}
        className={cx(styles['axisTitle'])}
        textAnchor={isMirrored ? 'end' : 'start'}
      >
        {yTitle}
      </text>
    </g>
  );
}
