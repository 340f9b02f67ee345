import { Binary, BSONRegExp, Decimal128 } from 'bson';
import { compare, equals } from '../bson/compare.ts';
import { encodeKey } from '../bson/key.ts';
import {
  type NumberValue,
  type Value,
  TypeOrder,
  isNumber,
  toDouble,
  typeCodeOfAlias,
  typeName,
  typeOrder,
} from '../bson/values.ts';
import { fail } from '../errors.ts';
import { regexTest } from './regex.ts';

/** A test of one value found at a path; `undefined` is a missing one. */
export type ValueTest = (value: Value | undefined) => boolean;

/** `$eq`: null also equals missing, a regular expression also matches strings. */
export function equalTest(operand: Value): ValueTest {
  if (operand === null) return (value) => value === undefined || value === null;
  if (typeof operand === 'string') return (value) => value === operand;
  if (operand instanceof BSONRegExp) {
    const test = regexTest(operand);
    return (value) =>
      typeof value === 'string' ? test(value) : value instanceof BSONRegExp && equals(value, operand);
  }
  return (value) => value !== undefined && compare(value, operand) === 0;
}

/** `$gt` and its kin compare only within the operand's type; null takes part in the two that include equality. */
export function rangeTest(operand: Value, accepts: (order: number) => boolean): ValueTest {
  if (operand instanceof BSONRegExp) fail('BadValue', `Can't have RegEx as arg to predicate over field`);
  const type = typeOrder(operand);
  if (type === TypeOrder.null) return (value) => accepts(0) && (value === undefined || value === null);
  if (type === TypeOrder.minKey || type === TypeOrder.maxKey)
    return (value) => value !== undefined && accepts(compare(value, operand));
  if (isNumber(operand) && Number.isNaN(toDouble(operand)))
    return (value) => isNumber(value) && Number.isNaN(toDouble(value)) && accepts(0);
  return (value) => {
    if (value === undefined || typeOrder(value) !== type) return false;
    return !(isNumber(value) && Number.isNaN(toDouble(value))) && accepts(compare(value, operand));
  };
}

export function inTest(operand: Value): ValueTest {
  if (!Array.isArray(operand)) fail('BadValue', '$in needs an array');
  const keys = new Set<string>();
  const patterns: ValueTest[] = [];
  for (const element of operand) {
    if (element instanceof BSONRegExp) patterns.push(equalTest(element));
    else keys.add(encodeKey(element));
  }
  return (value) => keys.has(encodeKey(value ?? null)) || patterns.some((test) => test(value));
}

function typeCodes(operand: Value): (string | number)[] {
  if (typeof operand === 'string') {
    if (operand === 'number') return ['double', 'int', 'long', 'decimal'];
    if (typeCodeOfAlias(operand) === undefined) fail('BadValue', `Unknown type name alias: ${operand}`);
    return [operand];
  }
  if (isNumber(operand)) return [toDouble(operand)];
  fail('TypeMismatch', 'type must be represented as a number or a string');
}

export function typeTest(operand: Value): ValueTest {
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(typeCodes));
  return (value) => {
    if (value === undefined) return false;
    const name = typeName(value);
    return wanted.has(name) || wanted.has(typeCodeOfAlias(name) ?? 0);
  };
}

export function modTest(operand: Value): ValueTest {
  if (!Array.isArray(operand) || operand.length !== 2) fail('BadValue', 'malformed mod, needs two numbers');
  const [divisor, remainder] = operand.map((value) => (isNumber(value) ? Math.trunc(toDouble(value)) : NaN));
  if (divisor === undefined || remainder === undefined || Number.isNaN(divisor + remainder))
    fail('BadValue', 'malformed mod, divisor and remainder must be numbers');
  if (divisor === 0) fail('BadValue', 'divisor cannot be 0');
  // adding zero turns -0 into 0
  return (value) => isNumber(value) && (Math.trunc(toDouble(value)) % divisor) + 0 === remainder;
}

export function sizeTest(operand: Value): ValueTest {
  const size = isNumber(operand) ? toDouble(operand) : NaN;
  if (!Number.isInteger(size) || size < 0)
    fail('BadValue', '$size must be a whole number that is not negative');
  return (value) => Array.isArray(value) && value.length === size;
}

const bytesAsInteger = (value: Binary): bigint =>
  value.value().reduceRight((bits, byte) => (bits << 8n) | BigInt(byte), 0n);

function integerOf(value: NumberValue): bigint | undefined {
  if (value instanceof Decimal128) return undefined;
  const number = typeof value === 'bigint' ? value : toDouble(value);
  if (typeof number === 'bigint') return number;
  return Number.isInteger(number) ? BigInt(number) : undefined;
}

function bitMask(operand: Value): bigint {
  if (operand instanceof Binary) return bytesAsInteger(operand);
  if (Array.isArray(operand)) {
    return operand.reduce<bigint>((mask, position) => {
      const bit = isNumber(position) ? integerOf(position) : undefined;
      if (bit === undefined || bit < 0n || bit > 0xffffn)
        fail('BadValue', 'bit positions must be whole numbers, 0 or more');
      return mask | (1n << bit);
    }, 0n);
  }
  const mask = isNumber(operand) ? integerOf(operand) : undefined;
  if (mask === undefined || mask < 0n)
    fail('BadValue', 'a bit mask must be a whole number that is not negative');
  return mask;
}

/** `$bitsAllSet` and its kin; `accepts` gets the bits of the mask that are set in the value, and the mask. */
export function bitTest(operand: Value, accepts: (set: bigint, mask: bigint) => boolean): ValueTest {
  const mask = bitMask(operand);
  return (value) => {
    if (value instanceof Binary) return accepts(bytesAsInteger(value) & mask, mask);
    const bits = isNumber(value) ? integerOf(value) : undefined;
    return bits !== undefined && accepts(bits & mask, mask);
  };
}
