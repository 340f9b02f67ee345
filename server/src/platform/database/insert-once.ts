import type { Model } from 'mongoose';
import { isDuplicateKey } from './errors.ts';

/**
 * Inserts those of some documents that are not there yet, by their `_id` or another unique index.
 *
 * @returns false when one was there already: the unique index has spoken (DESIGN §2 rule 3).
 */
export async function insertMissing<T>(
  model: Model<T>,
  documents: readonly T[],
  { lean = false } = {},
): Promise<boolean> {
  if (documents.length === 0) return true;
  try {
    await model.insertMany([...documents], { ordered: false, lean });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Inserts a document that may exist once. @returns false when it is there already. */
export const insertOnce = <T>(model: Model<T>, document: T): Promise<boolean> =>
  insertMissing(model, [document]);

/**
 * The same past Mongoose's casts, checks and defaults, which cost more than the write: where somebody waits for that.
 *
 * @param document with all that the schema would add
 */
export const insertWhole = <T>(model: Model<T>, document: T): Promise<boolean> =>
  insertMissing(model, [document], { lean: true });
