import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload, JWTVerifyOptions } from 'jose';
import type { Tool } from './types.ts';

const TIMEOUT_MS = 5_000;

/** Verifies what tools sign. Their keys are cached, and fetched once more when a signature fails. */
export class ToolKeys {
  private readonly cache = new Map<string, JSONWebKeySet>();

  private async fetchKeys(url: string): Promise<JSONWebKeySet> {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    const keys = (await response.json()) as JSONWebKeySet;
    this.cache.set(url, keys);
    return keys;
  }

  /** @returns the claims of a token the tool signed with RS256; @throws when signature or claims are not right */
  async verify(tool: Tool, token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
    const check = async (keys: JSONWebKeySet): Promise<JWTPayload> => {
      const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
        ...options,
        algorithms: ['RS256'],
      });
      return payload;
    };
    const cached = this.cache.get(tool.jwksUrl);
    if (!cached) return check(await this.fetchKeys(tool.jwksUrl));
    try {
      return await check(cached);
    } catch {
      return check(await this.fetchKeys(tool.jwksUrl));
    }
  }
}
