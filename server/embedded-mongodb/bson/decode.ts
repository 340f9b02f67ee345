import { Binary, BSONRegExp, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { fail } from '../errors.ts';
import type { Document, Value } from './values.ts';

/** MongoDB's limit for nested documents and arrays. */
const MAX_DEPTH = 180;
const MAX_DATE = 8_640_000_000_000_000n;

/** The deprecated types a driver never writes by itself; they are refused by name. */
const REFUSED_TYPES = new Map([
  [0x06, 'undefined'],
  [0x0c, 'dbPointer'],
  [0x0d, 'javascript'],
  [0x0e, 'symbol'],
  [0x0f, 'javascriptWithScope'],
]);

/** Sizes in bytes of the values whose type has one size. */
const FIXED_SIZES: readonly (number | undefined)[] = fixedSizes();

function fixedSizes(): (number | undefined)[] {
  const sizes = Array.from<number | undefined>({ length: 256 });
  for (const [type, size] of [
    [0x01, 8],
    [0x07, 12],
    [0x08, 1],
    [0x09, 8],
    [0x0a, 0],
    [0x10, 4],
    [0x11, 8],
    [0x12, 8],
    [0x13, 16],
    [0x7f, 0],
    [0xff, 0],
  ] as const)
    sizes[type] = size;
  return sizes;
}

function corrupt(reason: string): never {
  fail('InvalidBSON', `invalid BSON: ${reason}`);
}

/** Index of the zero byte that ends a name. */
function endOfName(bytes: Buffer, start: number, limit: number): number {
  let end = start;
  while (end < limit && bytes[end] !== 0) end++;
  if (end >= limit) corrupt('a name does not end');
  return end;
}

/** Length in bytes of the value of `type` at `offset`, without decoding it. */
function sizeOf(bytes: Buffer, type: number, offset: number, limit: number): number {
  const fixed = FIXED_SIZES[type];
  if (fixed !== undefined) return fixed;
  if (type === 0x0b) {
    const pattern = endOfName(bytes, offset, limit);
    return endOfName(bytes, pattern + 1, limit) + 1 - offset;
  }
  if (type !== 0x02 && type !== 0x03 && type !== 0x04 && type !== 0x05) {
    const name = REFUSED_TYPES.get(type);
    if (name !== undefined) fail('InvalidBSON', `BSON type '${name}' is deprecated and not supported`);
    corrupt(`unknown type 0x${type.toString(16)}`);
  }
  if (offset + 4 > limit) corrupt('a length is cut off');
  const length = bytes.readInt32LE(offset);
  if (type === 0x02) return length < 1 ? corrupt('a string has no length') : 4 + length;
  if (type === 0x05) return length < 0 ? corrupt('a binary has a negative length') : 5 + length;
  return length < 5 ? corrupt('a document is shorter than 5 bytes') : length;
}

/** Checks the length in a document's head and its closing zero, and returns the position of that zero. */
function endOfDocument(bytes: Buffer, start: number, limit: number): number {
  if (start + 5 > limit) corrupt('a document is cut off');
  const length = bytes.readInt32LE(start);
  if (length < 5 || start + length > limit) corrupt(`a document claims ${length} bytes`);
  const end = start + length - 1;
  if (bytes[end] !== 0) corrupt('a document does not end with zero');
  return end;
}

function decodeBinary(bytes: Buffer, offset: number, size: number): Binary {
  const subType = bytes[offset + 4] ?? 0;
  return new Binary(Buffer.from(bytes.subarray(offset + 5, offset + size)), subType);
}

function decodeDate(bytes: Buffer, offset: number): Date {
  const milliseconds = bytes.readBigInt64LE(offset);
  if (milliseconds > MAX_DATE || milliseconds < -MAX_DATE) corrupt('a date is out of range');
  return new Date(Number(milliseconds));
}

function decodeValue(bytes: Buffer, type: number, offset: number, size: number, depth: number): Value {
  switch (type) {
    case 0x01:
      return bytes.readDoubleLE(offset);
    case 0x02:
      if (bytes[offset + size - 1] !== 0) corrupt('a string does not end with zero');
      return bytes.toString('utf8', offset + 4, offset + size - 1);
    case 0x03:
      return decodeFields(bytes, offset, offset + size, depth);
    case 0x04:
      return decodeArray(bytes, offset, offset + size, depth);
    case 0x05:
      return decodeBinary(bytes, offset, size);
    case 0x07:
      return new ObjectId(Buffer.from(bytes.subarray(offset, offset + 12)));
    case 0x08:
      return bytes[offset] === 1;
    case 0x09:
      return decodeDate(bytes, offset);
    case 0x0b: {
      const pattern = endOfName(bytes, offset, offset + size);
      const options = bytes.toString('utf8', pattern + 1, offset + size - 1);
      return new BSONRegExp(bytes.toString('utf8', offset, pattern), options);
    }
    case 0x10:
      return new Int32(bytes.readInt32LE(offset));
    case 0x11:
      return new Timestamp({ t: bytes.readUInt32LE(offset + 4), i: bytes.readUInt32LE(offset) });
    case 0x12:
      return bytes.readBigInt64LE(offset);
    case 0x13:
      return new Decimal128(Buffer.from(bytes.subarray(offset, offset + 16)));
    case 0x7f:
      return new MaxKey();
    case 0xff:
      return new MinKey();
    default:
      return null;
  }
}

function decodeArray(bytes: Buffer, start: number, limit: number, depth: number): Value[] {
  const result: Value[] = [];
  walk(bytes, start, limit, depth, (_nameStart, _nameEnd, type, offset, size) => {
    result.push(decodeValue(bytes, type, offset, size, depth + 1));
  });
  return result;
}

function decodeFields(bytes: Buffer, start: number, limit: number, depth: number): Document {
  const result: Document = new Map();
  walk(bytes, start, limit, depth, (nameStart, nameEnd, type, offset, size) => {
    const name = bytes.toString('utf8', nameStart, nameEnd);
    result.set(name, decodeValue(bytes, type, offset, size, depth + 1));
  });
  return result;
}

type ElementVisitor = (
  nameStart: number,
  nameEnd: number,
  type: number,
  offset: number,
  size: number,
) => void;

function walk(bytes: Buffer, start: number, limit: number, depth: number, visit: ElementVisitor): void {
  if (depth > MAX_DEPTH) fail('Overflow', `BSON depth exceeds ${MAX_DEPTH} levels`);
  const end = endOfDocument(bytes, start, limit);
  let position = start + 4;
  while (position < end) {
    const type = bytes[position] ?? 0;
    const nameEnd = endOfName(bytes, position + 1, end);
    const size = sizeOf(bytes, type, nameEnd + 1, end);
    if (nameEnd + 1 + size > end) corrupt('a value is longer than its document');
    visit(position + 1, nameEnd, type, nameEnd + 1, size);
    position = nameEnd + 1 + size;
  }
}

/**
 * Decodes the document that starts at `offset`. Throws InvalidBSON for malformed bytes and deprecated types,
 * Overflow for more than 180 levels.
 */
export function decodeDocument(bytes: Buffer, offset = 0): Document {
  return decodeFields(bytes, offset, bytes.length, 0);
}

/** Position of the value of a top-level field in well-formed bytes: its type, offset and size, or undefined. */
function findElement(bytes: Buffer, name: string): [number, number, number] | undefined {
  const end = bytes.length - 1;
  let position = 4;
  while (position < end) {
    const type = bytes[position++] ?? 0;
    let matched = 0;
    let at = position;
    for (let byte = bytes[at]; byte !== 0; byte = bytes[++at]) {
      if (matched >= 0) matched = name.charCodeAt(matched) === byte ? matched + 1 : -1;
    }
    const size = sizeOf(bytes, type, at + 1, end);
    if (matched === name.length) return [type, at + 1, size];
    position = at + 1 + size;
  }
  return undefined;
}

// oxlint-disable-next-line no-control-regex -- ASCII is what makes bytes and characters the same
const NOT_ASCII = /[^\x00-\x7f]/;

/** A name with a character for each of its bytes. */
export const asWritten = (name: string): string =>
  NOT_ASCII.test(name) ? Buffer.from(name, 'utf8').toString('latin1') : name;

function isWrittenAt(bytes: Buffer, start: number, end: number, name: string): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

/**
 * Some top-level fields of a document, or all but these, copied as they stand in bytes that were checked when they came in.
 * @param names of `asWritten`
 */
export function pickFields(bytes: Buffer, names: readonly string[], keeps: boolean): Buffer {
  const ends: number[] = [];
  let length = 5;
  walk(bytes, 0, bytes.length, 0, (nameStart, nameEnd, _type, offset, size) => {
    if (names.some((name) => isWrittenAt(bytes, nameStart, nameEnd, name)) !== keeps) return;
    const start = nameStart - 1;
    length += offset + size - start;
    // Neighbours are copied together.
    if (ends.at(-1) === start) ends[ends.length - 1] = offset + size;
    else ends.push(start, offset + size);
  });
  const picked = Buffer.allocUnsafe(length);
  picked.writeInt32LE(length, 0);
  let at = 4;
  for (let i = 0; i < ends.length; i += 2) at += bytes.copy(picked, at, ends[i], ends[i + 1]);
  picked[at] = 0;
  return picked;
}

/** Where top-level fields lie in well-formed bytes, in one pass, types and names included; undefined: there is no such field. */
export function rangesOfFields(
  bytes: Buffer,
  names: readonly string[],
): ({ start: number; end: number } | undefined)[] {
  const written = names.map(asWritten);
  const ranges = names.map((): { start: number; end: number } | undefined => undefined);
  walk(bytes, 0, bytes.length, 0, (nameStart, nameEnd, _type, offset, size) => {
    for (let i = 0; i < written.length; i++)
      if (isWrittenAt(bytes, nameStart, nameEnd, written[i] ?? '')) {
        ranges[i] = { start: nameStart - 1, end: offset + size };
        return;
      }
  });
  return ranges;
}

/** Decodes one top-level field of bytes that were checked when they came in; undefined when it is missing. */
export function decodeField(bytes: Buffer, name: string): Value | undefined {
  // most names are ASCII, and most fields are there
  const found =
    findElement(bytes, name) ?? (NOT_ASCII.test(name) ? findElement(bytes, asWritten(name)) : undefined);
  return found && decodeValue(bytes, found[0], found[1], found[2], 1);
}
