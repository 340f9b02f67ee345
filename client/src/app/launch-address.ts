import { APP } from '../../../server/src/contracts/paths.ts';

/** What the address of a launch says: which deployment, and the one-time code if it is still there. */
export interface LaunchAddress {
  /** Where the client's own routes begin, without a slash at the end. */
  readonly basename: string;
  readonly deploymentKey: string;
  readonly code: string | null;
  /** The page within the client, beginning with a slash. */
  readonly page: string;
  /** The activity that the page belongs to. */
  readonly activityId: string | null;
}

const PATH = new RegExp(`^${APP}/p/([^/]+)(?:/|$)`);
/** Pages of an activity, whatever its type: all begin with the path of their type and its id. */
const ACTIVITY = /^\/(?:activities|discussions|group-work)\/([0-9a-f]{32})(?:[/?]|$)/;
const CODE = /^#code=([\w-]{43})$/;

/** The activity that a page within the client belongs to, or null. @param page may end in a query */
export const activityOfPage = (page: string): string | null => ACTIVITY.exec(page)?.[1] ?? null;

/**
 * Reads `/app/p/<deploymentKey>/…#code=<43 characters>`.
 *
 * @returns null when the path belongs to no deployment.
 */
export function readLaunchAddress(pathname: string, hash: string): LaunchAddress | null {
  const deploymentKey = PATH.exec(pathname)?.[1];
  if (deploymentKey === undefined) return null;
  const basename = `${APP}/p/${deploymentKey}`;
  const page = pathname.slice(basename.length) || '/';
  return {
    basename,
    deploymentKey,
    page,
    code: CODE.exec(hash)?.[1] ?? null,
    activityId: activityOfPage(page),
  };
}
