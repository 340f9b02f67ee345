import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import { MAIN_COLUMN } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type Activity, type ActivityService, createGradeShowing } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { GradebookGrades } from '../gradebook/index.ts';
import { leaseEnd } from '../marking/index.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import type { FactorStore } from './factors.store.ts';
import { gradesView, markView, resultView } from './grading.views.ts';
import { counts, type DeliverableKey } from './group-work.domain.ts';
import { decideMark, formOf, isTaken, type MarkContent, unmarked } from './marks.domain.ts';
import type { DeliverableMarkStore } from './marks.store.ts';
import { settingsOf } from './settings-of.service.ts';

export interface GradingPorts {
  readonly activities: ActivityService;
  readonly access: AccessService;
  readonly deliverables: Pick<DeliverableStore, 'listOfMembers'>;
  readonly marks: DeliverableMarkStore;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly grades: Pick<GradebookGrades, 'findGradesIn'>;
  readonly factors: Pick<FactorStore, 'find'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

/** The key of the one column. */
export const COLUMN = MAIN_COLUMN;

/** Whether a project has a gradebook column that is filled here. */
export const isGraded = (activity: Pick<Activity, 'state' | 'points'>): boolean =>
  activity.state !== 'draft' && activity.points > 0;

export type GradingService = ReturnType<typeof createGradingService>;

/** What staff give groups at milestones, and showing the grades that come of it (group-work.md item 7). */
export function createGradingService(ports: GradingPorts) {
  const { activities, access, deliverables, marks, course, grades, factors, clock, eventsWritten } = ports;
  const showing = createGradeShowing(activities, clock, eventsWritten, isGraded);

  async function find(caller: Caller, key: DeliverableKey) {
    const [found, marked] = await Promise.all([
      access.deliverable(caller, key),
      marks.find(caller.scope, key),
    ]);
    const { handedIn } = found.deliverable;
    const counted = handedIn && counts(handedIn, found.dates, clock.now()) ? handedIn : null;
    return { ...found, counted, marked: marked ?? unmarked(key) };
  }

  async function readMark(caller: Caller, key: DeliverableKey) {
    const { milestone, counted, marked } = await find(caller, key);
    const memberIds = counted?.memberIds ?? [];
    const taken = isTaken(marked, caller.member.id, clock.now()) ? marked.lease : null;
    const people = [...memberIds, ...[marked.mark, taken].flatMap((one) => (one ? [one.by] : []))];
    const members = people.length === 0 ? [] : await course.findMembers(caller.scope, people);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const form = formOf(marked, milestone.criteria);
    return markView({ marked, form, milestone, memberIds, names, taken, canMark: counted !== null });
  }

  /** There is a document to write to, and it is the caller's. @throws AppError WORK_TAKEN */
  async function take({ scope, member }: Caller, key: DeliverableKey): Promise<Date> {
    const now = clock.now();
    const until = leaseEnd(now);
    if (!(await marks.take(scope, key, { by: member.id, until }, now))) throw new AppError('WORK_TAKEN');
    return until;
  }

  /** @throws AppError NOT_FOUND while nothing counts */
  async function findCounted(caller: Caller, key: DeliverableKey) {
    const { counted, ...found } = await find(caller, key);
    if (!counted) throw new AppError('NOT_FOUND', { kind: 'submission' });
    return { ...found, counted };
  }

  return {
    readMark,

    /** Keeps a group's work for the caller. @throws AppError WORK_TAKEN, NOT_FOUND while nothing counts */
    async take(caller: Caller, key: DeliverableKey) {
      await findCounted(caller, key);
      return { until: (await take(caller, key)).toISOString() };
    },

    /** What the caller does not hold stays as it is. @throws AppError NOT_FOUND */
    async giveBack({ scope, member }: Caller, key: DeliverableKey) {
      await activities.get(scope, key.activityId);
      return { givenBack: await marks.giveBack(scope, key, member.id) };
    },

    /**
     * Gives a group its points; the grades follow by the event where they are released.
     *
     * @throws AppError NOT_FOUND while nothing counts; WORK_TAKEN, STALE_REVISION, RATING_MISSING, RATING_OUT_OF_RANGE, NOTHING_RATED,
     * GRADE_OUT_OF_RANGE, NOT_IN_GROUP
     */
    async mark(caller: Caller, key: DeliverableKey, content: MarkContent, expectedRevision: number) {
      const { milestone, counted, marked } = await findCounted(caller, key);
      const now = clock.now();
      const marking = { marked, milestone, handedIn: counted };
      const decision = decideMark(marking, content, expectedRevision, caller.member.id, now);
      if (decision.type === 'refuse') {
        const { reason, criterionId } = decision;
        throw new AppError(reason, criterionId === undefined ? {} : { criterionId });
      }
      await take(caller, key);
      const { mark } = decision;
      const { activityId, groupId, n } = key;
      const event = courseEvent(
        'deliverable.marked',
        { kind: 'deliverable', id: `${activityId}/${groupId}/${n}` },
        caller,
        now,
        { ...key, memberIds: counted.memberIds, number: mark.n, points: mark.points, maximum: mark.maximum },
      );
      if (!(await marks.advance(caller.scope, marked, mark, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return readMark(caller, key);
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
        return given.flatMap(({ n: at, groupId, mark }) =>
          at === n && mark && isOwn(groupId) ? [{ n, title, criteria, mark }] : [],
        );
      });
      const grade = found.get(activityId)?.get(member.id) ?? null;
      return resultView(true, activity.title, grade, told, member.id, counted?.applied ?? null);
    },
  };
}
