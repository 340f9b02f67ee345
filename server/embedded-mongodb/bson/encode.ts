import { Binary, BSONRegExp, Decimal128, Int32, MinKey, ObjectId, Timestamp } from 'bson';
import { fail } from '../errors.ts';
import { rangesOfFields } from './decode.ts';
import type { Document, Value } from './values.ts';

const INITIAL_BYTES = 64 * 1024;
/** A buffer that grew beyond this is not kept after the call. */
const KEPT_BYTES = 256 * 1024;

/** Grows as needed and is kept between calls; encoding is synchronous, so it is never shared. */
let output = Buffer.allocUnsafe(INITIAL_BYTES);
let length = 0;

/** A document of 16 MB plus what a command's reply adds around it. */
const MAX_ENCODED = 64 * 1024 * 1024;

/**
 * Makes room and returns its position. It may replace `output`, so it is called before `output` is named: in
 * `output[reserve(1)] = 0` the old buffer would be written to.
 */
function reserve(bytes: number): number {
  const at = length;
  length += bytes;
  if (length > output.length) {
    if (length > MAX_ENCODED) fail('BSONObjectTooLarge', `BSON of ${length} bytes is too large`);
    const grown = Buffer.allocUnsafe(Math.min(MAX_ENCODED, Math.max(output.length * 2, length)));
    output.copy(grown, 0, 0, at);
    output = grown;
  }
  return at;
}

function writeByte(value: number): void {
  const at = reserve(1);
  output[at] = value;
}

function writeInt32(value: number): void {
  const at = reserve(4);
  output.writeInt32LE(value, at);
}

function writeInt64(value: bigint): void {
  const at = reserve(8);
  output.writeBigInt64LE(value, at);
}

function writeDouble(value: number): void {
  const at = reserve(8);
  output.writeDoubleLE(value, at);
}

/** A type and a name. Names are short and mostly ASCII: calls into native code would take longer than this loop. */
function writeName(type: number, name: string): void {
  const at = reserve(name.length + 2);
  const target = output;
  target[at] = type;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code === 0 || code > 0x7f) {
      length = at;
      writeRareName(type, name);
      return;
    }
    target[at + 1 + i] = code;
  }
  target[at + 1 + name.length] = 0;
}

function writeRareName(type: number, name: string): void {
  if (name.includes('\0')) fail('BadValue', 'a field name must not contain a null byte');
  const bytes = Buffer.byteLength(name, 'utf8');
  const at = reserve(bytes + 2);
  output[at] = type;
  output.write(name, at + 1, 'utf8');
  output[at + bytes + 1] = 0;
}

function writeCString(text: string): void {
  const bytes = Buffer.byteLength(text, 'utf8');
  const at = reserve(bytes + 1);
  output.write(text, at, 'utf8');
  output[at + bytes] = 0;
}

function writeBytes(bytes: Uint8Array): void {
  const at = reserve(bytes.length);
  output.set(bytes, at);
}

function writeString(name: string, value: string): void {
  writeName(0x02, name);
  const bytes = Buffer.byteLength(value, 'utf8');
  const at = reserve(bytes + 5);
  output.writeInt32LE(bytes + 1, at);
  output.write(value, at + 4, 'utf8');
  output[at + 4 + bytes] = 0;
}

function writeFields(fields: Iterable<[string | number, Value]>): void {
  const start = reserve(4);
  for (const [name, value] of fields) writeElement(String(name), value);
  writeByte(0);
  output.writeInt32LE(length - start, start);
}

function writeElement(name: string, value: Value): void {
  if (value === null) return writeName(0x0a, name);
  switch (typeof value) {
    case 'string':
      return writeString(name, value);
    case 'number':
      writeName(0x01, name);
      writeDouble(value);
      return;
    case 'bigint':
      writeName(0x12, name);
      writeInt64(value);
      return;
    case 'boolean':
      writeName(0x08, name);
      writeByte(value ? 1 : 0);
      return;
    default:
      writeObject(name, value);
  }
}

