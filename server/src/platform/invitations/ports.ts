import type { Doer } from '../../core/events.ts';

/** What an invitation lets its holder do, once: register a platform, or sign in as an administrator. */
export type InvitationKind = 'platform' | 'administrator';

/** A one-time link as its maker sees it: never the secret, which is shown once and stored hashed. */
export interface Invitation {
  readonly id: string;
  readonly kind: InvitationKind;
  /** The name of the platform or of the person. */
  readonly label: string;
  /** The administrator who may sign in by it; null: whoever opens it becomes one. */
  readonly administratorId: string | null;
  /** The administrator who made it; null: the command line. */
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewInvitation {
  readonly kind: InvitationKind;
  readonly label: string;
  readonly administratorId: string | null;
  readonly days: number;
}

/** Why a secret opens nothing. */
export type InvitationProblem =
  'INVITATION_UNKNOWN' | 'INVITATION_USED' | 'INVITATION_EXPIRED' | 'INVITATION_REVOKED';

export interface Invitations {
  /** @returns the invitation and its secret, in the clear for this once. */
  make(wanted: NewInvitation, by: Doer): Promise<{ invitation: Invitation; secret: string }>;
  /** Looks without using it up. */
  check(kind: InvitationKind, secret: string): Promise<Invitation | InvitationProblem>;
  /** Uses it up, once: of two at once one gets it. */
  use(kind: InvitationKind, secret: string, by: Doer): Promise<Invitation | InvitationProblem>;
  /** Gives back one whose use has come to nothing; it can be tried again, though not for ever. */
  giveBack(invitation: Invitation, by: Doer): Promise<void>;
  /** @returns false when none that could still be used has this id. */
  revoke(id: string, by: Doer): Promise<boolean>;
  /** Revokes all that an administrator has made and nobody has used. */
  revokeMadeBy(administratorId: string, by: Doer): Promise<void>;
  /** Newest first. @param after the id of the last one seen. */
  list(after: string | null, limit: number): Promise<Invitation[]>;
}
