import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { LABEL_MAX } from './limits.ts';

/** Who is signed in to the console, and until when at most. */
export const ConsoleSessionView = z.object({
  administrator: z.object({ id: Id, name: z.string() }),
  endsAt: Timestamp,
  /** The tool's own address, for what an LMS is given. */
  publicUrl: z.string(),
});

const Nothing = z.object({});

export const OpenConsole = {
  method: 'post',
  path: '/administration/session',
  permission: 'public',
  summary: 'Trades an administrator’s one-time link for a session in a cookie',
  body: z.object({ invitation: z.string().regex(/^[\w-]{43}$/) }),
  response: ConsoleSessionView,
} satisfies Endpoint;

export const GetConsoleSession = {
  method: 'get',
  path: '/administration/session',
  permission: 'administrator',
  summary: 'Who is signed in',
  response: ConsoleSessionView,
} satisfies Endpoint;

export const CloseConsole = {
  method: 'delete',
  path: '/administration/session',
  permission: 'administrator',
  summary: 'Ends the session',
  response: Nothing,
} satisfies Endpoint;

export const InvitationView = z.object({
  id: z.string(),
  kind: z.enum(['platform', 'administrator']),
  label: z.string(),
  /** Null: the command line. */
  madeBy: z.string().nullable(),
  madeAt: Timestamp,
  expiresAt: Timestamp,
  state: z.enum(['open', 'used', 'expired', 'revoked']),
});

export type InvitationView = z.output<typeof InvitationView>;

export const ListInvitations = {
  method: 'get',
  path: '/administration/invitations',
  permission: 'administrator',
  summary: 'One-time links, newest first; never the links themselves',
  query: Page,
  response: z.object({ items: z.array(InvitationView), next: z.string().nullable() }),
} satisfies Endpoint;

export const MakeInvitation = {
  method: 'post',
  path: '/administration/invitations',
  permission: 'administrator',
  summary: 'Makes a one-time link, which is shown this once',
  body: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('platform'),
      label: z.string().trim().min(1).max(LABEL_MAX),
      days: z.int().min(1).max(90),
    }),
    z.object({
      kind: z.literal('administrator'),
      label: z.string().trim().min(1).max(LABEL_MAX),
      days: z.int().min(1).max(90),
    }),
    /** A new link for somebody who is an administrator already. */
    z.object({ kind: z.literal('signIn'), administratorId: Id, days: z.int().min(1).max(90) }),
  ]),
  response: z.object({ invitation: InvitationView, url: z.string() }),
} satisfies Endpoint;

export const RevokeInvitation = {
  method: 'post',
  path: '/administration/invitations/:invitationId/revoke',
  permission: 'administrator',
  summary: 'Withdraws a link that nobody has used',
  params: z.object({ invitationId: z.string().regex(/^[0-9a-f]{64}$/) }),
  response: Nothing,
} satisfies Endpoint;

export const AdministratorView = z.object({
  id: Id,
  name: z.string(),
  status: z.enum(['active', 'revoked']),
  joinedAt: Timestamp,
  isYou: z.boolean(),
});

export const ListAdministrators = {
  method: 'get',
  path: '/administration/administrators',
  permission: 'administrator',
  summary: 'Everybody who is or was an administrator of the tool',
  response: z.object({ items: z.array(AdministratorView) }),
} satisfies Endpoint;

export const RevokeAdministrator = {
  method: 'post',
  path: '/administration/administrators/:administratorId/revoke',
  permission: 'administrator',
  summary: 'Ends somebody’s sessions and rights, and withdraws the links they made',
  params: z.object({ administratorId: Id }),
  response: Nothing,
} satisfies Endpoint;

export const ChangeView = z.object({
  id: z.string(),
  at: Timestamp,
  type: z.enum([
    'platform.registered',
    'platform.changed',
    'platform.approved',
    'platform.disabled',
    'platform.keysRotated',
    'deployment.approved',
    'invitation.made',
    'invitation.used',
    'invitation.givenBack',
    'invitation.revoked',
    'administrator.joined',
    'administrator.signedIn',
    'administrator.revoked',
  ]),
  by: z.object({ kind: z.enum(['administrator', 'system']), name: z.string() }),
  /** What it was done to, by name where it has one. */
  subject: z.string(),
  detail: z.string(),
});

export const ListChanges = {
  method: 'get',
  path: '/administration/changes',
  permission: 'administrator',
  summary: 'The audit trail of the installation, newest first',
  query: Page,
  response: z.object({ items: z.array(ChangeView), next: z.string().nullable() }),
} satisfies Endpoint;
