import { randomBytes } from 'node:crypto';
import type { LtijsProvider } from 'ltijs';
import type { Clock } from '../../core/clock.ts';
import { LTI_LAUNCH } from '../../contracts/paths.ts';
import { hashSecret, newSecret } from '../../core/ids.ts';
import type { Directory } from './directory.ts';
import { type Parameters, requireParameters, storageTargetOf } from './guard.ts';
import { inactiveCode, LaunchRefusal } from './launch-codes.ts';
import { isWithin } from './launch-checks.ts';
import type { LaunchStore } from './launches.store.ts';
import { authenticationRequest } from './ltijs-provider.ts';
import type { PageSetting } from './page-setting.ts';

/** A login that was begun: what the browser must keep, and where it goes next. */
export interface BegunLoginAnswer {
  readonly state: string;
  readonly secret: string;
  readonly authorizationUrl: string;
  /** The frame of the platform that keeps things for us, where it has one. */
  readonly storageTarget: string | null;
}

interface Parts {
  directory: Directory;
  launches: LaunchStore;
  provider: LtijsProvider;
  clock: Clock;
  publicUrl: string;
}

/**
 * Answers an OpenID Connect third-party initiated login (LTI 1.3 security framework §5.1.1).
 *
 * The state, the nonce, the platform and the target are bound together in one document, which the launch must match.
 *
 * @throws LaunchRefusal
 */
export async function beginLogin(
  parts: Parts,
  parameters: Parameters,
  setting: PageSetting,
): Promise<BegunLoginAnswer> {
  setting.wishes.unshift(parameters.ui_locales);
  const { iss, login_hint, target_link_uri } = requireParameters(
    parameters,
    ['iss', 'login_hint', 'target_link_uri'],
    'LOGIN_PARAMETERS',
  );
  const platform = await parts.directory.findByClient(iss, parameters.client_id || null);
  if (!platform) throw new LaunchRefusal('LOGIN_UNKNOWN_CLIENT');
  setting.platform = platform;
  if (platform.status !== 'active') throw new LaunchRefusal(inactiveCode(platform.status));
  if (!isWithin(parts.publicUrl, target_link_uri)) throw new LaunchRefusal('LOGIN_TARGET_FOREIGN');

  // Canvas sent deployment_id before the specification named it lti_deployment_id.
  const deployment = parameters.lti_deployment_id ?? parameters.deployment_id;
  const hint = parameters.lti_message_hint;
  // 25 bytes, as ltijs draws them: the guard knows a state by this form.
  const state = randomBytes(25).toString('hex');
  const request = {
    iss,
    client_id: platform.clientId,
    login_hint,
    ...(hint !== undefined && { lti_message_hint: hint }),
    ...(deployment !== undefined && { lti_deployment_id: deployment }),
    // Platforms compare the redirect_uri with the registered one: it is never taken from the request.
    target_link_uri: `${parts.publicUrl}${LTI_LAUNCH}`,
  };
  const query = await authenticationRequest(parts.provider, request, state);
  const nonce = randomBytes(24).toString('base64url');
  // ltijs draws its nonce from Math.random().
  query.set('nonce', nonce);
  const secret = newSecret();
  await parts.launches.begin(
    state,
    {
      platformId: platform.id,
      nonce,
      targetLinkUri: target_link_uri,
      storageTarget: storageTargetOf(parameters),
      browserSecretHash: hashSecret(secret),
      uiLocales: parameters.ui_locales?.slice(0, 200) ?? null,
    },
    parts.clock.now(),
  );
  const authorizationUrl = new URL(platform.authorizationEndpoint);
  for (const [name, value] of query) authorizationUrl.searchParams.set(name, value);
  return {
    state,
    secret,
    authorizationUrl: authorizationUrl.href,
    storageTarget: storageTargetOf(parameters),
  };
}
