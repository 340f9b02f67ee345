import { BSONRegExp } from 'bson';
import type { Variables } from '../aggregate/evaluation.ts';
import { compileExpression } from '../aggregate/expression.ts';
import {
  type Document,
  type DocumentReader,
  type Value,
  isDocument,
  isTruthy,
  show,
} from '../bson/values.ts';
import { fail } from '../errors.ts';
import {
  type ValueTest,
  bitTest,
  equalTest,
  inTest,
  modTest,
  rangeTest,
  sizeTest,
  typeTest,
} from './predicates.ts';
import { isOperatorDocument, visitPath } from './paths.ts';
import { toRegExp } from './regex.ts';

/** Where array elements were matched, in the order found; the positional operator `$` takes the first that fits. */
export type ArrayPositions = { path: string; index: number }[];
export type Matcher = (document: DocumentReader, positions?: ArrayPositions) => boolean;

/** One conjunct on one path, as the planner needs it. */
export interface Condition {
  path: string;
  operator: string;
  operand: Value;
}

/** A compiled filter with what the planner may derive index bounds from. */
export interface Filter {
  matches: Matcher;
  /** Conditions that must all hold. */
  conditions: Condition[];
  /** For each `$or` that must hold, its branches. */
  alternatives: Filter[][];
}

const MATCH_ALL: Filter = { matches: () => true, conditions: [], alternatives: [] };

function both(matchers: Matcher[]): Matcher {
  const [first, second] = matchers;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (document, positions) => matchers.every((matches) => matches(document, positions));
}

function conjunction(filters: Filter[]): Filter {
  return {
    matches: both(filters.map((filter) => filter.matches)),
    conditions: filters.flatMap((filter) => filter.conditions),
    alternatives: filters.flatMap((filter) => filter.alternatives),
  };
}

const opaque = (matches: Matcher): Filter => ({ matches, conditions: [], alternatives: [] });

function anyValue(path: string, expand: boolean, test: ValueTest): Matcher {
  const parts = path.split('.');
  return (document, positions) =>
    visitPath(document, parts, expand, (value, index) => {
      if (!test(value)) return false;
      if (index !== undefined) positions?.push({ path, index });
      return true;
    });
}

const negated =
  (matches: Matcher): Matcher =>
  (document) =>
    !matches(document);

function elementMatcher(path: string, operand: Value): Matcher {
  if (!isDocument(operand)) fail('BadValue', '$elemMatch needs an Object');
  const test = elementTest(operand);
  const parts = path.split('.');
  return (document, positions) =>
    visitPath(document, parts, false, (value, index) => {
      if (!Array.isArray(value)) return false;
      const found = value.findIndex((element) => test(element));
      if (found >= 0) positions?.push({ path, index: index ?? found });
      return found >= 0;
    });
}

/** An array seen as a document, the way `$elemMatch` looks into arrays within arrays. */
function arrayReader(elements: Value[]): DocumentReader {
  return { get: (name) => elements[Number(name)] };
}

/** `$elemMatch`'s test of one element: operators apply to the element itself, anything else to its fields. */
function elementTest(operand: Document): ValueTest {
  const [first] = operand.keys();
  if (isOperatorDocument(operand) && !['$and', '$or', '$nor', '$expr'].includes(first ?? ''))
    return elementOperators(operand);
  const { matches } = compileFilter(operand);
  return (value) =>
    isDocument(value) ? matches(value) : Array.isArray(value) && matches(arrayReader(value));
}

function elementOperators(operand: Document): ValueTest {
  const { matches } = compileField('v', operand);
  return (value) => matches(new Map(value === undefined ? [] : [['v', value]]));
}

/** The test `$pull` and array filters apply to one array element. */
export function compileElement(condition: Value): ValueTest {
  if (isOperatorDocument(condition)) return elementOperators(condition);
  if (!isDocument(condition)) return equalTest(condition);
  const { matches } = compileFilter(condition);
  return (value) => isDocument(value) && matches(value);
}

function regexMatcher(path: string, operand: Value, options: Value | undefined): Matcher {
  if (options !== undefined && typeof options !== 'string') fail('BadValue', '$options has to be a string');
  if (typeof operand !== 'string' && !(operand instanceof BSONRegExp))
    fail('BadValue', '$regex has to be a string');
  const pattern = typeof operand === 'string' ? operand : operand.pattern;
  const compiled = toRegExp(pattern, options ?? (typeof operand === 'string' ? '' : operand.options));
  const same = operand instanceof BSONRegExp ? equalTest(operand) : () => false;
  return anyValue(path, true, (value) => (typeof value === 'string' ? compiled.test(value) : same(value)));
}

function allMatcher(path: string, operand: Value): Matcher {
  if (!Array.isArray(operand)) fail('BadValue', '$all needs an array');
  if (operand.length === 0) return () => false;
  return both(
    operand.map((element) => {
      const nested = isDocument(element) ? element.get('$elemMatch') : undefined;
      return nested === undefined ? anyValue(path, true, equalTest(element)) : elementMatcher(path, nested);
    }),
  );
}

function notMatcher(path: string, operand: Value): Matcher {
  if (operand instanceof BSONRegExp) return negated(regexMatcher(path, operand, undefined));
  if (!isOperatorDocument(operand)) fail('BadValue', '$not needs a regex or a document');
  return negated(compileField(path, operand).matches);
}

