import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { MAIN_COLUMN } from '../../core/ids.ts';
import type { VeilOf } from '../../core/veil.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type Activity, type ActivityService, createGradeShowing } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { GradebookGrades } from '../gradebook/index.ts';
import {
  advanceOf,
  canUndo,
  decideUndo,
  historyStep,
  isSeenBy,
  leaseEnd,
  markerOf,
  ONCE,
  partView,
  stageOf,
  type TwiceSettings,
  whyNot,
} from '../marking/index.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import type { FactorStore } from './factors.store.ts';
import { gradesView, markView, resultView } from './grading.views.ts';
import { counts, type DeliverableKey } from './group-work.domain.ts';
import { toItem, versionOf, type VersionWriter } from './marked-items.service.ts';
import { decideMark, formOf, isExcused, isTaken, type MarkContent, unmarked } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import { settingsOf } from './settings-of.service.ts';

/** When a group presented, and who of it was not there; null: everybody was, or it has not. */
type FindAbsent = (
  scope: CourseScope,
  activityId: string,
  groupId: string,
) => Promise<{ readonly at: Date; readonly memberIds: readonly string[] } | null>;

export interface GradingPorts {
  readonly activities: ActivityService;
  readonly access: AccessService;
  readonly deliverables: Pick<DeliverableStore, 'listOfMembers'>;
  readonly marks: DeliverableMarkStore;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly grades: Pick<GradebookGrades, 'findGradesIn'>;
  readonly factors: Pick<FactorStore, 'find'>;
  /** How works are marked by two people. */
  readonly findTwice: (scope: CourseScope, activityId: string) => Promise<TwiceSettings>;
  readonly findAbsent: FindAbsent;
  readonly write: VersionWriter;
  readonly veilOf: VeilOf;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** A group at a milestone; `hidden`: by an id that says nothing about it, and the answer is not to, either. */
export interface MarkPlace extends DeliverableKey {
  readonly hidden: boolean;
}

/** The key of the column with the total. */
export const COLUMN = MAIN_COLUMN;

/** Whether a project has a gradebook column that is filled here. */
export const isGraded = (activity: Pick<Activity, 'state' | 'points'>): boolean =>
  activity.state !== 'draft' && activity.points > 0;

export type GradingService = ReturnType<typeof createGradingService>;

/** What staff give groups at milestones, and showing the grades that come of it (group-work.md item 7). */
export function createGradingService(ports: GradingPorts) {
  const { activities, access, deliverables, marks, course, grades, factors } = ports;
  const { findTwice, findAbsent, write, veilOf, clock, eventsWritten } = ports;
  const showing = createGradeShowing(activities, clock, eventsWritten, isGraded);

  /** The group that an address names. */
  const keyOf = ({ activityId, groupId, n, hidden }: MarkPlace): DeliverableKey => ({
    activityId,
    groupId: hidden ? veilOf(activityId).show(groupId) : groupId,
    n,
  });

  async function withEarlier(caller: Caller, key: DeliverableKey) {
    const marked = (await marks.find(caller.scope, key)) ?? unmarked(key);
    const { newest } = marked;
    const earlier = newest ? await marks.listBefore(caller.scope, key, newest.n) : [];
    return { marked, versions: newest ? [newest, ...earlier] : [] };
  }

  async function find(caller: Caller, key: DeliverableKey) {
    const [found, known] = await Promise.all([access.deliverable(caller, key), withEarlier(caller, key)]);
    const { handedIn } = found.deliverable;
    const counted = handedIn && counts(handedIn, found.dates, clock.now()) ? handedIn : null;
    return { ...found, ...known, counted, item: toItem(caller.scope, known.marked) };
  }

  async function readMark(caller: Caller, place: MarkPlace) {
    const { scope, member } = caller;
    const key = keyOf(place);
    const [{ milestone, counted, marked, versions, item }, absent] = await Promise.all([
      find(caller, key),
      // Who was missing tells who they are.
      place.hidden ? null : findAbsent(scope, key.activityId, key.groupId),
    ]);
    // Who does not know who is in it gives nobody more or less.
    const memberIds = place.hidden ? [] : (counted?.memberIds ?? []);
    const now = clock.now();
    const taken = isTaken(marked, member.id, now) ? marked.lease : null;
    const history = versions.filter((version) => isSeenBy(version, item, member.id));
    const parts = [
      ...marked.parts,
      ...history.flatMap((one) => (one.kind === 'marked' ? (one.parts ?? []) : [])),
    ];
    const absentIds = absent?.memberIds ?? [];
    const people = [
      ...memberIds,
      ...absentIds,
      ...[...parts, ...history, taken].flatMap((one) => (one ? [one.by] : [])),
    ];
    const members = people.length === 0 ? [] : await course.findMembers(scope, [...new Set(people)]);
    const marker = markerOf(caller);
    const stage = stageOf(item, member.id, now);
    const isCounted = counted !== null;
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const form = formOf(marked, milestone.criteria);
    return markView(
      { marked, form, milestone, memberIds, absent, names, taken, hidden: place.hidden },
      {
        history: history.map((version) => historyStep(version, names)),
        stage,
        toSettle: stage === 'toSettle' ? marked.parts.map((part) => partView(part, names)) : [],
        canMark: isCounted,
        can: {
          mark: isCounted && whyNot(item, marker, now) === null,
          undo: taken === null && canUndo(item, marker),
        },
      },
    );
  }

  /** There is a document to write to, and it is the caller's. @throws AppError WORK_TAKEN */
  async function take({ scope, member }: Caller, key: DeliverableKey): Promise<Date> {
    const now = clock.now();
    const until = leaseEnd(now);
    if (!(await marks.take(scope, key, { by: member.id, until }, now))) throw new AppError('WORK_TAKEN');
    return until;
  }

  /** @throws AppError NOT_FOUND while nothing counts; WORK_TAKEN, SAME_MARKER, LEAD_SETTLES */
  async function findOpen(caller: Caller, key: DeliverableKey) {
    const { counted, ...found } = await find(caller, key);
    if (!counted) throw new AppError('NOT_FOUND', { kind: 'submission' });
    const reason = whyNot(found.item, markerOf(caller), clock.now());
    if (reason) throw new AppError(reason);
    return { ...found, counted };
  }

  return {
    readMark,

    /**
     * Keeps a group's work for the caller.
     *
     * @throws AppError NOT_FOUND while nothing counts; WORK_TAKEN, SAME_MARKER, LEAD_SETTLES
     */
    async take(caller: Caller, place: MarkPlace) {
      const key = keyOf(place);
      await findOpen(caller, key);
      return { until: (await take(caller, key)).toISOString() };
    },

    /** What the caller does not hold stays as it is. @throws AppError NOT_FOUND */
    async giveBack({ scope, member }: Caller, place: MarkPlace) {
      await activities.get(scope, place.activityId);
      return { givenBack: await marks.giveBack(scope, keyOf(place), member.id) };
    },

    /**
     * Gives a group its points, or one of two marks of it; the grades follow by the event where they are released. While
     * names are hidden, what single members get more or less stays as it is.
     *
     * @throws AppError NOT_FOUND while nothing counts; WORK_TAKEN, SAME_MARKER, LEAD_SETTLES, STALE_REVISION,
     * RATING_MISSING, RATING_OUT_OF_RANGE, NOTHING_RATED, GRADE_OUT_OF_RANGE, NOT_IN_GROUP
     */
    async mark(caller: Caller, place: MarkPlace, content: MarkContent, expectedRevision: number) {
      const key = keyOf(place);
      const { milestone, counted, marked, item } = await findOpen(caller, key);
      const now = clock.now();
      const { adjustments } = place.hidden ? formOf(marked, milestone.criteria) : content;
      const marking = { marked, milestone, handedIn: counted };
      const said = { ...content, adjustments };
      const decision = decideMark(marking, said, expectedRevision, caller.member.id, now);
      if (decision.type === 'refuse') {
        const { reason, criterionId } = decision;
        throw new AppError(reason, criterionId === undefined ? {} : { criterionId });
      }
      await take(caller, key);
      const judged = { ...decision.judged, ...(place.hidden && { isBlind: true }) };
      const { twice, parts: before } = marked;
      const { limit } = twice || before.length > 0 ? await findTwice(caller.scope, key.activityId) : ONCE;
      const next = advanceOf({ mark: item.mark, twice, parts: before }, judged, '', limit);
      const version = versionOf(next.mark, judged, before.length === 1 ? next.parts : []);
      await write(caller, marked, counted.memberIds, { version, parts: next.parts });
      return readMark(caller, place);
    },

    /**
     * Takes back what was given last: it counts no more.
     *
     * @throws AppError WORK_TAKEN, LEAD_SETTLES, STALE_REVISION, NOT_FOUND
     */
    async undo(
      caller: Caller,
      place: MarkPlace,
      command: { readonly expectedRevision: number; readonly reason: string },
    ) {
      const { marked, item, group, deliverable } = await find(caller, keyOf(place));
      const decision = decideUndo(item, command, markerOf(caller), clock.now());
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (decision.type === 'accept') {
        const { n, by, at, reason } = decision.mark;
        const version = { kind: 'undone', n, by, at, reason } as const;
        const memberIds = deliverable.handedIn?.memberIds ?? group.memberIds;
        await write(caller, marked, memberIds, { version, parts: [] });
      }
      return readMark(caller, place);
    },

    /** For staff. @throws AppError NOT_FOUND */
    read: async (caller: Caller, activityId: string) =>
      gradesView(showing.standingOf(caller, await activities.get(caller.scope, activityId))),

    release: showing.release,
    withdraw: showing.withdraw,
    runFinished: showing.runFinished,

    /** The caller's own grade, and what staff say to the group; both once grades are released. @throws as `project` */
    async result(caller: Caller, activityId: string) {
      const { scope, member } = caller;
      const activity = await access.project(caller, activityId);
      if (activity.phase !== 'released') return resultView(false, activity.title, null, [], member.id, null);
      const [found, own, counted] = await Promise.all([
        grades.findGradesIn(scope, [activityId], [member.id]),
        deliverables.listOfMembers(scope, activityId, [member.id]),
        factors.find(scope, activityId),
      ]);
      const groupIds = [...new Set(own.map(({ groupId }) => groupId))];
      const given = groupIds.length === 0 ? [] : await marks.listOfGroups(scope, activityId, groupIds);
      const told = settingsOf(activity).milestones.flatMap(({ n, title, criteria }) => {
        const isOwn = (groupId: string) => own.some((one) => one.groupId === groupId && one.n === n);
        return given.flatMap((one) =>
          one.n === n && (one.mark ?? isExcused(one)) && isOwn(one.groupId)
            ? [{ n, title, criteria, mark: one.mark }]
            : [],
        );
      });
      const grade = found.get(activityId)?.get(member.id) ?? null;
      return resultView(true, activity.title, grade, told, member.id, counted?.applied ?? null);
    },
  };
}
