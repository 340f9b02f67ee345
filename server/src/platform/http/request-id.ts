import type { IncomingMessage } from 'node:http';

/** The id that the log gave a request: in every log line, error and event that comes of it. */
export const requestIdOf = (request: IncomingMessage): string =>
  typeof request.id === 'string' ? request.id : '';
