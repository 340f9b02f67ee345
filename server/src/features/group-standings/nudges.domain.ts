/** So long after a nudge the next one needs somebody who means it. */
const DAY_MS = 86_400_000;

/** What staff have written to a group. */
export interface Nudge {
  readonly nudgeId: string;
  readonly activityId: string;
  readonly groupId: string;
  /** Counts the nudges of this group: of two at once one is the next. */
  readonly k: number;
  readonly memberIds: readonly string[];
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

export const isRecent = (last: Pick<Nudge, 'at'> | null, now: Date): boolean =>
  last !== null && now.getTime() - last.at.getTime() < DAY_MS;

type NudgeDecision =
  /** It is the one that was sent: the same request came again. */
  | { readonly type: 'done'; readonly last: Nudge }
  | { readonly type: 'lately'; readonly last: Nudge }
  | { readonly type: 'send'; readonly k: number };

/** Whether a group is told. @param again whoever asks knows of the last one */
export function decideNudge(
  last: Nudge | null,
  { nudgeId, again }: { readonly nudgeId: string; readonly again: boolean },
  now: Date,
): NudgeDecision {
  if (last?.nudgeId === nudgeId) return { type: 'done', last };
  if (last && !again && isRecent(last, now)) return { type: 'lately', last };
  return { type: 'send', k: (last?.k ?? 0) + 1 };
}
