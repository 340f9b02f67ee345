import { encodeKey } from '../../bson/key.ts';
import {
  type Document,
  type Value,
  int,
  isDocument,
  isNumber,
  isTruthy,
  show,
  typeName,
} from '../../bson/values.ts';
import { fail } from '../../errors.ts';
import { parseSort, sortItems } from '../../query/sort.ts';
import type { OperatorCompiler, OperatorTable } from '../evaluation.ts';
import {
  ANY,
  ONE,
  type Operand,
  TWO,
  integerArgument,
  isMissing,
  namedArguments,
  positional,
} from './arguments.ts';
import { withVariables } from './logic.ts';

function arrayArgument(value: Operand, operator: string): Value[] {
  if (!Array.isArray(value))
    fail(28689, `The argument to ${operator} must be an array, but was of type: ${typeName(value)}`);
  return value;
}

function variableName(value: Value | undefined, operator: string, preset: string): string {
  if (value === undefined) return preset;
  if (typeof value !== 'string' || !/^[a-z]\w*$/.test(value))
    fail('FailedToParse', `${operator}: '${show(value)}' is no variable name`);
  return value;
}

const filter: OperatorCompiler = (operand, compile) => {
  const { raw, input, cond, limit } = namedArguments(
    '$filter',
    operand,
    ['input', 'cond'],
    ['as', 'limit'],
    compile,
  );
  const name = variableName(raw.get('as'), '$filter', 'this');
  return (scope) => {
    const list = input?.(scope);
    if (isMissing(list)) return null;
    const most = limit ? integerArgument(limit(scope), '$filter limit') : Infinity;
    const result: Value[] = [];
    for (const element of arrayArgument(list, '$filter')) {
      if (result.length >= most) break;
      if (isTruthy(cond?.(withVariables(scope, [[name, element]])))) result.push(element);
    }
    return result;
  };
};

const map: OperatorCompiler = (operand, compile) => {
  const { raw, input, in: body } = namedArguments('$map', operand, ['input', 'in'], ['as'], compile);
  const name = variableName(raw.get('as'), '$map', 'this');
  return (scope) => {
    const list = input?.(scope);
    if (isMissing(list)) return null;
    return arrayArgument(list, '$map').map(
      (element) => body?.(withVariables(scope, [[name, element]])) ?? null,
    );
  };
};

const reduce: OperatorCompiler = (operand, compile) => {
  const names = ['input', 'initialValue', 'in'] as const;
  const { input, initialValue, in: body } = namedArguments('$reduce', operand, names, [], compile);
  return (scope) => {
    const list = input?.(scope);
    if (isMissing(list)) return null;
    let result = initialValue?.(scope);
    for (const element of arrayArgument(list, '$reduce'))
      result = body?.(
        withVariables(scope, [
          ['value', result],
          ['this', element],
        ]),
      );
    return result;
  };
};

const sortArray: OperatorCompiler = (operand, compile) => {
  const { raw, input } = namedArguments('$sortArray', operand, ['input', 'sortBy'], [], compile);
  const order = raw.get('sortBy') ?? null;
  // a direction sorts the elements themselves, a document sorts by their fields
  const sort = isDocument(order)
    ? parseSort(order).map(({ path, direction }) => ({ path: `v.${path}`, direction }))
    : parseSort(new Map([['v', order]]));
  return (scope) => {
    const list = input?.(scope);
    if (isMissing(list)) return null;
    return sortItems(arrayArgument(list, '$sortArray'), sort, (element) => new Map([['v', element]]));
  };
};

function slice([list, first, second]: Operand[], name: string): Operand {
  if (isMissing(list) || isMissing(first)) return null;
  const array = arrayArgument(list, name);
  const position = integerArgument(first, name);
  if (second === undefined) return position < 0 ? array.slice(position) : array.slice(0, position);
  const count = integerArgument(second, name);
  if (count <= 0) fail(28729, `Third argument to ${name} must be positive: ${count}`);
  const start = position < 0 ? Math.max(0, array.length + position) : position;
  return array.slice(start, start + count);
}

