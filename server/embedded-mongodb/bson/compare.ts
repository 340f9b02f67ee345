import { Binary, BSONRegExp, Int32, ObjectId, Timestamp } from 'bson';
import { encodeKey, encodeNumber } from './key.ts';
import { type NumberValue, type Value, isNumber, typeOrder } from './values.ts';

const order = <T extends number | string | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const SURROGATE = /[\ud800-\udfff]/;

/** Strings by their UTF-8 bytes; JavaScript's order differs only where surrogates are involved. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return SURROGATE.test(a) || SURROGATE.test(b)
    ? Buffer.compare(Buffer.from(a), Buffer.from(b))
    : order(a, b);
}

function compareNumbers(a: NumberValue, b: NumberValue): number {
  const x = a instanceof Int32 ? a.value : a;
  const y = b instanceof Int32 ? b.value : b;
  if (typeof x === 'number' && typeof y === 'number') {
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
    return order(x, y);
  }
  if (typeof x === 'bigint' && typeof y === 'bigint') return order(x, y);
  return order(encodeNumber(x), encodeNumber(y));
}

function compareMaps(a: Map<string, Value>, b: Map<string, Value>): number {
  const others = b.entries();
  for (const [name, value] of a) {
    const next = others.next();
    if (next.done) return 1;
    const [otherName, otherValue] = next.value;
    const result =
      order(typeOrder(value), typeOrder(otherValue)) ||
      compareText(name, otherName) ||
      compare(value, otherValue);
    if (result !== 0) return result;
  }
  return a.size < b.size ? -1 : 0;
}

function compareArrays(a: Value[], b: Value[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const result = compare(a[i], b[i]);
    if (result !== 0) return result;
  }
  return order(a.length, b.length);
}

/** BSON's order of two values (negative, zero, positive); a missing value ranks as null. */
export function compare(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  const types = order<number>(typeOrder(a), typeOrder(b));
  if (types !== 0 || a === undefined || b === undefined || a === null || b === null) return types;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (a instanceof Date && b instanceof Date) return order(a.getTime(), b.getTime());
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (a instanceof Map && b instanceof Map) return compareMaps(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return order(Number(a), Number(b));
  return compareRare(a, b);
}

function compareRare(a: Value, b: Value): number {
  if (a instanceof Binary && b instanceof Binary) {
    const lengths = order(a.length(), b.length()) || order(a.sub_type, b.sub_type);
    return lengths || Buffer.compare(a.value(), b.value());
  }
  if (a instanceof Timestamp && b instanceof Timestamp) return order(a.t, b.t) || order(a.i, b.i);
  if (a instanceof BSONRegExp && b instanceof BSONRegExp)
    return compareText(a.pattern, b.pattern) || compareText(a.options, b.options);
  return order(encodeKey(a), encodeKey(b));
}

/** Equality of values as queries see it: numbers of different types can be equal, null equals missing. */
export function equals(a: Value | undefined, b: Value | undefined): boolean {
  return compare(a, b) === 0;
}
