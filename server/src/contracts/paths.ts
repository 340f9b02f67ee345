/** Paths an administrator types or a page depends on (spec/lti.md). */
export const API = '/api';
export const APP = '/app';
export const LTI_LOGIN = '/lti/login';
export const LTI_LAUNCH = '/lti/launch';
export const LTI_KEYS = '/lti/keys';
/** Addresses that work by the secret in `?key=` alone: in each mail, and in a person's calendar program. */
export const UNSUBSCRIBE = '/notices/unsubscribe';
export const CALENDAR = '/calendar/deadlines.ics';
/** A file's content, by a capability in the query: `?key=`. */
export const FILE_CONTENT = '/files/content';
/** Dynamic registration; opened by an LMS with an invitation. */
export const LTI_REGISTER = '/lti/register';
/** The developer key that a Canvas administrator copies. */
export const LTI_CANVAS = '/lti/canvas.json';
/** The administrators' console, in a window of its own. */
export const ADMINISTRATION = `${APP}/admin`;
/** Where platforms deliver their notices (Platform Notification Service 1.0). */
export const LTI_NOTICES = '/lti/notices';

/** Where a good launch lands: the client of one deployment. */
export const appPath = (deploymentKey: string): string => `${APP}/p/${deploymentKey}/`;

/** One learner's work in an activity, as an LMS's grading view names it. */
export interface WorkAddress {
  readonly activityId: string;
  readonly memberId: string;
  readonly version: number;
}

/**
 * What an LMS launches to show staff a learner's attempt, below the tool's public address (Canvas: `basic_lti_launch`).
 * It says who and which, and gives no right: the launch that comes by it is judged like every other.
 */
export const gradingViewUrl = (activityId: string, memberId: string, version: number): string =>
  `${LTI_LAUNCH}?activity=${activityId}&learner=${memberId}&attempt=${version}`;

/** @returns the work that a launch's target names, or null when it names none. */
export function readGradingView(targetLinkUri: string): WorkAddress | null {
  if (!URL.canParse(targetLinkUri)) return null;
  const query = new URL(targetLinkUri).searchParams;
  const [activityId = '', memberId = '', version = ''] = ['activity', 'learner', 'attempt'].map(
    (name) => query.get(name) ?? '',
  );
  const isId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);
  if (!isId(activityId) || !isId(memberId) || !/^[1-9]\d{0,5}$/.test(version)) return null;
  return { activityId, memberId, version: Number(version) };
}
/** Where browsers open a socket to write pages together. */
export const CO_WRITING = `${API}/co-writing`;
/** The part of a page's shared document that holds its text: a Yjs XML fragment of the nodes of rich texts. */
export const PAGE_TEXT = 'page';
