import { SESSION_SECONDS } from '../../contracts/limits.ts';
import { installationEvent } from '../../core/events.ts';
import { deploymentKeyOf, hashSecret, newSecret } from '../../core/ids.ts';
import { isPlatformAddress, originsOf } from './addresses.ts';
import { type Parameters, requireParameters, requireState } from './guard.ts';
import { verifyToken } from './id-token.ts';
import { localeOf, readLaunch, returnUrlOf } from './launch-claims.ts';
import { checkClaims, type Claims, isRecord } from './launch-checks.ts';
import { inactiveCode, LaunchRefusal } from './launch-codes.ts';
import { type ConsumedLogin, launchIdOf, type LaunchStore, type WaitingLaunch } from './launches.store.ts';
import { learn, type LearningParts } from './learn.ts';
import type { PageSetting } from './page-setting.ts';
import type { PlatformKeys } from './platform-keys.ts';
import type { Platform } from './platforms.store.ts';
import type { LaunchOutcome, VerifiedLaunch } from './ports.ts';
import { CLAIM } from './vocabulary.ts';

export interface LaunchParts extends LearningParts {
  readonly launches: LaunchStore;
  readonly platformKeys: PlatformKeys;
  readonly publicUrl: string;
  readonly onLaunch: (launch: VerifiedLaunch, requestId: string) => Promise<LaunchOutcome>;
}

export interface OpenedLaunch {
  readonly type: 'opened';
  readonly deploymentKey: string;
  /** The one-time code, in the clear for this once. */
  readonly code: string;
}

/** A verified launch whose browser has not shown that it began it. */
export interface UnprovenLaunch {
  readonly type: 'unproven';
  readonly state: string;
  readonly ticket: string;
  readonly storageTarget: string | null;
}

/**
 * Receives the platform's answer to a login.
 *
 * @param secretOf reads the browser's secret for a state; null when the browser has none.
 * @throws LaunchRefusal
 */
export async function receiveLaunch(
  parts: LaunchParts,
  parameters: Parameters,
  secretOf: (state: string) => string | null,
  setting: PageSetting,
): Promise<OpenedLaunch | UnprovenLaunch> {
  const state = requireState(requireParameters(parameters, ['state'], 'LAUNCH_PARAMETERS').state);
  const login = await parts.launches.consume(state, parts.clock.now());
  if ('code' in login) {
    // Its page is shown in the LMS's frame like every other.
    if (login.platformId !== null) setting.platform = await parts.directory.findPlatform(login.platformId);
    setting.goesBack = login.repeats;
    throw new LaunchRefusal(login.code);
  }
  setting.wishes.unshift(login.uiLocales);
  const platform = await activePlatform(parts, login.platformId, setting);
  // The words are shown only to the answer of a login of ours: nobody else can put words into our page.
  if (parameters.error !== undefined)
    throw new LaunchRefusal('PLATFORM_ERROR', { words: wordsOf(parameters) });
  const { id_token } = requireParameters(parameters, ['id_token'], 'LAUNCH_PARAMETERS');

  const claims = await verify(parts, platform, login, id_token);
  setting.wishes.unshift(localeOf(claims));
  setting.claimedOrigins = claimedPages(claims, parts.loopbackHttpAllowed);
  setting.returnUrl = returnUrlOf(claims);
  await admit(parts, platform, claims, setting);

  const secret = secretOf(state);
  if (secret === null) {
    const ticket = newSecret();
    await parts.launches.wait(login.launchId, claims, hashSecret(ticket), parts.clock.now());
    return { type: 'unproven', state, ticket, storageTarget: login.storageTarget };
  }
  if (hashSecret(secret) !== login.browserSecretHash) throw new LaunchRefusal('STATE_OTHER_BROWSER');
  return await open(parts, platform, { launchId: login.launchId, claims }, setting);
}

/** Goes on with a launch whose secret came back from the platform's storage. */
export async function proveLaunch(
  parts: LaunchParts,
  parameters: Parameters,
  setting: PageSetting,
): Promise<OpenedLaunch> {
  const { state, secret } = requireParameters(parameters, ['state', 'secret'], 'LAUNCH_PARAMETERS');
  const proof = { browserSecretHash: hashSecret(secret) };
  const waiting = await parts.launches.takeWaiting(launchIdOf(requireState(state)), proof, parts.clock.now());
  return await openWaiting(parts, waiting, setting);
}

/** Whose launch a ticket belongs to, for the person to confirm. */
export async function askPerson(
  parts: LaunchParts,
  parameters: Parameters,
  setting: PageSetting,
): Promise<{ name: string | null; course: string | null }> {
  const { launchId, ticketHash } = readTicket(parameters);
  const waiting = await parts.launches.findWaiting(launchId, ticketHash, parts.clock.now());
  if (!waiting) throw new LaunchRefusal('CONFIRMATION_EXPIRED');
  await recall(parts, waiting, setting);
  const { name, context } = readLaunch(waiting.claims, launchId, waiting.platformId);
  return { name, course: context.title ?? context.label };
}

/** Goes on with a launch that the person has confirmed; its ticket works once. */
export async function confirmLaunch(
  parts: LaunchParts,
  parameters: Parameters,
  setting: PageSetting,
): Promise<OpenedLaunch> {
  const { launchId, ticketHash } = readTicket(parameters);
  const waiting = await parts.launches.takeWaiting(launchId, { ticketHash }, parts.clock.now());
  return await openWaiting(parts, waiting, setting);
}

