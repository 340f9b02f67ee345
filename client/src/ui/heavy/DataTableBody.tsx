import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { memo, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import type { DataColumn } from '../table-rows.ts';
import type { Picking } from './data-table-props.ts';
import styles from './DataTable.module.css';

interface DataTableBodyProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly picking: Picking | undefined;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** A guess, until a row is there to be measured. */
const ROW_HEIGHT = 45;
/** Rows beyond the visible ones, so that a quick scroll shows no gap. */
const OVERSCAN = 10;

/** The rows in sight, between two spacers that stand for all others; on paper, every row. */
function Body<Row>(props: DataTableBodyProps<Row>) {
  const { rows, rowKey, scroller } = props;
  const isPrinting = useIsPrinting();
  const [height, setHeight] = useState(ROW_HEIGHT);
  // Nothing is memoised behind its back: this code is built without the React compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keyAt(rows, index, rowKey),
    estimateSize: () => height,
    overscan: OVERSCAN,
    // What is seen before the first measurement.
    initialRect: { width: 0, height: 600 },
  });
  // Rows that were never seen count as high as the first one: a guess that is off would break a long smooth scroll.
  const width = virtualizer.scrollRect?.width ?? 0;
  const isEmpty = rows.length === 0;
  useLayoutEffect(() => {
    const first = scroller.current?.querySelector('tr[data-index]');
    if (first instanceof HTMLElement) setHeight(first.offsetHeight);
  }, [scroller, width, isEmpty]);
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);
  if (isPrinting) {
    return (
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <DataRow key={rowKey(row)} {...props} row={row} index={index} />
        ))}
      </tbody>
    );
  }
  const items = virtualizer.getVirtualItems();
  return (
    <tbody role="rowgroup">
      <Spacer height={items.at(0)?.start ?? 0} />
      {items.map(({ index, key }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <DataRow key={String(key)} {...props} row={row} index={index} virtualizer={virtualizer} />
        );
      })}
      <Spacer height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
    </tbody>
  );
}

/** Rendered again only when what it shows has changed: not with every letter that is typed above it. */
export const DataTableBody = memo(Body) as typeof Body;

function keyAt<Row>(rows: readonly Row[], index: number, rowKey: (row: Row) => string): string | number {
  const row = rows[index];
  return row === undefined ? index : rowKey(row);
}

const Spacer = ({ height }: { readonly height: number }) =>
  height <= 0 ? null : <tr role="presentation" aria-hidden="true" style={{ blockSize: height }} />;

interface DataRowProps<Row> extends DataTableBodyProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly virtualizer?: Virtualizer<HTMLDivElement, HTMLTableRowElement>;
}

function DataRow<Row>({ columns, row, rowKey, picking, index, virtualizer }: DataRowProps<Row>) {
  const { t } = useTranslation();
  const id = rowKey(row);
  const [first] = columns;
  const isPicked = picking?.ids.has(id) ?? false;
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={cx(isPicked && styles['isPicked'])}
      ref={virtualizer?.measureElement}
    >
      {picking !== undefined && (
        <td role="cell" className={cx(styles['pick'])}>
          <label className={cx(styles['box'])}>
            <input
              type="checkbox"
              aria-label={t('ui.table.pick', {
                name: picking.nameOf?.(id) ?? String(first?.value?.(row) ?? ''),
              })}
              checked={isPicked}
              onChange={() => picking.onChange(withToggled(picking.ids, id))}
            />
          </label>
        </td>
      )}
      {columns.map(({ key, title, cell, isNumber }, place) =>
        place === 0 ? (
          <th key={key} role="rowheader" scope="row">
            {cell(row)}
          </th>
        ) : (
          <td key={key} role="cell" className={cx(isNumber === true && styles['number'])}>
            <span className={cx(styles['label'])}>{title}</span>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function withToggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** True from just before the browser lays out the pages for paper until it has done so. */
function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setIsPrinting(true));
    const after = () => setIsPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}
