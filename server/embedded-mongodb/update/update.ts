import { ObjectId } from 'bson';
import { runUpdatePipeline } from '../aggregate/pipeline.ts';
import type { Variables } from '../aggregate/evaluation.ts';
import { equals } from '../bson/compare.ts';
import { type Document, type Value, isDocument, show, typeName } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { ArrayPositions } from '../query/filter.ts';
import { arrayIndex, getExact, isOperatorDocument } from '../query/paths.ts';
import { compileArrayFilters, expandPath, requireAllUsed } from './expand.ts';
import { UPDATE_OPERATORS, type UpdateContext } from './operators.ts';
import { setAt, unsetAt } from './paths.ts';

/** What an update command gives beside the update itself. */
export interface UpdateOptions {
  now: Date;
  arrayFilters: readonly Value[];
  variables: Variables | undefined;
}

type Change = { parts: string[]; apply: () => void };

/** Whether an update replaces whole documents. */
export function isReplacement(update: Value): boolean {
  return isDocument(update) && !([...update.keys()][0] ?? '').startsWith('$');
}

/** Field paths in MongoDB's order of application: array positions by number, names by text. */
function comparePaths(a: string[], b: string[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (y === undefined) return 1;
    if (x === y) continue;
    const [p, q] = [arrayIndex(x), arrayIndex(y)];
    if (p !== undefined && q !== undefined) return p - q;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

function requireNoConflicts(paths: string[][]): void {
  const taken = new Set<string>();
  for (const path of paths.map((parts) => parts.join('.'))) {
    if (taken.has(path))
      fail('ConflictingUpdateOperators', `Updating the path '${path}' would create a conflict at '${path}'`);
    taken.add(path);
  }
  for (const parts of paths)
    for (let depth = 1; depth < parts.length; depth++) {
      const above = parts.slice(0, depth).join('.');
      if (taken.has(above))
        fail(
          'ConflictingUpdateOperators',
          `Updating the path '${parts.join('.')}' would create a conflict at '${above}'`,
        );
    }
}

function renames(root: Document, operand: Document): { paths: string[][]; changes: Change[] } {
  const paths: string[][] = [];
  const changes = [...operand].map(([from, to]): Change => {
    if (typeof to !== 'string') fail('BadValue', `The 'to' field for $rename must be a string: ${from}`);
    if (from === to)
      fail('BadValue', `The source and target field for $rename must differ: ${from}: "${to}"`);
    const [source, target] = [from.split('.'), to.split('.')];
    paths.push(source, target);
    const apply = (): void => {
      const value = getExact(root, source);
      if (value === undefined) return;
      unsetAt(root, source);
      setAt(root, target, value);
    };
    return { parts: source, apply };
  });
  return { paths, changes };
}

function applyOperators(
  root: Document,
  update: Document,
  positions: ArrayPositions,
  options: UpdateOptions,
  context: UpdateContext,
): void {
  const filters = compileArrayFilters(options.arrayFilters);
  const paths: string[][] = [];
  const changes: Change[] = [];
  for (const [operator, operand] of update) {
    const apply = UPDATE_OPERATORS.get(operator);
    if (!apply && operator !== '$rename')
      fail(
        'FailedToParse',
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    if (!isDocument(operand))
      fail(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${typeName(operand)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${show(operand)}}`,
      );
    if (!apply) {
      const renamed = renames(root, operand);
      paths.push(...renamed.paths);
      changes.push(...renamed.changes);
      continue;
    }
    for (const [path, value] of operand)
      for (const parts of expandPath(root, path, positions, filters)) {
        paths.push(parts);
        changes.push({ parts, apply: () => apply(root, parts, value, context) });
      }
  }
  requireAllUsed(filters);
  requireNoConflicts(paths);
  for (const { apply } of changes.toSorted((a, b) => comparePaths(a.parts, b.parts))) apply();
}

/** The document with `_id` first; an existing `_id` may not be changed (ImmutableField). */
function withId(result: Document, id: Value | undefined): Document {
  const own = result.get('_id');
  if (id !== undefined && own !== undefined && !equals(own, id))
    fail('ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");
  const kept = own ?? id;
  if (kept === undefined || [...result.keys()][0] === '_id') return result;
  return new Map([['_id', kept], ...result]);
}

function replacement(update: Document): Document {
  for (const name of update.keys())
    if (name.startsWith('$'))
      fail(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
  return new Map(update);
}

/**
 * Applies an update to a decoded document, which it may change in place, and returns the result. `positions` are
 * where the query matched array elements. Throws MongoDB's codes for what cannot be applied.
 */
export function applyUpdate(
  root: Document,
  update: Value,
  positions: ArrayPositions,
  options: UpdateOptions,
  isInsert = false,
): Document {
  const id = root.get('_id');
  if (Array.isArray(update)) return withId(runUpdatePipeline(root, update, options.variables), id);
  if (!isDocument(update)) fail('FailedToParse', 'Update argument must be either an object or an array');
  if (isReplacement(update)) return withId(replacement(update), id);
  applyOperators(root, update, positions, options, { now: options.now, isInsert });
  return withId(root, id);
}

function seedFrom(filter: Document, seed: Document): void {
  for (const [name, operand] of filter) {
    if (name === '$and' || (name === '$or' && Array.isArray(operand) && operand.length === 1)) {
      for (const branch of Array.isArray(operand) ? operand : [])
        if (isDocument(branch)) seedFrom(branch, seed);
    } else if (!name.startsWith('$')) {
      const value = isOperatorDocument(operand) ? fixedValue(operand) : operand;
      if (value !== undefined && typeName(value) !== 'regex') setAt(seed, name.split('.'), value);
    }
  }
}

/** The one value that an operator document allows, if it does. */
function fixedValue(operators: Document): Value | undefined {
  const equal = operators.get('$eq');
  if (equal !== undefined) return equal;
  for (const name of ['$in', '$all']) {
    const list = operators.get(name);
    if (Array.isArray(list) && list.length === 1 && !isOperatorDocument(list[0])) return list[0];
  }
  return undefined;
}

/** The document that an upsert inserts: the filter's equality conditions, then the update, with an `_id`. */
export function buildUpsert(filter: Document, update: Value, options: UpdateOptions): Document {
  let seed: Document = new Map();
  seedFrom(filter, seed);
  const id = seed.get('_id');
  if (isReplacement(update)) seed = new Map(id === undefined ? [] : [['_id', id]]);
  const result = applyUpdate(seed, update, [], options, true);
  return withId(result, result.get('_id') ?? new ObjectId());
}
