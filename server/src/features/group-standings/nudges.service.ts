import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { TeamRooms } from '../group-work/index.ts';
import type { NoticeSource } from '../notices/index.ts';
import { decideNudge, isRecent } from './nudges.domain.ts';
import type { NudgeStore } from './nudges.store.ts';

export interface NudgePorts {
  readonly rooms: Pick<TeamRooms, 'open' | 'findRunning'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

interface Place {
  readonly activityId: string;
  readonly groupId: string;
}

export type NudgeService = ReturnType<typeof createNudgeService>;

/** What staff write to groups. */
export function createNudgeService(store: NudgeStore, { rooms, course, clock, eventsWritten }: NudgePorts) {
  return {
    /** @throws AppError NOT_FOUND */
    async preview(caller: Caller, { activityId, groupId }: Place) {
      const { scope } = caller;
      const [{ group }, last] = await Promise.all([
        rooms.open(caller, activityId, groupId),
        store.findLast(scope, activityId, groupId),
      ]);
      const members = await course.findMembers(scope, [...group.memberIds, ...(last ? [last.by] : [])]);
      const names = new Map(members.map(({ id, name }) => [id, name]));
      const nameOf = (id: string): string | null => names.get(id) ?? null;
      return {
        people: group.memberIds.map(nameOf),
        last: last && { at: last.at.toISOString(), by: nameOf(last.by), text: last.text },
        isRecent: isRecent(last, clock.now()),
      };
    },

    /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN for a draft, ACTIVITY_CLOSED, STALE_REVISION when others nudge at the same moment */
    async nudge(caller: Caller, place: Place, wanted: { nudgeId: string; text: string; again: boolean }) {
      const { activityId, groupId } = place;
      const [{ group, project }, last] = await Promise.all([
        rooms.open(caller, activityId, groupId),
        store.findLast(caller.scope, activityId, groupId),
      ]);
      if (project.state !== 'published')
        throw new AppError(project.state === 'closed' ? 'ACTIVITY_CLOSED' : 'ACTIVITY_NOT_OPEN');
      const at = clock.now();
      const decision = decideNudge(last, wanted, at);
      if (decision.type === 'done') return { told: decision.last.memberIds.length, lately: null };
      if (decision.type === 'lately') return { told: 0, lately: decision.last.at.toISOString() };
      const { memberIds } = group;
      const { nudgeId, text } = wanted;
      const nudge = { ...place, nudgeId, k: decision.k, memberIds, text, by: caller.member.id, at };
      const subject = { kind: 'groupNudge', id: nudgeId };
      const event = courseEvent('group.nudged', subject, caller, at, { ...place, nudgeId, memberIds, text });
      if (!(await store.add(caller.scope, nudge, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return { told: memberIds.length, lately: null };
    },
  };
}

/** Tells those who were in the group when it was nudged what staff have written: once. */
export const createNudgeNotices = ({ findRunning }: Pick<TeamRooms, 'findRunning'>): NoticeSource => ({
  name: 'groupNudges',
  async read(scope, events) {
    const told = await Promise.all(
      events
        .filter(({ type }) => type === 'group.nudged')
        .map(async ({ at, data }) => {
          const activityId = String(data['activityId']);
          const running = await findRunning(scope, activityId);
          return {
            type: 'tell' as const,
            announcement: {
              key: `groupNudge/${String(data['nudgeId'])}`,
              activityId,
              title: running?.project.title ?? '',
              task: null,
              at,
              until: null,
            },
            recipients: (data['memberIds'] as readonly string[]).map((memberId) => ({
              memberId,
              content: { kind: 'groupNudged' as const, text: String(data['text']) },
            })),
          };
        }),
    );
    return told.filter(({ announcement }) => announcement.title !== '');
  },
});
