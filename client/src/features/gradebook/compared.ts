import type { Tone } from '../../ui/Badge.tsx';
import type { ComparedRow, ComparedState, GradebookStatus } from './reconciliation-api.ts';

export const STATE_TONES: Record<ComparedState, Tone> = {
  same: 'good',
  waiting: 'info',
  sentSince: 'info',
  failed: 'bad',
  older: 'warn',
  changed: 'warn',
  missing: 'warn',
  notTakenBack: 'warn',
  theirsOnly: 'warn',
};

/** What "send ours" and "accept theirs" are for, when they are done for all. */
const SENDABLE: readonly ComparedState[] = ['changed', 'older', 'missing', 'failed', 'notTakenBack'];
const ACCEPTABLE: readonly ComparedState[] = ['changed', 'older', 'theirsOnly'];

type States = GradebookStatus['reconciliation']['states'];

const sumOf = (states: States, among: readonly ComparedState[]): number =>
  among.reduce((sum, state) => sum + (states[state] ?? 0), 0);

/** The comparison in numbers, as it was when the gradebook was read. */
export function countsOf(states: States) {
  const all = sumOf(states, Object.keys(states) as ComparedState[]);
  return {
    all,
    differing: all - (states.same ?? 0),
    sendable: sumOf(states, SENDABLE),
    acceptable: sumOf(states, ACCEPTABLE),
  };
}

/** Rows as they go into a spreadsheet: names of columns in English, as in every export. */
export const toCsvRows = (
  rows: readonly ComparedRow[],
  labelOf: ReadonlyMap<string, string>,
): (string | number | null)[][] => [
  ['learner', 'column', 'ours', 'ours_maximum', 'theirs', 'theirs_maximum', 'state', 'problem', 'words'],
  ...rows.map(({ name, columnId, ours, theirs, state, problem }) => [
    name,
    labelOf.get(columnId) ?? null,
    ours?.value ?? null,
    ours?.maximum ?? null,
    theirs?.value ?? null,
    theirs?.maximum ?? null,
    state,
    problem?.code ?? null,
    problem?.words ?? null,
  ]),
];
