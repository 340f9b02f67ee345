import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import type { Mentioned, NamedMember } from '../../core/names-lookup.ts';
import { hasNumber } from './bitmaps.domain.ts';
import type { Participant, Post, Thread } from './discussion.domain.ts';
import type { ModerationMark } from './moderation.domain.ts';

/** A post that waits until staff approve it, with whose it is and what its thread is called. */
export interface HeldPost extends Post {
  readonly threadTitle: string;
  readonly author: NamedMember | null;
  readonly mentioned: readonly Mentioned[];
}

/**
 * Whether what somebody writes waits until staff approve it (spec/discussion.md, 7). Where nobody is to be known by what
 * they write, no single person's posts wait: which ones do would say whose they are.
 */
export function waitsForApproval(
  { approval, anonymity }: Pick<DiscussionSettings, 'approval' | 'anonymity'>,
  { memberId, isStaff }: Pick<Participant, 'memberId' | 'isStaff'>,
): boolean {
  if (isStaff) return false;
  return approval.everybody || (anonymity !== 'full' && approval.memberIds.includes(memberId));
}

/** What stands at a post that waits. @param at from when on it is not there for others */
export const waitingMark = (postId: string, revision: number, at: Date): ModerationMark => ({
  act: `${postId}/${revision}`,
  at,
  until: null,
  reason: '',
  waits: true,
});

/** What an edit leaves at a post: what was approved waits again, as something else may stand there now. */
export function editMarks(
  settings: Pick<DiscussionSettings, 'approval' | 'anonymity'>,
  who: Pick<Participant, 'memberId' | 'isStaff'>,
  { id, revision, hide }: Pick<Post, 'id' | 'revision' | 'hide'>,
  editedAt: Date,
): Pick<Post, 'editedAt'> & Partial<Pick<Post, 'hide'>> {
  const waitsAgain = hide === null && waitsForApproval(settings, who);
  return { editedAt, ...(waitsAgain && { hide: waitingMark(id, revision + 1, editedAt) }) };
}

/** The highest number that others than their authors and staff may hear of. */
export function lastShownOf({ lastNumber, held }: Pick<Thread, 'lastNumber' | 'held'>): number {
  let last = lastNumber;
  while (last > 1 && hasNumber(held, last)) last -= 1;
  return last;
}
