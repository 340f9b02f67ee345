import { quirksOf } from '../quirks/index.ts';
import {
  TOOL_DESCRIPTION,
  TOOL_NAME,
  toolAddresses,
  WANTED_CLAIMS,
  WANTED_SCOPES,
} from '../tool-description.ts';
import type { PlatformOffer } from './openid-configuration.ts';

export const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

/** The tool's own registration (LTI Dynamic Registration 1.0 §3.5), cut to what the platform offers. */
export function registrationRequest(offer: PlatformOffer, publicUrl: string): Record<string, unknown> {
  const quirks = quirksOf(offer.family);
  const { launch, login, keys, domain } = toolAddresses(publicUrl);
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: login,
    redirect_uris: [launch],
    client_name: TOOL_NAME,
    jwks_uri: keys,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: offeredOnly(WANTED_SCOPES, offer.scopes).join(' '),
    [TOOL_CONFIGURATION]: {
      domain,
      target_link_uri: launch,
      description: TOOL_DESCRIPTION,
      // Also variables that the platform does not list, since lists are incomplete: an unknown one comes back as its own
      // name, which counts as absent.
      custom_parameters: quirks.customParameters,
      claims: ['iss', 'sub', ...offeredOnly(WANTED_CLAIMS, offer.claims)],
      messages: quirks.registration.messages(launch, offer.messages),
      ...quirks.registration.extensions,
    },
  };
}

/** What a platform says it knows; all of it where it says nothing. */
const offeredOnly = (wanted: readonly string[], offered: readonly string[]): string[] =>
  wanted.filter((one) => offered.length === 0 || offered.includes(one));
