/** Limits that the forms show and the server enforces. */
export const TITLE_MAX = 200;
export const INSTRUCTIONS_MAX = 10_000;
export const SUBMISSION_TEXT_MAX = 100_000;
export const COMMENT_MAX = 10_000;
export const CRITERIA_MAX = 20;
export const CRITERION_POINTS_MAX = 1000;
export const ACTIVITY_POINTS_MAX = 10_000;
export const REVIEWS_PER_LEARNER_MAX = 10;
/** A file of groups: about five thousand people. */
export const GROUPS_CSV_MAX = 300_000;
export const PAGE_SIZE_MAX = 100;
/** A bearer is valid for this long; the client renews it while the session lives. */
export const BEARER_SECONDS = 15 * 60;
/** A session ends this long after the launch. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** Activities that one deep-linking answer may give to an LMS. */
export const DEEP_LINKING_ITEMS_MAX = 20;
