import type { SectionsWanted } from '../../contracts/sections.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { mayKnow } from '../../core/name-promise.ts';
import type { VeilOf } from '../../core/veil.ts';
import { signOf } from '../../core/work-sign.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService, SectionQueries } from '../course/index.ts';
import { canUndo, isSeenBy, markerOf, stageOf, whyNot } from '../marking/index.ts';
import type { ContributionStore } from './contributions.store.ts';
import { settingsOf } from './discussion-of.service.ts';
import { isGraded } from './grading.service.ts';
import { idOf, itemOf, requireNames, toMark, type Whom } from './marked-items.service.ts';
import { formOf, isTaken, unmarked } from './marks.domain.ts';
import type { ParticipantMarkStore } from './marks.store.ts';
import { type Called, participantRow, participantView } from './marks.views.ts';
import type { MilestonesService } from './milestones.service.ts';
import { mentionedAs, whereStanding } from './written-posts.domain.ts';

export interface MarksPorts {
  readonly activities: Pick<ActivityService, 'get' | 'getFor'>;
  readonly course: Pick<CourseService, 'findMembers' | 'listLearners'>;
  readonly sections: Pick<SectionQueries, 'filterFor'>;
  readonly contributions: ContributionStore;
  readonly marks: ParticipantMarkStore;
  readonly milestones: Pick<MilestonesService, 'standingsFrom'>;
  readonly veilOf: VeilOf;
  readonly clock: Clock;
}

interface ListQuery {
  readonly after: string | undefined;
  readonly limit: number;
  readonly hidden: boolean;
  readonly sections: SectionsWanted;
}

export type MarksService = ReturnType<typeof createMarksService>;

/** Goes through the members of a discussion with all they have written, and what staff say of it. */
export function createMarksService(ports: MarksPorts) {
  const { activities, course, sections, contributions, marks, milestones, veilOf, clock } = ports;

  function calledBy(activityId: string, memberId: string, name: string | null, hidden: boolean): Called {
    const hiddenId = veilOf(activityId).hide(memberId);
    return { id: hidden ? hiddenId : memberId, name: hidden ? null : name, sign: signOf(hiddenId) };
  }

  return {
    /**
     * The learners of the course, or of the caller's sections, by name; while hidden, the order of a page tells nothing.
     *
     * @throws AppError NOT_FOUND
     */
    async list(caller: Caller, activityId: string, { after, limit, hidden, sections: wanted }: ListQuery) {
      const { scope, member } = caller;
      const [activity, filter] = await Promise.all([
        activities.get(scope, activityId),
        sections.filterFor(caller, wanted),
      ]);
      requireNames(activity);
      const { criteria } = settingsOf(activity).grading;
      const veil = veilOf(activityId);
      // Where one page ends is told by a name.
      const from = hidden && after !== undefined ? (veil.showText(after) ?? '') : after;
      const page = await course.listLearners(scope, from, limit, filter.memberIds);
      const ids = page.items.map(({ id }) => id);
      const [found, counts] = await Promise.all([
        marks.findMany(scope, activityId, ids),
        contributions.countWritten(scope, activityId, ids),
      ]);
      const now = clock.now();
      const rows = page.items.map((learner) => {
        const participant = found.get(learner.id) ?? unmarked(learner.id);
        const called = calledBy(activityId, learner.id, learner.name, hidden);
        return participantRow(participant, called, counts.get(learner.id) ?? 0, {
          readerId: member.id,
          isTaken: isTaken(participant, member.id, now),
          stage: stageOf(itemOf(scope, activityId, participant, criteria), member.id, now),
        });
      });
      return {
        hidden,
        items: hidden ? rows.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1)) : rows,
        next: hidden && page.next !== null ? veil.hideText(page.next) : page.next,
        sections: filter.view,
        can: {
          zero: criteria.length > 0,
          excuse: caller.can('grade.override') && isGraded(activity),
        },
      };
    },

    /** One member with all they have written. @throws AppError NOT_FOUND */
    async read(caller: Caller, activityId: string, whom: Whom) {
      const { scope, member } = caller;
      const { hidden } = whom;
      const memberId = idOf(veilOf, activityId, whom);
      const [{ activity, changes }, written, found] = await Promise.all([
        activities.getFor(scope, activityId, memberId),
        contributions.listWritten(scope, activityId, [memberId], true),
        marks.find(scope, activityId, memberId),
      ]);
      requireNames(activity);
      const participant = found ?? unmarked(memberId);
      const { newest } = participant;
      const earlier = newest ? await marks.listBefore(scope, activityId, memberId, newest.n) : [];
      const { grading, approval } = settingsOf(activity);
      const { criteria } = grading;
      const item = itemOf(scope, activityId, participant, criteria);
      const all = newest ? [newest, ...earlier] : [];
      const versions = all.filter((version) => isSeenBy(toMark(version), item, member.id));
      const people = [
        memberId,
        ...versions.map(({ by }) => by),
        ...participant.parts.map(({ by }) => by),
        ...versions.flatMap((version) =>
          version.kind === 'marked' ? (version.parts ?? []).map(({ by }) => by) : [],
        ),
        ...written.flatMap(({ answered }) => (answered ? [answered.authorId] : [])),
        ...(participant.lease ? [participant.lease.by] : []),
      ];
      const members = await course.findMembers(scope, [...new Set(people)]);
      const names = new Map(members.map(({ id, name }) => [id, name]));
      if (!names.has(memberId)) throw new AppError('NOT_FOUND', { kind: 'member' });
      const standings = milestones.standingsFrom(activity, changes, memberId, written);
      const now = clock.now();
      const isBusy = isTaken(participant, member.id, now);
      const marker = markerOf(caller);
      // What was promised to stay without a name stays so, whatever is promised now.
      const known = written.filter(({ promise }) => mayKnow(promise, { isStaff: true }));
      const called = calledBy(activityId, memberId, names.get(memberId) ?? null, hidden);
      if (hidden) names.delete(memberId);
      const begun = formOf(participant, member.id);
      const form = { ...begun, posts: whereStanding(begun.posts, written) };
      return participantView({
        called,
        hidden,
        participant,
        versions,
        form,
        written: hidden ? known.map((post) => mentionedAs(post, memberId, called.id)) : known,
        standings,
        names,
        criteria,
        approval,
        isBusy,
        twice: item.twice,
        stage: stageOf(item, member.id, now),
        can: { mark: whyNot(item, marker, now) === null, undo: !isBusy && canUndo(item, marker) },
      });
    },
  };
}
