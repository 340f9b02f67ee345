/**
 * The texts of mails, the calendar and the unsubscribe page. `{…}` is filled in; where there are several forms, the
 * number `{count}` chooses by the language's own plural rules.
 */
export const en = {
  kinds: {
    workToReview: { one: 'You have {count} work to review', other: 'You have {count} works to review' },
    dueHandIn: 'Your work is due soon',
    dueReview: {
      one: '{count} review of yours is due soon',
      other: '{count} reviews of yours are due soon',
    },
    reminderHandIn: 'Reminder: your work is still missing',
    reminderReview: {
      one: 'Reminder: {count} review of yours is still missing',
      other: 'Reminder: {count} reviews of yours are still missing',
    },
    opened: 'A questionnaire waits for your answers',
    dueRate: 'Say soon how helpful your reviews are',
    dueAnswer: 'A questionnaire closes soon: your answers are missing',
    graded: 'Your grade and feedback are there',
    evaluated: 'You can read what your group says of your part',
    reviewReply: 'There is a new reply about a review',
    postReply: 'There is a reply to one of your posts',
    followed: 'There is something new in threads you follow',
    mentioned: 'You are mentioned in a discussion',
    nudged: 'Your teaching staff would like to read something from you in this discussion',
    postHidden: 'Teaching staff have hidden a post of yours',
    postApproved: 'A post of yours is approved: others can read it',
    postRefused: 'Teaching staff have not approved a post of yours',
    postShown: 'A post of yours is shown again',
    postsMoved: 'Teaching staff have moved posts of yours',
    disputeAnswered: 'Your dispute has an answer',
    groupSeat: 'You have got the seat you were waiting for',
    groupPlaced: 'You are in this group now',
    groupLeft: 'You are in no group of this set any more',
    groupHandedIn: 'Your group’s work is handed in',
    groupConfirm: 'Your group waits for your confirmation',
    groupWithdrawn: 'Your group’s work was taken back',
    groupObjected: 'Somebody of your group finds something wrong',
    taskDue: 'A task of yours in your group is due soon',
    groupNudged: 'Teaching staff have written to your group',
    presentationSet: 'Your group has a time to present',
    presentationMoved: 'Your group presents at another time or place',
    presentationFreed: 'Your group has no time to present any more',
    presentationSoon: 'Your group presents soon',
    revisionOpen: 'You can revise your work now',
  },
  /** The subject of a mail about one thing. */
  subject: '{headline}: {title}',
  digest: { one: '{count} notice from {course}', other: '{count} notices from {course}' },
  /** What is new in threads that one follows. */
  news: {
    titled: { one: '{title}: {count} unread post', other: '{title}: {count} unread posts' },
    untitled: {
      one: 'Threads whose titles are not told by e-mail: {count} unread post',
      other: 'Threads whose titles are not told by e-mail: {count} unread posts',
    },
    more: { one: 'and {count} more thread', other: 'and {count} more threads' },
  },
  until: 'Until {when}',
  on: 'On {when}',
  open: 'Open the activity',
  openCourse: 'Open the course',
  noLink: 'Open the activity from your course to go on.',
  why: 'You get this mail because you take part in {course}.',
  change: 'How often mail comes, and when not, is set in Roundtable under Notices.',
  unsubscribe: 'No more mail from this course',
  unnamedCourse: 'your course',
  unnamedActivity: 'Activity',
  calendar: {
    name: 'Deadlines: {course}',
    handIn: 'Hand in: {title}',
    handInLate: 'Last moment for late work: {title}',
    review: 'Finish reviews: {title}',
    rate: 'Say how helpful your reviews are: {title}',
    answer: 'Answer: {title}',
    assessSelf: 'Assess your own work: {title}',
    revise: 'Hand in the revised work: {title}',
    milestone: 'A milestone is due: {title}',
    post: 'Writing ends: {title}',
    meeting: 'Group meeting: {title}',
    presentation: 'Presentation of your group: {title}',
    task: 'Your task in the group is due: {title}',
    teamAction: 'Your group agreed that you do: {title}',
  },
  unsubscribePage: {
    title: 'Stop e-mail?',
    question:
      'Roundtable will send you no more e-mail about {course}. Your notices stay in the course itself.',
    here: 'Stop e-mail from this course',
    everywhere: 'Stop e-mail from all my courses',
    doneTitle: 'E-mail is off',
    done: 'You get no more e-mail about {course}.',
    doneEverywhere: 'You get no more e-mail from Roundtable about any of your courses there.',
    back: 'To switch it on again, open an activity in your course and choose Notices.',
    invalidTitle: 'This link does not work any more',
    invalid: 'It was replaced by a newer one, or mistyped.',
    invalidAdvice:
      'Open an activity in your course and choose Notices: there you can switch e-mail off and on.',
  },
};

/** Forms of a text by plural category; every language has `other`. */
export type Plural = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** A language has every text, each plural in its own forms, or does not compile. */
type Translated<T> = T extends string
  ? string
  : T extends { other: string }
    ? Plural
    : { readonly [Key in keyof T]: Translated<T[Key]> };

export type NoticeTexts = Translated<typeof en>;
