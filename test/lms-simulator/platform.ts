import type { Request } from 'express';
import type { KeyRing } from './keys.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import type { Answer, Launch, Profile } from './profiles/profile.ts';
import type { RequestLog } from './request-log.ts';
import type { Institution } from './state.ts';
import type { ToolKeys } from './tool-keys.ts';

export interface AccessToken {
  clientId: string;
  scopes: string[];
  /** ms since the epoch */
  expiresAt: number;
}

/** What every endpoint works on. */
export interface Platform {
  /** The simulator's own origin, without a slash at the end. */
  url: string;
  issuer: string;
  profile: Profile;
  institution: Institution;
  keys: KeyRing;
  toolKeys: ToolKeys;
  misbehaviour: Misbehaviour;
  log: RequestLog;
  /** The platform's clock in ms, wrong by `misbehaviour.clockSkewSeconds`. */
  now(): number;
  launches: Map<string, Launch>;
  tokens: Map<string, AccessToken>;
  /** `jti` of client assertions already used. */
  usedAssertions: Set<string>;
  /** One-time registration tokens. */
  registrationTokens: Map<string, { expiresAt: number; used: boolean }>;
}

/** A refusal that the profile words in its own way. */
export class ServiceError extends Error {
  readonly status: number;
  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }
}

/** The body as it came, whatever its media type. */
export const bodyText = (request: Request): string => (typeof request.body === 'string' ? request.body : '');

export const formBody = (request: Request): URLSearchParams => new URLSearchParams(bodyText(request));

/** @throws ServiceError 400 when the body is not a JSON object */
export function jsonBody(request: Request): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(bodyText(request));
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    // answered below
  }
  throw new ServiceError(400, 'The body is not a JSON object');
}

/** A route parameter as text. */
export const parameter = (request: Request, name: string): string => String(request.params[name] ?? '');

export const query = (request: Request): URLSearchParams =>
  new URL(request.originalUrl, 'http://localhost').searchParams;

export const jsonAnswer = (
  status: number,
  value: unknown,
  contentType = 'application/json; charset=utf-8',
): Answer => ({
  status,
  contentType,
  body: JSON.stringify(value),
});