function writeObject(name: string, value: Exclude<Value, null | string | number | bigint | boolean>): void {
  if (value instanceof Int32) {
    writeName(0x10, name);
    writeInt32(value.value);
  } else if (value instanceof Map) {
    writeName(0x03, name);
    writeFields(value);
  } else if (Array.isArray(value)) {
    writeName(0x04, name);
    writeFields(value.entries());
  } else if (value instanceof Date) {
    writeName(0x09, name);
    writeInt64(BigInt(value.getTime()));
  } else if (value instanceof ObjectId) {
    writeName(0x07, name);
    writeBytes(value.id);
  } else writeRareObject(name, value);
}

function writeRareObject(
  name: string,
  value: Exclude<
    Value,
    null | string | number | bigint | boolean | Int32 | Document | Value[] | Date | ObjectId
  >,
): void {
  if (value instanceof Binary) {
    const bytes = value.value();
    writeName(0x05, name);
    const at = reserve(5);
    output.writeInt32LE(bytes.length, at);
    output[at + 4] = value.sub_type;
    writeBytes(bytes);
  } else if (value instanceof Timestamp) {
    writeName(0x11, name);
    const at = reserve(8);
    output.writeUInt32LE(value.i >>> 0, at);
    output.writeUInt32LE(value.t >>> 0, at + 4);
  } else if (value instanceof BSONRegExp) {
    writeName(0x0b, name);
    writeCString(value.pattern);
    writeCString(value.options);
  } else if (value instanceof Decimal128) {
    writeName(0x13, name);
    writeBytes(value.bytes);
  } else writeName(value instanceof MinKey ? 0xff : 0x7f, name);
}

/** A copy of what was written, outside Node's pool: a kept document must not keep other buffers alive. */
const takeOutput = (): Buffer => copyInto(Buffer.allocUnsafeSlow(length));

function copyInto(result: Buffer): Buffer {
  output.copy(result, 0, 0, length);
  if (output.length > KEPT_BYTES) output = Buffer.allocUnsafe(INITIAL_BYTES);
  return result;
}

/** Encodes a document; the bytes are the caller's own. Throws BSONObjectTooLarge beyond 64 MB. */
export function encodeDocument(value: Document): Buffer {
  length = 0;
  writeFields(value);
  return takeOutput();
}

/** Bytes of a document with some top-level fields changed: undefined leaves one out, new ones come last. */
export function encodeChanged(bytes: Buffer, changes: ReadonlyMap<string, Value | undefined>): Buffer {
  const added: [string, Value][] = [];
  const cuts: { start: number; end: number; name: string; value: Value | undefined }[] = [];
  const ranges = rangesOfFields(bytes, [...changes.keys()]);
  for (const [i, [name, value]] of [...changes].entries()) {
    const range = ranges[i];
    if (range) cuts.push({ ...range, name, value });
    else if (value !== undefined) added.push([name, value]);
  }
  cuts.sort((a, b) => a.start - b.start);
  length = 0;
  reserve(4);
  let position = 4;
  for (const { start, end, name, value } of cuts) {
    writeBytes(bytes.subarray(position, start));
    if (value !== undefined) writeElement(name, value);
    position = end;
  }
  writeBytes(bytes.subarray(position, bytes.length - 1));
  for (const [name, value] of added) writeElement(name, value);
  writeByte(0);
  output.writeInt32LE(length, 0);
  // only on its way out
  return copyInto(Buffer.allocUnsafe(length));
}

/** The reply of a command that returns a cursor; `batch` are documents already encoded. */
export function encodeCursorReply(
  batchName: 'firstBatch' | 'nextBatch',
  batch: readonly Buffer[],
  id: bigint,
  namespace: string,
): Buffer {
  length = 0;
  const reply = reserve(4);
  writeName(0x03, 'cursor');
  const cursor = reserve(4);
  writeName(0x04, batchName);
  const array = reserve(4);
  for (const [i, bytes] of batch.entries()) {
    writeName(0x03, String(i));
    writeBytes(bytes);
  }
  writeByte(0);
  output.writeInt32LE(length - array, array);
  writeElement('id', id);
  writeElement('ns', namespace);
  writeByte(0);
  output.writeInt32LE(length - cursor, cursor);
  writeElement('ok', 1);
  writeByte(0);
  output.writeInt32LE(length - reply, reply);
  return takeOutput();
}
