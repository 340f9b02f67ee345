import { ComparedRowView, type ComparedState, GradebookStatusView } from '../../contracts/reconciliation.ts';
import type { GradeColumn } from './grade-column.domain.ts';
import type { Problem } from './grade-slot.domain.ts';
import type { ColumnLineItem } from './line-item.domain.ts';
import type { Theirs } from './reconcile.domain.ts';

interface Abilities {
  readonly sendOurs: boolean;
  readonly acceptTheirs: boolean;
}

/** The comparison as it is kept. */
interface Head {
  readonly working: { readonly kind: string; readonly done: number; readonly of: number | null } | null;
  readonly readAt: Date | null;
  readonly failure: string | null;
  readonly states: Readonly<Partial<Record<ComparedState, number>>>;
  readonly strangers: number;
}

const NOT_READ: Head = { working: null, readAt: null, failure: null, states: {}, strangers: 0 };

function columnView({ id, label, maximum }: GradeColumn, known: ColumnLineItem | undefined) {
  const problem = known?.problem ?? null;
  const state =
    problem?.code === 'COLUMN_GONE' ? 'gone' : problem ? 'failed' : known?.url ? 'linked' : 'missing';
  return { id, label, maximum, state, words: problem?.words ?? null };
}

/** Where the grades of an activity are, for staff. */
export function gradebookStatusView(
  activityId: string,
  columns: readonly GradeColumn[],
  lineItems: readonly ColumnLineItem[],
  head: Head | null,
  unsent: { readonly waiting: number; readonly failed: number },
  can: Abilities,
) {
  const knownOf = new Map(lineItems.map((item) => [item.columnId, item]));
  const graded = lineItems.reduce((sum, item) => sum + item.graded, 0);
  const { readAt, ...rest } = head ?? NOT_READ;
  return GradebookStatusView.parse({
    activityId,
    columns: columns.map((column) => columnView(column, knownOf.get(column.id))),
    counts: { ...unsent, sent: Math.max(0, graded - unsent.waiting - unsent.failed) },
    reconciliation: { ...rest, readAt: readAt?.toISOString() ?? null },
    can,
  });
}

/** One member in one column: ours beside theirs. */
export const comparedRowView = (
  row: {
    readonly columnId: string;
    readonly memberId: string;
    readonly name: string | null;
    readonly theirs: Theirs | null;
  },
  ours: { readonly value: number; readonly maximum: number } | null,
  state: ComparedState,
  problem: Problem | null,
  can: Abilities,
) =>
  ComparedRowView.parse({
    columnId: row.columnId,
    memberId: row.memberId,
    name: row.name,
    ours,
    theirs: row.theirs && { value: row.theirs.score, maximum: row.theirs.maximum ?? ours?.maximum ?? 0 },
    state,
    problem: problem && { code: problem.code, words: problem.words },
    can,
  });
