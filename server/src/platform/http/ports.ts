import type { CourseScope } from '../../core/course-scope.ts';
import type { Doer, EventActor } from '../../core/events.ts';
import type { Permission } from '../../core/permissions.ts';
import type { Role } from '../../core/roles.ts';

/** What a bearer says of its holder; signed by the server, so it is believed until it expires. */
export interface BearerClaims {
  readonly courseId: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly memberId: string;
  readonly launchId: string;
  readonly role: Role;
  readonly readOnly: boolean;
  readonly testUser: boolean;
  readonly name: string | null;
}

export interface Bearers {
  sign(claims: BearerClaims, now: Date, expiresAt: Date): Promise<string>;
  /**
   * @param graceSeconds how long ago the bearer may have expired.
   * @throws AppError UNAUTHENTICATED when it is no bearer of ours, SESSION_EXPIRED when it was one.
   */
  verify(
    bearer: string,
    now: Date,
    graceSeconds?: number,
  ): Promise<BearerClaims & { readonly expiresAt: Date }>;
}

/** The member behind a bearer, as loaded for this request. */
export interface RequestMember {
  readonly id: string;
  readonly role: Role;
  readonly readOnly: boolean;
  readonly testUser: boolean;
  readonly name: string | null;
}

/** Who calls, in which course, from which launch. Made by the bearer check, never from what a request says. */
export interface Caller {
  readonly scope: CourseScope;
  readonly member: RequestMember;
  readonly launchId: string;
  readonly requestId: string;
  /** The caller as events name them. */
  readonly actor: EventActor;
  can(permission: Permission): boolean;
}

export interface PublicCaller {
  readonly requestId: string;
  readonly consoleCookie: ConsoleCookie;
}

/** Who runs the tool, named by invitation; of no course. */
export interface Administrator {
  readonly id: string;
  readonly name: string;
}

/** One administrator's session in one browser. */
export interface AdministratorSession {
  readonly administrator: Administrator;
  /** Names the session, and is not its secret. */
  readonly id: string;
  /** The session ends then, if it is not used before. */
  readonly expiresAt: Date;
  /** It cannot be renewed beyond this. */
  readonly endsAt: Date;
  /** Whether this use has prolonged it: the cookie must be written anew. */
  readonly renewed: boolean;
}

export interface AdministratorSessions {
  /** @returns null when the secret opens no session that lives. */
  find(secret: string): Promise<AdministratorSession | null>;
}

/** How the answer changes the console's cookie. */
export interface ConsoleCookie {
  set(secret: string, expiresAt: Date): void;
  clear(): void;
}

/** An administrator who calls, by the console's cookie. */
export interface AdministratorCaller extends Doer {
  readonly administrator: Administrator;
  readonly session: AdministratorSession;
  readonly requestId: string;
  readonly consoleCookie: ConsoleCookie;
}
