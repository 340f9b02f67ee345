/** Limits of what is said of reviews; without zod, since the client counts by them too. */

/** How good staff can find a review: 1 is the least. */
export const QUALITY_MAX = 5;
export const JUDGEMENT_COMMENT_MAX = 2_000;
