import { Decimal128, Int32 } from 'bson';
import { fail } from '../errors.ts';
import { type NumberValue, toDouble } from './values.ts';

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

type Operation = '+' | '-' | '*';

function refuseDecimal(value: NumberValue): void {
  if (value instanceof Decimal128)
    fail('BadValue', 'arithmetic on Decimal128 is not supported by the embedded server');
}

const onBigInts = (operation: Operation, a: bigint, b: bigint): bigint =>
  operation === '+' ? a + b : operation === '-' ? a - b : a * b;

const onDoubles = (operation: Operation, a: number, b: number): number =>
  operation === '+' ? a + b : operation === '-' ? a - b : a * b;

/**
 * Adds, subtracts or multiplies as a MongoDB server does: ints stay ints while they fit, then become longs; a double
 * makes the result a double. A result beyond int64 is handed to `overflow`. Decimal128 is refused.
 */
function combine(
  operation: Operation,
  a: NumberValue,
  b: NumberValue,
  overflow: (exact: bigint) => NumberValue,
): NumberValue {
  refuseDecimal(a);
  refuseDecimal(b);
  if (typeof a === 'number' || typeof b === 'number') return onDoubles(operation, toDouble(a), toDouble(b));
  const exact = onBigInts(operation, BigInt(a.toString()), BigInt(b.toString()));
  if (exact < INT64_MIN || exact > INT64_MAX) return overflow(exact);
  if (a instanceof Int32 && b instanceof Int32 && BigInt.asIntN(32, exact) === exact)
    return new Int32(Number(exact));
  return exact;
}

/** Arithmetic of expressions: what leaves int64 becomes a double. */
export function calculate(operation: Operation, a: NumberValue, b: NumberValue): NumberValue {
  return combine(operation, a, b, Number);
}

/** Arithmetic of `$inc` and `$mul`: what leaves int64 is an error (code BadValue). */
export function calculateStrictly(operation: Operation, a: NumberValue, b: NumberValue): NumberValue {
  return combine(operation, a, b, () =>
    fail(
      'BadValue',
      `Failed to apply $${operation === '*' ? 'mul' : 'inc'} operations to current value: int64 overflow`,
    ),
  );
}

/** Refuses Decimal128, otherwise the number as a double; for the functions that have no exact integer form. */
export function doubleOf(value: NumberValue): number {
  refuseDecimal(value);
  return toDouble(value);
}

/** The smallest of int32 and int64 that holds a whole number; a double where neither does. */
export function integerValue(value: bigint): NumberValue {
  if (BigInt.asIntN(32, value) === value) return new Int32(Number(value));
  return value < INT64_MIN || value > INT64_MAX ? Number(value) : value;
}
