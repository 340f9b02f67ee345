/** The token endpoint: client credentials with a signed assertion (RFC 7523; Security Framework 1.0, §4.1). */
import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { decodeJwt } from 'jose';
import { formBody, ServiceError } from './platform.ts';
import type { Platform } from './platform.ts';
import type { Answer } from './profiles/profile.ts';
import type { Tool } from './types.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const LIFETIME_SECONDS = 3600;

class TokenError extends Error {}

/** @throws TokenError with the OAuth code */
async function authenticate(platform: Platform, form: URLSearchParams): Promise<Tool> {
  const { institution, toolKeys, profile, issuer, usedAssertions } = platform;
  const assertion = form.get('client_assertion') ?? '';
  if (form.get('grant_type') !== 'client_credentials') throw new TokenError('unsupported_grant_type');
  if (form.get('client_assertion_type') !== ASSERTION_TYPE) throw new TokenError('invalid_request');
  try {
    const tool = institution.state.tools[String(decodeJwt(assertion).sub)];
    if (!tool?.active) throw new Error('unknown client');
    const claims = await toolKeys.verify(tool, assertion, {
      issuer: tool.clientId,
      subject: tool.clientId,
      currentDate: new Date(platform.now()),
      clockTolerance: profile.token.times.toleranceSeconds,
      maxTokenAge: profile.token.times.maxAge,
      requiredClaims: ['aud', 'exp', 'iat', 'jti'],
    });
    const audience = [claims.aud ?? []].flat();
    if (!profile.token.audienceOk(audience, platform.url + profile.paths.token, issuer))
      throw new Error('aud');
    const identity = `${tool.clientId} ${claims.jti}`;
    if (usedAssertions.has(identity)) throw new Error('jti was used before');
    usedAssertions.add(identity);
    return tool;
  } catch (error) {
    throw new TokenError('invalid_client', { cause: error });
  }
}

/** Answers a token request; asked scopes that were not granted to the tool are left out. */
export async function tokenEndpoint(platform: Platform, request: Request): Promise<Answer> {
  const { contentType } = platform.profile.token;
  try {
    const form = formBody(request);
    const tool = await authenticate(platform, form);
    const asked = (form.get('scope') ?? '').split(' ');
    const scopes = tool.scopes.filter((scope) => asked.includes(scope));
    if (scopes.length === 0) throw new TokenError('invalid_scope');
    const token = randomBytes(16).toString('hex');
    const expiresAt = platform.now() + LIFETIME_SECONDS * 1000;
    platform.tokens.set(token, { clientId: tool.clientId, scopes, expiresAt });
    const body = {
      access_token: token,
      token_type: 'Bearer',
      expires_in: LIFETIME_SECONDS,
      scope: scopes.join(' '),
    };
    return { status: 200, contentType, body: JSON.stringify(body, null, 2) };
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    return { status: 400, contentType, body: JSON.stringify({ error: error.message }, null, 2) };
  }
}

/** The tool behind a request's bearer token. @throws ServiceError 401, or the profile's status for a missing scope */
export function requireScope(platform: Platform, request: Request, anyOf: readonly string[]): Tool {
  const token = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
  const access = platform.tokens.get(token);
  const tool = access && platform.institution.state.tools[access.clientId];
  if (!access || !tool?.active || access.expiresAt <= platform.now())
    throw new ServiceError(401, 'Unauthorized');
  if (!anyOf.some((scope) => access.scopes.includes(scope))) {
    throw new ServiceError(platform.profile.token.insufficientScopeStatus, 'Unauthorized');
  }
  return tool;
}
