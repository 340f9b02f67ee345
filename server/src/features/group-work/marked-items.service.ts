import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import { deliverableIdOf } from '../../core/ids.ts';
import { joinRichTexts } from '../../contracts/plain-text.ts';
import type { Mark, MarkingItem } from '../marking/index.ts';
import type { DeliverableKey } from './group-work.domain.ts';
import {
  adjustmentsOf,
  type DeliverablePart,
  type MarkedDeliverable,
  type MarkVersion,
} from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';

const EVENTS = {
  marked: 'deliverable.marked',
  part: 'deliverable.partMarked',
  excused: 'deliverable.excused',
  undone: 'deliverable.markUndone',
} as const satisfies Record<MarkVersion['kind'], EventType>;

/** What is told of when something is decided on a group's work. */
export const MARK_EVENTS: ReadonlySet<EventType> = new Set(Object.values(EVENTS));

/** A group's work as marking knows works: it stands under its group. */
export const toItem = (
  { courseId }: Pick<CourseScope, 'courseId'>,
  { activityId, groupId, n, share, lease, revision, newest, twice, parts }: MarkedDeliverable,
): MarkingItem => ({
  id: deliverableIdOf(activityId, groupId, n),
  courseId,
  activityId,
  memberId: groupId,
  share,
  lease: lease && { memberId: lease.by, until: lease.until },
  revision,
  draft: null,
  mark: newest,
  twice,
  parts,
});

/**
 * What is kept of what comes of a judgement.
 *
 * @param both what two people gave whose mean, if they agree, the mark is: in words it is what both say
 */
export function versionOf(
  mark: Mark,
  judged: DeliverablePart,
  both: readonly DeliverablePart[],
): MarkVersion {
  if (mark.kind !== 'marked' && mark.kind !== 'part') throw new Error(`a judgement is not ${mark.kind}`);
  const { n, by, at, reason, ratings, points, maximum, workVersion } = mark;
  const given = { n, by, at, reason, ratings, points, maximum, workVersion };
  const { comment, adjustments } = judged;
  if (mark.kind === 'part') return { kind: 'part', ...given, comment, adjustments };
  const parts = mark.parts as readonly DeliverablePart[] | undefined;
  const said =
    parts && both.length === 2
      ? { comment: joinRichTexts(both.map((one) => one.comment)), adjustments: adjustmentsOf(both) }
      : { comment, adjustments };
  return { kind: 'marked', ...given, ...said, ...(parts && { parts }) };
}

/** Who decides on a group's work, also when a job does it for them. */
type By = { readonly scope: CourseScope } & Parameters<typeof courseEvent>[2];

/** Writes the next version of what is decided on a group's work, with its event. */
export type VersionWriter = ReturnType<typeof createVersionWriter>;

export const createVersionWriter =
  (marks: Pick<DeliverableMarkStore, 'advance'>, eventsWritten: () => void) =>
  /** @param memberIds whose grades it is about. @throws AppError STALE_REVISION when somebody was faster */
  async (
    by: By,
    marked: MarkedDeliverable,
    memberIds: readonly string[],
    next: { readonly version: MarkVersion; readonly parts: readonly DeliverablePart[] },
  ): Promise<void> => {
    const { activityId, groupId, n }: DeliverableKey = marked;
    const { version } = next;
    const score = 'points' in version && { points: version.points, maximum: version.maximum };
    const subject = { kind: 'deliverable', id: `${activityId}/${groupId}/${n}` };
    const data = { activityId, groupId, n, memberIds, number: version.n, ...score };
    const event = courseEvent(EVENTS[version.kind], subject, by, version.at, data);
    if (!(await marks.advance(by.scope, marked, next, event))) throw new AppError('STALE_REVISION');
    eventsWritten();
  };