function readTicket(parameters: Parameters): { launchId: string; ticketHash: string } {
  const { state, ticket } = requireParameters(parameters, ['state', 'ticket'], 'LAUNCH_PARAMETERS');
  return { launchId: launchIdOf(requireState(state)), ticketHash: hashSecret(ticket) };
}

async function openWaiting(
  parts: LaunchParts,
  waiting: WaitingLaunch | null,
  setting: PageSetting,
): Promise<OpenedLaunch> {
  if (!waiting) throw new LaunchRefusal('CONFIRMATION_EXPIRED');
  const platform = await recall(parts, waiting, setting);
  return await open(parts, platform, waiting, setting);
}

async function recall(parts: LaunchParts, waiting: WaitingLaunch, setting: PageSetting): Promise<Platform> {
  setting.wishes.unshift(localeOf(waiting.claims));
  setting.claimedOrigins = claimedPages(waiting.claims, parts.loopbackHttpAllowed);
  setting.returnUrl = returnUrlOf(waiting.claims);
  return await activePlatform(parts, waiting.platformId, setting);
}

async function activePlatform(
  parts: LaunchParts,
  platformId: string,
  setting: PageSetting,
): Promise<Platform> {
  const platform = await parts.directory.findPlatform(platformId);
  setting.platform = platform;
  if (platform?.status !== 'active') throw new LaunchRefusal(inactiveCode(platform?.status));
  return platform;
}

async function verify(
  parts: LaunchParts,
  platform: Platform,
  login: ConsumedLogin,
  idToken: string,
): Promise<Claims> {
  const expected = {
    issuer: platform.issuer,
    clientId: platform.clientId,
    nonce: login.nonce,
    targetLinkUri: login.targetLinkUri,
    publicUrl: parts.publicUrl,
    notBefore: login.begunAt,
  };
  return await verifyToken(idToken, platform.jwksUri, parts.platformKeys, (claims) =>
    checkClaims(claims, expected, parts.clock.now()),
  );
}

/** By the platform's setting, at a launch from the deployment. */
const ACCEPTED_AT_LAUNCH = { actor: { kind: 'system', job: 'lti.launch' }, requestId: null } as const;

/** Lets the deployment in, or records it as pending and refuses the launch (spec/lti.md 1). */
async function admit(
  parts: LaunchParts,
  platform: Platform,
  claims: Claims,
  setting: PageSetting,
): Promise<void> {
  const deploymentId = claims[CLAIM.deploymentId] as string;
  const key = deploymentKeyOf(platform.id, deploymentId);
  const known = await parts.directory.findDeployment(key);
  setting.deployment = known;
  if (known?.status === 'approved') return;
  const now = parts.clock.now();
  if (platform.acceptNewDeployments) {
    const subject = { kind: 'platform', id: platform.id };
    const event = installationEvent('deployment.approved', subject, ACCEPTED_AT_LAUNCH, now, {
      deploymentId,
    });
    const isNew = await parts.deployments.record(platform.id, deploymentId, 'approved', now, event);
    if (!isNew) await parts.deployments.approve(key, event);
    setting.deployment = await parts.directory.findDeployment(key);
    return;
  }
  await parts.deployments.record(platform.id, deploymentId, 'pending', now, null);
  throw new LaunchRefusal('DEPLOYMENT_PENDING', { platform: platform.name, deployment: deploymentId });
}

/** Hands the launch to the features and keeps their answer for the session. */
async function open(
  parts: LaunchParts,
  platform: Platform,
  waiting: { launchId: string; claims: Claims },
  setting: PageSetting,
): Promise<OpenedLaunch> {
  const launch = readLaunch(waiting.claims, waiting.launchId, platform.id);
  await learn(parts, platform, launch, waiting.claims, setting);
  const outcome = await parts.onLaunch(launch, setting.requestId);
  const code = newSecret();
  const now = parts.clock.now();
  const { launchId, platformId, deploymentId, deploymentKey, locale, returnUrl, deepLinking } = launch;
  const endsAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  const session = {
    launchId,
    platformId,
    deploymentId,
    deploymentKey,
    endsAt,
    locale,
    returnUrl,
    deepLinking,
  };
  await parts.launches.open({ ...session, ...outcome }, hashSecret(code), now);
  return { type: 'opened', deploymentKey, code };
}

/** Origins of the LMS's pages that a verified token names. */
function claimedPages(claims: Claims, loopbackHttpAllowed: boolean): string[] {
  const presentation = claims[CLAIM.launchPresentation];
  const settings = claims[CLAIM.deepLinkingSettings];
  const addresses = [
    isRecord(presentation) ? presentation.return_url : null,
    isRecord(settings) ? settings.deep_link_return_url : null,
  ];
  return originsOf(addresses.map((address) => (typeof address === 'string' ? address : null))).filter(
    (origin) => isPlatformAddress(origin, loopbackHttpAllowed),
  );
}

/** The LMS's own words for an error, kept short. */
const wordsOf = ({ error, error_description: description }: Parameters): string =>
  [error, description]
    .filter((words) => words !== undefined && words !== '')
    .join(': ')
    .slice(0, 300);
