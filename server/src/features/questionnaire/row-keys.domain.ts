import { AppError } from '../../core/app-error.ts';

/** The last row of a page: what comes after it is older, or as old with a greater id. */
export interface RowKey {
  readonly createdAt: Date;
  readonly id: string;
}

/** @param rows one more than the page has room for, when there are more. */
export function pageOf<T extends RowKey>(
  rows: readonly T[],
  limit: number,
): { page: T[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last ? `${last.createdAt.getTime()}_${last.id}` : null };
}

/** @throws AppError BAD_REQUEST when the key is none of ours. */
export function rowKeyOf(key: string | undefined): RowKey | null {
  if (key === undefined) return null;
  const [time, id] = key.split('_');
  const createdAt = new Date(Number(time));
  if (!id || Number.isNaN(createdAt.getTime())) throw new AppError('BAD_REQUEST', { field: 'after' });
  return { createdAt, id };
}
