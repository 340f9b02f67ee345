import { type Document, type Value, isDocument, show } from '../bson/values.ts';
import { fail } from '../errors.ts';
import { arrayIndex } from '../query/paths.ts';

/** MongoDB's limit for the nulls an assignment beyond an array's end may add. */
const MAX_BACKFILL = 1_500_000;

type Container = Document | Value[];

function read(container: Container, name: string): Value | undefined {
  if (!Array.isArray(container)) return container.get(name);
  const index = arrayIndex(name);
  return index === undefined ? undefined : container[index];
}

function assign(container: Container, name: string, value: Value): void {
  if (!Array.isArray(container)) {
    container.set(name, value);
    return;
  }
  const index = Number(name);
  if (index > container.length + MAX_BACKFILL)
    fail('CannotBackfillArray', `can't backfill more than ${MAX_BACKFILL} array elements`);
  while (container.length < index) container.push(null);
  container[index] = value;
}

function requireIndex(container: Container, name: string, above: string | undefined): void {
  if (Array.isArray(container) && arrayIndex(name) === undefined)
    fail('PathNotViable', `Cannot create field '${name}' in element {${above ?? ''}: ${show(container)}}`);
}

/** Sets the value at a path, making the documents on the way. Throws PathNotViable where a scalar is in the way. */
export function setAt(root: Document, parts: readonly string[], value: Value): void {
  let container: Container = root;
  for (const [depth, part] of parts.slice(0, -1).entries()) {
    requireIndex(container, part, parts[depth - 1]);
    let next = read(container, part);
    if (next === undefined) {
      next = new Map();
      assign(container, part, next);
    }
    if (!isDocument(next) && !Array.isArray(next))
      fail('PathNotViable', `Cannot create field '${parts[depth + 1]}' in element {${part}: ${show(next)}}`);
    container = next;
  }
  const last = parts.at(-1) ?? '';
  requireIndex(container, last, parts.at(-2));
  assign(container, last, value);
}

/** Removes the value at a path; within an array it becomes null, so that the others keep their positions. */
export function unsetAt(root: Document, parts: readonly string[]): void {
  let container: Value | undefined = root;
  for (const part of parts.slice(0, -1)) {
    if (!isDocument(container) && !Array.isArray(container)) return;
    container = read(container, part);
  }
  const last = parts.at(-1) ?? '';
  if (isDocument(container)) container.delete(last);
  else if (Array.isArray(container) && read(container, last) !== undefined) assign(container, last, null);
}
