import { ADMINISTRATION, LTI_REGISTER } from '../../contracts/paths.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { Doer } from '../../core/events.ts';
import type { Invitation, Invitations, NewInvitation } from '../../platform/invitations/ports.ts';
import { invitationState } from './administration.domain.ts';
import { invitationView } from './administration.views.ts';
import type { AdministratorsService } from './administrators.service.ts';

interface Ports {
  readonly invitations: Invitations;
  readonly administrators: Pick<AdministratorsService, 'get' | 'names'>;
  readonly clock: Clock;
  readonly publicUrl: string;
}

type Wanted =
  | { readonly kind: 'platform' | 'administrator'; readonly label: string; readonly days: number }
  | { readonly kind: 'signIn'; readonly administratorId: string; readonly days: number };

/** Where a one-time link leads. An administrator's secret stays in the fragment, which no server and no log sees. */
export const invitationUrl = (publicUrl: string, kind: NewInvitation['kind'], secret: string): string =>
  kind === 'platform'
    ? `${publicUrl}${LTI_REGISTER}?invitation=${secret}`
    : `${publicUrl}${ADMINISTRATION}/#invitation=${secret}`;

export type ConsoleInvitationsService = ReturnType<typeof createConsoleInvitationsService>;

/** One-time links made in the console. */
export function createConsoleInvitationsService({ invitations, administrators, clock, publicUrl }: Ports) {
  const newInvitation = async (wanted: Wanted): Promise<NewInvitation> => {
    if (wanted.kind !== 'signIn') return { ...wanted, administratorId: null };
    const { id: administratorId, name: label } = await administrators.get(wanted.administratorId);
    return { kind: 'administrator', label, administratorId, days: wanted.days };
  };

  const viewOf = (invitation: Invitation, names: ReadonlyMap<string, string>) =>
    invitationView(invitation, invitationState(invitation, clock.now()), names);

  return {
    async list(after: string | undefined, limit: number) {
      const [found, names] = await Promise.all([
        invitations.list(after ?? null, limit + 1),
        administrators.names(),
      ]);
      const page = found.slice(0, limit);
      return {
        items: page.map((invitation) => viewOf(invitation, names)),
        next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
      };
    },

    async make(wanted: Wanted, by: Doer) {
      const { invitation, secret } = await invitations.make(await newInvitation(wanted), by);
      const view = viewOf(invitation, await administrators.names());
      return { invitation: view, url: invitationUrl(publicUrl, invitation.kind, secret) };
    },

    /** @throws AppError NOT_FOUND when none that could still be used has this id. */
    async revoke(id: string, by: Doer): Promise<void> {
      if (!(await invitations.revoke(id, by))) throw new AppError('NOT_FOUND');
    },
  };
}
