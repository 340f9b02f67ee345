import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type Doer, type DomainEvent, type EventType, installationEvent } from '../../core/events.ts';
import { hashSecret, newId, newSecret } from '../../core/ids.ts';
import type {
  Administrator,
  AdministratorSession,
  AdministratorSessions,
} from '../../platform/http/ports.ts';
import type { Invitation, Invitations } from '../../platform/invitations/ports.ts';
import { decideSession, sessionTimes } from './administration.domain.ts';
import { administratorView, consoleSessionView } from './administration.views.ts';
import type { AdministratorStore } from './administrators.store.ts';

export interface AdministratorPorts {
  readonly store: AdministratorStore;
  readonly invitations: Pick<Invitations, 'check' | 'use' | 'revokeMadeBy'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
  readonly publicUrl: string;
}

/** A session that was opened, with its secret in the clear for this once. */
export interface OpenedConsole {
  readonly secret: string;
  readonly expiresAt: Date;
  readonly view: ReturnType<typeof consoleSessionView>;
}

export type AdministratorsService = ReturnType<typeof createAdministratorsService>;

/** Who may use the console, and their sessions. */
export function createAdministratorsService(ports: AdministratorPorts) {
  const { store, invitations, clock, eventsWritten, publicUrl } = ports;

  const eventOf = (type: EventType, id: string, by: Doer): DomainEvent =>
    installationEvent(type, { kind: 'administrator', id }, by, clock.now());

  const sessions: AdministratorSessions = {
    async find(secret) {
      const session = await store.findSession(hashSecret(secret));
      const decision = session && decideSession(session, clock.now());
      if (!session || decision?.type === 'over') return null;
      const administrator = await store.find(session.administratorId);
      if (administrator?.status !== 'active') return null;
      const renewed = decision?.type === 'renew' ? decision.expiresAt : null;
      if (renewed && !(await store.prolongSession(session.id, renewed))) return null;
      return {
        id: session.id,
        administrator: { id: administrator.id, name: administrator.name },
        expiresAt: renewed ?? session.expiresAt,
        endsAt: session.endsAt,
        renewed: renewed !== null,
      };
    },
  };

  /** Makes the person whom an invitation names, or finds the one it was made for. */
  async function admit(invitation: Invitation, by: Doer, id: string): Promise<Administrator> {
    if (invitation.administratorId === null) {
      const { label: name } = invitation;
      const joined = { id, name, status: 'active', joinedAt: clock.now() } as const;
      await store.insert(joined, eventOf('administrator.joined', id, by));
      return { id, name };
    }
    const known = await store.find(id);
    if (!known || !(await store.note(id, eventOf('administrator.signedIn', id, by)))) {
      throw new AppError('INVITATION_NOT_USABLE', { reason: 'ADMINISTRATOR_REVOKED' });
    }
    return { id, name: known.name };
  }

  return {
    sessions,

    /** Opens a session by a one-time link. @throws AppError INVITATION_NOT_USABLE */
    async signIn(secret: string, requestId: string): Promise<OpenedConsole> {
      const found = await invitations.check('administrator', secret);
      if (typeof found === 'string') throw new AppError('INVITATION_NOT_USABLE', { reason: found });
      const id = found.administratorId ?? newId();
      const by: Doer = { actor: { kind: 'administrator', administratorId: id }, requestId };
      const used = await invitations.use('administrator', secret, by);
      if (typeof used === 'string') throw new AppError('INVITATION_NOT_USABLE', { reason: used });
      const administrator = await admit(used, by, id);
      const session = newSecret();
      const { expiresAt, endsAt } = sessionTimes(clock.now());
      await store.openSession({ id: hashSecret(session), administratorId: id, expiresAt, endsAt });
      eventsWritten();
      return { secret: session, expiresAt, view: consoleSessionView(administrator, endsAt, publicUrl) };
    },

    describe: ({ administrator, endsAt }: AdministratorSession) =>
      consoleSessionView(administrator, endsAt, publicUrl),

    async signOut({ id }: AdministratorSession): Promise<void> {
      await store.endSession(id);
    },

    async list(you: Administrator) {
      const found = await store.list();
      return {
        items: found
          .toSorted((a, b) => a.status.localeCompare(b.status) || a.name.localeCompare(b.name))
          .map((record) => administratorView(record, you.id)),
      };
    },

    /** @throws AppError NOT_FOUND when there is nobody of this id. */
    async get(id: string): Promise<Administrator> {
      const found = await store.find(id);
      if (found?.status !== 'active') throw new AppError('NOT_FOUND');
      return { id, name: found.name };
    },

    /** Names by id, of those who were revoked too. */
    async names(): Promise<ReadonlyMap<string, string>> {
      return new Map((await store.list()).map(({ id, name }) => [id, name]));
    },

    /** Takes somebody's rights: no session and no link of theirs works from now on. Safe to repeat. */
    async revoke(id: string, you: Administrator, by: Doer): Promise<void> {
      if (id === you.id) throw new AppError('OWN_RIGHTS');
      if ((await store.find(id)) === null) throw new AppError('NOT_FOUND');
      await store.revoke(id, eventOf('administrator.revoked', id, by));
      await store.endSessionsOf(id);
      await invitations.revokeMadeBy(id, by);
      eventsWritten();
    },
  };
}
