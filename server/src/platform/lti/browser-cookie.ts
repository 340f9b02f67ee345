import { readCookie } from '../http/cookies.ts';

/** The secret by which a browser proves that it began a launch, kept in a cookie of its own per login. */

/** Two tabs that launch at once must not overwrite each other's secret. */
const nameOf = (state: string): string => `rt_login_${state.slice(0, 16)}`;

/** As long as a login may take. */
const MAX_AGE_SECONDS = 5 * 60;

const attributes = (publicUrl: string): string => {
  const root = new URL(publicUrl).pathname.replace(/\/$/, '');
  return `Path=${root}/lti; HttpOnly; Secure; SameSite=None; Partitioned`;
};

/** Partitioned: it lives in an LMS's frame where third-party cookies are blocked. */
export const setBrowserCookie = (state: string, secret: string, publicUrl: string): string =>
  `${nameOf(state)}=${secret}; Max-Age=${MAX_AGE_SECONDS}; ${attributes(publicUrl)}`;

export const clearBrowserCookie = (state: string, publicUrl: string): string =>
  `${nameOf(state)}=; Max-Age=0; ${attributes(publicUrl)}`;

/** @returns null when the browser has no secret for this state. */
export const readBrowserCookie = (cookieHeader: string | undefined, state: string): string | null =>
  readCookie(cookieHeader, nameOf(state));
