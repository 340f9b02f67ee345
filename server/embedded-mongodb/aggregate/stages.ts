import {
  type Document,
  type DocumentReader,
  type Value,
  int,
  isDocument,
  isNumber,
  show,
  toDouble,
  typeName,
} from '../bson/values.ts';
import { fail } from '../errors.ts';
import { compileFilter } from '../query/filter.ts';
import { visitPath } from '../query/paths.ts';
import {
  addPath,
  changeAt,
  compileProjection,
  exclude,
  flatten,
  type FieldTree,
} from '../query/projection.ts';
import { parseSort, sortItems } from '../query/sort.ts';
import { changeRow, wholeDocument } from '../engine/changed-row.ts';
import { compileGroupField, groupRows } from './accumulators.ts';
import type { Scope, Variables } from './evaluation.ts';
import { compileExpression } from './expression.ts';

/** The documents of another collection whose field equals one of the values. */
export type ForeignLookup = (values: Value[]) => Document[];

/** What stages need beside the rows. */
export interface StageContext {
  variables: Variables | undefined;
  /** Opens the collection `from` for lookups by `field`; `taken` are the only fields of its documents that are needed. */
  foreign: (from: string, field: string, taken?: readonly string[]) => ForeignLookup;
}

export type Stage = (rows: Iterable<DocumentReader>) => Iterable<DocumentReader>;
/** Compiles a stage; `next` is the one after it. */
export type StageCompiler = (operand: Value, context: StageContext, next?: Value) => Stage;

function requireDocument(operand: Value, stage: string): Document {
  return isDocument(operand) ? operand : fail(15959, `the ${stage} stage specification must be an object`);
}

function* mapRows(
  rows: Iterable<DocumentReader>,
  change: (row: DocumentReader) => DocumentReader,
): Iterable<DocumentReader> {
  for (const row of rows) yield change(row);
}

const match: StageCompiler = (operand, { variables }) => {
  const { matches } = compileFilter(requireDocument(operand, '$match'), variables);
  return function* (rows) {
    for (const row of rows) if (matches(row)) yield row;
  };
};

const project: StageCompiler = (operand, { variables }) => {
  const projection = compileProjection(requireDocument(operand, '$project'), { isFind: false, variables });
  if (!projection)
    fail(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  return (rows) => mapRows(rows, (row) => projection.apply(row));
};

const addFields: StageCompiler = (operand, { variables }) => {
  const fields = flatten(requireDocument(operand, '$addFields')).map(
    ([path, expression]) => [path.split('.'), compileExpression(expression)] as const,
  );
  const isFlat = fields.every(([parts]) => parts.length === 1);
  return (rows) =>
    mapRows(rows, (row) => {
      // every expression sees the document as it was before the stage
      const values = fields.map(([, evaluate]) => evaluate({ root: row, variables }));
      if (isFlat) return changeRow(row, new Map(fields.map(([[name = '']], i) => [name, values[i]])));
      let result: Value = wholeDocument(row);
      for (const [i, [parts]] of fields.entries())
        result = changeAt(result, parts, () => values[i], values[i] !== undefined);
      return isDocument(result) ? result : row;
    });
};

const unset: StageCompiler = (operand) => {
  const tree: FieldTree = new Map();
  for (const path of Array.isArray(operand) ? operand : [operand]) {
    if (typeof path !== 'string' || path === '')
      fail(31002, '$unset specification must be a string or an array of strings');
    addPath(tree, path);
  }
  const isFlat = [...tree.values()].every((node) => node === true);
  const without = new Map([...tree.keys()].map((name) => [name, undefined]));
  return (rows) =>
    mapRows(rows, (row) => (isFlat ? changeRow(row, without) : exclude(wholeDocument(row), tree)));
};

const group: StageCompiler = (operand, { variables }) => {
  const spec = requireDocument(operand, '$group');
  const id = spec.get('_id');
  if (id === undefined) fail(15955, 'a group specification must include an _id');
  const evaluate = compileExpression(id);
  const fields = [...spec]
    .filter(([name]) => name !== '_id')
    .map(([name, field]) => compileGroupField(name, field));
  return function* (rows) {
    const scopes = function* (): Iterable<Scope> {
      for (const row of rows) yield { root: row, variables };
    };
    yield* groupRows(scopes(), evaluate, fields);
  };
};

const sort: StageCompiler = (operand) => {
  const fields = parseSort(requireDocument(operand, '$sort'));
  if (fields.length === 0) fail(15976, '$sort stage must have at least one sort key');
  return function* (rows) {
    yield* sortItems(rows, fields, (row) => row);
  };
};

function countOperand(operand: Value, stage: string, least: number): number {
  const count = isNumber(operand) ? toDouble(operand) : NaN;
  if (!Number.isInteger(count) || count < least)
    fail(stage === '$limit' ? 15958 : 5107200, `invalid argument to ${stage} stage: ${show(operand)}`);
  return count;
}

const limit: StageCompiler = (operand) => {
  const most = countOperand(operand, '$limit', 1);
  return function* (rows) {
    let taken = 0;
    for (const row of rows) {
      yield row;
      if (++taken >= most) return;
    }
  };
};

const skip: StageCompiler = (operand) => {
  const count = countOperand(operand, '$skip', 0);
  return function* (rows) {
    let seen = 0;
    for (const row of rows) if (seen++ >= count) yield row;
  };
};

const count: StageCompiler = (operand) => {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.'))
    fail(40156, 'the count field must be a non-empty string without $ or .');
  return function* (rows) {
    let total = 0;
    for (const _row of rows) total++;
    if (total > 0) yield new Map([[operand, int(total)]]);
  };
};

const unwind: StageCompiler = (operand) => {
  const spec: Document = isDocument(operand) ? operand : new Map([['path', operand]]);
  for (const name of spec.keys())
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name))
      fail(28811, `unrecognized option to $unwind stage: ${name}`);
  const path = spec.get('path');
  if (typeof path !== 'string' || !path.startsWith('$'))
    fail(28818, `path option to $unwind stage should be prefixed with a '$': ${show(path)}`);
  const indexField = spec.get('includeArrayIndex');
  if (indexField !== undefined && typeof indexField !== 'string')
    fail(28810, 'expected a string for the includeArrayIndex option to $unwind stage');
  const keepsEmpty = spec.get('preserveNullAndEmptyArrays') === true;
  const evaluate = compileExpression(path);
  const parts = path.slice(1).split('.');
  const withElement = (row: Document, element: Value | undefined, index: number | undefined): Document => {
    const replaced = changeAt(row, parts, () => element, element !== undefined);
    const indexed =
      indexField === undefined
        ? replaced
        : changeAt(replaced, indexField.split('.'), () => (index === undefined ? null : BigInt(index)), true);
    return isDocument(indexed) ? indexed : row;
  };
  return function* (rows) {
    for (const reader of rows) {
      const row = wholeDocument(reader);
      const value = evaluate({ root: row });
      if (Array.isArray(value) && value.length > 0) {
        for (const [i, element] of value.entries()) yield withElement(row, element, i);
      } else if (value === undefined || value === null || Array.isArray(value)) {
        if (keepsEmpty) yield withElement(row, Array.isArray(value) ? undefined : value, undefined);
      } else yield withElement(row, value, undefined);
    }
  };
};