/** Elements without duplicates, in the order of their first occurrence. */
export function unique(values: Iterable<Value>): Value[] {
  const byKey = new Map<string, Value>();
  for (const value of values) {
    const key = encodeKey(value);
    if (!byKey.has(key)) byKey.set(key, value);
  }
  return [...byKey.values()];
}

const setOperation = (apply: (sets: Value[][]) => Value): OperatorCompiler =>
  positional(ANY, (values, name) =>
    values.some(isMissing) ? null : apply(values.map((value) => arrayArgument(value, name))),
  );

const keysOf = (values: Value[]): Set<string> => new Set(values.map(encodeKey));

function mergeObjects(values: Operand[]): Document {
  const [only] = values;
  const result: Document = new Map();
  for (const value of values.length === 1 && Array.isArray(only) ? only : values) {
    if (isMissing(value)) continue;
    if (!isDocument(value))
      fail(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`);
    for (const [name, field] of value) result.set(name, field);
  }
  return result;
}

function arrayToObject([list]: Operand[], name: string): Operand {
  if (isMissing(list)) return null;
  const result: Document = new Map();
  for (const entry of arrayArgument(list, name)) {
    const [key, value] = Array.isArray(entry)
      ? entry
      : isDocument(entry)
        ? [entry.get('k'), entry.get('v')]
        : [];
    if (typeof key !== 'string' || value === undefined)
      fail(40386, '$arrayToObject requires pairs or documents of k and v');
    result.set(key, value);
  }
  return result;
}

const elementAt = ([list, index]: Operand[], name: string): Operand =>
  isMissing(list) || isMissing(index) ? null : arrayArgument(list, name).at(integerArgument(index, name));

export const arrayOperators: OperatorTable = {
  $size: positional(ONE, ([value], name) => int(arrayArgument(value, name).length)),
  $isArray: positional(ONE, ([value]) => Array.isArray(value)),
  $in: positional(TWO, ([value, list], name) => {
    if (!Array.isArray(list))
      fail(40081, `${name} requires an array as a second argument, found: ${typeName(list)}`);
    return value !== undefined && keysOf(list).has(encodeKey(value));
  }),
  $arrayElemAt: positional(TWO, elementAt),
  $first: positional(ONE, ([value], name) => elementAt([value, int(0)], name)),
  $last: positional(ONE, ([value], name) => elementAt([value, int(-1)], name)),
  $filter: filter,
  $map: map,
  $reduce: reduce,
  $slice: positional({ least: 2, most: 3 }, slice),
  $sortArray: sortArray,
  $reverseArray: positional(ONE, ([value], name) =>
    isMissing(value) ? null : arrayArgument(value, name).toReversed(),
  ),
  $concatArrays: positional(ANY, (values, name) =>
    values.some(isMissing) ? null : values.flatMap((value) => arrayArgument(value, name)),
  ),
  $setUnion: setOperation((sets) => unique(sets.flat())),
  $setIntersection: setOperation(([first = [], ...rest]) => {
    const others = rest.map(keysOf);
    return unique(first.filter((value) => others.every((keys) => keys.has(encodeKey(value)))));
  }),
  $setDifference: setOperation(([first = [], second = []]) => {
    const taken = keysOf(second);
    return unique(first.filter((value) => !taken.has(encodeKey(value))));
  }),
  $mergeObjects: positional(ANY, mergeObjects),
  $objectToArray: positional(ONE, ([value], name) => {
    if (isMissing(value)) return null;
    if (!isDocument(value)) fail(40390, `${name} requires a document input, found: ${typeName(value)}`);
    return [...value].map(
      ([k, v]) =>
        new Map<string, Value>([
          ['k', k],
          ['v', v],
        ]),
    );
  }),
  $arrayToObject: positional(ONE, arrayToObject),
  $range: positional({ least: 2, most: 3 }, ([from, to, by], name) => {
    const [start, end] = [integerArgument(from, name), integerArgument(to, name)];
    const step = isNumber(by) ? integerArgument(by, name) : 1;
    if (step === 0) fail(34449, '$range requires a non-zero step value');
    const count = Math.max(0, Math.ceil((end - start) / step));
    if (count > 1_000_000) fail('ExceededMemoryLimit', '$range would make more than 1,000,000 numbers');
    return Array.from({ length: count }, (_, i) => int(start + i * step));
  }),
};
