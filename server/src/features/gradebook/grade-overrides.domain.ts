/** Who decided it, when (ISO 8601) and why. */
export interface Decided {
  readonly reason: string;
  /** Id of the member. */
  readonly by: string;
  readonly at: string;
}

/**
 * What staff decided for one member in one column, as it stands after `revision` decisions; each part keeps its own
 * author and reason. A grade and an excuse exclude each other.
 */
export interface Overrides {
  readonly revision: number;
  /** In points of the column. */
  readonly grade: (Decided & { readonly value: number }) | null;
  /** No grade, and none is missing. */
  readonly excuse: Decided | null;
  /** Lateness takes nothing off. */
  readonly waiver: Decided | null;
}

/** One decision with the state after it; never changed after it was written. */
export interface OverrideVersion extends Overrides {
  readonly activityId: string;
  readonly columnId: string;
  readonly memberId: string;
  /** The run that makes it effective. */
  readonly runId: string;
  /** Who made this very decision, when and why. */
  readonly decided: Decided;
}

/** How staff want it to be for one member in one column. */
export interface SetOverrides {
  /** `value` in points of the column. */
  readonly grade:
    | { readonly kind: 'computed' }
    | { readonly kind: 'set'; readonly value: number }
    | { readonly kind: 'excused' };
  readonly lateWaived: boolean;
  readonly reason: string;
  /** The revision the page showed; 0 when nothing had been decided. */
  readonly expectedRevision: number;
}

export type OverrideDecision =
  | { readonly type: 'accept'; readonly overrides: Overrides }
  /** It is like that already. */
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: 'STALE_REVISION' | 'GRADE_OUT_OF_RANGE' };

export const NO_OVERRIDES: Overrides = { revision: 0, grade: null, excuse: null, waiver: null };

/**
 * Decides on what staff want. Parts that stay as they are keep their author and reason.
 *
 * @param highest the most points the column allows (`highestOf`).
 */
export function decideOverride(
  current: Overrides,
  wanted: SetOverrides,
  highest: number,
  decided: Decided,
): OverrideDecision {
  const { grade, lateWaived } = wanted;
  const value = grade.kind === 'set' ? grade.value : null;
  const isExcused = grade.kind === 'excused';
  const isSame =
    (current.grade?.value ?? null) === value &&
    (current.excuse !== null) === isExcused &&
    (current.waiver !== null) === lateWaived;
  // The same request again, or what somebody else has decided just so.
  if (isSame) return { type: 'unchanged' };
  if (current.revision !== wanted.expectedRevision) return { type: 'refuse', reason: 'STALE_REVISION' };
  if (value !== null && !(value >= 0 && value <= highest))
    return { type: 'refuse', reason: 'GRADE_OUT_OF_RANGE' };
  return {
    type: 'accept',
    overrides: {
      revision: current.revision + 1,
      grade: value === null ? null : current.grade?.value === value ? current.grade : { ...decided, value },
      excuse: isExcused ? (current.excuse ?? decided) : null,
      waiver: lateWaived ? (current.waiver ?? decided) : null,
    },
  };
}
