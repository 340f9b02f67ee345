import type { RoomView } from '../../contracts/group-room.ts';
import { DECISION_VERSIONS_MAX } from '../../contracts/room-limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { RoomPort } from '../group-work/index.ts';
import {
  byDecision,
  type DecisionContent,
  type DecisionVersion,
  decideRecord,
} from './decision-log.domain.ts';
import type { DecisionStore } from './decision-log.store.ts';
import { decisionLogView } from './decision-log.views.ts';

export interface DecisionLogPorts {
  readonly rooms: RoomPort;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

interface Address {
  readonly activityId: string;
  readonly groupId: string;
}

export type DecisionLogService = ReturnType<typeof createDecisionLogService>;

/** What a group decides, and why (group-work.md item 3): amended by new versions, never deleted. */
export function createDecisionLogService(
  store: DecisionStore,
  { rooms, course, clock, eventsWritten }: DecisionLogPorts,
) {
  const open = (caller: Caller, address: Address) =>
    Promise.all([
      rooms.openRoom(caller, address.activityId, address.groupId),
      store.listOf(caller.scope, address),
    ]);

  async function view({ scope }: Caller, room: RoomView, versions: readonly DecisionVersion[]) {
    const named = [...new Set(versions.flatMap(({ by, presentIds }) => [by, ...presentIds]))];
    const people = named.length === 0 ? [] : await course.findMembers(scope, named);
    return decisionLogView(room, byDecision(versions), new Map(people.map(({ id, name }) => [id, name])));
  }

  return {
    /** @throws AppError NOT_FOUND, NOT_IN_GROUP, ACTIVITY_NOT_OPEN */
    async get(caller: Caller, address: Address) {
      return view(caller, ...(await open(caller, address)));
    },

    /** @throws AppError ACTIVITY_CLOSED, STALE_REVISION, DECISIONS_TOO_MANY, and as `get` */
    async record(
      caller: Caller,
      address: Address & { readonly decisionId: string },
      content: DecisionContent,
      expectedVersion: number,
    ) {
      const [room, versions] = await open(caller, address);
      if (!room.can.write) throw new AppError('ACTIVITY_CLOSED');
      const { decisionId, activityId, groupId } = address;
      const before = versions.filter((one) => one.decisionId === decisionId);
      // Who was there and has left stays named in what was written then.
      const known = new Set([
        ...room.members.map(({ memberId }) => memberId),
        ...before.flatMap(({ presentIds }) => presentIds),
      ]);
      const said = { ...content, presentIds: content.presentIds.filter((id) => known.has(id)) };
      const decision = decideRecord(versions, decisionId, said, expectedVersion, DECISION_VERSIONS_MAX);
      if (decision.type === 'unchanged') return view(caller, room, versions);
      if (decision.type === 'refuse') throw new AppError(decision.reason, { max: DECISION_VERSIONS_MAX });
      const at = clock.now();
      const { version } = decision;
      const one = { ...said, decisionId, version, by: caller.member.id, at };
      const about = { activityId, groupId, version, isRevoked: said.isRevoked };
      const event = courseEvent('decision.recorded', { kind: 'decision', id: decisionId }, caller, at, about);
      if (!(await store.insert(caller.scope, address, one, event))) throw new AppError('STALE_REVISION');
      eventsWritten();
      return view(caller, room, [...versions, one]);
    },
  };
}
