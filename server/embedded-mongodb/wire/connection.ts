import type { Socket } from 'node:net';
import { encodeDocument } from '../bson/encode.ts';
import { MAX_MESSAGE_BYTES, hello } from '../commands/admin.ts';
import type { Document } from '../bson/values.ts';
import { HEADER_BYTES, parseMessage, replyHeader } from './message.ts';

/** Answers a command; rejects only when the store has failed. */
export type CommandRunner = (body: Document, sequences: ReadonlyMap<string, Buffer[]>) => Promise<Buffer>;

/** Commands of one connection that may wait for their turn before no more is read from it. */
const MAX_WAITING = 100;

let lastReplyId = 0;

/** One client connection: cuts the stream into messages and answers them in the order they came. */
export class Connection {
  private readonly socket: Socket;
  private readonly run: CommandRunner;
  private chunks: Buffer[] = [];
  private received = 0;
  /** Bytes of the message being received; the header's size until that is known. */
  private expected = HEADER_BYTES;
  private queue: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(socket: Socket, run: CommandRunner) {
    this.socket = socket;
    this.run = run;
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('error', () => socket.destroy());
  }

  private receive(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.received += chunk.length;
    while (this.received >= this.expected) {
      const bytes = this.chunks.length === 1 && this.chunks[0] ? this.chunks[0] : Buffer.concat(this.chunks);
      this.chunks = [bytes];
      const length = bytes.readInt32LE(0);
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
        this.socket.destroy();
        return;
      }
      this.expected = length;
      if (this.received < length) return;
      const rest = bytes.subarray(length);
      this.chunks = rest.length > 0 ? [rest] : [];
      this.received = rest.length;
      this.expected = HEADER_BYTES;
      const message = bytes.subarray(0, length);
      this.enqueue(message);
    }
  }

  /** A client that sends without reading answers is made to wait. */
  private enqueue(message: Buffer): void {
    if (++this.waiting >= MAX_WAITING) this.socket.pause();
    this.queue = this.queue
      .then(() => this.answer(message))
      .catch(() => void this.socket.destroy())
      .finally(() => {
        if (--this.waiting < MAX_WAITING) this.socket.resume();
      });
  }

  /** Called when the client has read enough, or is gone. */
  private onceDrained(proceed: (value?: unknown) => void): void {
    const done = (): void => {
      this.socket.off('drain', done).off('close', done);
      proceed();
    };
    this.socket.on('drain', done).on('close', done);
  }

  private async answer(message: Buffer): Promise<void> {
    if (this.socket.destroyed) return;
    const request = parseMessage(message);
    const name = [...request.body.keys()][0]?.toLowerCase();
    if (request.isLegacy && name !== 'ismaster' && name !== 'hello') {
      this.socket.destroy();
      return;
    }
    const reply = request.isLegacy
      ? encodeDocument(hello(true))
      : await this.run(request.body, request.sequences);
    if (!request.wantsReply || this.socket.destroyed) return;
    lastReplyId = (lastReplyId + 1) & 0x7fffffff;
    this.socket.cork();
    this.socket.write(replyHeader(request, lastReplyId, reply.length));
    const isFlushed = this.socket.write(reply);
    this.socket.uncork();
    if (!isFlushed) await new Promise((resolve) => this.onceDrained(resolve));
  }
}
