import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { VeilOf } from '../../core/veil.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import {
  advanceOf,
  decideUndo,
  leaseEnd,
  markerOf,
  type MarkingItem,
  ONCE,
  type TwiceSettings,
  whyNot,
} from '../marking/index.ts';
import type { ContributionStore } from './contributions.store.ts';
import { settingsOf } from './discussion-of.service.ts';
import {
  idOf,
  itemOf,
  requireNames,
  versionOf,
  type VersionWriter,
  type Whom,
} from './marked-items.service.ts';
import { decideMark, type MarkContent, unmarked, whyNotWrite } from './marks.domain.ts';
import type { ParticipantMarkStore } from './marks.store.ts';
import { whereWritten } from './written-posts.domain.ts';

export interface WriteMarksPorts {
  readonly activities: Pick<ActivityService, 'get'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly contributions: Pick<ContributionStore, 'listMoved'>;
  readonly marks: ParticipantMarkStore;
  readonly veilOf: VeilOf;
  readonly write: VersionWriter;
  /** How members are marked by two people. */
  readonly findTwice: (scope: CourseScope, activityId: string) => Promise<TwiceSettings>;
  readonly clock: Clock;
}

export type WriteMarksService = ReturnType<typeof createWriteMarksService>;

/** Keeps what staff say of the members of a discussion. */
export function createWriteMarksService(ports: WriteMarksPorts) {
  const { activities, course, contributions, marks, veilOf, write, findTwice, clock } = ports;

  /** @throws AppError NOT_FOUND for who is no member of the course */
  async function get({ scope }: Caller, activityId: string, memberId: string) {
    const [activity, members, found] = await Promise.all([
      activities.get(scope, activityId),
      course.findMembers(scope, [memberId]),
      marks.find(scope, activityId, memberId),
    ]);
    requireNames(activity);
    if (members.length === 0) throw new AppError('NOT_FOUND', { kind: 'member' });
    const { criteria } = settingsOf(activity).grading;
    const participant = found ?? unmarked(memberId);
    return { participant, criteria, item: itemOf(scope, activityId, participant, criteria) };
  }

  /** What is said of single posts is kept by where those were written. */
  async function kept(
    { scope }: Caller,
    activityId: string,
    memberId: string,
    content: MarkContent,
  ): Promise<MarkContent> {
    if (content.posts.length === 0) return content;
    const moved = await contributions.listMoved(scope, activityId, memberId);
    return { ...content, posts: whereWritten(content.posts, moved) };
  }

  /** @throws AppError WORK_TAKEN, SAME_MARKER, LEAD_SETTLES */
  function requireFree(caller: Caller, item: MarkingItem, now: Date): void {
    const reason = whyNot(item, markerOf(caller), now);
    if (reason) throw new AppError(reason);
  }

  /** There is a document to write to, and it is the caller's. @throws AppError WORK_TAKEN */
  async function take({ scope, member }: Caller, activityId: string, memberId: string): Promise<Date> {
    const now = clock.now();
    const until = leaseEnd(now);
    if (!(await marks.take(scope, activityId, memberId, { by: member.id, until }, now)))
      throw new AppError('WORK_TAKEN');
    return until;
  }

  return {
    /** Keeps a member for the caller. @throws AppError WORK_TAKEN, SAME_MARKER, LEAD_SETTLES, NOT_FOUND */
    async take(caller: Caller, activityId: string, whom: Whom) {
      const memberId = idOf(veilOf, activityId, whom);
      const { item } = await get(caller, activityId, memberId);
      requireFree(caller, item, clock.now());
      return { until: (await take(caller, activityId, memberId)).toISOString() };
    },

    /** Whom the caller does not hold stays as they are. @throws AppError NOT_FOUND */
    async giveBack({ scope, member }: Caller, activityId: string, whom: Whom) {
      await activities.get(scope, activityId);
      const memberId = idOf(veilOf, activityId, whom);
      return { givenBack: await marks.giveBack(scope, activityId, memberId, member.id) };
    },

    /** @throws AppError WORK_TAKEN, SAME_MARKER, LEAD_SETTLES, STALE_REVISION, NOT_FOUND */
    async saveDraft(
      caller: Caller,
      activityId: string,
      whom: Whom,
      content: MarkContent,
      expectedRevision: number,
    ) {
      const memberId = idOf(veilOf, activityId, whom);
      const { participant, item } = await get(caller, activityId, memberId);
      const now = clock.now();
      requireFree(caller, item, now);
      const reason = whyNotWrite(participant, expectedRevision, caller.member.id, now);
      if (reason) throw new AppError(reason);
      const until = await take(caller, activityId, memberId);
      const said = await kept(caller, activityId, memberId, content);
      const draft = { ...said, by: caller.member.id, at: now };
      if (!(await marks.saveDraft(caller.scope, activityId, participant, draft, until)))
        throw new AppError('STALE_REVISION');
      return { revision: expectedRevision + 1, savedAt: now.toISOString() };
    },

    /**
     * Finishes what staff say of a member, or one of two parts of it; the grade follows by the event where grades are
     * released.
     *
     * @throws AppError WORK_TAKEN, SAME_MARKER, LEAD_SETTLES, STALE_REVISION, RATING_MISSING, RATING_OUT_OF_RANGE,
     *   NOTHING_RATED, NOT_FOUND
     */
    async finish(
      caller: Caller,
      activityId: string,
      whom: Whom,
      content: MarkContent,
      expectedRevision: number,
    ) {
      const { scope, member } = caller;
      const memberId = idOf(veilOf, activityId, whom);
      const { participant, criteria, item } = await get(caller, activityId, memberId);
      const now = clock.now();
      requireFree(caller, item, now);
      const said = await kept(caller, activityId, memberId, content);
      const command = { content: said, expectedRevision };
      const decision = decideMark(participant, criteria, command, member.id, now);
      if (decision.type === 'refuse') {
        const { reason, criterionId } = decision;
        throw new AppError(reason, criterionId === undefined ? {} : { criterionId });
      }
      await take(caller, activityId, memberId);
      const { judged } = decision;
      const { points, maximum } = judged;
      const { twice, mark } = item;
      const { parts: before } = participant;
      const { limit } = twice || before.length > 0 ? await findTwice(scope, activityId) : ONCE;
      const next = advanceOf({ mark, twice, parts: before }, judged, '', limit);
      const version = versionOf(next.mark, judged, before.length === 1 ? next.parts : []);
      await write(caller, activityId, participant, version, next.parts);
      const waits = next.parts.length === 2 ? ('toSettle' as const) : ('firstDone' as const);
      const state = version.kind === 'part' ? waits : ('marked' as const);
      return { revision: expectedRevision + 1, points, maximum, state };
    },

    /**
     * Takes back what was said last: it counts no more.
     *
     * @throws AppError WORK_TAKEN, LEAD_SETTLES, STALE_REVISION, NOT_FOUND
     */
    async undo(
      caller: Caller,
      activityId: string,
      whom: Whom,
      command: { readonly expectedRevision: number; readonly reason: string },
    ): Promise<{ revision: number }> {
      const { participant, item } = await get(caller, activityId, idOf(veilOf, activityId, whom));
      const now = clock.now();
      const decision = decideUndo(item, command, markerOf(caller), now);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'unchanged') return { revision: item.revision };
      const { n, by, at, reason } = decision.mark;
      await write(caller, activityId, participant, { kind: 'undone', n, by, at, reason }, []);
      return { revision: item.revision + 1 };
    },
  };
}
