import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Paths whose values never reach a log: secrets of sessions and launches, and what people wrote. */
const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  'res.headers.location',
  '*.bearer',
  '*.code',
  '*.id_token',
  '*.state',
  '*.jwt',
  '*.secret',
  '*.invitation',
  '*.registration_token',
];

/** The application's log: JSON lines on standard output, secrets taken out. */
export const createLog = (level: string, destination?: { write(line: string): void }): Logger =>
  pino(
    {
      level,
      redact: { paths: REDACTED, censor: '[redacted]' },
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination ?? pino.destination(1),
  );

/** Paths are logged without their query: it may hold a capability. */
export const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;
