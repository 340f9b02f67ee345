import { AppError } from './app-error.ts';

/** Something in a list by moments, those of one moment by their ids. */
interface MomentKey {
  readonly at: Date;
  readonly id: string;
}

/** The key after which the next page begins, as clients hand it back. */
export const momentKey = ({ at, id }: MomentKey): string => `${at.getTime()}_${id}`;

/** @throws AppError BAD_REQUEST when it is none of ours */
export function readMomentKey(key: string): MomentKey {
  const [, time, id] = /^(\d{1,15})_([0-9a-f]{32})$/.exec(key) ?? [];
  if (time === undefined || id === undefined) throw new AppError('BAD_REQUEST', { field: 'after' });
  return { at: new Date(Number(time)), id };
}
