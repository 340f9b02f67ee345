import { z } from 'zod';
import type { Permission } from '../core/permissions.ts';

/**
 * One endpoint: who may call it and what goes in and out. `public` endpoints take no bearer; those for an `administrator`
 * take the console's cookie instead of one.
 */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/api`; Express path parameters. */
  readonly path: string;
  readonly permission: Permission | 'public' | 'administrator';
  readonly summary: string;
  /** The bearer may have expired, by no more than a session's length: the service asks whether the session lives. */
  readonly takesExpiredBearer?: true;
  /** The answer goes on as server-sent events, the first of which is the response. */
  readonly answersWith?: 'events';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
}

/** What a handler is given of one part of a request. */
export type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

/** An id made by `newId` or by a client that wants its creation to be repeatable: 32 hexadecimal digits. */
export const Id = z.string().regex(/^[0-9a-f]{32}$/);

/** A body of raw bytes (`application/octet-stream`) instead of JSON. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be octet-stream');

/** A moment on the wire: ISO 8601 in UTC. Views build it from a Date by `toISOString()`. */
export const Timestamp = z.iso.datetime();

export const Page = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
