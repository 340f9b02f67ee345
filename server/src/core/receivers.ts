/** Stands in the place of a member where all staff of the course are meant. */
export const STAFF = 'staff';
