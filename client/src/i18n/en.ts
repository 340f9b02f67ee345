import { errors } from './errors.en.ts';
import { notices } from './notices.en.ts';
import { gradebook } from './gradebook.en.ts';
import { files } from './files.en.ts';
import { launch } from './launch.en.ts';
import { groups, observed, roster } from './course.en.ts';
import { peerReview } from './peer-review.en.ts';
import { reconciliation } from './reconciliation.en.ts';
import { richText } from './rich-text.en.ts';
import { ui } from './ui.en.ts';

/** Every text of the client in English; other languages have the same keys. */
export const en = {
  errors,
  notices,
  gradebook,
  files,
  groups,
  observed,
  launch,
  peerReview,
  reconciliation,
  richText,
  roster,
  ui,
  app: {
    name: 'Roundtable',
    pageTitle: '{{page}} – Roundtable',
    skip: 'Skip to content',
    navigation: 'Pages',
    course: 'Course',
    activity: 'Activity',
    settings: 'Settings',
    waiting: 'Waiting for you',
    backToCourse: 'Back to the course',
    loading: 'Loading…',
    offline: 'You are offline. Your text is kept here and will be saved.',
    unreachable: 'The server does not answer right now. Your text is kept here and will be saved.',
    online: 'The connection is back.',
    ended: {
      title: 'Your session has ended',
      kept: 'Open this activity again from your course, in this tab: it goes on at this page, with everything that you have written.',
      copy: 'Open this activity again from your course: it goes on at this page. Text that was not saved is only here: copy it first.',
    },
    left: {
      title: 'You are not in this course any more',
      text: 'The course has taken you off its list of people. What you have done here is kept. If that is a mistake, ask the instructor, then open this activity again from your course.',
    },
  },
  closed: {
    title: 'Open this again from your course',
    text: 'This page opens from the activity in your course. For your safety a link to it works only once, so a reload or a bookmark cannot open it.',
    hint: 'Go back to your course and choose the activity there. What you have written is saved.',
  },
  cannotOpen: { title: 'The activity cannot be opened right now' },
  notFound: {
    title: 'This page does not exist',
    text: 'The address may be mistyped, or the page belongs to another course.',
    back: 'Go to the activity',
  },
  problem: {
    pageTitle: 'This page cannot be shown',
    title: 'That did not work',
    unreachable: 'The server does not answer. Check your connection and try again.',
    unexpected: 'Something unexpected happened on this page. Please reload it.',
    requestId: 'Reference for support: {{requestId}}',
    retry: 'Try again',
    reload: 'Reload the page',
  },
  common: {
    cancel: 'Cancel',
    optional: '(optional)',
    loadMore: 'Load more',
    loadingMore: 'Loading…',
    increase: 'Increase',
    decrease: 'Decrease',
    none: '–',
    formErrors_one: 'One field needs your attention.',
    formErrors_other: '{{count}} fields need your attention.',
    timeZone: 'Times are in your time zone, {{zone}}.',
  },
  moment: {
    withRelative: '{{absolute}} ({{relative}})',
    now: 'now',
  },
  autosave: {
    notSavedYet: 'Saved automatically as you type',
    waiting: 'Not saved yet…',
    saving: 'Saving…',
    savedAt: 'Saved {{time}}',
    temporary: 'Not saved. Your text is kept here; trying again…',
    refused: 'Not saved: {{reason}}',
    stale: {
      title: 'Saved in another tab',
      text: 'You have this open elsewhere too, and the other one was saved after you opened this one. Which do you want to keep?',
      load: 'Load the other one',
      keep: 'Keep this one',
    },
  },
  queue: {
    title: 'Waiting for you',
    intro: 'Everything in this course that will not go on without staff, oldest first.',
    empty: { title: 'Nothing is waiting for you', text: 'When something needs a person, it appears here.' },
    since: 'Since {{when}}',
    until: 'Until {{when}}',
    action: {
      RETRY_SCORE: 'Try again',
      RELEASE_AGAIN: 'Release again',
      RETRY_COLUMN: 'Try again',
      READ_AGAIN: 'Read again',
    },
    busy: 'Working…',
    actionFor: '{{action}}: {{name}}',
    retried: 'On its way again. It leaves this list when the gradebook has taken it.',
    done: 'On its way',
    words: 'The gradebook said: {{words}}',
    because: {
      SCORE_REFUSED: 'The gradebook refused the score of {{name}}',
      SCORE_UNREACHABLE: 'The gradebook could not be reached with the score of {{name}}',
      NO_GRADEBOOK_COLUMN: 'The gradebook has no column for the score of {{name}}',
      SCORE_CHANGED_IN_LMS: 'The score of {{name}} was changed in the gradebook',
      MEMBER_NOT_IN_COURSE: 'The gradebook does not know {{name}} in this course',
      GRADE_INVALID: 'The grade of {{name}} cannot be sent as it is',
      LMS_NOT_ALLOWED: 'The gradebook does not let Roundtable send the score of {{name}}',
      ASSIGNMENT_UNPUBLISHED: 'The score of {{name}} waits until the assignment is published in the course',
      GRADE_NOT_TAKEN_BACK: 'The grade of {{name}} could not be taken back from the gradebook',
      COURSE_CONCLUDED: 'The course is over, so its gradebook does not take the score of {{name}}',
      ATTEMPTS_EXHAUSTED: '{{name}} has handed in, but has no attempt left in the course',
      LMS_UNREACHABLE_one: 'The gradebook does not answer; one score waits',
      LMS_UNREACHABLE_other: 'The gradebook does not answer; {{count}} scores wait',
      COLUMN_REFUSED: 'The gradebook refused the column “{{name}}”',
      COLUMN_UNREACHABLE: 'The gradebook could not be reached for the column “{{name}}”',
      COLUMN_GONE: 'The column “{{name}}” was deleted in the gradebook',
      ROSTER_NOT_READ: 'The list of people in the course could not be read',
      GROUPS_NOT_READ: 'The groups of the course could not be read',
    },
    advice: {
      SCORE_REFUSED: 'Settle in the course what the gradebook objects to, then try again.',
      SCORE_UNREACHABLE: 'Many tries have failed. Try again when the course can be reached.',
      NO_GRADEBOOK_COLUMN: 'Add a grade to this activity in the course, then try again.',
      SCORE_CHANGED_IN_LMS:
        'Nothing was overwritten. Try again only if the grade from here is the one that counts.',
      MEMBER_NOT_IN_COURSE:
        'If this person is still enrolled, try again; otherwise nothing needs to be done.',
      GRADE_INVALID: 'Check the points in the settings, then release again.',
      LMS_NOT_ALLOWED:
        'An administrator has to let Roundtable use the gradebook. It is tried again every hour.',
      ASSIGNMENT_UNPUBLISHED: 'Publish it in the course. It is tried again every ten minutes.',
      GRADE_NOT_TAKEN_BACK:
        'This gradebook keeps grades once it has them. Delete the grade there by hand, then try again.',
      COURSE_CONCLUDED: 'If grades are still to be sent, have the course opened again, then try again.',
      ATTEMPTS_EXHAUSTED:
        'The work is kept here and can be reviewed and graded. To have it counted in the course, allow one more attempt there, then try again.',
      LMS_UNREACHABLE:
        'Nothing is lost, and nothing needs to be done here: they are sent as soon as it answers. If it lasts, tell an administrator.',
      COLUMN_REFUSED: 'Settle in the course what the gradebook objects to, then try again.',
      COLUMN_UNREACHABLE: 'It is tried again by itself. Grades wait here until then.',
      COLUMN_GONE: 'Grades wait here. Try again to have the column made anew, with all grades.',
      ROSTER_NOT_READ: 'Nobody was taken off for this. It is read again every hour by itself.',
      GROUPS_NOT_READ:
        'Nobody was taken out of a group for this. They are read again with the list of people.',
    },
  },
} as const;
