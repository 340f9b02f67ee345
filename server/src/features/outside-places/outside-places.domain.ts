import {
  fillPattern,
  frameOf,
  leadsTo,
  OUTSIDE_PLACES,
  type OutsidePlace,
} from '../../contracts/outside-links.ts';
import type { TeamSettings } from '../../contracts/team-settings.ts';

/** A link that somebody has pasted for one group. */
interface PastedLink {
  readonly url: string;
  readonly by: string;
  readonly at: Date;
}

/** What is pasted for one group in one project. */
export interface OutsideLinks {
  readonly activityId: string;
  readonly groupId: string;
  readonly links: Readonly<Partial<Record<OutsidePlace, PastedLink>>>;
  /** Counts changes: nobody writes over what they have not seen. */
  readonly revision: number;
}

/** Where a group goes. */
export interface Place {
  readonly kind: OutsidePlace;
  readonly url: string | null;
  readonly frame: string | null;
  readonly isPasted: boolean;
}

/**
 * The places of a group that the project asks for: what is pasted for it, else what the pattern makes of its name. What
 * leads where the installation sends nobody any more is none.
 */
export function placesOf(
  team: Pick<TeamSettings, OutsidePlace>,
  groupName: string | null,
  pasted: OutsideLinks | null,
  hosts: readonly string[],
): Place[] {
  return OUTSIDE_PLACES.flatMap((kind) => {
    const asked = team[kind];
    if (!asked) return [];
    const own = pasted?.links[kind]?.url ?? null;
    const fromPattern =
      asked.pattern !== '' && groupName !== null ? fillPattern(asked.pattern, groupName) : null;
    const found = own ?? fromPattern;
    const url = found !== null && leadsTo(found, hosts) ? found : null;
    return [{ kind, url, frame: url === null ? null : frameOf(url), isPasted: own !== null }];
  });
}

/** A group as it stands in a file for breakout rooms. */
export interface BreakoutRoom {
  readonly name: string;
  readonly members: readonly { readonly name: string; readonly email: string | null }[];
}

/** What Zoom takes under "Import from CSV": https://support.zoom.us, pre-assigning participants to breakout rooms. */
export const zoomRows = (rooms: readonly BreakoutRoom[]): string[][] => [
  ['Pre-assign Room Name', 'Email Address'],
  ...rooms.flatMap(({ name, members }) =>
    members.flatMap(({ email }) => (email === null ? [] : [[name, email]])),
  ),
];

export const plainRows = (rooms: readonly BreakoutRoom[]): string[][] => [
  ['Group', 'Name', 'Email'],
  ...rooms.flatMap((room) => room.members.map(({ name, email }) => [room.name, name, email ?? ''])),
];
