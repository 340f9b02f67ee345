import type { CharterTexts } from '../../contracts/team-charter.ts';
import { CHARTER_SECTIONS } from '../../contracts/team-limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent } from '../../core/events.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { TeamRooms } from '../group-work/index.ts';
import { type CharterKey, decideAgree, decidePropose, missingOf } from './team-charter.domain.ts';
import type { CharterStore } from './team-charter.store.ts';
import { charterListView, charterView } from './team-charter.views.ts';

export interface CharterPorts {
  readonly rooms: Pick<TeamRooms, 'open' | 'openAll'>;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type CharterService = ReturnType<typeof createCharterService>;

const NO_TEXTS = Object.fromEntries(CHARTER_SECTIONS.map((section) => [section, ''])) as CharterTexts;

/** What groups agree on about working together (group-work.md item 2): written, put to everybody, agreed to by name. */
export function createCharterService(
  store: CharterStore,
  { rooms, course, clock, eventsWritten }: CharterPorts,
) {
  /** @throws AppError NOT_FOUND where the project asks for no charter; as the room */
  async function open(caller: Caller, { activityId, groupId }: CharterKey) {
    const room = await rooms.open(caller, activityId, groupId);
    const asked = room.project.team.charter;
    if (!asked) throw new AppError('NOT_FOUND', { kind: 'charter' });
    return { ...room, prompts: asked.prompts };
  }

  /** @throws AppError ACTIVITY_CLOSED; as `open` */
  async function writable(caller: Caller, key: CharterKey) {
    const [room, charter] = await Promise.all([open(caller, key), store.find(caller.scope, key)]);
    if (!room.canWrite) throw new AppError('ACTIVITY_CLOSED');
    return { room, charter };
  }

  async function get(caller: Caller, key: CharterKey) {
    const { scope, member } = caller;
    const [room, charter, earlier] = await Promise.all([
      open(caller, key),
      store.find(scope, key),
      store.listEarlier(scope, key),
    ]);
    const { project, group, prompts } = room;
    const current = charter?.current ?? null;
    const versions = [...(current ? [current] : []), ...earlier];
    const people = versions.flatMap(({ by, agreements }) => [by, ...agreements.map((one) => one.memberId)]);
    const shown = [...people, ...group.memberIds, ...(charter?.savedBy ? [charter.savedBy] : [])];
    const members = await course.findMembers(scope, [...new Set(shown)]);
    const canWrite = room.canWrite && caller.can('groupWork.write');
    const hasAgreed = current?.agreements.some(({ memberId }) => memberId === member.id);
    const unwritten = { draft: NO_TEXTS, revision: 0, savedBy: null, savedAt: null };
    return charterView({
      title: project.title,
      groupName: group.name,
      missing: current ? missingOf(current, group.memberIds) : [],
      prompts,
      current,
      earlier,
      draft: isStaff(member.role) ? null : (charter ?? unwritten),
      names: new Map(members.map(({ id, name }) => [id, name])),
      forId: member.id,
      can: { write: canWrite, agree: canWrite && hasAgreed === false },
    });
  }

  /** Stores what was decided, with its event. @throws AppError STALE_REVISION, CHARTER_EMPTY */
  async function carryOut(
    caller: Caller,
    { room: { group }, charter }: Awaited<ReturnType<typeof writable>>,
    decision: ReturnType<typeof decideAgree>,
    type: 'charter.proposed' | 'charter.agreed',
  ): Promise<void> {
    if (decision.type === 'refuse') throw new AppError(decision.reason);
    if (decision.type === 'unchanged' || !charter) return;
    const { activityId, groupId } = charter;
    const { version } = decision.current;
    const subject = { kind: 'charter', id: `${activityId}/${groupId}` };
    const memberIds = type === 'charter.agreed' ? [caller.member.id] : group.memberIds;
    const data = { activityId, groupId, version, memberIds };
    const event = courseEvent(type, subject, caller, clock.now(), data);
    if (!(await store.advance(caller.scope, charter, decision.current, event)))
      throw new AppError('STALE_REVISION');
    eventsWritten();
  }

  return {
    get,

    /** @throws AppError NOT_IN_GROUP, ACTIVITY_CLOSED, STALE_REVISION */
    async saveDraft(caller: Caller, key: CharterKey, texts: CharterTexts, expectedRevision: number) {
      await writable(caller, key);
      const at = clock.now();
      const saving = { revision: expectedRevision, by: caller.member.id, at };
      if (!(await store.saveDraft(caller.scope, key, texts, saving))) throw new AppError('STALE_REVISION');
      return { revision: expectedRevision + 1, savedAt: at.toISOString() };
    },

    /** @throws AppError NOT_IN_GROUP, ACTIVITY_CLOSED, CHARTER_EMPTY, STALE_REVISION */
    async propose(caller: Caller, key: CharterKey, expectedRevision: number) {
      const found = await writable(caller, key);
      const decision = decidePropose(found.charter, expectedRevision, caller.member.id, clock.now());
      await carryOut(caller, found, decision, 'charter.proposed');
      return get(caller, key);
    },

    /** @throws AppError NOT_IN_GROUP, ACTIVITY_CLOSED, STALE_REVISION where another version stands by now */
    async agree(caller: Caller, key: CharterKey, version: number) {
      const found = await writable(caller, key);
      const decision = decideAgree(found.charter, version, caller.member.id, clock.now());
      await carryOut(caller, found, decision, 'charter.agreed');
      return get(caller, key);
    },

    /** For staff: how far groups are, by their ids. @throws AppError NOT_FOUND */
    async list(caller: Caller, activityId: string, after: string | undefined, limit: number) {
      const [{ project, groups }, charters] = await Promise.all([
        rooms.openAll(caller, activityId),
        store.listOf(caller.scope, activityId),
      ]);
      const sorted = groups.toSorted((a, b) => (a.groupId < b.groupId ? -1 : 1));
      const rest = sorted.filter(({ groupId }) => after === undefined || groupId > after);
      const page = rest.slice(0, limit);
      const next = rest.length > limit ? (page.at(-1)?.groupId ?? null) : null;
      const lines = page.map(({ groupId, name, memberIds }) => {
        const current = charters.find((one) => one.groupId === groupId)?.current ?? null;
        const missing = current ? missingOf(current, memberIds).length : memberIds.length;
        return { groupId, name, members: memberIds.length, missing, current };
      });
      return charterListView(project.title, lines, next);
    },
  };
}
