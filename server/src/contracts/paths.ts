/** Paths an administrator types or a page depends on (spec/lti.md). */
export const API = '/api';
export const APP = '/app';
export const LTI_LOGIN = '/lti/login';
export const LTI_LAUNCH = '/lti/launch';
export const LTI_KEYS = '/lti/keys';
/** Addresses that work by the secret in `?key=` alone: in each mail, and in a person's calendar program. */
export const UNSUBSCRIBE = '/notices/unsubscribe';
export const CALENDAR = '/calendar/deadlines.ics';

/** Where a good launch lands: the client of one deployment. */
export const appPath = (deploymentKey: string): string => `${APP}/p/${deploymentKey}/`;
