import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import { isStaff } from '../../core/roles.ts';
import { ACTIONS_MAX, LESSONS_MAX } from '../../contracts/team-limits.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { TeamRooms } from '../group-work/index.ts';
import {
  decideAction,
  type Lesson,
  lookedBackOn,
  shownActions,
  type TeamAction,
  type Texts,
} from './retrospectives.domain.ts';
import type { RetrospectiveStore } from './retrospectives.store.ts';
import { retrospectiveView } from './retrospectives.views.ts';

export interface RetrospectivePorts {
  readonly rooms: Pick<TeamRooms, 'open' | 'openProject' | 'nameMany'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

/** One group of a project. */
interface Place {
  readonly activityId: string;
  readonly groupId: string;
}

export type RetrospectiveService = ReturnType<typeof createRetrospectiveService>;

/** How groups look back on a milestone, and what they will do about it (group-work.md item 8). */
export function createRetrospectiveService(
  store: RetrospectiveStore,
  { rooms, course, clock, eventsWritten }: RetrospectivePorts,
) {
  /** @throws AppError NOT_FOUND where the project has no retrospectives; FORBIDDEN for staff who may not look on */
  async function open(caller: Caller, { activityId, groupId }: Place) {
    const room = await rooms.open(caller, activityId, groupId);
    const asked = room.project.team.retrospective;
    if (!asked) throw new AppError('NOT_FOUND', { kind: 'retrospective' });
    if (isStaff(caller.member.role) && !asked.staffLookOn) throw new AppError('FORBIDDEN');
    return { ...room, asked };
  }

  /** @throws AppError ACTIVITY_CLOSED, NOT_FOUND for a milestone that is not there */
  async function writable(caller: Caller, place: Place, n: number) {
    const room = await open(caller, place);
    if (!room.canWrite) throw new AppError('ACTIVITY_CLOSED');
    if (!room.project.milestones.some((one) => one.n === n))
      throw new AppError('NOT_FOUND', { kind: 'milestone' });
    return room;
  }

  async function get(caller: Caller, place: Place, wanted?: number) {
    const { scope, member } = caller;
    const { project, group, asked, canWrite } = await open(caller, place);
    const n = wanted ?? lookedBackOn(project.milestones, clock.now());
    if (n === null || !project.milestones.some((one) => one.n === n))
      throw new AppError('NOT_FOUND', { kind: 'milestone' });
    const [notes, all, lessons] = await Promise.all([
      store.listNotes(scope, { ...place, n }),
      store.listActions(scope, place.activityId, place.groupId),
      store.listLessonsOf(scope, place.activityId, place.groupId),
    ]);
    const actions = shownActions(all, n);
    const people = [
      ...group.memberIds,
      ...notes.map(({ memberId }) => memberId),
      ...actions.map(({ ownerId }) => ownerId),
    ];
    const members = await course.findMembers(scope, [...new Set(people)]);
    return retrospectiveView({
      title: project.title,
      groupName: group.name,
      staffLookOn: asked.staffLookOn,
      n,
      milestones: project.milestones,
      memberIds: group.memberIds,
      notes,
      actions,
      lessons: lessons.filter((one) => one.n === n),
      names: new Map(members.map(({ id, name }) => [id, name])),
      forId: member.id,
      isForStaff: isStaff(member.role),
      can: { write: canWrite && caller.can('groupWork.write') },
    });
  }

  return {
    get,

    /** @throws AppError NOT_IN_GROUP, ACTIVITY_CLOSED, STALE_REVISION */
    async saveNote(caller: Caller, place: Place, n: number, texts: Texts, expectedRevision: number) {
      await writable(caller, place, n);
      const { activityId, groupId } = place;
      const memberId = caller.member.id;
      const savedAt = clock.now();
      const subject = { kind: 'retrospective', id: `${activityId}/${groupId}/${n}` };
      const data = { activityId, groupId, n, memberIds: [memberId] };
      const event = courseEvent('retrospective.written', subject, caller, savedAt, data);
      const note = { activityId, groupId, n, memberId, texts, savedAt };
      if (!(await store.saveNote(caller.scope, note, expectedRevision, event)))
        throw new AppError('STALE_REVISION');
      if (expectedRevision === 0) eventsWritten();
      return { revision: expectedRevision + 1, savedAt: savedAt.toISOString() };
    },

    /** @throws AppError NOT_IN_GROUP also for the owner, ACTIVITY_CLOSED, STALE_REVISION, TEAM_LIST_FULL */
    async saveAction(
      caller: Caller,
      place: Place,
      wanted: Omit<TeamAction, 'revision' | 'activityId' | 'groupId'>,
      expectedRevision: number,
    ) {
      const { activityId, groupId } = place;
      const [{ group }, all] = await Promise.all([
        writable(caller, place, wanted.n),
        store.listActions(caller.scope, activityId, groupId),
      ]);
      const before = all.find(({ actionId }) => actionId === wanted.actionId) ?? null;
      if (!before && all.length >= ACTIONS_MAX) throw new AppError('TEAM_LIST_FULL', { max: ACTIONS_MAX });
      const decision = decideAction(before, wanted, group.memberIds, expectedRevision);
      if (decision !== 'accept') throw new AppError(decision);
      const action = { ...wanted, activityId, groupId, revision: expectedRevision + 1 };
      const subject = { kind: 'teamAction', id: action.actionId };
      const memberIds = [...new Set([action.ownerId, before?.ownerId ?? action.ownerId])];
      const data = { activityId, groupId, n: action.n, state: action.state, memberIds };
      const event = courseEvent('teamAction.saved', subject, caller, clock.now(), data);
      if (!(await store.saveAction(caller.scope, action, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return get(caller, place, wanted.n);
    },

    /** @throws AppError NOT_IN_GROUP, ACTIVITY_CLOSED, TEAM_LIST_FULL */
    async offerLesson(
      caller: Caller,
      place: Place,
      offered: Pick<Lesson, 'lessonId' | 'n' | 'title' | 'text'>,
    ) {
      const { activityId, groupId } = place;
      const [, all] = await Promise.all([
        writable(caller, place, offered.n),
        store.listLessonsOf(caller.scope, activityId, groupId),
      ]);
      if (all.length >= LESSONS_MAX) throw new AppError('TEAM_LIST_FULL', { max: LESSONS_MAX });
      const offeredAt = clock.now();
      const lesson: Lesson = { ...offered, activityId, groupId, offeredAt, state: 'offered' };
      const subject = { kind: 'lesson', id: offered.lessonId };
      const data = { activityId, groupId, n: offered.n, memberIds: [] };
      const event = courseEvent('lesson.offered', subject, caller, offeredAt, data);
      if (await store.addLesson(caller.scope, lesson, event)) eventsWritten();
      return get(caller, place, offered.n);
    },
  };
}
