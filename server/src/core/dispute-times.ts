const DAY_MS = 86_400_000;

/** For how long an activity's grades and reviews can be disputed, and how soon staff should answer. */
export interface DisputeTimes {
  /** Learners can dispute for so many days after the release. */
  readonly openDays: number;
  /** Staff should have answered after so many days. */
  readonly answerDays: number;
  /** Counts its changes. */
  readonly revision: number;
}

/** Until when a learner can dispute what was released then. */
export const openUntil = (releasedAt: Date, { openDays }: Pick<DisputeTimes, 'openDays'>): Date =>
  new Date(releasedAt.getTime() + openDays * DAY_MS);
