import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Csv, CsvRow } from './ports.ts';

const DELIMITERS = [',', ';', '\t'];

/** Spreadsheets of many languages write semicolons, since the comma is in their numbers. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (delimiter: string): number => first.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
}

/** A cell that we wrote with an apostrophe so that no spreadsheet runs it. */
const FORMULA = /^'(?=[=+\-@\t\r＝＋－＠])/u;

/** @throws CsvError at the first row that cannot be understood. */
function parseRows(text: string, delimiter: string): CsvRow[] {
  const options = {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  };
  const parsed = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
  return parsed
    .map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.replace(FORMULA, '')) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

const attempt = (text: string, delimiter: string): CsvRow[] | null => {
  try {
    return parseRows(text, delimiter);
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
};

export const csv: Csv = {
  read(text) {
    const delimiter = delimiterOf(text);
    const whole = attempt(text, delimiter);
    if (whole) return { rows: whole, broken: [] };
    // A quote that nothing closes swallows what follows: then every line is a row of its own.
    const broken: number[] = [];
    const rows = text.split(/\r?\n/).flatMap((line, index) => {
      const row = attempt(line, delimiter);
      if (!row) broken.push(index + 1);
      return (row ?? []).map(({ cells }) => ({ line: index + 1, cells }));
    });
    return { rows, broken };
  },

  write: (rows) =>
    stringify(
      rows.map((row) => [...row]),
      { bom: true, escape_formulas: true },
    ),
};
