import type { SectionsWanted } from '../../contracts/sections.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import { mayKnow } from '../../core/name-promise.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { Activity, ActivityService } from '../activity/index.ts';
import type { CourseService, SectionQueries } from '../course/index.ts';
import type { ContributionStore } from './contributions.store.ts';
import { settingsOf } from './discussion-of.service.ts';
import { isGraded } from './grading.service.ts';
import {
  decideMark,
  formOf,
  isTaken,
  leaseUntil,
  type MarkContent,
  unmarked,
  whyNotWrite,
} from './marks.domain.ts';
import type { ParticipantMarkStore } from './marks.store.ts';
import { participantRow, participantView } from './marks.views.ts';
import type { MilestonesService } from './milestones.service.ts';

export interface MarksPorts {
  readonly activities: Pick<ActivityService, 'get' | 'getFor'>;
  readonly course: Pick<CourseService, 'findMembers' | 'listLearners'>;
  readonly sections: Pick<SectionQueries, 'filterFor'>;
  readonly contributions: ContributionStore;
  readonly marks: ParticipantMarkStore;
  readonly milestones: Pick<MilestonesService, 'standingsFrom'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** Where staff are promised not to know who writes, they cannot go through people. @throws AppError FORBIDDEN */
function requireNames(activity: Activity): void {
  if (settingsOf(activity).anonymity === 'full') throw new AppError('FORBIDDEN');
}

export type MarksService = ReturnType<typeof createMarksService>;

/** Goes through the members of a discussion with all they have written, and keeps what staff say of it. */
export function createMarksService(ports: MarksPorts) {
  const { activities, course, sections, contributions, marks, milestones, clock, eventsWritten } = ports;

  /** @throws AppError NOT_FOUND for who is no member of the course */
  async function get({ scope }: Caller, activityId: string, memberId: string) {
    const [activity, members, found] = await Promise.all([
      activities.get(scope, activityId),
      course.findMembers(scope, [memberId]),
      marks.find(scope, activityId, memberId),
    ]);
    requireNames(activity);
    if (members.length === 0) throw new AppError('NOT_FOUND', { kind: 'member' });
    return { participant: found ?? unmarked(memberId), criteria: settingsOf(activity).grading.criteria };
  }

  /** There is a document to write to, and it is the caller's. @throws AppError WORK_TAKEN */
  async function take({ scope, member }: Caller, activityId: string, memberId: string): Promise<Date> {
    const now = clock.now();
    const until = leaseUntil(now);
    if (!(await marks.take(scope, activityId, memberId, { by: member.id, until }, now)))
      throw new AppError('WORK_TAKEN');
    return until;
  }

  return {
    /** The learners of the course, or of the caller's sections, by name. @throws AppError NOT_FOUND */
    async list(
      caller: Caller,
      activityId: string,
      after: string | undefined,
      limit: number,
      wanted: SectionsWanted,
    ) {
      const { scope, member } = caller;
      const [activity, filter] = await Promise.all([
        activities.get(scope, activityId),
        sections.filterFor(caller, wanted),
      ]);
      requireNames(activity);
      const page = await course.listLearners(scope, after, limit, filter.memberIds);
      const ids = page.items.map(({ id }) => id);
      const [found, counts] = await Promise.all([
        marks.findMany(scope, activityId, ids),
        contributions.countWritten(scope, activityId, ids),
      ]);
      const now = clock.now();
      return {
        items: page.items.map((learner) => {
          const participant = found.get(learner.id) ?? unmarked(learner.id);
          return participantRow(
            participant,
            learner.name,
            counts.get(learner.id) ?? 0,
            isTaken(participant, member.id, now),
          );
        }),
        next: page.next,
        sections: filter.view,
        can: {
          zero: settingsOf(activity).grading.criteria.length > 0,
          excuse: caller.can('grade.override') && isGraded(activity),
        },
      };
    },

    /** One member with all they have written. @throws AppError NOT_FOUND */
    async read({ scope, member }: Caller, activityId: string, memberId: string) {
      const [{ activity, changes }, written, found] = await Promise.all([
        activities.getFor(scope, activityId, memberId),
        contributions.listWritten(scope, activityId, [memberId], true),
        marks.find(scope, activityId, memberId),
      ]);
      requireNames(activity);
      const participant = found ?? unmarked(memberId);
      const people = [
        memberId,
        ...written.flatMap(({ answered }) => (answered ? [answered.authorId] : [])),
        ...[participant.mark?.by, participant.lease?.by].filter((id) => id !== undefined),
      ];
      const members = await course.findMembers(scope, [...new Set(people)]);
      const names = new Map(members.map(({ id, name }) => [id, name]));
      if (!names.has(memberId)) throw new AppError('NOT_FOUND', { kind: 'member' });
      const standings = milestones.standingsFrom(activity, changes, memberId, written);
      const isBusy = isTaken(participant, member.id, clock.now());
      const { criteria } = settingsOf(activity).grading;
      // What was promised to stay without a name stays so, whatever is promised now.
      const known = written.filter(({ promise }) => mayKnow(promise, { isStaff: true }));
      const form = formOf(participant, member.id);
      return participantView({ participant, form, written: known, standings, names, criteria, isBusy });
    },

    /** Keeps a member for the caller. @throws AppError WORK_TAKEN, NOT_FOUND */
    async take(caller: Caller, activityId: string, memberId: string) {
      await get(caller, activityId, memberId);
      return { until: (await take(caller, activityId, memberId)).toISOString() };
    },

    /** @throws AppError WORK_TAKEN, STALE_REVISION, NOT_FOUND */
    async saveDraft(
      caller: Caller,
      activityId: string,
      memberId: string,
      content: MarkContent,
      expectedRevision: number,
    ) {
      const { participant } = await get(caller, activityId, memberId);
      const now = clock.now();
      const reason = whyNotWrite(participant, expectedRevision, caller.member.id, now);
      if (reason) throw new AppError(reason);
      const until = await take(caller, activityId, memberId);
      const draft = { ...content, by: caller.member.id, at: now };
      if (!(await marks.saveDraft(caller.scope, activityId, participant, draft, until)))
        throw new AppError('STALE_REVISION');
      return { revision: expectedRevision + 1, savedAt: now.toISOString() };
    },

    /**
     * Finishes what staff say of a member; the grade follows by the event where grades are released.
     *
     * @throws AppError WORK_TAKEN, STALE_REVISION, RATING_MISSING, RATING_OUT_OF_RANGE, NOTHING_RATED, NOT_FOUND
     */
    async finish(
      caller: Caller,
      activityId: string,
      memberId: string,
      content: MarkContent,
      expectedRevision: number,
    ) {
      const { scope, member } = caller;
      const { participant, criteria } = await get(caller, activityId, memberId);
      const now = clock.now();
      const command = { content, expectedRevision };
      const decision = decideMark(participant, criteria, command, member.id, now);
      if (decision.type === 'refuse') {
        const { reason, criterionId } = decision;
        throw new AppError(reason, criterionId === undefined ? {} : { criterionId });
      }
      await take(caller, activityId, memberId);
      const { mark } = decision;
      const { points, maximum, n } = mark;
      const subject = { kind: 'member', id: memberId };
      const data = { activityId, memberId, n, points, maximum };
      const event = courseEvent('discussion.marked', subject, caller, now, data);
      if (!(await marks.advance(scope, activityId, participant, mark, event)))
        throw new AppError('STALE_REVISION');
      eventsWritten();
      return { revision: expectedRevision + 1, points, maximum };
    },
  };
}
