import { canvas } from './canvas.ts';
import { generic, type Quirks } from './generic.ts';
import { moodle } from './moodle.ts';

export { CANVAS_PLACEMENTS } from './canvas.ts';
export type { Quirks } from './generic.ts';
export type { OfferedMessage } from './registration.ts';

const FAMILIES: ReadonlyMap<string, Quirks> = new Map([
  ['moodle', moodle],
  ['canvas', canvas],
]);

/** @param family `product_family_code` of the launch's tool_platform claim; null when none was seen. */
export const quirksOf = (family: string | null): Quirks =>
  FAMILIES.get(family?.toLowerCase() ?? '') ?? generic;

/** Whether a host may speak for an issuer of another host: by what is known of that issuer's LMS. */
export const speaksFor = (issuer: string, hostname: string): boolean =>
  [...FAMILIES.values()].some(({ registration }) => registration.speaksFor(issuer, hostname));
