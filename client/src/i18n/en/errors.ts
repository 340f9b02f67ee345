import type { ErrorCode } from '../../../../server/src/contracts/errors.ts';
import type { errorsFurther } from './errors-further.ts';

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
  SUBMISSIONS_CLOSED: 'Submissions are closed.',
  ANONYMITY_CHANGED:
    'Who will see your name has changed since you began. Read what holds now, then send it again. What you wrote is kept.',
  WORK_PART_MISSING: 'Something is missing that must be handed in with this work.',
  WORK_PART_REFUSED: 'There is something in the work that this activity does not take. Please take it out.',
  SUBMISSION_EMPTY: 'There is nothing to hand in yet.',
  NOT_ALLOCATED: 'This review is not one of yours.',
  REVIEWS_CLOSED: 'Reviews are closed.',
  RATING_MISSING: 'A criterion has no points yet.',
  RATING_OUT_OF_RANGE: 'Some points are outside what the rubric allows.',
  COMMENT_REQUIRED: 'Please write a comment for the author.',
  MEMBER_LEFT:
    'You are not in this course any more. If that is a mistake, ask its instructor, then open the activity again from your course.',
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
} as const satisfies Record<Exclude<ErrorCode, keyof typeof errorsFurther>, string>;
