/** Limits that the forms show and the server enforces. */
export const TITLE_MAX = 200;
export const INSTRUCTIONS_MAX = 10_000;
export const SUBMISSION_TEXT_MAX = 100_000;
export const COMMENT_MAX = 10_000;
export const CRITERIA_MAX = 20;
export const CRITERION_POINTS_MAX = 1000;
export const ACTIVITY_POINTS_MAX = 10_000;
export const REVIEWS_PER_LEARNER_MAX = 10;
export const PAGE_SIZE_MAX = 100;
/** A bearer is valid for this long; the client renews it while the session lives. */
export const BEARER_SECONDS = 15 * 60;
/** A session ends this long after the launch. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** Minutes after the due date in which work is not late yet: at most a week. */
export const GRACE_MINUTES_MAX = 7 * 24 * 60;
/** The highest grade where there is extra credit, in percent of the points. */
export const EXTRA_CREDIT_PERCENT_MAX = 200;
export const GRADE_DECIMALS_MAX = 4;
export const REASON_MAX = 1_000;
/** How grades are made of percentages unless an activity says otherwise: quiet and as people expect. */
export const DEFAULT_GRADE_RULES = {
  minimumPercent: 0,
  maximumPercent: 100,
  extraCredit: false,
  decimals: 2,
  rounding: 'nearest',
} as const;
