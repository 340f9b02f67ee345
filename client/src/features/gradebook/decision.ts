import type { GradeDecision, SetOverrides } from './api.ts';

type Stand = Pick<GradeDecision, 'grade' | 'excused' | 'lateWaived'>;

/** What a decision says about the grade; nothing was decided: as computed. */
export function gradeOf(decision: Stand | undefined): SetOverrides['grade'] {
  if (decision?.excused === true) return { kind: 'excused' };
  if (decision === undefined || decision.grade === null) return { kind: 'computed' };
  return { kind: 'set', value: decision.grade };
}

/** What stood before the newest decision: undoing brings it back, as a decision of its own. */
export function decisionBefore([, before]: readonly Stand[]): Pick<SetOverrides, 'grade' | 'lateWaived'> {
  return { grade: gradeOf(before), lateWaived: before?.lateWaived ?? false };
}
