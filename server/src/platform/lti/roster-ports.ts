/** Names and Role Provisioning Services 2.0 and Course Groups Service 1.0 in the product's words. */
import type { Role } from '../../core/roles.ts';

/** A person as the LMS's roster names them; anything but the id may be missing. */
export interface RosterEntry {
  readonly subject: string;
  readonly status: 'active' | 'inactive';
  /** From exact membership URIs; `readOnly` when none was known. */
  readonly role: Role;
  readonly readOnly: boolean;
  readonly testUser: boolean;
  readonly name: string | null;
  readonly email: string | null;
  /** The LMS's ids of the person's groups, where they were asked for; null where the LMS does not say. */
  readonly groups: readonly string[] | null;
}

export interface LmsGroup {
  readonly id: string;
  readonly name: string | null;
  readonly setId: string | null;
}

export interface LmsGroupSet {
  readonly id: string;
  readonly name: string | null;
}

/** Why something could not be read whole from the LMS. */
export interface ReadProblem {
  readonly code:
    /** The LMS says no, and would say no again. */
    | 'REFUSED'
    /** It cannot answer now: too many requests, a fault of its own, a broken connection. */
    | 'UNREACHABLE'
    /** It answered something that is not what was asked for, such as a log-in page. */
    | 'UNREADABLE'
    /** A page, or the service itself, is at an address that does not belong to the platform. */
    | 'FOREIGN_ADDRESS'
    /** Page follows page and none brings anything new. */
    | 'ENDLESS';
  /** Of HTTP; 0 where there was no answer. */
  readonly status: number;
  /** The LMS's own words, or ours where it said nothing. */
  readonly words: string;
  readonly retryAfterSeconds: number | null;
}

/** A piece of what is read. The last one is `end` or `problem`; without an `end` it was not whole. */
export type ReadPiece<T> =
  | { readonly type: 'items'; readonly items: readonly T[] }
  | {
      readonly type: 'end';
      readonly pages: number;
      /** Where only what changed since can be read (NRPS 2.0 §2.4.2). */
      readonly differencesUrl: string | null;
      /** What the LMS calls what was read. */
      readonly title: string | null;
      /** Entries that could not be understood: what was read is not all there is. */
      readonly unreadable: number;
    }
  | { readonly type: 'problem'; readonly problem: ReadProblem };

/** Reads rosters and groups of one platform, page by page. Never throws for what the LMS does. */
export interface RosterServices {
  /** The people of a course, or what changed when `url` is a differences address. */
  readMembers(
    platformId: string,
    url: string,
    options?: { readonly groups?: boolean },
  ): AsyncIterable<ReadPiece<RosterEntry>>;
  /** The people of one group where the platform has a roster for each; null where it has none. */
  readGroupMembers(
    platformId: string,
    membershipsUrl: string,
    groupId: string,
  ): Promise<AsyncIterable<ReadPiece<RosterEntry>> | null>;
  /** Whether each group has a roster on that platform. */
  offersGroupRosters(platformId: string, membershipsUrl: string): Promise<boolean>;
  readGroups(platformId: string, url: string): AsyncIterable<ReadPiece<LmsGroup>>;
  readGroupSets(platformId: string, url: string): AsyncIterable<ReadPiece<LmsGroupSet>>;
}
