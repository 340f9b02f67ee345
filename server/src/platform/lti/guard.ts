import { type LaunchCode, LaunchRefusal } from './launch-codes.ts';

/** Parameters of a request, text only. */
export type Parameters = Readonly<Record<string, string>>;

const VALUE_MAX = 200_000;

/**
 * The parameters of a request, from its query or its form body. A repeated parameter, or one that a parser has made a
 * list or an object of, is refused: ltijs would hand it to a database.
 */
export function textParameters(source: unknown, refusal: LaunchCode): Parameters {
  const entries = source instanceof URLSearchParams ? [...source] : Object.entries(source ?? {});
  const names = new Set(entries.map(([name]) => name));
  const isText = ([name, value]: [string, unknown]): boolean =>
    typeof value === 'string' && value.length <= VALUE_MAX && !/[[\]$]|^__proto__$/.test(name);
  if (names.size !== entries.length || !entries.every(isText)) throw new LaunchRefusal(refusal);
  return Object.fromEntries(entries as [string, string][]);
}

/** @throws LaunchRefusal when one of the names is missing or empty. */
export function requireParameters<Name extends string>(
  parameters: Parameters,
  names: readonly Name[],
  refusal: LaunchCode,
): Record<Name, string> {
  const required = names.map((name) => [name, parameters[name]] as const);
  if (required.some(([, value]) => value === undefined || value === '')) throw new LaunchRefusal(refusal);
  return Object.fromEntries(required) as Record<Name, string>;
}

/** A state is 25 random bytes, drawn at login. */
const STATE = /^[0-9a-f]{50}$/;

export function requireState(state: string): string {
  if (!STATE.test(state)) throw new LaunchRefusal('STATE_MALFORMED');
  return state;
}

/** The name of a frame that holds the platform's storage; an unusable one counts as none. */
export const storageTargetOf = (parameters: Parameters): string | null =>
  /^[\w-]{1,100}$/.test(parameters.lti_storage_target ?? '') ? (parameters.lti_storage_target ?? null) : null;
