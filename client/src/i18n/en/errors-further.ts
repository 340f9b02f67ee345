/** Refusals that only pages meet which come with these texts. */
export const errorsFurther = {
  ACTIVITY_ID_TAKEN: 'This activity exists already with other content. Please reload the page.',
  ACTIVITY_HAS_WORK: 'People have worked with these settings already, so this can no longer be changed.',
  NOT_A_DEEP_LINKING_LAUNCH: 'This page was not opened to choose content for the course.',
  DEEP_LINKING_EXPIRED: 'The course has waited too long for your choice. Start again from your course.',
  DEEP_LINKING_TYPE_REFUSED:
    'The course does not accept this kind of content here. Start again from your course.',
  DEEP_LINKING_ONE_ONLY: 'The course takes one activity here. Please choose a single one.',
  LINK_ALREADY_USED: 'This place in the course already has its activity. Reload the page to see it.',
  ALLOCATION_NEEDS_TWO: 'At least two learners have to hand in work before reviews can start.',
  ALLOCATION_ALREADY_DONE: 'Reviews have started already.',
  NOTHING_TO_RELEASE: 'No submission has a finished review yet, so there is no grade to release.',
  GRADES_NOT_RELEASED: 'Grades are not released, so there is nothing to take back.',
  GRADE_COLUMN_GONE: 'This activity has this gradebook column no more. What was graded in it is kept.',
  GRADE_OUT_OF_RANGE: 'This grade is outside what the column allows.',
  NO_GRADEBOOK_COLUMN: 'The course’s gradebook has no column for this activity.',
  NOTHING_TO_REMIND: 'There is nothing to remind of here right now.',
  FILE_WITHOUT_COLUMNS:
    'This file has no column for groups in its first row. Name one “Group” or “Group ID”, and one for people, such as “E-mail”.',
  REHEARSAL_NOT_BEGUN: 'There is no rehearsal of this activity. Begin one first.',
  EXTENSION_TOO_EARLY: 'The time given must end later than the learner’s date without it.',
  MEMBER_NOT_LEARNING: 'This person is no learner of the course any more.',
  ANSWERS_INVALID: 'Some answers are missing or do not fit.',
  WORK_TAKEN: 'A colleague is marking this work.',
} as const;
