import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import type * as contract from '../../server/src/contracts/discussion.ts';
import type { DiscussionSettings } from '../../server/src/contracts/discussion-settings.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from './browserless.ts';

export const buildDiscussion = (overrides: Partial<DiscussionSettings> = {}): DiscussionSettings => ({
  title: 'Bridges',
  prompt: richTextOf('Which bridge would you build, and why?'),
  points: 0,
  mode: 'open',
  anonymity: 'none',
  groupSetId: null,
  depth: 3,
  submissionsCloseAt: null,
  milestones: [],
  tags: [],
  history: 'staff',
  slowMinutes: 0,
  blockedWords: [],
  promptFiles: [],
  approval: { everybody: false, memberIds: [] },
  facilitation: { unansweredHours: 48, quietDays: 7 },
  grading: { by: 'staff', milestonesPercent: 50, criteria: [] },
  ...overrides,
});

/** Sets a discussion up. @returns its id */
export async function addDiscussion(
  staff: ApiSession,
  overrides: Partial<DiscussionSettings> = {},
  state: 'draft' | 'published' = 'published',
): Promise<string> {
  const activityId = newId();
  await staff.ok('PUT', `/discussions/${activityId}`, {
    settings: buildDiscussion(overrides),
    expectedRevision: 0,
    state,
  });
  return activityId;
}

/** Starts a thread. @returns its id */
export async function startThread(
  session: ApiSession,
  activityId: string,
  title: string,
  text = `About ${title}.`,
  more: { readonly side?: 'pro' | 'contra' } = {},
): Promise<string> {
  const threadId = newId();
  await session.ok('PUT', `/discussions/${activityId}/threads/${threadId}`, {
    title,
    text,
    draftRevision: 0,
    ...more,
  });
  return threadId;
}

/** Replies to a post. @returns the number of the reply */
export async function reply(
  session: ApiSession,
  activityId: string,
  threadId: string,
  replyTo: number,
  text: string,
): Promise<number> {
  const { n } = await session.ok<{ n: number }>(
    'POST',
    `/discussions/${activityId}/threads/${threadId}/posts`,
    { id: newId(), replyTo, text, draftRevision: 0 },
  );
  return n;
}

export const readThread = (session: ApiSession, activityId: string, threadId: string, query = '') =>
  session.ok<contract.ThreadView>('GET', `/discussions/${activityId}/threads/${threadId}${query}`);

export const listThreads = (session: ApiSession, activityId: string, query = '') =>
  session.ok<{ items: contract.ThreadSummaryView[]; next: string | null }>(
    'GET',
    `/discussions/${activityId}/threads${query}`,
  );
