import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serialize } from 'bson';
import fc from 'fast-check';
import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import mongoose from 'mongoose';
import { type EmbeddedMongodb, startEmbeddedMongodb } from '../index.ts';

/** What a broken or hostile client can send: an error or a closed connection, and the server lives on. */
let server: EmbeddedMongodb;

beforeAll(async () => {
  server = await startEmbeddedMongodb({ memory: true });
});
afterAll(() => server.close());

function open(): Socket {
  const host = /^mongodb:\/\/([^/]+)\//.exec(server.uri('x'))?.[1] ?? '';
  return connect(decodeURIComponent(host));
}

function message(body: Buffer, { opcode = 2013, length }: { opcode?: number; length?: number } = {}): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(length ?? 16 + body.length, 0);
  header.writeInt32LE(1, 4);
  header.writeInt32LE(opcode, 12);
  return Buffer.concat([header, body]);
}

const msg = (document: Uint8Array, kind = 0, flags = 0): Buffer => {
  const head = Buffer.alloc(5);
  head.writeUInt32LE(flags, 0);
  head[4] = kind;
  return message(Buffer.concat([head, document]));
};

/** Sends bytes and returns what comes back until the connection closes or an answer arrived. */
async function exchange(bytes: Buffer): Promise<'closed' | 'answered'> {
  const socket = open();
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const closed = once(socket, 'close').then(() => 'closed' as const);
  const answered = once(socket, 'data').then(() => 'answered' as const);
  socket.write(bytes);
  const result = await Promise.race([closed, answered]);
  socket.destroy();
  return result;
}

async function expectAlive(): Promise<void> {
  const client = await new mongoose.mongo.MongoClient(server.uri('x')).connect();
  expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  await client.close();
}

function nested(depth: number): Buffer {
  let document = Buffer.from([5, 0, 0, 0, 0]);
  for (let i = 0; i < depth; i++) {
    const length = Buffer.alloc(4);
    length.writeInt32LE(document.length + 8);
    document = Buffer.concat([length, Buffer.from([3, 0x61, 0]), document, Buffer.from([0])]);
  }
  return document;
}

const ping = serialize({ ping: 1, $db: 'x' });

describe('malformed messages close the connection', () => {
  test.each<[string, Buffer]>([
    ['a length below the header', message(ping as Buffer, { length: 3 })],
    ['a negative length', message(ping as Buffer, { length: -1 })],
    ['a length beyond 48 MB', message(ping as Buffer, { length: 48_000_001 })],
    ['an unknown opcode', message(Buffer.from(ping), { opcode: 2010 })],
    ['compression that was not agreed', message(Buffer.from(ping), { opcode: 2012 })],
    ['an unknown required flag', msg(ping, 0, 4)],
    ['an unknown section', msg(ping, 7)],
    ['no body', message(Buffer.alloc(4))],
    [
      'a document longer than its message',
      msg(Buffer.concat([Buffer.from([255, 0, 0, 0]), ping.subarray(4)])),
    ],
    ['a document that does not end', msg(Buffer.concat([ping.subarray(0, -1), Buffer.from([9])]))],
    ['a deprecated type', msg(Buffer.from([8, 0, 0, 0, 6, 0x61, 0, 0]))],
    ['nesting of 5,000 levels', msg(nested(5000))],
  ])('%s', async (_rule, bytes) => {
    expect(await exchange(bytes)).toBe('closed');
    await expectAlive();
  });
});

test('a well-formed message is answered', async () => {
  expect(await exchange(msg(ping))).toBe('answered');
});

test('random bytes in place of a command never end the server', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(60), async (bytes, at) => {
      const body = Buffer.from(serialize({ find: 'c', filter: { a: { $gt: 1 } }, $db: 'x' }));
      body.set(bytes.subarray(0, Math.max(0, body.length - at)), Math.min(at, body.length));
      await exchange(msg(body));
    }),
    { numRuns: 60 },
  );
  await expectAlive();
}, 60_000);

test('documents of 16 MB go in and out, larger ones are refused', async () => {
  const client = await new mongoose.mongo.MongoClient(server.uri('x')).connect();
  const rows = client.db().collection<{ _id: number; text: string }>('large');
  const most = 16 * 1024 * 1024 - 100;
  await rows.insertMany([1, 2, 3].map((_id) => ({ _id, text: 'x'.repeat(most) })));
  expect((await rows.find().toArray()).map(({ text }) => text.length)).toEqual([most, most, most]);
  await expect(rows.updateOne({ _id: 1 }, { $set: { more: 'y'.repeat(200) } })).rejects.toMatchObject({
    code: 17419,
  });
  await client.close();
}, 60_000);
