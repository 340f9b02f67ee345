import { GradeHistoryView, type GradeStep } from '../../contracts/gradebook.ts';
import { fingerprint } from '../../core/ids.ts';
import type { OverrideVersion } from './grade-overrides.domain.ts';
import type { SyncState } from './grade-slot.domain.ts';
import type { Inputs } from './formulas.domain.ts';
import type { LedgerEntry } from './ledger.domain.ts';

/** What the history page of a grade is made from. */
export interface GradeHistory {
  readonly activityId: string;
  readonly column: {
    readonly id: string;
    readonly label: string;
    readonly maximum: number;
    readonly highest: number;
    readonly countsLate: boolean;
  };
  readonly member: { readonly id: string; readonly name: string | null };
  readonly released: boolean;
  readonly sync: SyncState;
  readonly decisions: readonly OverrideVersion[];
  /** Newest first. */
  readonly entries: readonly {
    readonly entry: LedgerEntry;
    readonly steps: readonly GradeStep[];
    readonly sentAt: Date | null;
  }[];
  readonly next: number | null;
  /** Names of members by their ids; whoever is not in it is no member: a job. */
  readonly names: ReadonlyMap<string, string | null>;
}

/** A grade's history as staff read it: who decided has a name, who reviewed has none. */
export function historyView(history: GradeHistory, can: { override: boolean }) {
  const { entries, decisions, names, sync, ...rest } = history;
  const author = (id: string) => ({ name: names.get(id) ?? null, isSystem: !names.has(id) });
  return GradeHistoryView.parse({
    ...rest,
    sync: { state: sync.state, at: sync.at?.toISOString() ?? null },
    decisions: decisions.map(({ revision, decided, grade, excuse, waiver }) => ({
      revision,
      by: author(decided.by),
      at: decided.at,
      reason: decided.reason,
      grade: grade?.value ?? null,
      excused: excuse !== null,
      lateWaived: waiver !== null,
    })),
    entries: entries.map(({ entry, steps, sentAt }) => ({
      n: entry.n,
      kind: entry.kind,
      at: entry.at.toISOString(),
      by: author(entry.by),
      reason: entry.reason,
      runId: entry.runId,
      explanation: { formula: entry.formula, value: entry.value, maximum: entry.maximum, steps },
      parameters: entry.parameters,
      inputs: { ...inputsView(entry.inputs), decision: entry.overrides?.revision ?? 0 },
      sentAt: sentAt?.toISOString() ?? null,
    })),
    can,
  });
}

/** Names a review over its versions without saying whose it is. */
const signOf = (reviewId: string): string =>
  fingerprint(reviewId)
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 6);

/** What a review counted beside the others. */
function countOf(inputs: Inputs, index: number): { counts: number | null; bias: number | null } {
  const weights = 'weights' in inputs ? inputs.weights : null;
  if (!weights) return { counts: null, bias: null };
  return { counts: (weights.shares[index] ?? 0) * 100, bias: weights.biases[index] ?? 0 };
}

function inputsView(inputs: Inputs) {
  const handedIn = 'handedIn' in inputs ? inputs.handedIn : null;
  return {
    reviews:
      'reviews' in inputs
        ? inputs.reviews.map(({ reviewId, ...review }, index) => ({
            sign: signOf(reviewId),
            ...review,
            ...countOf(inputs, index),
          }))
        : [],
    handedIn: handedIn && { version: handedIn.version, at: handedIn.at, dueAt: handedIn.dueAt },
    given:
      'given' in inputs
        ? inputs.given.map(({ reviewId, version }) => ({ sign: signOf(reviewId), version }))
        : [],
  };
}
