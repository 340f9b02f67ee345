import type { ReactNode } from 'react';
import type { DataColumn } from '../table-rows.ts';

/** Rows that one picks to do something with them. */
export interface Picking {
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
  /** How a row is called whose first column does not tell it from others. */
  readonly nameOf?: (id: string) => string;
  /** Buttons for what can be done with the picked rows. */
  readonly actions: ReactNode;
}

/** What has not come yet: sorting, searching and exporting a part would mislead, so they fetch the rest first. */
export interface Remainder {
  /** How many rows there are in all. */
  readonly total: number;
  readonly loadAll: () => void;
}

export interface DataTableProps<Row> {
  readonly label: string;
  /** The first column names the row and is always shown; it needs a `value`. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Name of the exported file, without its ending. */
  readonly exportName: string;
  readonly picking?: Picking;
  readonly remainder?: Remainder | undefined;
}
