import { z } from 'zod';
import { type Endpoint, Timestamp } from './endpoint.ts';

/** Why the LMS's roster, or its groups, could not be read whole. */
export const ReadReason = z.enum([
  'REFUSED',
  'UNREACHABLE',
  'UNREADABLE',
  'FOREIGN_ADDRESS',
  'ENDLESS',
  'EMPTY',
  'PARTIAL',
]);

/** How the reading of something from the LMS stands. */
export const LmsReadView = z.object({
  /** `unavailable`: the LMS offers nothing to read. `waiting`: it has never been read. */
  state: z.enum(['unavailable', 'waiting', 'reading', 'read', 'failed']),
  /** The last time that it was read whole. */
  readAt: Timestamp.nullable(),
  /** The LMS's own words, or ours where it said nothing. */
  trouble: z.object({ reason: ReadReason, words: z.string(), since: Timestamp }).nullable(),
});
export type LmsReadView = z.output<typeof LmsReadView>;

export const RosterView = LmsReadView.extend({
  /** In the course when it was read, without the test student. */
  people: z.int(),
  learners: z.int(),
  can: z.object({ read: z.boolean() }),
});
export type RosterView = z.output<typeof RosterView>;

export const GetRoster = {
  method: 'get',
  path: '/roster',
  permission: 'roster.read',
  summary: 'When the LMS’s roster was read, and whether that worked',
  response: RosterView,
} satisfies Endpoint;

export const ReadRoster = {
  method: 'post',
  path: '/roster/read',
  permission: 'roster.refresh',
  summary: 'Reads the whole roster again in the background',
  response: RosterView,
} satisfies Endpoint;
