import type { EventActor } from '../../core/events.ts';
import { groupIdOf, groupSetIdOf } from '../../core/ids.ts';

/** Who says which groups there are: the LMS, a file that staff imported, or staff and learners here; `sections`: launches. */
export type GroupSource = 'lms' | 'csv' | 'own' | 'sections';

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
  /** Of sets that are made here alone. */
  readonly own: OwnSetState | null;
}

/** Learners choose their group by themselves, from then to then. */
export interface SignUp {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** Whether one may leave the group one has chosen. */
  readonly mayChange: boolean;
  /** Whether one may wait for a seat in a full group. */
  readonly waitingList: boolean;
}

/** Somebody waits for a seat in a full group. */
export interface Waiting {
  readonly memberId: string;
  readonly groupId: string;
}

/** Where somebody is to be; null: in no group of the set. */
export interface Move {
  readonly memberId: string;
  readonly groupId: string | null;
  /** It is the seat that they waited for. */
  readonly seated?: true;
}

/** What has been decided of a set and is being carried out: groups and memberships are documents of their own. */
export interface PendingChange {
  /** From when it counts. */
  readonly at: Date;
  readonly actor: EventActor;
  readonly requestId: string | null;
  readonly groups: readonly Group[];
  readonly moves: readonly Move[];
}

/** How groups of a set were formed by criteria. */
export interface Formed {
  /** Stands for the groups that came out. */
  readonly key: string;
  /** The set's revision with them: while it has that, the former state can be had back. */
  readonly revision: number;
  readonly criteria: readonly {
    readonly kind: 'cluster' | 'overlap' | 'distribute' | 'balance' | 'aggregate';
    readonly attribute: string;
    readonly hours: number | null;
  }[];
  readonly hasPairs: boolean;
  /** Who waited for a seat before. */
  readonly waiting: readonly Waiting[];
}

/** What a set that is made here has besides. */
export interface OwnSetState {
  /** `gone`: staff have taken it off. */
  readonly status: 'active' | 'gone';
  /** Counts the changes, those of its groups and of who is in them among them. */
  readonly revision: number;
  /** Every change has a moment of its own, so that no two memberships of somebody begin at the same. */
  readonly changedAt: Date;
  readonly hasLeaders: boolean;
  readonly signUp: SignUp | null;
  /** In the order in which they came. */
  readonly waiting: readonly Waiting[];
  readonly pending: PendingChange | null;
  /** Absent or null: by hand, by chance, or by choice. */
  readonly formed?: Formed | null;
}

/** What a group that is made here has besides. */
export interface OwnGroupState {
  /** What it works on; empty where it is like the others. */
  readonly topic: string;
  /** How many may sign up for it; null: any number. */
  readonly cap: number | null;
  /** Whom staff have named; null: whoever is in it longest. */
  readonly leaderId: string | null;
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
  readonly own: OwnGroupState | null;
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
  /** It is the seat that they waited for. */
  readonly seated?: true;
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
  own: null,
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
  own: null,
});

/** The set that launches keep: the sections that the LMS has enrolled people in. */
export const launchedSectionsOf = (courseId: string): GroupSet => ({
  id: groupSetIdOf(courseId, 'sections', ''),
  courseId,
  source: 'sections',
  externalId: null,
  name: null,
  groups: 0,
  members: 0,
  own: null,
});

/** A section by its name: the LMS tells no id, so another name is another section. */
export const launchedSectionOf = (courseId: string, setId: string, name: string): Group => ({
  id: groupIdOf(courseId, 'sections', name),
  courseId,
  setId,
  source: 'sections',
  externalId: null,
  name,
  sortName: groupSortName(name, null),
  status: 'active',
  own: null,
});

/** What events say of sections: names have no place in them. */
export const sectionIdsOf = (courseId: string, names: readonly string[]): string[] =>
  names.map((name) => groupIdOf(courseId, 'sections', name));

export const ownGroupOf = (
  courseId: string,
  setId: string,
  id: string,
  name: string,
  own: Partial<OwnGroupState> = {},
): Group => ({
  id,
  courseId,
  setId,
  source: 'own',
  externalId: null,
  name,
  sortName: groupSortName(name, null),
  status: 'active',
  own: { topic: '', cap: null, leaderId: null, ...own },
});

/**
 * Whether a member is in one group of a set at most. An LMS's groups may overlap, also within what it calls a set, and
 * one can be enrolled in several sections.
 */
export const isExclusive = (source: GroupSource): boolean => source === 'csv' || source === 'own';

/**
 * What of a set may be open for a member once: one place in the set, or one in each of its groups. A unique index over
 * it keeps two writers from opening the same.
 */
export const slotOf = (source: GroupSource, { groupId }: Place): string =>
  isExclusive(source) ? '' : groupId;

export const membershipOf = (courseId: string, source: GroupSource, place: Place, from: Date): Membership => {
  const slot = slotOf(source, place);
  const { setId, groupId, memberId } = place;
  const key = [setId, memberId, from.getTime(), ...(slot === '' ? [] : [slot])];
  return { id: key.join('/'), courseId, setId, groupId, memberId, from, to: null };
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