type OperatorCompiler = (path: string, operand: Value, all: Document) => Matcher;

const OPERATORS = new Map<string, OperatorCompiler>(
  Object.entries({
    $eq: (path, operand) => anyValue(path, true, equalTest(operand)),
    $ne: (path, operand) => {
      if (operand instanceof BSONRegExp) fail('BadValue', "Can't have regex as arg to $ne.");
      return negated(anyValue(path, true, equalTest(operand)));
    },
    $gt: (path, operand) =>
      anyValue(
        path,
        true,
        rangeTest(operand, (order) => order > 0),
      ),
    $gte: (path, operand) =>
      anyValue(
        path,
        true,
        rangeTest(operand, (order) => order >= 0),
      ),
    $lt: (path, operand) =>
      anyValue(
        path,
        true,
        rangeTest(operand, (order) => order < 0),
      ),
    $lte: (path, operand) =>
      anyValue(
        path,
        true,
        rangeTest(operand, (order) => order <= 0),
      ),
    $in: (path, operand) => anyValue(path, true, inTest(operand)),
    $nin: (path, operand) => negated(anyValue(path, true, inTest(operand))),
    $exists: (path, operand) => {
      const exists = anyValue(path, false, (value) => value !== undefined);
      return isTruthy(operand) ? exists : negated(exists);
    },
    $type: (path, operand) => anyValue(path, true, typeTest(operand)),
    $regex: (path, operand, all) => regexMatcher(path, operand, all.get('$options')),
    $options: (path, _operand, all) => {
      if (!all.has('$regex')) fail('BadValue', '$options needs a $regex');
      return () => true;
    },
    $mod: (path, operand) => anyValue(path, true, modTest(operand)),
    $size: (path, operand) => anyValue(path, false, sizeTest(operand)),
    $elemMatch: (path, operand) => elementMatcher(path, operand),
    $all: (path, operand) => allMatcher(path, operand),
    $not: (path, operand) => notMatcher(path, operand),
    $bitsAllSet: (path, operand) =>
      anyValue(
        path,
        true,
        bitTest(operand, (set, mask) => set === mask),
      ),
    $bitsAnySet: (path, operand) =>
      anyValue(
        path,
        true,
        bitTest(operand, (set) => set !== 0n),
      ),
    $bitsAllClear: (path, operand) =>
      anyValue(
        path,
        true,
        bitTest(operand, (set) => set === 0n),
      ),
    $bitsAnyClear: (path, operand) =>
      anyValue(
        path,
        true,
        bitTest(operand, (set, mask) => set !== mask),
      ),
  } satisfies Record<string, OperatorCompiler>),
);

function compileField(path: string, operand: Value): Filter {
  if (!isOperatorDocument(operand))
    return {
      matches: anyValue(path, true, equalTest(operand)),
      conditions: [{ path, operator: '$eq', operand }],
      alternatives: [],
    };
  return conjunction(
    [...operand].map(([operator, value]) => {
      const compile = OPERATORS.get(operator);
      if (compile === undefined) fail('BadValue', `unknown operator: ${operator}`);
      const condition =
        operator === '$regex' && operand.has('$options') ? [] : [{ path, operator, operand: value }];
      return { matches: compile(path, value, operand), conditions: condition, alternatives: [] };
    }),
  );
}

function branches(operator: string, operand: Value, variables?: Variables): Filter[] {
  if (!Array.isArray(operand) || operand.length === 0)
    fail('BadValue', `${operator} must be a nonempty array`);
  return operand.map((branch) =>
    isDocument(branch)
      ? compileFilter(branch, variables)
      : fail('BadValue', `${operator} entries need to be full objects`),
  );
}

function compileTopLevel(operator: string, operand: Value, variables?: Variables): Filter {
  switch (operator) {
    case '$and':
      return conjunction(branches(operator, operand, variables));
    case '$or': {
      const list = branches(operator, operand, variables);
      const [only] = list;
      if (list.length === 1 && only) return only;
      const matches: Matcher = (document, positions) =>
        list.some((branch) => branch.matches(document, positions));
      return { matches, conditions: [], alternatives: [list] };
    }
    case '$nor': {
      const list = branches(operator, operand, variables);
      return opaque((document) => !list.some((branch) => branch.matches(document)));
    }
    case '$expr': {
      const evaluate = compileExpression(operand);
      return opaque((document) => isTruthy(evaluate({ root: document, variables })));
    }
    case '$comment':
      return MATCH_ALL;
    default:
      fail(
        'BadValue',
        `unknown top level operator: ${operator}, with operand ${show(operand).slice(0, 100)}`,
      );
  }
}

/**
 * Compiles a query filter. `variables` are the command's `let`, readable in `$expr`.
 * Throws BadValue with MongoDB's wording for operators and operands it does not know.
 */
export function compileFilter(filter: Document, variables?: Variables): Filter {
  if (filter.size === 0) return MATCH_ALL;
  return conjunction(
    [...filter].map(([name, operand]) =>
      name.startsWith('$') ? compileTopLevel(name, operand, variables) : compileField(name, operand),
    ),
  );
}
