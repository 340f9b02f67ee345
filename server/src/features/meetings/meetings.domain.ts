import type { ErrorCode } from '../../contracts/errors.ts';
import type { ATTENDANCES } from '../../contracts/room-limits.ts';
import { leadsTo } from '../../contracts/outside-links.ts';

export interface MeetingPlan {
  readonly title: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly agenda: string;
  /** Empty: there is no video room. */
  readonly link: string;
}

export type Attendance = (typeof ATTENDANCES)[number];

/** A meeting of a group. */
export interface Meeting extends MeetingPlan {
  readonly meetingId: string;
  readonly activityId: string;
  readonly groupId: string;
  /** Counts changes of what is planned. */
  readonly revision: number;
  readonly cancelledAt: Date | null;
  readonly notes: {
    readonly text: string;
    readonly by: string | null;
    readonly at: Date | null;
    /** Counts changes of the notes alone: who writes them is not held up by who plans. */
    readonly revision: number;
  };
  /** By member. */
  readonly attendance: Readonly<Record<string, Attendance>>;
}

type Refusal = Extract<ErrorCode, 'STALE_REVISION' | 'MEETINGS_TOO_MANY' | 'OUTSIDE_HOST_REFUSED'>;
export type PlanDecision =
  | { readonly type: 'accept'; readonly meeting: Meeting }
  | { readonly type: 'unchanged' }
  | { readonly type: 'refuse'; readonly reason: Refusal };

export const endOf = ({ startsAt, minutes }: MeetingPlan): Date =>
  new Date(startsAt.getTime() + minutes * 60_000);

const textOf = ({ title, startsAt, minutes, agenda, link }: MeetingPlan): string =>
  JSON.stringify([title, startsAt, minutes, agenda, link]);

/** Plans a meeting or changes what is planned. @param meetings all of the group */
export function decidePlan(
  meetings: readonly Meeting[],
  key: Pick<Meeting, 'meetingId' | 'activityId' | 'groupId'>,
  plan: MeetingPlan,
  expectedRevision: number,
  { hosts, most }: { readonly hosts: readonly string[]; readonly most: number },
): PlanDecision {
  const found = meetings.find(({ meetingId }) => meetingId === key.meetingId);
  if (found && textOf(found) === textOf(plan)) return { type: 'unchanged' };
  if ((found?.revision ?? 0) !== expectedRevision) return { type: 'refuse', reason: 'STALE_REVISION' };
  if (!found && meetings.length >= most) return { type: 'refuse', reason: 'MEETINGS_TOO_MANY' };
  // One that was allowed when it was written stays.
  if (plan.link !== '' && plan.link !== found?.link && !leadsTo(plan.link, hosts))
    return { type: 'refuse', reason: 'OUTSIDE_HOST_REFUSED' };
  const begun = { cancelledAt: null, notes: { text: '', by: null, at: null, revision: 0 }, attendance: {} };
  return {
    type: 'accept',
    meeting: { ...begun, ...found, ...key, ...plan, revision: expectedRevision + 1 },
  };
}
