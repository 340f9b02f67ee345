import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import type { VeilOf } from '../../core/veil.ts';
import type { Activity } from '../activity/index.ts';
import type { Mark, MarkingItem } from '../marking/index.ts';
import { settingsOf } from './discussion-of.service.ts';
import {
  type MarkedMember,
  type MarkVersion,
  ONLY_VERSION,
  type ParticipantPart,
  togetherOf,
} from './marks.domain.ts';
import type { ParticipantMarkStore } from './marks.store.ts';

const EVENTS = {
  marked: 'discussion.marked',
  part: 'discussion.partMarked',
  excused: 'discussion.excused',
  undone: 'discussion.markUndone',
} as const satisfies Record<MarkVersion['kind'], EventType>;

/** What is told of when something is decided on a member. */
export const MARK_EVENTS: ReadonlySet<EventType> = new Set(Object.values(EVENTS));

/** A version as marking knows those of works. */
export function toMark(version: MarkVersion): Mark {
  if (version.kind === 'marked' || version.kind === 'part') return { ...version, workVersion: ONLY_VERSION };
  return version;
}

/** A member as marking knows works. @param id what stands for them */
export const toItem = (
  id: string,
  { courseId }: Pick<CourseScope, 'courseId'>,
  activityId: string,
  member: MarkedMember,
): MarkingItem => ({
  id,
  courseId,
  activityId,
  memberId: member.memberId,
  share: member.share,
  lease: member.lease && { memberId: member.lease.by, until: member.lease.until },
  revision: member.revision,
  draft: null,
  mark: member.newest && toMark(member.newest),
  twice: member.twice,
  parts: member.parts,
});

/** A member; `hidden`: by an id that says nothing about whom it stands for, and the answer is not to, either. */
export interface Whom {
  readonly memberId: string;
  readonly hidden: boolean;
}

/** Where staff are promised not to know who writes, they cannot go through people. @throws AppError FORBIDDEN */
export function requireNames(activity: Activity): void {
  if (settingsOf(activity).anonymity === 'full') throw new AppError('FORBIDDEN');
}

/** @returns the member's own id */
export const idOf = (veilOf: VeilOf, activityId: string, { memberId, hidden }: Whom): string =>
  hidden ? veilOf(activityId).show(memberId) : memberId;

/** A member in marking. Without a rubric there are no points that two people could differ in. */
export const itemOf = (
  scope: CourseScope,
  activityId: string,
  participant: MarkedMember,
  criteria: readonly unknown[],
): MarkingItem => {
  const item = toItem(participant.memberId, scope, activityId, participant);
  return { ...item, twice: item.twice && criteria.length > 0 };
};

/**
 * What is kept of what comes of a judgement.
 *
 * @param both what two people said whose mean, if they agree, the mark is: in words it is what both say
 */
export function versionOf(
  mark: Mark,
  { posts, comment }: ParticipantPart,
  both: readonly ParticipantPart[],
): MarkVersion {
  if (mark.kind !== 'marked' && mark.kind !== 'part') throw new Error(`a judgement is not ${mark.kind}`);
  const { n, by, at, reason, ratings, points, maximum } = mark;
  const judged = { n, by, at, reason, ratings, points, maximum };
  if (mark.kind === 'part') return { kind: 'part', ...judged, comment, posts };
  const said = mark.parts && both.length === 2 ? togetherOf(both) : { comment, posts };
  const parts = mark.parts as readonly ParticipantPart[] | undefined;
  return { kind: 'marked', ...judged, ...said, ...(parts && { parts }) };
}

/** Who decides on a member, also when a job does it for them. */
type By = { readonly scope: CourseScope } & Parameters<typeof courseEvent>[2];

/** Writes the next version of what is decided on a member, with its event. */
export type VersionWriter = ReturnType<typeof createVersionWriter>;

export const createVersionWriter =
  (marks: Pick<ParticipantMarkStore, 'advance'>, eventsWritten: () => void) =>
  /** @throws AppError STALE_REVISION when somebody was faster */
  async (
    by: By,
    activityId: string,
    member: MarkedMember,
    version: MarkVersion,
    parts: readonly ParticipantPart[],
  ): Promise<void> => {
    const { memberId } = member;
    const score = 'points' in version && { points: version.points, maximum: version.maximum };
    const subject = { kind: 'member', id: memberId };
    const data = { activityId, memberId, n: version.n, ...score };
    const event = courseEvent(EVENTS[version.kind], subject, by, version.at, data);
    if (!(await marks.advance(by.scope, activityId, member, { version, parts }, event)))
      throw new AppError('STALE_REVISION');
    eventsWritten();
  };
