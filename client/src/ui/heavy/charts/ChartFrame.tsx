import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import { Disclosure } from '../../Disclosure.tsx';
import { type Column, Table } from '../../Table.tsx';
import styles from './charts.module.css';

/** One line of the table that says the same as the chart. */
export interface ChartRow {
  readonly key: string;
  readonly cells: readonly string[];
}

interface ChartFrameProps {
  readonly title: string;
  /** What one sees in it, in a sentence or two. */
  readonly summary: string;
  readonly columns: readonly string[];
  readonly rows: readonly ChartRow[];
  /** There is nothing to draw: the summary says so. */
  readonly isEmpty: boolean;
  /** Draws for this width in pixels. */
  readonly children: (width: number) => ReactNode;
}

/** A drawing with its title, what it says in words, and its numbers as a table. */
export function ChartFrame({ title, summary, columns, rows, isEmpty, children }: ChartFrameProps) {
  const { t } = useTranslation();
  const { element, width } = useWidth();
  const id = useId();
  const tableColumns = columns.map((heading, index): Column<ChartRow> => ({
    key: heading,
    title: heading,
    cell: ({ cells }) => cells[index] ?? '',
  }));
  return (
    <figure
      className={cx(styles['chart'])}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
    >
      <figcaption>
        <span id={`${id}-title`} className={cx(styles['title'])}>
          {title}
        </span>
        <span id={`${id}-summary`} className={cx(styles['summary'])}>
          {summary}
        </span>
      </figcaption>
      {/* The words above and the table below say what it shows. */}
      <div ref={element} className={cx(styles['drawing'])} aria-hidden="true">
        {width > 0 && !isEmpty && children(width)}
      </div>
      {!isEmpty && (
        <Disclosure title={t('ui.charts.asTable')}>
          <Table label={title} columns={tableColumns} rows={rows} rowKey={({ key }) => key} />
        </Disclosure>
      )}
    </figure>
  );
}

/** The width of an element, now and whenever it changes. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    setWidth(current.clientWidth);
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

interface PlotProps {
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** The drawing itself; on narrower paper it shrinks. */
export const Plot = ({ width, height, children }: PlotProps) => (
  <svg className={cx(styles['plot'])} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
    {children}
  </svg>
);

/** Whether the page is read from right to left: then so is the drawing. */
export const isPageRightToLeft = (): boolean => document.documentElement.dir === 'rtl';
