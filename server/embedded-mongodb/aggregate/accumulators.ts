import { encodeKey } from '../bson/key.ts';
import { type Value, int, isDocument } from '../bson/values.ts';
import { fail } from '../errors.ts';
import type { Evaluate, Scope } from './evaluation.ts';
import { compileExpression } from './expression.ts';
import { average, extreme, sum } from './operators/arithmetic.ts';
import { unique } from './operators/arrays.ts';

type Operand = Value | undefined;

/** How the values of one group become one value. Folding accumulators keep no more than they need. */
type Accumulator = { start: () => State };
interface State {
  add(value: Operand): void;
  result(): Value;
}

const folding = (
  fold: (total: Value | undefined, value: Operand) => Value | undefined,
  start: Value | undefined,
): Accumulator => ({
  start: () => {
    let total = start;
    return { add: (value) => (total = fold(total, value)), result: () => total ?? null };
  },
});

const collecting = (finish: (values: Operand[]) => Value): Accumulator => ({
  start: () => {
    const values: Operand[] = [];
    return { add: (value) => values.push(value), result: () => finish(values) };
  },
});

const present = (values: Operand[]): Value[] => values.filter((value) => value !== undefined);

const setOfValues: Accumulator = {
  start: () => {
    const values = new Map<string, Value>();
    return {
      add: (value) => {
        if (value !== undefined) values.set(encodeKey(value), value);
      },
      result: () => unique(values.values()),
    };
  },
};

const ACCUMULATORS = new Map<string, Accumulator>(
  Object.entries({
    $sum: folding((total, value) => sum([total, value]), int(0)),
    $count: folding((total) => sum([total, int(1)]), int(0)),
    $avg: collecting(average),
    $min: folding((best, value) => extreme([best, value], -1), null),
    $max: folding((best, value) => extreme([best, value], 1), null),
    $first: folding((first, value) => (first === undefined ? (value ?? null) : first), undefined),
    $last: folding((_last, value) => value ?? null, null),
    $push: collecting(present),
    $addToSet: setOfValues,
  }),
);

export interface GroupField {
  name: string;
  evaluate: Evaluate;
  start: () => State;
}

/** Compiles the accumulated fields of a `$group`. Throws MongoDB's codes for anything but one known accumulator each. */
export function compileGroupField(name: string, spec: Value): GroupField {
  if (name.includes('.')) fail(40235, `The field name '${name}' cannot contain '.'`);
  const [entry] = isDocument(spec) ? spec : [];
  if (!entry?.[0].startsWith('$')) fail(40234, `The field '${name}' must be an accumulator object`);
  if (isDocument(spec) && spec.size !== 1) fail(40238, `The field '${name}' must specify one accumulator`);
  const [operator, operand] = entry;
  const accumulator = ACCUMULATORS.get(operator);
  if (!accumulator) fail(15952, `unknown group operator '${operator}'`);
  if (operator === '$count' && !(isDocument(operand) && operand.size === 0))
    fail('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
  return {
    name,
    evaluate: operator === '$count' ? () => null : compileExpression(operand),
    start: accumulator.start,
  };
}

/** Groups of rows by the key of their `_id` expression, in the order of their first row. */
export function groupRows(
  scopes: Iterable<Scope>,
  id: Evaluate,
  fields: readonly GroupField[],
): Map<string, Value>[] {
  const groups = new Map<string, { id: Value; states: State[] }>();
  for (const scope of scopes) {
    const value = id(scope) ?? null;
    const key = encodeKey(value);
    let group = groups.get(key);
    if (!group) {
      group = { id: value, states: fields.map((field) => field.start()) };
      groups.set(key, group);
    }
    for (const [i, field] of fields.entries()) group.states[i]?.add(field.evaluate(scope));
  }
  return [...groups.values()].map(
    (group) =>
      new Map([
        ['_id', group.id],
        ...fields.map(({ name }, i) => [name, group.states[i]?.result() ?? null] as const),
      ]),
  );
}
