import { isolatedIn } from '../../../server/src/contracts/direction.ts';

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = /^ar\b/;

export const isRightToLeft = (locale: string): boolean => RIGHT_TO_LEFT.test(locale);

/** A name or title, as it stands within a text of this locale: what is written in the other direction keeps its own. */
export const isolated = (value: string, locale: string): string => isolatedIn(isRightToLeft(locale), value);
