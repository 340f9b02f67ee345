import { z } from 'zod';
import { ThreadParams } from './discussion.ts';
import { type Endpoint, Timestamp } from './endpoint.ts';
import * as limits from './limits.ts';
import { richText, StoredRichText } from './rich-text.ts';

/** What staff make of a thread, in their own words. */
const Written = z.object({
  /** Null: there is none, or it was taken away. */
  text: StoredRichText.nullable(),
  /** Views that the conclusion does not share; null: none are recorded. */
  divergent: StoredRichText.nullable(),
  revision: z.int(),
  byName: z.string().nullable(),
  at: Timestamp,
});

export const SynthesisView = z.object({
  synthesis: Written.nullable(),
  can: z.object({ write: z.boolean() }),
});
export type SynthesisView = z.output<typeof SynthesisView>;

export const GetSynthesis = {
  method: 'get',
  path: '/discussions/:activityId/threads/:threadId/synthesis',
  permission: 'discussion.read',
  summary: 'What staff have summarised of a thread, for all who read it',
  params: ThreadParams,
  response: SynthesisView,
} satisfies Endpoint;

const text = richText({ max: limits.POST_TEXT_MAX });

export const SaveSynthesis = {
  method: 'put',
  path: '/discussions/:activityId/threads/:threadId/synthesis',
  permission: 'discussion.facilitate',
  summary: 'Pins a summary at the head of a thread, changes it, or takes it away; what it was is kept',
  params: ThreadParams,
  body: z.object({
    text: text.nullable(),
    divergent: text.nullable().default(null),
    /** 0: there was none. */
    expectedRevision: z.int().min(0),
  }),
  response: SynthesisView,
} satisfies Endpoint;

export const GetSynthesisHistory = {
  method: 'get',
  path: '/discussions/:activityId/threads/:threadId/synthesis/history',
  permission: 'discussion.facilitate',
  summary: 'What a summary was before, the newest first',
  params: ThreadParams,
  response: z.object({ items: z.array(Written) }),
} satisfies Endpoint;
