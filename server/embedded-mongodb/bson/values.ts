import { Binary, BSONRegExp, Decimal128, Int32, type MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/**
 * BSON in memory. The four number types stay apart: a JavaScript number is a BSON double, a bigint is an int64,
 * Int32 and Decimal128 are their own classes. Documents are Maps, which keep the order of any field name.
 * `undefined` always means "no such field"; it is never stored.
 */
export type Document = Map<string, Value>;
export type NumberValue = number | bigint | Int32 | Decimal128;
export type Value =
  | null
  | boolean
  | string
  | NumberValue
  | Date
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | MinKey
  | MaxKey
  | Value[]
  | Document;

/** Something whose fields can be read: a decoded Document, or a stored one that decodes only what is asked for. */
export interface DocumentReader {
  get(name: string): Value | undefined;
}

/**
 * BSON's comparison order of types. The numbers are the first byte of an encoded key; they leave gaps so that a
 * position before or after a whole type can be written as a byte that no key has.
 */
export const TypeOrder = {
  minKey: 0x08,
  emptyArray: 0x0c,
  null: 0x10,
  number: 0x14,
  string: 0x18,
  object: 0x1c,
  array: 0x20,
  binary: 0x24,
  objectId: 0x28,
  boolean: 0x2c,
  date: 0x30,
  timestamp: 0x34,
  regex: 0x38,
  maxKey: 0x7c,
} as const;
export type TypeOrder = (typeof TypeOrder)[keyof typeof TypeOrder];

/** The place of a value's type in the comparison order; a missing value ranks as null. */
export function typeOrder(value: Value | undefined): TypeOrder {
  if (value === undefined || value === null) return TypeOrder.null;
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return TypeOrder.number;
    case 'string':
      return TypeOrder.string;
    case 'boolean':
      return TypeOrder.boolean;
    default:
      return objectTypeOrder(value);
  }
}

function objectTypeOrder(value: Exclude<Value, null | boolean | string | number | bigint>): TypeOrder {
  if (value instanceof Map) return TypeOrder.object;
  if (Array.isArray(value)) return TypeOrder.array;
  if (value instanceof Int32 || value instanceof Decimal128) return TypeOrder.number;
  if (value instanceof Date) return TypeOrder.date;
  if (value instanceof ObjectId) return TypeOrder.objectId;
  if (value instanceof Binary) return TypeOrder.binary;
  if (value instanceof Timestamp) return TypeOrder.timestamp;
  if (value instanceof BSONRegExp) return TypeOrder.regex;
  return value instanceof MinKey ? TypeOrder.minKey : TypeOrder.maxKey;
}

export function isDocument(value: Value | undefined): value is Document {
  return value instanceof Map;
}

export function isNumber(value: Value | undefined): value is NumberValue {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Int32 ||
    value instanceof Decimal128
  );
}

/** A number as a double; loses precision beyond 2^53 and beyond 17 decimal digits. */
export function toDouble(value: NumberValue): number {
  if (typeof value === 'number') return value;
  if (value instanceof Int32) return value.value;
  return typeof value === 'bigint' ? Number(value) : Number(value.toString());
}

/** BSON truth, as `find` projections and `$cond` use it: false, null, missing and any zero are false. */
export function isTruthy(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  return isNumber(value) ? toDouble(value) !== 0 : true;
}

export function int(value: number): Int32 {
  return new Int32(value);
}

/** A document from literal fields; those that are undefined are left out. */
export function document(fields: Record<string, Value | undefined>): Document {
  const result: Document = new Map();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) result.set(name, value);
  return result;
}

const TYPE_CODES = new Map<string, number>(
  Object.entries({
    double: 1,
    string: 2,
    object: 3,
    array: 4,
    binData: 5,
    objectId: 7,
    bool: 8,
    date: 9,
    null: 10,
    regex: 11,
    int: 16,
    timestamp: 17,
    long: 18,
    decimal: 19,
    minKey: -1,
    maxKey: 127,
  }),
);

/** BSON type codes by the aliases that `$type` takes; undefined for an alias unknown here. */
export function typeCodeOfAlias(alias: string): number | undefined {
  return TYPE_CODES.get(alias);
}

/** The alias of a value's BSON type, e.g. 'int' or 'objectId'; 'missing' when there is no value. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  switch (typeOrder(value)) {
    case TypeOrder.number:
      if (typeof value === 'number') return 'double';
      if (typeof value === 'bigint') return 'long';
      return value instanceof Int32 ? 'int' : 'decimal';
    case TypeOrder.minKey:
      return 'minKey';
    case TypeOrder.null:
      return 'null';
    case TypeOrder.string:
      return 'string';
    case TypeOrder.object:
      return 'object';
    case TypeOrder.array:
      return 'array';
    case TypeOrder.binary:
      return 'binData';
    case TypeOrder.objectId:
      return 'objectId';
    case TypeOrder.boolean:
      return 'bool';
    case TypeOrder.date:
      return 'date';
    case TypeOrder.timestamp:
      return 'timestamp';
    case TypeOrder.regex:
      return 'regex';
    default:
      return 'maxKey';
  }
}

/** A value as MongoDB's shell would print it, for error messages. */
export function show(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Binary) return `BinData(${value.sub_type}, ${value.toString('hex').toUpperCase()})`;
  if (value instanceof BSONRegExp) return `/${value.pattern}/${value.options}`;
  if (value instanceof Timestamp) return `Timestamp(${value.t}, ${value.i})`;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(show).join(', ')} ]`;
  if (isDocument(value)) {
    if (value.size === 0) return '{}';
    return `{ ${[...value].map(([name, field]) => `${name}: ${show(field)}`).join(', ')} }`;
  }
  if (isNumber(value)) return value.toString();
  return typeof value === 'boolean' ? String(value) : typeName(value);
}
