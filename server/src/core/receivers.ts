/** Stands in the place of a member where all staff of the course are meant. */
export const STAFF = 'staff';
/** Stands in the place of a member where every learner of the course is meant alike. */
export const EVERYBODY = 'everybody';
