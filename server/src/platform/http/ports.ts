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
  /** @throws AppError UNAUTHENTICATED when it is no bearer of ours, SESSION_EXPIRED when it was one. */
  verify(bearer: string, now: Date): Promise<BearerClaims>;
}
