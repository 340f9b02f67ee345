import { AppError } from '../../core/app-error.ts';

/** Where a list of rows by name goes on: after this one. */
export interface RowKey {
  readonly sortName: string;
  readonly memberId: string;
}

/** The key as the text a client hands back. */
export const writeRowKey = ({ sortName, memberId }: RowKey): string => JSON.stringify([sortName, memberId]);

/** @throws AppError BAD_REQUEST when it is none of ours */
export function readRowKey(key: string): RowKey {
  try {
    const [sortName, memberId] = JSON.parse(key) as unknown[];
    if (typeof sortName === 'string' && typeof memberId === 'string') return { sortName, memberId };
  } catch {
    // Falls through: what is no JSON is no key of ours either.
  }
  throw new AppError('BAD_REQUEST', { field: 'after' });
}
