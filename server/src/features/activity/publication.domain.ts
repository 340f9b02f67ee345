import type { ErrorCode } from '../../contracts/errors.ts';
import type { SetUpFault } from '../../contracts/publication.ts';
import type { EventType } from '../../core/events.ts';
import type { Schedule } from '../../core/timeline.ts';
import type { ActivityState } from './activity.domain.ts';

type Move = Extract<EventType, 'activity.published' | 'activity.closed' | 'activity.reopened'>;

export type PublicationDecision =
  | { readonly type: 'move'; readonly event: Move }
  /** The same request again, or somebody else was faster: it is as it was asked to be. */
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: Extract<ErrorCode, 'ACTIVITY_NOT_OPEN'> };

const move = (event: Move): PublicationDecision => ({ type: 'move', event });
const UNCHANGED: PublicationDecision = { type: 'unchanged' };

/** From where to where an activity goes. Nothing becomes a draft again: learners have seen it. */
const DECISIONS: Record<ActivityState, Record<Exclude<ActivityState, 'draft'>, PublicationDecision>> = {
  draft: { published: move('activity.published'), closed: { type: 'refuse', reason: 'ACTIVITY_NOT_OPEN' } },
  published: { published: UNCHANGED, closed: move('activity.closed') },
  closed: { published: move('activity.reopened'), closed: UNCHANGED },
};

/** Whether an activity may become published or closed. */
export const decidePublication = (
  present: ActivityState,
  wanted: Exclude<ActivityState, 'draft'>,
): PublicationDecision => DECISIONS[present][wanted];

/** Dates that are over before anybody could keep to them, and dates in the wrong order. */
export function scheduleFaults({ steps }: Schedule, now: Date): SetUpFault[] {
  const dates = steps.flatMap(({ key, endsAt }) => (endsAt ? [{ key, at: endsAt.getTime() }] : []));
  const isInOrder = dates.every(({ at }, index) => index === 0 || at >= (dates[index - 1]?.at ?? 0));
  return [
    ...dates
      .filter(({ at }) => at <= now.getTime())
      .map(({ key }) => ({ code: 'dateInPast', step: key }) as const),
    ...(isInOrder ? [] : [{ code: 'datesOutOfOrder' } as const]),
  ];
}
