import { errors } from './errors.ts';
import { gradebook } from './gradebook.ts';
import { launch } from './launch.ts';
import { noticesLink } from './notices-link.ts';
import { peerReview } from './peer-review.ts';
import { richText } from './rich-text.ts';
import { ui } from './ui.ts';

/** The texts that are there from the start: what surrounds every page, and learners' pages. */
export const core = {
  errors,
  gradebook,
  launch,
  notices: noticesLink,
  peerReview,
  richText,
  ui,
  app: {
    name: 'Roundtable',
    pageTitle: '{{page}} – Roundtable',
    skip: 'Skip to content',
    navigation: 'Pages',
    course: 'Course',
    activity: 'Activity',
    home: 'Home',
    settings: 'Settings',
    groups: 'Groups',
    waiting: 'Waiting for you',
    questionnaires: 'Questionnaires',
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
    linkHint:
      'Go back to your course and choose the activity there: the page that this link leads to then opens by itself, unless your browser keeps the two apart. What you have written is saved.',
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
} as const;
