import type { ServerResponse } from 'node:http';

export const EVENT_STREAM = 'text/event-stream';

/** Whoever takes so little that this much waits for them has gone, or reads it all anew when they are back. */
const WAITING_MAX_BYTES = 64 * 1024;

/** Where events of one stream go. */
export interface EventSink {
  /** Sends one event; to whom it cannot be sent any more the stream ends. */
  send(event: string, data?: object): void;
  end(): void;
}

/** An answer that goes on: what is given the way out once everything is allowed. */
export class EventStream {
  readonly #begin: (sink: EventSink, endsAt: Date) => () => void;

  /** @param begin starts to send, no longer than until a moment. @returns what is called when nobody listens any more */
  constructor(begin: (sink: EventSink, endsAt: Date) => () => void) {
    this.#begin = begin;
  }

  open(response: ServerResponse, endsAt: Date): void {
    response.writeHead(200, {
      'Content-Type': EVENT_STREAM,
      // No proxy keeps events back, changes them, or waits for the end of them.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    const sink: EventSink = {
      send(event, data) {
        const line = data === undefined ? '' : JSON.stringify(data);
        response.write(`event: ${event}\ndata: ${line}\n\n`);
        if (response.writableLength > WAITING_MAX_BYTES) response.destroy();
      },
      end: () => void response.end(),
    };
    const stop = this.#begin(sink, endsAt);
    if (response.destroyed) stop();
    else response.once('close', stop);
  }
}
