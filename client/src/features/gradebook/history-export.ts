import type { GradeHistory, LedgerEntry } from './api.ts';
import { csvOf } from './csv.ts';

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

/** The ledger's entries as CSV. */
export const toCsv = ({ entries }: Pick<GradeHistory, 'entries'>): string =>
  csvOf([
    COLUMNS.map(([name]) => name),
    ...entries.map((entry) => COLUMNS.map(([, valueOf]) => valueOf(entry))),
  ]);

/** The same with everything else that is known of the grade, as JSON. */
export function toJson({ column, member, decisions, entries }: GradeHistory): string {
  return JSON.stringify({ column, member, decisions, entries }, null, 2);
}

/** A name for the file that any system takes. */
export const fileName = ({ column, member }: GradeHistory, extension: string): string =>
  `${`${column.label} ${member.name ?? member.id}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.${extension}`;