function replaceWith(expression: Value, { variables }: StageContext): Stage {
  const evaluate = compileExpression(expression);
  return (rows) =>
    mapRows(rows, (row) => {
      const result = evaluate({ root: row, variables });
      return isDocument(result)
        ? result
        : fail(
            40228,
            `'newRoot' expression must evaluate to an object, but resulting value was of type ${typeName(result)}`,
          );
    });
}

const replaceRoot: StageCompiler = (operand, context) => {
  const newRoot = isDocument(operand) && operand.size === 1 ? operand.get('newRoot') : undefined;
  if (newRoot === undefined) fail(40229, '$replaceRoot needs exactly one field, newRoot');
  return replaceWith(newRoot, context);
};

/** What the stage after a lookup takes of the documents that were found, where it puts nothing else in their place. */
function takenOf(as: string, next: Value | undefined): string[] | undefined {
  const operand = isDocument(next) ? (next.get('$set') ?? next.get('$addFields')) : undefined;
  const value = isDocument(operand) && operand.size === 1 ? operand.get(as) : undefined;
  const paths = Array.isArray(value) ? value : [value];
  const known = paths.flatMap((path) => {
    const name = typeof path === 'string' && path.startsWith(`$${as}.`) ? path.slice(as.length + 2) : '.';
    return name.includes('.') ? [] : [name];
  });
  return known.length === paths.length ? known : undefined;
}

const lookup: StageCompiler = (operand, { foreign }, next) => {
  const spec = requireDocument(operand, '$lookup');
  const [from, localField, foreignField, as] = ['from', 'localField', 'foreignField', 'as'].map((name) => {
    const value = spec.get(name);
    return typeof value === 'string'
      ? value
      : fail('FailedToParse', `$lookup argument '${name}' must be a string; other forms are not supported`);
  });
  for (const name of spec.keys())
    if (!['from', 'localField', 'foreignField', 'as'].includes(name))
      fail('FailedToParse', `$lookup argument '${name}' is not supported by the embedded server`);
  const find = foreign(from ?? '', foreignField ?? '', takenOf(as ?? '', next));
  const localParts = (localField ?? '').split('.');
  const target = (as ?? '').split('.');
  return (rows) =>
    mapRows(rows, (row) => {
      const values: Value[] = [];
      visitPath(row, localParts, true, (value) => {
        if (!Array.isArray(value)) values.push(value ?? null);
        return false;
      });
      if (target.length === 1) return changeRow(row, new Map([[as ?? '', find(values)]]));
      const result = changeAt(wholeDocument(row), target, () => find(values), true);
      return isDocument(result) ? result : row;
    });
};

/** The stages by name; every other one is refused. */
export const STAGES = new Map<string, StageCompiler>(
  Object.entries({
    $match: match,
    $project: project,
    $addFields: addFields,
    $set: addFields,
    $unset: unset,
    $group: group,
    $sort: sort,
    $limit: limit,
    $skip: skip,
    $count: count,
    $unwind: unwind,
    $replaceRoot: replaceRoot,
    $replaceWith: replaceWith,
    $lookup: lookup,
  }),
);
