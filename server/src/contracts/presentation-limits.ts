/** Limits of presentations of groups; without zod, since the client counts by them too. */

export const SLOTS_MAX = 200;
export const SLOT_MINUTES_MAX = 240;
export const SLOT_PLACE_MAX = 500;
export const QUESTION_MAX = 500;
/** Questions to one presentation, and of one person to it. */
export const QUESTIONS_MAX = 200;
export const OWN_QUESTIONS_MAX = 10;
/** What an audience judges by: short enough for a phone while one listens. */
export const AUDIENCE_CRITERIA_MAX = 5;
export const AUDIENCE_CRITERION_MAX = 120;
export const AUDIENCE_SCALE = [1, 2, 3, 4, 5] as const;
/** Results of fewer answers would tell who gave which. */
export const AUDIENCE_FEWEST = 3;
/** Members of one group. */
export const PRESENTERS_MAX = 200;
/** What members are told of the time at which their group presents. */
export const PRESENTATION_NOTICES = [
  'presentationSet',
  'presentationMoved',
  'presentationFreed',
  'presentationSoon',
] as const;
