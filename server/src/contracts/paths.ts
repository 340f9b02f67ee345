/** Paths an administrator types or a page depends on (spec/lti.md). */
export const API = '/api';
export const APP = '/app';
export const LTI_LOGIN = '/lti/login';
export const LTI_LAUNCH = '/lti/launch';
export const LTI_KEYS = '/lti/keys';
/** A file's content, by a capability in the query: `?key=`. */
export const FILE_CONTENT = '/files/content';

/** Where a good launch lands: the client of one deployment. */
export const appPath = (deploymentKey: string): string => `${APP}/p/${deploymentKey}/`;
