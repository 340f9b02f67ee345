/** Who decided it, when (ISO 8601) and why. */
interface Decided {
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
