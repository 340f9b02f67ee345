/** A row of a file, with the line on which it ends, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Comma-separated values as spreadsheets write and read them. */
export interface Csv {
  /**
   * Reads a file whose cells are separated by commas, semicolons or tabs, whichever its first line has most of; blank
   * rows are left out. `broken`: lines of rows that cannot be understood, such as a quote that nothing closes.
   */
  read(text: string): { readonly rows: CsvRow[]; readonly broken: number[] };
  /** Writes a file with commas; what a spreadsheet would run as a formula becomes plain text. */
  write(rows: readonly (readonly string[])[]): string;
}
