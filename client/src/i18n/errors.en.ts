import type { ErrorCode } from '../../../server/src/contracts/errors.ts';

/** A text for every error code; a new code without one does not compile. */
export const errors = {
  BAD_REQUEST: 'Something in this request was not understood. Please reload the page and try again.',
  UNAUTHENTICATED: 'Your session is not valid here. Open the activity again from your course.',
  SESSION_EXPIRED: 'Your session has ended. Open the activity again from your course.',
  CODE_USED_OR_EXPIRED: 'This link worked once and is used up. Open the activity again from your course.',
  FORBIDDEN: 'Your role in this course does not allow this.',
  NOT_FOUND: 'This is not here, or not in this course.',
  PAYLOAD_TOO_LARGE: 'That is more than can be sent at once. Please shorten it.',
  TOO_MANY_REQUESTS: 'That was a lot at once. Please wait a moment and try again.',
  INTERNAL: 'Something went wrong on our side. Nothing you typed is lost; please try again.',
  DATABASE_UNAVAILABLE: 'The data cannot be reached right now. Please try again in a minute.',
  DISK_RESERVE_REACHED:
    'The server has no room left to store anything new. Its administrator has to act first.',
  DRAINING: 'The server is being restarted. Please try again in a minute.',
  STALE_REVISION: 'This was changed in another tab or by somebody else in the meantime.',
  ACTIVITY_ID_TAKEN: 'This activity exists already with other content. Please reload the page.',
  ACTIVITY_HAS_WORK: 'People have worked with these settings already, so this can no longer be changed.',
  NOT_A_DEEP_LINKING_LAUNCH: 'This page was not opened to choose content for the course.',
  DEEP_LINKING_EXPIRED: 'The course has waited too long for your choice. Start again from your course.',
  DEEP_LINKING_TYPE_REFUSED:
    'The course does not accept this kind of content here. Start again from your course.',
  DEEP_LINKING_ONE_ONLY: 'The course takes one activity here. Please choose a single one.',
  LINK_ALREADY_USED: 'This place in the course already has its activity. Reload the page to see it.',
  SUBMISSIONS_CLOSED: 'Submissions are closed.',
  SUBMISSION_EMPTY: 'There is nothing to hand in yet.',
  ALLOCATION_NEEDS_TWO: 'At least two learners have to hand in work before reviews can start.',
  ALLOCATION_ALREADY_DONE: 'Reviews have started already.',
  NOT_ALLOCATED: 'This review is not one of yours.',
  REVIEWS_CLOSED: 'Reviews are closed.',
  RATING_MISSING: 'A criterion has no points yet.',
  RATING_OUT_OF_RANGE: 'Some points are outside what the rubric allows.',
  COMMENT_REQUIRED: 'Please write a comment for the author.',
  NOTHING_TO_RELEASE: 'No submission has a finished review yet, so there is no grade to release.',
  MEMBER_LEFT:
    'You are not in this course any more. If that is a mistake, ask its instructor, then open the activity again from your course.',
  FILE_WITHOUT_COLUMNS:
    'This file has no column for groups in its first row. Name one “Group” or “Group ID”, and one for people, such as “E-mail”.',
  NO_GRADEBOOK_COLUMN: 'The course’s gradebook has no column for this activity.',
  FILE_EMPTY: 'The file is empty.',
  FILE_TOO_LARGE: 'The file is larger than allowed.',
  FILES_TOO_MANY: 'There are too many files here. Remove one before you add another.',
  FILES_TOO_LARGE_TOGETHER: 'Your files for this are too large together.',
  COURSE_FILES_FULL: 'The course has no room for more files. Please tell your instructor.',
  FILE_TYPE_REFUSED: 'Files of this type are not taken here.',
  FILE_NOT_ANONYMOUS:
    'The file is damaged or protected, so names in it cannot be removed for anonymous review. Save it anew without a password and try again.',
  FILE_ID_TAKEN: 'This upload belongs to another file. Please choose the file again.',
  FILE_INCOMPLETE: 'Parts of the file have not arrived yet. Please try again.',
  FILE_IN_USE: 'The file was handed in, so it stays.',
  FILE_MISSING: 'A file is not uploaded yet, or was removed. Please look at your files.',
  ADMINISTRATOR_NEEDED: 'You are not signed in. Open a new one-time link.',
  INVITATION_NOT_USABLE:
    'This link was used already, is too old, or was withdrawn. Ask an administrator for a new one.',
  FOREIGN_REQUEST: 'This request did not come from this page. Please reload it.',
  OWN_RIGHTS: 'You cannot take away your own rights. Ask another administrator.',
} as const satisfies Record<ErrorCode, string>;
