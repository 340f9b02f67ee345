/** What launch tests assert again and again, and how they spoil a token. */
import { expect } from '@jest/globals';
import type { Tamper } from '../lms-simulator/index.ts';
import type { LaunchBench } from './launch-bench.ts';

export const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';

type ChangeClaims = NonNullable<Tamper['claims']>;

export const setClaim =
  (name: string, value: unknown): ChangeClaims =>
  (claims) => ({ ...claims, [name]: value });

export const dropClaim =
  (...names: string[]): ChangeClaims =>
  (claims) =>
    Object.fromEntries(Object.entries(claims).filter(([key]) => !names.includes(key)));

/** Forgets what earlier tests did. */
export function tidy(bench: LaunchBench): void {
  bench.launches.length = 0;
  bench.log.length = 0;
  bench.clock.aheadMs = 0;
  bench.simulator.misbehave.clear();
}

/** A page for people: HTML with the code and a request number, the code logged, and nothing created. */
export async function expectRefused(bench: LaunchBench, response: Response, code: string): Promise<string> {
  const html = await response.text();
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(html).toContain(`<code>${code}</code>`);
  expect(html).toMatch(/Request number<\/dt><dd><code>[0-9a-f]{32}<\/code>/);
  expect(html.match(/<h1>/g)).toHaveLength(1);
  expect(html).not.toMatch(/ at .*\.[jt]s:\d+/);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(bench.log.map(({ fields }) => fields.code)).toContain(code);
  expect(bench.launches).toEqual([]);
  return html;
}

/** A 303 into the client with a code that opens the session once. */
export async function expectLaunched(bench: LaunchBench, response: Response): Promise<void> {
  const location = response.headers.get('location') ?? (await response.text());
  expect(location).toMatch(/^\/app\/p\/[0-9a-f]{16}\/#code=[\w-]{43}$/);
  expect(response.status).toBe(303);
  const code = location.split('#code=')[1] ?? '';
  const session = await bench.lti.sessions.redeemCode(code);
  expect(session).toMatchObject({ courseId: 'c'.repeat(32), memberId: 'm'.repeat(32) });
  expect(await bench.lti.sessions.redeemCode(code)).toBeNull();
  expect(await bench.lti.sessions.findSession(session?.launchId ?? '')).toEqual(session);
}
