import { decodeDocument } from '../bson/decode.ts';
import type { Document } from '../bson/values.ts';
import { fail } from '../errors.ts';

/** The MongoDB wire protocol: opcodes and flags that are understood. */
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Flags in the lower half must be understood; `exhaustAllowed` is in the upper half and may be ignored. */
const REQUIRED_FLAGS = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME);
export const HEADER_BYTES = 16;

export interface Request {
  id: number;
  body: Document;
  sequences: Map<string, Buffer[]>;
  /** Whether the request is the old OP_QUERY, which only `hello` may still use. */
  isLegacy: boolean;
  /** Whether the client waits for an answer. */
  wantsReply: boolean;
}

function malformed(reason: string): never {
  fail('InvalidBSON', `malformed message: ${reason}`);
}

function zeroAfter(message: Buffer, start: number, end: number): number {
  const at = message.indexOf(0, start);
  return at < 0 || at >= end ? malformed('a name does not end') : at;
}

function sizedPart(message: Buffer, start: number, end: number): Buffer {
  if (start + 4 > end) malformed('a length is cut off');
  const size = message.readInt32LE(start);
  if (size < 5 || start + size > end) malformed(`a part claims ${size} bytes`);
  return message.subarray(start, start + size);
}

function parseSequence(section: Buffer): [name: string, documents: Buffer[]] {
  const nameEnd = zeroAfter(section, 4, section.length);
  const documents: Buffer[] = [];
  let position = nameEnd + 1;
  while (position < section.length) {
    const part = sizedPart(section, position, section.length);
    documents.push(part);
    position += part.length;
  }
  return [section.toString('utf8', 4, nameEnd), documents];
}

function parseMsg(message: Buffer, id: number): Request {
  if (message.length < 26) malformed('too short');
  const flags = message.readUInt32LE(16);
  if (flags & REQUIRED_FLAGS) malformed(`unknown flags ${flags}`);
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  let body: Document | undefined;
  const sequences = new Map<string, Buffer[]>();
  let position = 20;
  while (position < end) {
    const kind = message[position++];
    const part = sizedPart(message, position, end);
    position += part.length;
    if (kind === 0 && !body) body = decodeDocument(part);
    else if (kind === 1) {
      const [name, documents] = parseSequence(part);
      if (sequences.has(name)) malformed(`two sections named ${name}`);
      sequences.set(name, documents);
    } else malformed(`section of kind ${kind}`);
  }
  if (!body) malformed('no body');
  return { id, body, sequences, isLegacy: false, wantsReply: (flags & MORE_TO_COME) === 0 };
}

function parseQuery(message: Buffer, id: number): Request {
  const nameEnd = zeroAfter(message, 20, message.length);
  const body = decodeDocument(sizedPart(message, nameEnd + 9, message.length));
  return { id, body, sequences: new Map(), isLegacy: true, wantsReply: true };
}

/** Takes a whole message apart. Throws a MongoError when it is malformed; the connection is then closed. */
export function parseMessage(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === OP_MSG) return parseMsg(message, id);
  if (opcode === OP_QUERY) return parseQuery(message, id);
  return malformed(`opcode ${opcode} is not supported`);
}

/** The bytes that go before an encoded reply. */
export function replyHeader(request: Request, replyId: number, bodyBytes: number): Buffer {
  const header = Buffer.alloc(request.isLegacy ? 36 : 21);
  header.writeInt32LE(header.length + bodyBytes, 0);
  header.writeInt32LE(replyId, 4);
  header.writeInt32LE(request.id, 8);
  header.writeInt32LE(request.isLegacy ? OP_REPLY : OP_MSG, 12);
  if (request.isLegacy) {
    header.writeInt32LE(8, 16); // AwaitCapable, which every server since 1.6 sets
    header.writeInt32LE(1, 32); // one document
  }
  return header;
}
