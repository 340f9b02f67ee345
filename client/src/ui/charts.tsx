import type { BarChartProps } from './heavy/charts/BarChart.tsx';
import type { BoxPlotProps } from './heavy/charts/BoxPlot.tsx';
import type { HeatMapProps } from './heavy/charts/HeatMap.tsx';
import type { HistogramProps } from './heavy/charts/Histogram.tsx';
import type { IntervalsProps } from './heavy/charts/Intervals.tsx';
import type { LineChartProps } from './heavy/charts/LineChart.tsx';
import type { NetworkProps } from './heavy/charts/Network.tsx';
import type { ScatterProps } from './heavy/charts/Scatter.tsx';
import { makePart } from './part.tsx';
import { Skeleton } from './Skeleton.tsx';

/*
 * Every chart has a title, says in words what one sees, and holds its numbers as a table; colours are told apart with
 * every kind of colour vision, and never alone say something.
 */

const Placeholder = () => <Skeleton />;

/** Amounts side by side. */
export const BarChart = makePart<BarChartProps>(() => import('./heavy/charts/BarChart.tsx'), Placeholder);

/** How amounts change along an order, such as days. */
export const LineChart = makePart<LineChartProps>(() => import('./heavy/charts/LineChart.tsx'), Placeholder);

/** How often which values occur. */
export const Histogram = makePart<HistogramProps>(() => import('./heavy/charts/Histogram.tsx'), Placeholder);

/** How values spread in some groups, value by value. */
export const BoxPlot = makePart<BoxPlotProps>(() => import('./heavy/charts/BoxPlot.tsx'), Placeholder);

/** Values in a row, and how uncertain each is. */
export const Intervals = makePart<IntervalsProps>(() => import('./heavy/charts/Intervals.tsx'), Placeholder);

/** A matrix whose cells are darker the more they hold. */
export const HeatMap = makePart<HeatMapProps>(() => import('./heavy/charts/HeatMap.tsx'), Placeholder);

/** Whether two amounts go together. */
export const Scatter = makePart<ScatterProps>(() => import('./heavy/charts/Scatter.tsx'), Placeholder);

/** Who is tied to whom. */
export const Network = makePart<NetworkProps>(() => import('./heavy/charts/Network.tsx'), Placeholder);
