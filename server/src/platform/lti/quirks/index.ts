import { canvas } from './canvas.ts';
import { generic, type Quirks } from './generic.ts';
import { moodle } from './moodle.ts';

export type { Quirks } from './generic.ts';

const FAMILIES: ReadonlyMap<string, Quirks> = new Map([
  ['moodle', moodle],
  ['canvas', canvas],
]);

/** @param family `product_family_code` of the launch's tool_platform claim; null when none was seen. */
export const quirksOf = (family: string | null): Quirks =>
  FAMILIES.get(family?.toLowerCase() ?? '') ?? generic;
