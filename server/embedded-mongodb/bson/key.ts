import { Binary, BSONRegExp, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { type NumberValue, type Value, TypeOrder, typeOrder } from './values.ts';

/**
 * Keys whose byte order is BSON's comparison order. A key is a latin1 string, one character per byte, because V8
 * compares those fast and stores them in one byte each. No key is a prefix of another, so keys of several fields
 * can be written one after the other. The same idea as MongoDB's KeyString.
 */
const scratch = Buffer.alloc(8);

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Every byte flipped: turns ascending into descending order. */
export function invertKey(key: string): string {
  const bytes = Buffer.from(key, 'latin1');
  for (let i = 0; i < bytes.length; i++) bytes[i] = 255 - (bytes[i] ?? 0);
  return bytes.toString('latin1');
}

/** IEEE 754 bits in numeric order: NaN first, as BSON orders it. */
function orderedDouble(value: number): string {
  if (Number.isNaN(value)) return '\0\0\0\0\0\0\0\0';
  scratch.writeDoubleBE(value === 0 ? 0 : value);
  const first = scratch[0] ?? 0;
  if (first & 0x80) for (let i = 0; i < 8; i++) scratch[i] = 255 - (scratch[i] ?? 0);
  else scratch[0] = first | 0x80;
  return scratch.toString('latin1');
}

interface DecimalParts {
  negative: boolean;
  /** The value is 0.digits × 10^exponent. */
  exponent: number;
  /** Without leading and trailing zeros; empty for zero. */
  digits: string;
}

function decimalParts(text: string): DecimalParts {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const negative = mantissa.startsWith('-');
  const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.');
  const all = whole + fraction;
  const leading = /^0*/.exec(all)?.[0].length ?? 0;
  return {
    negative,
    exponent: Number(power) + whole.length - leading,
    digits: all.slice(leading).replace(/0+$/, ''),
  };
}

/** The decimal expansion of a finite double, rounded to the 34 digits a Decimal128 can hold. */
const doubleParts = (value: number): DecimalParts => decimalParts(value.toPrecision(34));

const partsKey = (parts: DecimalParts): string => {
  const exponent = parts.exponent + 0x4000;
  const key = `${String.fromCharCode(exponent >> 8, exponent & 0xff)}${parts.digits}\0`;
  return parts.negative ? invertKey(key) : key;
};

const EXACT = '\x80';

/** What follows the nearest double when the number is not exactly that double. */
function remainder(value: bigint | Decimal128, nearest: number): string {
  if (typeof value === 'bigint' && BigInt(nearest) === value) return EXACT;
  const parts = decimalParts(value.toString());
  const own = partsKey(parts);
  if (!Number.isFinite(nearest)) return (parts.negative ? '\xc0' : '\x40') + own;
  const near = doubleParts(nearest);
  if (parts.digits === near.digits && (parts.digits === '' || parts.exponent === near.exponent)) return EXACT;
  // beside zero only the sign tells the direction
  if (nearest === 0) return (parts.negative ? '\x40' : '\xc0') + own;
  return (own < partsKey(near) ? '\x40' : '\xc0') + own;
}

/** The key of a number without its type byte; equal for numbers that are equal across types. */
export function encodeNumber(value: NumberValue): string {
  if (typeof value === 'number') return orderedDouble(value) + EXACT;
  if (value instanceof Int32) return orderedDouble(value.value) + EXACT;
  const nearest = Number(value.toString());
  const text = value instanceof Decimal128 ? value.toString() : '';
  if (Number.isNaN(nearest) || text.endsWith('Infinity')) return orderedDouble(nearest) + EXACT;
  return orderedDouble(nearest) + remainder(value, nearest);
}

// oxlint-disable-next-line no-control-regex -- these characters are their own UTF-8 bytes and need no escape
const PLAIN_TEXT = /^[\x01-\x7f]*$/;

/** UTF-8 bytes with a zero written as 00 FF, ended by 00 00. */
function encodeText(text: string): string {
  if (PLAIN_TEXT.test(text)) return `${text}\0\0`;
  return `${Buffer.from(text, 'utf8').toString('latin1').replaceAll('\0', '\0\xff')}\0\0`;
}

function encodeDate(date: Date): string {
  scratch.writeBigInt64BE(BigInt(date.getTime()));
  scratch[0] = (scratch[0] ?? 0) ^ 0x80;
  return scratch.toString('latin1');
}

function encodeBinary(value: Binary): string {
  const bytes = value.value();
  scratch.writeUInt32BE(bytes.length);
  return scratch.toString('latin1', 0, 4) + String.fromCharCode(value.sub_type) + latin1(bytes);
}

function encodeTimestamp(value: Timestamp): string {
  scratch.writeUInt32BE(value.t >>> 0);
  scratch.writeUInt32BE(value.i >>> 0, 4);
  return scratch.toString('latin1');
}

/** A value without its type byte. */
function encodePayload(value: Value): string {
  if (value === null || value instanceof MinKey || value instanceof MaxKey) return '';
  if (typeof value === 'string') return encodeText(value);
  if (typeof value === 'boolean') return value ? '\x01' : '\0';
  if (value instanceof Date) return encodeDate(value);
  if (value instanceof ObjectId) return latin1(value.id);
  if (value instanceof Binary) return encodeBinary(value);
  if (value instanceof Timestamp) return encodeTimestamp(value);
  if (value instanceof BSONRegExp) return encodeText(value.pattern) + encodeText(value.options);
  if (Array.isArray(value)) return `${value.map(encodeKey).join('')}\0`;
  if (value instanceof Map) {
    // BSON compares fields by type, then name, then value
    let key = '';
    for (const [name, field] of value)
      key += String.fromCharCode(typeOrder(field)) + encodeText(name) + encodePayload(field);
    return `${key}\0`;
  }
  return encodeNumber(value);
}

/** The order-preserving key of a value: `encodeKey(a) < encodeKey(b)` exactly when `compare(a, b) < 0`. */
export function encodeKey(value: Value): string {
  return String.fromCharCode(typeOrder(value)) + encodePayload(value);
}

/** The key under which an index and a sort place an array without elements: before null. */
export const EMPTY_ARRAY_KEY = String.fromCharCode(TypeOrder.emptyArray);
/** The key of null, which also stands for a missing field. */
export const NULL_KEY = String.fromCharCode(TypeOrder.null);
