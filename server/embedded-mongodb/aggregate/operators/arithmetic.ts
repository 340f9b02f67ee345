import { calculate, doubleOf, integerValue } from '../../bson/arithmetic.ts';
import { compare } from '../../bson/compare.ts';
import { type NumberValue, type Value, int, isNumber, toDouble, typeName } from '../../bson/values.ts';
import { fail } from '../../errors.ts';
import type { OperatorCompiler, OperatorTable } from '../evaluation.ts';
import { ANY, ONE, type Operand, TWO, integerArgument, isMissing, positional } from './arguments.ts';

function numberArgument(value: Operand, operator: string): NumberValue {
  if (!isNumber(value)) fail(28765, `${operator} only supports numeric types, not ${typeName(value)}`);
  return value;
}

/** `$add` moves a date by milliseconds when one of the values is a date. */
function add(values: Operand[], operator: string): Operand {
  if (values.some(isMissing)) return null;
  const date = values.find((value) => value instanceof Date);
  const numbers = values.filter((value) => value !== date).map((value) => numberArgument(value, operator));
  const sum = numbers.reduce((total, value) => calculate('+', total, value), int(0));
  return date ? new Date(date.getTime() + Math.round(doubleOf(sum))) : sum;
}

function subtract([a, b]: Operand[], operator: string): Operand {
  if (isMissing(a) || isMissing(b)) return null;
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date) return new Date(a.getTime() - Math.round(doubleOf(numberArgument(b, operator))));
  return calculate('-', numberArgument(a, operator), numberArgument(b, operator));
}

function divide([a, b]: Operand[], operator: string): Operand {
  if (isMissing(a) || isMissing(b)) return null;
  const divisor = doubleOf(numberArgument(b, operator));
  if (divisor === 0) fail(16608, "can't $divide by zero");
  return doubleOf(numberArgument(a, operator)) / divisor;
}

function remainder([a, b]: Operand[], operator: string): Operand {
  if (isMissing(a) || isMissing(b)) return null;
  const [x, y] = [numberArgument(a, operator), numberArgument(b, operator)];
  if (doubleOf(y) === 0) fail(16610, "can't $mod by zero");
  if (typeof x === 'number' || typeof y === 'number') return doubleOf(x) % doubleOf(y);
  return integerLike(BigInt(x.toString()) % BigInt(y.toString()), x, y);
}

/** A whole result as int, or as long when one of the operands is a long. */
function integerLike(value: bigint, ...operands: NumberValue[]): NumberValue {
  return operands.some((operand) => typeof operand === 'bigint') ? value : integerValue(value);
}

/** A function of a double that leaves whole numbers of integer types as they are. */
const rounding = (apply: (value: number) => number): OperatorCompiler =>
  positional(ONE, ([value], name) => {
    if (isMissing(value)) return null;
    const number = numberArgument(value, name);
    return typeof number === 'number' ? apply(doubleOf(number)) : (doubleOf(number), number);
  });

const halfToEven = (value: number): number => {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
};

/** `$round` and `$trunc` to a number of decimal places, or of zeros when that is negative. */
const toPlaces = (apply: (value: number) => number): OperatorCompiler =>
  positional({ least: 1, most: 2 }, ([value, places], name) => {
    if (isMissing(value)) return null;
    const digits = places === undefined ? 0 : integerArgument(places, name);
    if (digits < -20 || digits > 100) fail(51083, `cannot apply ${name} with precision value ${digits}`);
    const number = numberArgument(value, name);
    if (typeof number !== 'number') {
      doubleOf(number);
      if (digits >= 0) return number;
    }
    const double = toDouble(number);
    // shifting by the exponent of the decimal text avoids 1.005 * 100 = 100.49999999999999
    const shifted = apply(Number(shiftDecimal(double, digits)));
    const result = Number(shiftDecimal(shifted, -digits));
    return typeof number === 'number' ? result : integerLike(BigInt(result), number);
  });

function shiftDecimal(value: number, digits: number): string {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return `${mantissa}e${Number(exponent) + digits}`;
}

/** The numbers among the arguments; a single array argument stands for its elements. */
const flatten = (values: Operand[]): Operand[] => {
  const [only] = values;
  return values.length === 1 && Array.isArray(only) ? only : values;
};

export function sum(values: Iterable<Operand>): NumberValue {
  let total: NumberValue = int(0);
  for (const value of values) if (isNumber(value)) total = calculate('+', total, value);
  return total;
}

/** The mean of the numbers among the values; null when there is none. */
export function average(values: Iterable<Operand>): Value {
  let total: NumberValue = int(0);
  let count = 0;
  for (const value of values) {
    if (!isNumber(value)) continue;
    total = calculate('+', total, value);
    count++;
  }
  return count === 0 ? null : doubleOf(total) / count;
}

/** The smallest (direction -1) or largest (1) value that is neither null nor missing; null when there is none. */
export function extreme(values: Iterable<Operand>, direction: 1 | -1): Value {
  let best: Value = null;
  for (const value of values)
    if (!isMissing(value) && (best === null || compare(value, best) * direction > 0)) best = value;
  return best;
}

const unary = (apply: (value: number) => number): OperatorCompiler =>
  positional(ONE, ([value], name) =>
    isMissing(value) ? null : apply(doubleOf(numberArgument(value, name))),
  );

export const arithmeticOperators: OperatorTable = {
  $add: positional(ANY, add),
  $subtract: positional(TWO, subtract),
  $multiply: positional(ANY, (values, name) =>
    values.some(isMissing)
      ? null
      : values
          .map((value) => numberArgument(value, name))
          .reduce<NumberValue>((a, b) => calculate('*', a, b), int(1)),
  ),
  $divide: positional(TWO, divide),
  $mod: positional(TWO, remainder),
  $abs: positional(ONE, ([value], name) => {
    if (isMissing(value)) return null;
    const number = numberArgument(value, name);
    return doubleOf(number) < 0 ? calculate('-', int(0), number) : number;
  }),
  $ceil: rounding(Math.ceil),
  $floor: rounding(Math.floor),
  $round: toPlaces(halfToEven),
  $trunc: toPlaces(Math.trunc),
  $sqrt: unary((value) => {
    if (value < 0) fail(28714, '$sqrt only supports values that are not negative');
    return Math.sqrt(value);
  }),
  $pow: positional(TWO, ([a, b], name) =>
    isMissing(a) || isMissing(b)
      ? null
      : doubleOf(numberArgument(a, name)) ** doubleOf(numberArgument(b, name)),
  ),
  $sum: positional(ANY, (values) => sum(flatten(values))),
  $avg: positional(ANY, (values) => average(flatten(values))),
  $min: positional(ANY, (values) => extreme(flatten(values), -1)),
  $max: positional(ANY, (values) => extreme(flatten(values), 1)),
};
