import type { Evaluate, Variables } from '../aggregate/evaluation.ts';
import { compileExpression } from '../aggregate/expression.ts';
import { asWritten, decodeDocument, pickFields } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import {
  type Document,
  type DocumentReader,
  type Value,
  isDocument,
  isNumber,
  isTruthy,
  toDouble,
} from '../bson/values.ts';
import { fail } from '../errors.ts';
import { type ArrayPositions, compileFilter } from './filter.ts';
import { isOperatorDocument } from './paths.ts';
import { wholeDocument } from '../engine/changed-row.ts';
import { StoredDocument } from '../engine/stored-document.ts';

/** The paths of an inclusion or exclusion; a leaf is `true`. */
export type FieldTree = Map<string, FieldTree | true>;
export interface Projection {
  apply(document: DocumentReader, positions?: ArrayPositions): Document;
  /** The same as BSON: where whole top-level fields are asked for, nothing is decoded. */
  encode(stored: StoredDocument, positions?: ArrayPositions): Buffer;
}

/** Adds a path to a tree. Throws 31249 where one path lies within another. */
export function addPath(tree: FieldTree, path: string): void {
  const parts = path.split('.');
  if (parts.some((part) => part === '')) fail(40353, `FieldPath '${path}' must not have empty components.`);
  let node = tree;
  for (const [depth, part] of parts.entries()) {
    const next = node.get(part);
    const isLeaf = depth === parts.length - 1;
    if (next === true || (isLeaf && next !== undefined)) fail(31249, `Path collision at ${path}`);
    if (isLeaf) node.set(part, true);
    else {
      const child: FieldTree = next ?? new Map();
      node.set(part, child);
      node = child;
    }
  }
}

function within(
  value: Value,
  tree: FieldTree,
  apply: (document: Document, tree: FieldTree) => Document,
  keepScalars: boolean,
): Value | undefined {
  if (isDocument(value)) return apply(value, tree);
  if (!Array.isArray(value)) return keepScalars ? value : undefined;
  return value.flatMap((element) => {
    const kept = within(element, tree, apply, keepScalars);
    return kept === undefined ? [] : [kept];
  });
}

/** Keeps only the fields of a tree, in the document's order. */
function include(document: Document, tree: FieldTree): Document {
  const result: Document = new Map();
  for (const [name, value] of document) {
    const node = tree.get(name);
    const kept = node === true ? value : node && within(value, node, include, false);
    if (kept !== undefined) result.set(name, kept);
  }
  return result;
}

/** Leaves out the fields of a tree. */
export function exclude(document: Document, tree: FieldTree): Document {
  const result: Document = new Map();
  for (const [name, value] of document) {
    const node = tree.get(name);
    if (node === true) continue;
    const kept = node ? within(value, node, exclude, true) : value;
    if (kept !== undefined) result.set(name, kept);
  }
  return result;
}

/** Replaces the value at a path of nested documents, entering arrays; undefined from `change` removes it. */
export function changeAt(
  value: Value,
  parts: readonly string[],
  change: (value: Value | undefined) => Value | undefined,
  create: boolean,
): Value {
  const [name, ...rest] = parts;
  if (name === undefined) return value;
  if (Array.isArray(value)) return value.map((element) => changeAt(element, parts, change, create));
  if (!isDocument(value)) return create ? changeAt(new Map(), parts, change, create) : value;
  const current = value.get(name);
  if (rest.length > 0 && current === undefined && !create) return value;
  const next = rest.length === 0 ? change(current) : changeAt(current ?? new Map(), rest, change, create);
  const result = new Map(value);
  if (next === undefined) result.delete(name);
  else result.set(name, next);
  return result;
}

type Step = (result: Document, source: DocumentReader, positions: ArrayPositions) => Value;

function sliceOf(operand: Value): (array: Value[]) => Value[] {
  const [first, second] = (Array.isArray(operand) ? operand : [operand]).map((value) =>
    isNumber(value)
      ? Math.trunc(toDouble(value))
      : fail(28667, 'Invalid $slice syntax: it takes one or two numbers'),
  );
  if (first === undefined) fail(28667, 'Invalid $slice syntax: it takes one or two numbers');
  if (second === undefined) return (array) => (first < 0 ? array.slice(first) : array.slice(0, first));
  if (second <= 0) fail(28724, 'Second argument to $slice must be positive');
  return (array) => {
    const start = first < 0 ? Math.max(0, array.length + first) : first;
    return array.slice(start, start + second);
  };
}

function sliceStep(path: string, operand: Value): Step {
  const slice = sliceOf(operand);
  return (result) =>
    changeAt(result, path.split('.'), (value) => (Array.isArray(value) ? slice(value) : value), false);
}

function elemMatchStep(path: string, operand: Value): Step {
  const { matches } = compileFilter(new Map([['v', new Map([['$elemMatch', operand]])]]));
  const first = (value: Value | undefined): Value | undefined => {
    const found = Array.isArray(value)
      ? value.find((element) => matches(new Map([['v', [element]]])))
      : undefined;
    return found === undefined ? undefined : [found];
  };
  return (result) => changeAt(result, path.split('.'), first, false);
}

