import type { Model } from 'mongoose';
import { isDuplicateKey } from './errors.ts';

/**
 * Inserts a document that may exist once, by its `_id` or another unique index.
 *
 * @returns false when it is there already: the unique index has spoken (DESIGN §2 rule 3).
 */
export async function insertOnce<T>(model: Model<T>, document: T): Promise<boolean> {
  try {
    await model.insertMany([document]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
