import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isPlatformAddress } from './addresses.ts';
import type { PlatformFacts } from './platforms.store.ts';

/**
 * What an administrator states about a platform, with the deployments known beforehand. Where it does not say whether
 * further deployments are accepted, that is decided elsewhere.
 */
export type PlatformEntry = Omit<PlatformFacts, 'acceptNewDeployments'> & {
  readonly acceptNewDeployments?: boolean | undefined;
  readonly deploymentIds: readonly string[];
};

/** The schema of one entry of the platforms file; unknown fields are refused, since they are misspelt ones. */
export function platformEntrySchema(loopbackHttpAllowed: boolean) {
  const text = z.string().trim().min(1).max(255);
  const address = z
    .string()
    .max(2000)
    .refine((value) => isPlatformAddress(value, loopbackHttpAllowed), {
      error: loopbackHttpAllowed
        ? 'must be an https address (http only on this machine)'
        : 'must be an https address',
    });
  return z.strictObject({
    name: text,
    issuer: address,
    clientId: text,
    deploymentIds: z.array(text).max(10_000).default([]),
    authorizationEndpoint: address,
    tokenEndpoint: address,
    jwksUri: address,
    authorizationServer: text.nullable().default(null),
    frameOrigins: z
      .array(address.transform((value) => new URL(value).origin))
      .max(20)
      .default([]),
    acceptNewDeployments: z.boolean().optional(),
  });
}

/**
 * Reads a platforms file (spec/lti.md 1b).
 *
 * @throws Error whose message names the file, the entry and the field that is wrong.
 */
export async function readPlatformsFile(
  path: string,
  loopbackHttpAllowed: boolean,
): Promise<PlatformEntry[]> {
  const schema = z.array(platformEntrySchema(loopbackHttpAllowed));
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`, {
      cause: error,
    });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${path}: ${pathOf(issue)}: ${issue.message}`);
  throw new Error(problems.join('\n'));
}

/** `[0].issuer`, as one would write it in a program. */
const pathOf = ({ path }: z.core.$ZodIssue): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('') || 'the file';
