import type { Json } from './profiles/profile.ts';

/**
 * Replaces substitution variables in custom parameters (LTI 1.3 core, appendix "Custom properties and variable substitution").
 * A variable the platform does not know stays as its literal name.
 */
export function expandCustom(custom: Record<string, string>, variables: Record<string, string | null>): Json {
  return Object.fromEntries(
    Object.entries(custom).map(([name, value]) => {
      if (!value.startsWith('$')) return [name, value];
      const known = variables[value.slice(1)];
      return [name, known === undefined ? value : known];
    }),
  );
}
