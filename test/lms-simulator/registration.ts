/** LTI Dynamic Registration 1.0: the platform's configuration and its registration endpoint. */
import type { Request } from 'express';
import { jsonAnswer, jsonBody } from './platform.ts';
import type { Platform } from './platform.ts';
import { asText } from './profiles/profile.ts';
import type { Answer, Json } from './profiles/profile.ts';
import type { NewTool } from './state.ts';
import { PLATFORM_CONFIGURATION, TOOL_CONFIGURATION } from './vocabulary.ts';

const TOKEN_SECONDS = 3600;

const plain = (status: number, body: string): Answer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
});

const tokenOf = ({ registrationTokens }: Platform, request: Request) =>
  registrationTokens.get(/^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '');

export function openidConfiguration(platform: Platform, request: Request): Answer {
  const { url, issuer, profile } = platform;
  const { paths, registration } = profile;
  if (registration.configurationNeedsToken && !tokenOf(platform, request)) return plain(401, 'invalid_token');
  return jsonAnswer(200, {
    issuer,
    token_endpoint: url + paths.token,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: url + paths.jwks,
    authorization_endpoint: url + paths.authorization,
    registration_endpoint: url + paths.registration,
    scopes_supported: registration.scopesSupported,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
    ...registration.extraConfiguration?.(url),
    [PLATFORM_CONFIGURATION]: registration.platformConfiguration,
  });
}

/** An invitation for one tool to register itself: the two parameters of its registration address. */
export async function inviteTool(
  platform: Platform,
): Promise<{ openid_configuration: string; registration_token: string }> {
  const { keys, issuer, url, profile, registrationTokens } = platform;
  const seconds = Math.floor(platform.now() / 1000);
  const number = registrationTokens.size + 1;
  const token = await keys.sign({
    iss: issuer,
    sub: `registration ${number}`,
    iat: seconds,
    exp: seconds + TOKEN_SECONDS,
  });
  registrationTokens.set(token, { expiresAt: (seconds + TOKEN_SECONDS) * 1000, used: false });
  return { openid_configuration: url + profile.paths.openidConfiguration, registration_token: token };
}

function toolOf(platform: Platform, request: Json): NewTool {
  const asked = (request[TOOL_CONFIGURATION] ?? {}) as Json;
  const messages = (asked['messages'] as Json[] | undefined) ?? [];
  const deepLinking = messages.find(({ type }) => type === 'LtiDeepLinkingRequest');
  const target = asText(deepLinking?.['target_link_uri']) || asText(asked['target_link_uri']);
  const redirectUris = (request['redirect_uris'] as string[] | undefined) ?? [];
  const scopes = asText(request['scope']).split(' ');
  return {
    name: asText(request['client_name']),
    loginUrl: asText(request['initiate_login_uri']),
    launchUrl: asText(asked['target_link_uri']),
    redirectUris,
    jwksUrl: asText(request['jwks_uri']),
    deepLinkUrl: target,
    scopes: platform.profile.registration.scopesSupported.filter((scope) => scopes.includes(scope)),
    custom: (asked['custom_parameters'] ?? {}) as Record<string, string>,
    active: !platform.profile.registration.pending,
  };
}

/** The registration endpoint; its token works once and for an hour. */
export function registerDynamically(platform: Platform, request: Request): Answer {
  const { profile, institution, url } = platform;
  const token = tokenOf(platform, request);
  if (!token || token.expiresAt <= platform.now()) return plain(401, 'invalid_token');
  if (token.used) return plain(401, 'token_already_used');
  const asked = jsonBody(request);
  const problem = profile.registration.check(asked);
  if (problem !== undefined) return plain(400, problem);
  token.used = true;
  const tool = institution.addTool(toolOf(platform, asked));
  return jsonAnswer(profile.registration.status, profile.registration.answer(tool, asked, url));
}
