import type { GradeHistory, LedgerEntry } from './api.ts';

const COLUMNS: readonly (readonly [string, (entry: LedgerEntry) => string | number | null])[] = [
  ['n', ({ n }) => n],
  ['time', ({ at }) => at],
  ['run', ({ kind }) => kind],
  ['run_id', ({ runId }) => runId],
  ['by', ({ by }) => (by.isSystem ? 'Roundtable' : by.name)],
  ['reason', ({ reason }) => reason],
  ['value', ({ explanation }) => explanation.value],
  ['maximum', ({ explanation }) => explanation.maximum],
  ['formula', ({ explanation }) => explanation.formula],
  ['parameters', ({ parameters }) => JSON.stringify(parameters)],
  ['inputs', ({ inputs }) => JSON.stringify(inputs)],
  ['sent_at', ({ sentAt }) => sentAt],
];

/**
 * The ledger's entries as CSV (RFC 4180) with a byte-order mark, which spreadsheets need to read it as UTF-8. A text that
 * a spreadsheet would take for a formula gets an apostrophe.
 */
export function toCsv({ entries }: Pick<GradeHistory, 'entries'>): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...entries.map((entry) => COLUMNS.map(([, valueOf]) => cellOf(valueOf(entry)))),
  ];
  return `\uFEFF${rows.map((row) => `${row.join(',')}\r\n`).join('')}`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The same with everything else that is known of the grade, as JSON. */
export function toJson({ column, member, decisions, entries }: GradeHistory): string {
  return JSON.stringify({ column, member, decisions, entries }, null, 2);
}

/** A name for the file that any system takes. */
export const fileName = ({ column, member }: GradeHistory, extension: string): string =>
  `${`${column.label} ${member.name ?? member.id}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.${extension}`;

/** Has the browser save a text as a file. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
