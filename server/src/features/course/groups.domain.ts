import { groupIdOf, groupSetIdOf } from '../../core/ids.ts';

/** Who says which groups there are: the LMS, or a file that staff imported. */
export type GroupSource = 'lms' | 'csv';

/** Groups of a course that belong together. */
export interface GroupSet {
  readonly id: string;
  readonly courseId: string;
  readonly source: GroupSource;
  /** The LMS's own id of the set; null for the one that holds groups of which no set is known, and for files. */
  readonly externalId: string | null;
  /** Null where nobody has given it a name. */
  readonly name: string | null;
  /** Groups that are there, and people in them, as counted after the last change. */
  readonly groups: number;
  readonly members: number;
}

export interface Group {
  readonly id: string;
  readonly courseId: string;
  readonly setId: string;
  readonly source: GroupSource;
  readonly externalId: string | null;
  /** Null while the LMS has given nothing but an id. */
  readonly name: string | null;
  readonly sortName: string;
  /** `gone`: the LMS has it no more; who was in it stays on record. */
  readonly status: 'active' | 'gone';
}

/** "This member was in this group from then to then." A change never rewrites what was. */
export interface Membership {
  readonly id: string;
  readonly courseId: string;
  readonly setId: string;
  readonly groupId: string;
  readonly memberId: string;
  readonly from: Date;
  readonly to: Date | null;
}

/** That somebody is to be in a group. */
export interface Place {
  readonly setId: string;
  readonly groupId: string;
  readonly memberId: string;
}

/** "Group 10" comes after "Group 2". */
export const groupSortName = (name: string | null, externalId: string | null): string =>
  (name ?? externalId ?? '').toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(9, '0'));

/** The set of the LMS's groups of which only the group is known. */
export const lmsSetOf = (courseId: string, externalId: string | null, name: string | null): GroupSet => ({
  id: groupSetIdOf(courseId, 'lms', externalId ?? ''),
  courseId,
  source: 'lms',
  externalId,
  name,
  groups: 0,
  members: 0,
});

export const lmsGroupOf = (
  courseId: string,
  setId: string,
  externalId: string,
  name: string | null,
): Group => ({
  id: groupIdOf(courseId, 'lms', externalId),
  courseId,
  setId,
  source: 'lms',
  externalId,
  name,
  sortName: groupSortName(name, externalId),
  status: 'active',
});

/**
 * Whether a member is in one group of a set at most. An LMS's groups may overlap, also within what it calls a set.
 */
const isExclusive = (source: GroupSource): boolean => source === 'csv';

/**
 * What of a set may be open for a member once: one place in the set, or one in each of its groups. A unique index over
 * it keeps two writers from opening the same.
 */
export const slotOf = (source: GroupSource, { groupId }: Place): string =>
  isExclusive(source) ? '' : groupId;

export const membershipOf = (courseId: string, source: GroupSource, place: Place, from: Date): Membership => {
  const slot = slotOf(source, place);
  const key = [place.setId, place.memberId, from.getTime(), ...(slot === '' ? [] : [slot])];
  return { id: key.join('/'), courseId, ...place, from, to: null };
};

const placeKey = ({ setId, groupId, memberId }: Place): string => `${setId}/${groupId}/${memberId}`;

/**
 * What has to end and to begin so that people are where they should be.
 *
 * @param open every open membership that `wanted` speaks of: the others are left alone.
 * @param wanted all places that should be open among them.
 * @param at the moment `wanted` was true: what began later is newer and stays.
 */
export function decideMemberships(
  source: GroupSource,
  open: readonly Membership[],
  wanted: readonly Place[],
  at: Date,
): { readonly close: Membership[]; readonly open: Place[] } {
  const places = new Map(wanted.map((place) => [placeKey(place), place]));
  const close: Membership[] = [];
  const taken = new Set<string>();
  for (const membership of open) {
    if (places.delete(placeKey(membership))) continue;
    if (membership.from < at) close.push(membership);
    else taken.add(`${membership.setId}/${membership.memberId}`);
  }
  const free = [...places.values()].filter(
    ({ setId, memberId }) => !isExclusive(source) || !taken.has(`${setId}/${memberId}`),
  );
  return { close, open: free };
}
