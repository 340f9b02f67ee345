import type { ReactNode } from 'react';

/** What a cell stands for when rows are sorted, searched and exported; null sorts last. */
export type CellValue = string | number | null;

export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Without it the column is only shown. */
  readonly value?: (row: Row) => CellValue;
  /** Offers its values, words of a small set, as a filter. */
  readonly isFilter?: boolean;
  /** What such a filter offers where a cell says several things at once; `value` itself when it is left out. */
  readonly filterBy?: (row: Row) => readonly string[];
  /** Numbers stand at the end of the cell, so that digits are below each other. */
  readonly isNumber?: boolean;
  /** How wide it is beside the others; 1 when nothing is said. */
  readonly share?: number;
}

export interface Sort {
  readonly key: string;
  readonly isDown: boolean;
}

/** What one looks for in a table. */
export interface Arrangement {
  readonly search: string;
  /** Wanted values by column; a column that is missing takes all. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: Sort | null;
}

/**
 * The rows that match, in the wanted order; rows that are equal stay in the order they came in.
 *
 * Searching ignores case and accents as the locale does.
 */
export function arrange<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  { search, filters, sort }: Arrangement,
  locale: string,
): Row[] {
  const words = fold(search, locale).split(/\s+/u).filter(Boolean);
  const values = columns.flatMap(({ value }) => value ?? []);
  const wanted = columns.flatMap((column) => {
    const some = filters[column.key];
    return some === undefined || some.length === 0 || column.value === undefined
      ? []
      : [{ column, some: new Set<CellValue>(some) }];
  });
  const matching = rows.filter(
    (row) =>
      wanted.every(({ column, some }) => saidBy(column, row).some((value) => some.has(value))) &&
      (words.length === 0 ||
        matches(
          values.map((value) => value(row)),
          words,
          locale,
        )),
  );
  const by = columns.find(({ key }) => key === sort?.key)?.value;
  if (by === undefined || sort === null) return matching;
  const collator = new Intl.Collator(locale, { numeric: true });
  // Each row's value once, not once per comparison.
  return matching
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) => compare(a.value, b.value, collator, sort.isDown))
    .map(({ row }) => row);
}

function compare(a: CellValue, b: CellValue, collator: Intl.Collator, isDown: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return isDown ? -order : order;
}

function matches(values: readonly CellValue[], words: readonly string[], locale: string): boolean {
  const text = fold(values.filter((value) => value !== null).join(' '), locale);
  return words.every((word) => text.includes(word));
}

const fold = (text: string, locale: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase(locale);

/** What a cell says to a filter. */
const saidBy = <Row>({ value, filterBy }: DataColumn<Row>, row: Row): readonly CellValue[] =>
  filterBy?.(row) ?? [value?.(row) ?? null];

/** The different values of a column, sorted, to choose from. */
export function valuesOf<Row>(rows: readonly Row[], column: DataColumn<Row>, locale: string): string[] {
  const said = rows.flatMap((row) => saidBy(column, row));
  const found = new Set(said.filter((value) => value !== null).map(String));
  return [...found].sort(new Intl.Collator(locale, { numeric: true }).compare);
}

/** A sheet would take such a cell for a formula (OWASP: CSV injection); a plain number is none. */
const FORMULA = /^(?![+-]?\d+([.,]\d+)?$)[=+\-@\t\r]/;

/** The rows as CSV (RFC 4180), with a byte order mark by which spreadsheets know UTF-8. */
export function toCsv<Row>(columns: readonly DataColumn<Row>[], rows: readonly Row[]): string {
  const shown = columns.filter(({ value }) => value !== undefined);
  const lines = [
    shown.map(({ title }) => title),
    ...rows.map((row) => shown.map(({ value }) => value?.(row) ?? '')),
  ];
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: string | number): string {
  const text = FORMULA.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
