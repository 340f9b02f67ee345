import type { Clock } from '../../core/clock.ts';
import { type Doer, type DomainEvent, type EventType, installationEvent } from '../../core/events.ts';
import { hashSecret, newSecret } from '../../core/ids.ts';
import { createInvitationStore } from './invitations.store.ts';
import type { Invitation, InvitationProblem, Invitations } from './ports.ts';

export type { Invitations } from './ports.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** One-time links: stored hashed, used up atomically, expiring, revocable; each step is in the audit trail. */
export function createInvitations(
  connection: Parameters<typeof createInvitationStore>[0],
  clock: Clock,
  eventsWritten: () => void,
): Invitations {
  const store = createInvitationStore(connection);
  const eventOf = (type: EventType, { id, kind, label }: Invitation, by: Doer): DomainEvent =>
    installationEvent(type, { kind: 'invitation', id }, by, clock.now(), { kind, label });

  const check: Invitations['check'] = async (kind, secret) => {
    const found = await store.find(hashSecret(secret));
    return found?.kind === kind ? (problemOf(found, clock.now()) ?? found) : 'INVITATION_UNKNOWN';
  };

  return {
    check,

    async make({ days, ...wanted }, by) {
      const secret = newSecret();
      const madeAt = clock.now();
      const invitation: Invitation = {
        id: hashSecret(secret),
        ...wanted,
        madeBy: by.actor.kind === 'administrator' ? by.actor.administratorId : null,
        madeAt,
        expiresAt: new Date(madeAt.getTime() + days * DAY_MS),
        usedAt: null,
        revokedAt: null,
      };
      await store.insert(invitation, eventOf('invitation.made', invitation, by));
      eventsWritten();
      return { invitation, secret };
    },

    async use(kind, secret, by) {
      const found = await check(kind, secret);
      if (typeof found === 'string') return found;
      const used = await store.use(found.id, clock.now(), eventOf('invitation.used', found, by));
      if (!used) return await lost(check, kind, secret);
      eventsWritten();
      return found;
    },

    async giveBack(invitation, by) {
      await store.giveBack(invitation.id, eventOf('invitation.givenBack', invitation, by));
      eventsWritten();
    },

    async revoke(id, by) {
      const found = await store.find(id);
      if (!found) return false;
      const revoked = await store.revoke(id, clock.now(), eventOf('invitation.revoked', found, by));
      if (revoked) eventsWritten();
      return revoked;
    },

    async revokeMadeBy(administratorId, by) {
      const now = clock.now();
      for (const invitation of await store.listUsableOf(administratorId, now)) {
        await store.revoke(invitation.id, now, eventOf('invitation.revoked', invitation, by));
      }
      eventsWritten();
    },

    async list(after, limit) {
      const last = after === null ? null : await store.find(after);
      return after !== null && last === null ? [] : await store.list(last, limit);
    },
  };
}

/** Somebody else was faster: what has become of it. */
async function lost(
  check: Invitations['check'],
  kind: Invitation['kind'],
  secret: string,
): Promise<InvitationProblem> {
  const now = await check(kind, secret);
  return typeof now === 'string' ? now : 'INVITATION_USED';
}

function problemOf({ usedAt, revokedAt, expiresAt }: Invitation, now: Date): InvitationProblem | null {
  if (usedAt !== null) return 'INVITATION_USED';
  if (revokedAt !== null) return 'INVITATION_REVOKED';
  return expiresAt <= now ? 'INVITATION_EXPIRED' : null;
}