function positionalStep(path: string): Step {
  return (result, _source, positions) => {
    const hit = positions.find(
      (item) => item.path === path || item.path.startsWith(`${path}.`) || path.startsWith(`${item.path}.`),
    );
    if (!hit)
      fail(
        51246,
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    return changeAt(
      result,
      path.split('.'),
      (value) => (Array.isArray(value) ? value.slice(hit.index, hit.index + 1) : value),
      false,
    );
  };
}

function expressionStep(path: string, evaluate: Evaluate, variables: Variables | undefined): Step {
  return (result, source) =>
    changeAt(result, path.split('.'), () => evaluate({ root: source, variables }), true);
}

/** Leaves of a projection or of `$addFields` by dotted path; nested documents that are no expressions are spelled out. */
export function flatten(projection: Document, prefix = ''): [string, Value][] {
  const isNested = (value: Value): boolean =>
    isDocument(value) && value.size > 0 && !isOperatorDocument(value);
  return [...projection].flatMap(([name, value]): [string, Value][] =>
    isDocument(value) && isNested(value) ? flatten(value, `${prefix}${name}.`) : [[prefix + name, value]],
  );
}

interface Parsed {
  /** Whether `$slice`, `$elemMatch` and `.$` have the meaning they have in `find` and not in a pipeline. */
  isFind: boolean;
  variables: Variables | undefined;
  tree: FieldTree;
  steps: Step[];
  includes: boolean | undefined;
  keepsId: boolean | undefined;
}

function parseExpression(path: string, value: Value, parsed: Parsed): void {
  if (parsed.includes === false) fail(31252, `Cannot use an expression in an exclusion projection: ${path}`);
  parsed.includes = true;
  parsed.steps.push(expressionStep(path, compileExpression(value), parsed.variables));
}

function parseOperator(path: string, operand: Document, parsed: Parsed): void {
  const [first] = operand;
  const [operator, argument] = first ?? ['', null];
  const isSlice =
    parsed.isFind && operator === '$slice' && !(Array.isArray(argument) && !isNumber(argument[0]));
  if (isSlice) {
    parsed.steps.push(sliceStep(path, argument));
    return;
  }
  if (operator !== '$elemMatch' || !parsed.isFind) {
    parseExpression(path, operand, parsed);
    return;
  }
  parsed.steps.push(elemMatchStep(path, argument));
  parsed.includes ??= true;
  if (parsed.includes) addPath(parsed.tree, path);
}

function parseField(path: string, value: Value, parsed: Parsed): void {
  if (parsed.isFind && path.endsWith('.$')) {
    parsed.steps.push(positionalStep(path.slice(0, -2)));
    parsed.includes ??= true;
    addPath(parsed.tree, path.slice(0, -2));
  } else if (isOperatorDocument(value)) parseOperator(path, value, parsed);
  else if (typeof value !== 'boolean' && !isNumber(value)) {
    parseExpression(path, value, parsed);
  } else if (path === '_id') parsed.keepsId = isTruthy(value);
  else {
    const includes = isTruthy(value);
    if (parsed.includes !== undefined && parsed.includes !== includes)
      fail(
        includes ? 31253 : 31254,
        `Cannot do ${includes ? 'inclusion' : 'exclusion'} on field ${path} in ${includes ? 'exclusion' : 'inclusion'} projection`,
      );
    parsed.includes = includes;
    addPath(parsed.tree, path);
  }
}

/**
 * Compiles a `find` projection, or that of a `$project` stage; undefined when it is empty. Throws MongoDB's codes for
 * contradictions.
 */
export function compileProjection(
  projection: Document | undefined,
  { isFind = true, variables }: { isFind?: boolean; variables?: Variables | undefined } = {},
): Projection | undefined {
  if (!projection || projection.size === 0) return undefined;
  const parsed: Parsed = {
    isFind,
    variables,
    tree: new Map(),
    steps: [],
    includes: undefined,
    keepsId: undefined,
  };
  for (const [path, value] of flatten(projection)) parseField(path, value, parsed);
  const { tree, steps, keepsId } = parsed;
  const includes = parsed.includes ?? (keepsId === true && steps.length === 0);
  if (includes && keepsId !== false && !tree.has('_id')) tree.set('_id', true);
  if (!includes && keepsId === false) tree.set('_id', true);
  // a sliced field is kept beside the included ones
  if (includes && isFind)
    for (const [path, value] of flatten(projection)) {
      const isSlice = isOperatorDocument(value) && value.has('$slice');
      if (isSlice && !tree.has(path.split('.')[0] ?? '')) addPath(tree, path);
    }
  const take = includes ? include : exclude;
  const isWhole = steps.length === 0 && [...tree.values()].every((node) => node === true);
  const names = [...tree.keys()].map(asWritten);
  const apply: Projection['apply'] = (source, positions = []) => {
    const isCut = includes && source instanceof StoredDocument;
    let result: Value = take(
      isCut ? decodeDocument(pickFields(source.bytes, names, true)) : wholeDocument(source),
      tree,
    );
    for (const step of steps) result = isDocument(result) ? step(result, source, positions) : result;
    return isDocument(result) ? result : new Map();
  };
  return {
    apply,
    encode: (stored, positions) =>
      isWhole ? pickFields(stored.bytes, names, includes) : encodeDocument(apply(stored, positions)),
  };
}
