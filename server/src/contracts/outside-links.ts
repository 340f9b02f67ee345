/** Links to boards and video rooms outside, as rules without zod: the client counts by them too. */
import { isWebLink } from './web-link.ts';

export const OUTSIDE_PLACES = ['board', 'videoRoom'] as const;
export type OutsidePlace = (typeof OUTSIDE_PLACES)[number];
export const OUTSIDE_LINK_MAX = 500;

/** What stands for the name of a group in a pattern. */
const GROUP_IN_PATTERN = '{group}';

/** Whether a link leads, encrypted, to one of some hosts or to a name below one. */
export function leadsTo(link: string, hosts: readonly string[]): boolean {
  if (!isWebLink(link)) return false;
  const { protocol, hostname, port } = new URL(link);
  return (
    protocol === 'https:' &&
    port === '' &&
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  );
}

/** Whether a pattern leads to one of some hosts whatever a group is called. */
export const isPattern = (pattern: string, hosts: readonly string[]): boolean =>
  ['a', 'b'].every((name) => leadsTo(fillPattern(pattern, name), hosts)) &&
  new URL(fillPattern(pattern, 'a')).host === new URL(fillPattern(pattern, 'b')).host;

/** The link of one group. A name cannot leave its place in the path: it is one part of it. */
export function fillPattern(pattern: string, groupName: string): string {
  const words = groupName
    .replaceAll(/\p{Cs}/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-');
  return pattern.replaceAll(GROUP_IN_PATTERN, encodeURIComponent(words));
}

/** How boards are framed where their makers let them be; from the published rules of Miro (Live Embed) and Mural. */
const FRAMES: readonly {
  readonly host: string;
  /** Paths of what can be framed. */
  readonly path: RegExp;
  readonly toFrame: (id: string) => string;
}[] = [
  {
    host: 'miro.com',
    path: /^\/app\/(?:board|live-embed|embed)\/([\w-]+=*)\/?$/,
    toFrame: (id) => `https://miro.com/app/live-embed/${id}/`,
  },
  {
    host: 'app.mural.co',
    path: /^\/embed\/([\w-]+)\/?$/,
    toFrame: (id) => `https://app.mural.co/embed/${id}`,
  },
];

/** What a page shows in a frame for a link; null: it has to be opened in a tab of its own. */
export function frameOf(link: string): string | null {
  const { hostname, pathname } = new URL(link);
  const known = FRAMES.find(({ host }) => host === hostname.replace(/^www\./, ''));
  const [, id] = known?.path.exec(pathname) ?? [];
  return known && id !== undefined ? known.toFrame(id) : null;
}

/** Exactly those origins that pages of an installation may frame. @param hosts that groups may link to */
export const frameOrigins = (hosts: readonly string[]): string[] =>
  FRAMES.map(({ host }) => `https://${host}`).filter((origin) => leadsTo(origin, hosts));
