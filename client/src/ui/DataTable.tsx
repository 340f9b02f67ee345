import type { ReactNode } from 'react';
import type { DataTableProps } from './heavy/data-table-props.ts';
import { makePart } from './part.tsx';
import { Skeleton } from './Skeleton.tsx';

/**
 * A table to work with: searched, filtered, sorted, with a choice of columns and of rows, exported as CSV, at ease with
 * ten thousand rows. For a few rows that are only read there is `Table`.
 */
export const DataTable = makePart<DataTableProps<unknown>>(
  () => import('./heavy/DataTable.tsx'),
  () => <Skeleton />,
) as <Row>(props: DataTableProps<Row>) => ReactNode;
