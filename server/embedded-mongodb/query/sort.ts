import { compare } from '../bson/compare.ts';
import { EMPTY_ARRAY_KEY, NULL_KEY, encodeKey } from '../bson/key.ts';
import { type Document, type DocumentReader, type Value, isNumber, toDouble } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { visitPath } from './paths.ts';

/** One field of a sort, direction 1 or -1. */
export interface SortField {
  path: string;
  direction: 1 | -1;
}

/** Parses a sort document. Refuses `$meta` and any direction but 1 and -1 (BadValue). */
export function parseSort(sort: Document): SortField[] {
  return [...sort].map(([path, direction]) => {
    const value = isNumber(direction) ? toDouble(direction) : undefined;
    if (value !== 1 && value !== -1)
      fail('BadValue', `Illegal value for sort direction of '${path}': only 1 and -1 are supported`);
    if (path === '' || path.startsWith('$')) fail('BadValue', `FieldPath '${path}' cannot be sorted by`);
    return { path, direction: value };
  });
}

type SortValue = { value: Value | undefined } | { emptyArray: true };

const keyOf = (item: SortValue): string =>
  'emptyArray' in item ? EMPTY_ARRAY_KEY : item.value === undefined ? NULL_KEY : encodeKey(item.value);

function compareItems(a: SortValue, b: SortValue): number {
  if (!('emptyArray' in a) && !('emptyArray' in b)) return compare(a.value, b.value);
  const [x, y] = [keyOf(a), keyOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** An array sorts by its smallest element when ascending and by its largest when descending. */
function sortValue(document: DocumentReader, parts: readonly string[], direction: number): SortValue {
  let best: SortValue | undefined;
  visitPath(document, parts, true, (value) => {
    if (Array.isArray(value) && value.length > 0) return false;
    const item: SortValue = Array.isArray(value) ? { emptyArray: true } : { value };
    if (best === undefined || compareItems(item, best) * direction < 0) best = item;
    return false;
  });
  return best ?? { value: undefined };
}

/**
 * Sorts documents stably; `read` gives the document of an item. With `limit`, only that many first items are returned
 * and no more than twice as many are kept at a time.
 */
export function sortItems<Item>(
  items: Iterable<Item>,
  sort: readonly SortField[],
  read: (item: Item) => DocumentReader,
  limit = Infinity,
): Item[] {
  const fields = sort.map(({ path, direction }) => ({ parts: path.split('.'), direction }));
  const byKeys = (a: { keys: SortValue[] }, b: { keys: SortValue[] }): number => {
    for (const [i, { direction }] of fields.entries()) {
      const [x, y] = [a.keys[i], b.keys[i]];
      const order = x && y ? compareItems(x, y) : 0;
      if (order !== 0) return order * direction;
    }
    return 0;
  };
  let kept: { item: Item; keys: SortValue[] }[] = [];
  for (const item of items) {
    const reader = read(item);
    kept.push({ item, keys: fields.map(({ parts, direction }) => sortValue(reader, parts, direction)) });
    if (kept.length > limit * 2 + 100) kept = kept.sort(byKeys).slice(0, limit);
  }
  kept.sort(byKeys);
  return (limit < kept.length ? kept.slice(0, limit) : kept).map(({ item }) => item);
}
