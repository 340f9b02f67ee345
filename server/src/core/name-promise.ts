import { DISCUSSION_ANONYMITY } from '../contracts/limits.ts';

/** What somebody is promised of their name when they write: nobody knows it, teaching staff alone, or everybody. */
export type Promised = (typeof DISCUSSION_ANONYMITY)[number];

/** How much a promise lets be known: the strictest is 0. */
export const opennessOf = (promise: Promised): number => DISCUSSION_ANONYMITY.indexOf(promise);

/** Whether `promise` protects less than `than` does. */
export const isLooser = (promise: Promised, than: Promised): boolean =>
  opennessOf(promise) > opennessOf(than);

/** Whoever teaches stands by their name in every mode: learners must know whom they believe. */
export const promiseTo = (setting: Promised, isStaff: boolean): Promised => (isStaff ? 'none' : setting);

/** Whether a reader may know who wrote what was written under a promise; what is one's own one knows. */
export function mayKnow(promise: Promised, reader: { readonly isStaff: boolean }): boolean {
  return promise === 'none' || (promise === 'peers' && reader.isStaff);
}

const HOUR_MS = 3_600_000;

/**
 * A moment as a reader gets it: where the writer is not to be known, the hour alone. People who sit side by side would
 * know each other by the minute.
 */
export const momentFor = (at: Date, isKnown: boolean): Date =>
  isKnown ? at : new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);

const ALIASES = 899;
const ALIAS_FROM = 100;

/**
 * A number to call somebody by: drawn, as one by the order of coming would say who came first.
 *
 * @param random in [0, 1)
 * @param round how many were taken already: the range grows with them
 */
export const drawAlias = (random: number, round: number): number =>
  ALIAS_FROM + Math.floor(random * ALIASES * 10 ** Math.floor(round / 10));
