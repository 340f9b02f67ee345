import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import * as limits from './limits.ts';

/** What one listens to: its kind, and the ids that lead to it. */
const LiveTopic = z.string().regex(/^[a-z]{1,30}(?:\/[0-9a-f]{32}){1,2}$/);
const Topics = z.object({ topics: z.array(LiveTopic).min(1).max(limits.LIVE_TOPICS_MAX) });

/** That something changed, and never what: who wants to know reads it anew. */
const LiveChange = z.object({
  topic: LiveTopic,
  /** Another one than before: something changed. Null: nothing has for a while. */
  revision: z.string().nullable(),
  /** How many milliseconds ago that was. */
  age: z.int().nullable(),
});
export type LiveChange = z.output<typeof LiveChange>;

/** The topics of those asked for that the caller may listen to, as they stand. */
export const LiveState = z.object({ items: z.array(LiveChange) });
export type LiveState = z.output<typeof LiveState>;

export const ListenLive = {
  method: 'post',
  path: '/live',
  permission: 'session.read',
  summary:
    'Server-sent events: `ready` with how the topics stand, then `changed` with one of them; `beat` every 20 seconds',
  answersWith: 'events',
  body: Topics,
  response: LiveState,
} satisfies Endpoint;

export const ReadLive = {
  method: 'post',
  path: '/live/state',
  permission: 'session.read',
  summary: 'How the topics stand, for those who cannot listen: where a proxy keeps back what is sent',
  body: Topics,
  response: LiveState,
} satisfies Endpoint;
