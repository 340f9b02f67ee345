import { type Document, type DocumentReader, type Value, isDocument } from '../bson/values.ts';

const ARRAY_INDEX = /^(0|[1-9]\d*)$/;

/** The position a path component names in an array, or undefined when it is no array index. */
export function arrayIndex(component: string): number | undefined {
  return ARRAY_INDEX.test(component) ? Number(component) : undefined;
}

/**
 * Called with each value at the end of a path (undefined where the path ends early) and the position within the
 * first array on the way, if there was one. Returning true stops the walk.
 */
export type ValueVisitor = (value: Value | undefined, index: number | undefined) => boolean;

/**
 * Walks a dotted path with MongoDB's rules for arrays: a component that is a number may name an array's position,
 * and arrays of documents are entered implicitly. With `expand`, an array at the end is also visited by element,
 * before the array itself. Returns whether the visitor stopped the walk.
 */
export function visitPath(
  root: DocumentReader,
  parts: readonly string[],
  expand: boolean,
  visitor: ValueVisitor,
): boolean {
  // a top-level field that is no array, by far the most frequent, needs no walk
  const first = root.get(parts[0] ?? '');
  if (first === undefined || (parts.length === 1 && !Array.isArray(first))) return visitor(first, undefined);
  const enterDocument = (reader: DocumentReader, depth: number, index: number | undefined): boolean => {
    const value = reader.get(parts[depth] ?? '');
    return value === undefined ? visitor(undefined, index) : arrive(value, depth + 1, index);
  };
  const enterArray = (array: Value[], depth: number, index: number | undefined): boolean => {
    const position = arrayIndex(parts[depth] ?? '');
    const named = position === undefined ? undefined : array[position];
    if (named !== undefined && arrive(named, depth + 1, index)) return true;
    return array.some((element, i) => isDocument(element) && enterDocument(element, depth, index ?? i));
  };
  const arrive = (value: Value, depth: number, index: number | undefined): boolean => {
    if (depth < parts.length) {
      if (Array.isArray(value)) return enterArray(value, depth, index);
      return isDocument(value) ? enterDocument(value, depth, index) : visitor(undefined, index);
    }
    if (expand && Array.isArray(value) && value.some((element, i) => visitor(element, index ?? i)))
      return true;
    return visitor(value, index);
  };
  return arrive(first, 1, undefined);
}

/** The value at a path of document fields and array positions, entering no array implicitly. */
export function getExact(root: Value | undefined, parts: readonly string[]): Value | undefined {
  let value = root;
  for (const part of parts) {
    if (Array.isArray(value)) {
      const position = arrayIndex(part);
      value = position === undefined ? undefined : value[position];
    } else if (isDocument(value)) value = value.get(part);
    else return undefined;
  }
  return value;
}

/** Whether a document is an operator document such as `{ $gt: 5 }`; references (`$ref`, `$id`, `$db`) are values. */
export function isOperatorDocument(value: Value | undefined): value is Document {
  if (!isDocument(value)) return false;
  const [first] = value.keys();
  return first !== undefined && first.startsWith('$') && !['$ref', '$id', '$db'].includes(first);
}
