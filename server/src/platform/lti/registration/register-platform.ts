import { z } from 'zod';
import type { Doer } from '../../../core/events.ts';
import type { Invitation, Invitations } from '../../invitations/ports.ts';
import { HttpError } from '../http-client.ts';
import { quirksOf } from '../quirks/index.ts';
import type { Registry } from '../registry.ts';
import type { GuardedAnswer, GuardedClient } from './guarded-request.ts';
import { judgeConfiguration, type PlatformOffer } from './openid-configuration.ts';
import { AddressRefused } from './public-address.ts';
import { readRegistrationAnswer, type RegisteredTool } from './registration-answer.ts';
import { RegistrationRefusal } from './registration-codes.ts';
import { registrationRequest } from './registration-request.ts';

export interface RegistrationParts {
  readonly invitations: Pick<Invitations, 'check' | 'use' | 'giveBack'>;
  readonly registry: Pick<Registry, 'registerPending'>;
  readonly client: GuardedClient;
  readonly publicUrl: string;
  readonly loopbackHttpAllowed: boolean;
}

/** What an LMS opens the registration address with (LTI Dynamic Registration 1.0 §3.3), and our own invitation. */
export interface RegistrationParameters {
  readonly invitation: string;
  readonly openidConfiguration: string;
  /** Platforms may do without one. */
  readonly registrationToken: string | null;
}

export interface RegisteredPlatform {
  readonly platformId: string;
  readonly name: string;
  readonly issuer: string;
  readonly deploymentId: string | null;
  readonly nextStep: 'activate' | 'enable' | 'check';
}

const Parameters = z
  .object({
    invitation: z.string().regex(/^[\w-]{43}$/),
    openid_configuration: z.string().max(2000),
    // RFC 6750 §2.1: what may stand in a bearer header.
    registration_token: z
      .string()
      .max(20_000)
      .regex(/^[\w.~+/=-]*$/)
      .default(''),
  })
  .transform(({ invitation, openid_configuration, registration_token }) => ({
    invitation,
    openidConfiguration: openid_configuration,
    registrationToken: registration_token === '' ? null : registration_token,
  }));

/** @throws RegistrationRefusal */
export function readParameters(source: unknown): RegistrationParameters {
  const parsed = Parameters.safeParse(source);
  if (!parsed.success) throw new RegistrationRefusal('REGISTRATION_PARAMETERS');
  return parsed.data;
}

/** @throws RegistrationRefusal when the invitation opens nothing. */
export async function checkInvitation(parts: RegistrationParts, secret: string): Promise<Invitation> {
  const found = await parts.invitations.check('platform', secret);
  if (typeof found === 'string') throw new RegistrationRefusal(found);
  return found;
}

/**
 * Registers the tool with the platform that opened the registration address. The invitation is used up by it; it is given
 * back when nothing has come of it, so that the administrator can try again.
 *
 * @throws RegistrationRefusal
 */
export async function registerPlatform(
  parts: RegistrationParts,
  parameters: RegistrationParameters,
  requestId: string,
): Promise<RegisteredPlatform> {
  const by: Doer = { actor: { kind: 'system', job: 'lti.register' }, requestId };
  const invitation = await parts.invitations.use('platform', parameters.invitation, by);
  if (typeof invitation === 'string') throw new RegistrationRefusal(invitation);
  let offer: PlatformOffer;
  let tool: RegisteredTool;
  try {
    offer = await readConfiguration(parts, parameters);
    tool = await askPlatform(parts, offer, parameters);
  } catch (error) {
    await parts.invitations.giveBack(invitation, by);
    throw error;
  }
  const { registration } = quirksOf(offer.family);
  const { issuer, authorizationEndpoint, tokenEndpoint, jwksUri } = offer;
  const entry = {
    name: invitation.label,
    issuer,
    clientId: tool.clientId,
    deploymentIds: tool.deploymentId === null ? [] : [tool.deploymentId],
    authorizationEndpoint,
    tokenEndpoint,
    jwksUri,
    authorizationServer: registration.audience(offer.authorizationServer),
    // A school's own host, where it is not the issuer's: its pages will frame the tool.
    frameOrigins: offer.origin === new URL(issuer).origin ? [] : [offer.origin],
    acceptNewDeployments: false,
  };
  const platformId = await parts.registry.registerPending(entry, offer.family, by);
  if (platformId === null) throw new RegistrationRefusal('REGISTRATION_EXISTS', { issuer });
  return {
    platformId,
    name: entry.name,
    issuer,
    deploymentId: tool.deploymentId,
    nextStep: registration.nextStep,
  };
}

async function readConfiguration(
  { client, loopbackHttpAllowed }: RegistrationParts,
  { openidConfiguration, registrationToken }: RegistrationParameters,
): Promise<PlatformOffer> {
  // Canvas gives its configuration to the bearer of the registration token; others do not look at it.
  const headers = { accept: 'application/json', ...authorizationOf(registrationToken) };
  const answer = await call(openidConfiguration, 'CONFIGURATION_UNREACHABLE', () =>
    client.request(openidConfiguration, { method: 'GET', headers }),
  );
  if (answer.status !== 200) {
    throw new RegistrationRefusal('CONFIGURATION_UNREADABLE', { field: `HTTP ${answer.status}` });
  }
  const offer = judgeConfiguration(answer.body, openidConfiguration, loopbackHttpAllowed);
  if ('code' in offer) throw new RegistrationRefusal(offer.code, offer.values);
  // The tool will call these later, on the word of this document.
  for (const address of [offer.jwksUri, offer.tokenEndpoint, offer.authorizationEndpoint]) {
    await call(address, 'CONFIGURATION_UNREACHABLE', () => client.check(address));
  }
  return offer;
}

async function askPlatform(
  { client, publicUrl }: RegistrationParts,
  offer: PlatformOffer,
  { registrationToken }: RegistrationParameters,
): Promise<RegisteredTool> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    ...authorizationOf(registrationToken),
  };
  const body = JSON.stringify(registrationRequest(offer, publicUrl));
  const { status, body: answer } = await call(offer.registrationEndpoint, 'REGISTRATION_ANSWER_LOST', () =>
    client.request(offer.registrationEndpoint, { method: 'POST', headers, body }),
  );
  return readRegistrationAnswer(status, answer);
}

const authorizationOf = (token: string | null): { authorization?: string } =>
  token === null ? {} : { authorization: `Bearer ${token}` };

/** @throws RegistrationRefusal in the place of what the client throws. */
async function call<T extends GuardedAnswer | void>(
  address: string,
  unreachable: 'CONFIGURATION_UNREACHABLE' | 'REGISTRATION_ANSWER_LOST',
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof AddressRefused) {
      throw new RegistrationRefusal('CONFIGURATION_ADDRESS_REFUSED', { address: address.slice(0, 200) });
    }
    if (!(error instanceof HttpError)) throw error;
    const host = URL.canParse(address) ? new URL(address).host : address.slice(0, 200);
    throw new RegistrationRefusal(unreachable, { host, reason: error.failure }, { cause: error });
  }
}
