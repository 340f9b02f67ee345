import type * as contract from '../../contracts/group-sets.ts';
import { GROUPS_PER_SET_MAX } from '../../contracts/limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { SetChanges } from './change-set.service.ts';
import { nameKeyOf, pageByName } from './course.service.ts';
import type { CourseStore } from './course.store.ts';
import { type Group, type Move, ownGroupOf } from './groups.domain.ts';
import { personView } from './groups.views.ts';
import type { GroupStore } from './groups.store.ts';
import { countsAsLearner } from './member.domain.ts';
import type { MembershipStore } from './memberships.store.ts';
import { changed, groupOf, newGroup, takenName } from './own-sets.domain.ts';
import type { SectionQueries } from './section-queries.service.ts';
import type { SetBoards } from './set-board.service.ts';
import { signUpOf } from './own-sets.views.ts';

interface Ports {
  readonly store: CourseStore;
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly changes: SetChanges;
  readonly boards: SetBoards;
  readonly sections: Pick<SectionQueries, 'sectionsOf'>;
}

/** @throws AppError GROUP_NAME_TAKEN, GROUPS_TOO_MANY */
export function requireNames(present: readonly Group[], names: readonly string[]): void {
  const taken = takenName(present, names);
  if (taken !== null) throw new AppError('GROUP_NAME_TAKEN', { name: taken });
  if (present.length + names.length > GROUPS_PER_SET_MAX) {
    throw new AppError('GROUPS_TOO_MANY', { most: GROUPS_PER_SET_MAX });
  }
}

export type OwnSetService = ReturnType<typeof createOwnSetService>;

/** Group sets that staff make here: by hand and at random (spec/group-work.md, 1). */
export function createOwnSetService(ports: Ports) {
  const { store, groups, memberships, changes, boards, sections } = ports;

  /** @throws AppError NOT_FOUND */
  async function getGroup(scope: CourseScope, setId: string, groupId: string): Promise<Group> {
    const [group] = await groups.findGroups(scope, [groupId]);
    if (group?.setId !== setId || group.status !== 'active')
      throw new AppError('NOT_FOUND', { kind: 'group' });
    return group;
  }

  return {
    async get(caller: Caller, setId: string) {
      return boards.view(caller, await changes.get(caller.scope, setId));
    },

    /** @throws AppError NOT_FOUND */
    async listUnplaced({ scope }: Caller, setId: string, after: string | undefined, limit: number) {
      const set = await changes.get(scope, setId);
      const { unplaced } = await boards.read(scope, set.id);
      const key = nameKeyOf(after);
      const rows = unplaced.filter(
        ({ sortName, id }) => !key || sortName > key.sortName || (sortName === key.sortName && id > key.id),
      );
      const { items, next } = pageByName(rows.slice(0, limit + 1), limit);
      const ids = items.map(({ id }) => id);
      const inSections = await sections.sectionsOf(scope, ids);
      return { items: items.map((member) => personView(member, inSections)), next };
    },

    /** @throws AppError STALE_REVISION, NOT_FOUND */
    async change(caller: Caller, setId: string, body: contract.BodyOf<typeof contract.ChangeGroupSet>) {
      const signUp = body.signUp && signUpOf(body.signUp);
      if (signUp?.opensAt && signUp.closesAt && signUp.closesAt <= signUp.opensAt) {
        throw new AppError('BAD_REQUEST', { field: 'closesAt' });
      }
      const set = await changes.change(caller.scope, setId, body.expectedRevision, caller, async (now) => ({
        ...changed({ ...(signUp?.waitingList !== true && { waiting: [] }) }, now, {
          hasLeaders: body.hasLeaders,
          signUp: body.signUp,
        }),
        settings: { name: body.name, hasLeaders: body.hasLeaders, signUp },
      }));
      return boards.view(caller, set);
    },

    /** @throws AppError STALE_REVISION, NOT_FOUND */
    async remove(caller: Caller, setId: string, expectedRevision: number): Promise<Record<string, never>> {
      const { scope } = caller;
      await changes.change(scope, setId, expectedRevision, caller, async () => {
        const [present, open] = await Promise.all([
          groups.listActiveOfSet(scope, setId),
          memberships.listOpenOfSet(scope, setId),
        ]);
        return {
          change: {
            groups: present.map((group) => ({ ...group, status: 'gone' as const })),
            moves: open.map(({ memberId }) => ({ memberId, groupId: null })),
            waiting: [],
          },
          settings: { status: 'gone', signUp: null },
          event: { type: 'groupSet.deleted', data: { groups: present.length, people: open.length } },
        };
      });
      return {};
    },

    /** @throws AppError GROUP_NAME_TAKEN, GROUPS_TOO_MANY, STALE_REVISION, NOT_FOUND */
    async addGroups(caller: Caller, setId: string, body: contract.BodyOf<typeof contract.AddGroups>) {
      const { scope } = caller;
      const set = await changes.change(scope, setId, body.expectedRevision, caller, async (now) => {
        requireNames(await groups.listActiveOfSet(scope, setId), body.names);
        const fresh = body.names.map((name) => newGroup(now, name, body.cap));
        return changed({ groups: fresh }, now, { added: fresh.map(({ id }) => id), cap: body.cap });
      });
      return boards.view(caller, set);
    },

    /** @throws AppError GROUP_NAME_TAKEN, STALE_REVISION, NOT_FOUND */
    async changeGroup(
      caller: Caller,
      setId: string,
      groupId: string,
      body: contract.BodyOf<typeof contract.ChangeGroup>,
    ) {
      const { scope } = caller;
      const { name, topic, cap, leaderId } = body;
      const set = await changes.change(scope, setId, body.expectedRevision, caller, async (now) => {
        const present = await groups.listActiveOfSet(scope, setId);
        const others = present.filter(({ id }) => id !== groupId);
        if (others.length === present.length) throw new AppError('NOT_FOUND', { kind: 'group' });
        requireNames(others, [name]);
        const group = ownGroupOf(scope.courseId, setId, groupId, name, { topic, cap, leaderId });
        return changed({ groups: [group] }, now, { groupId, cap, leaderId });
      });
      return boards.view(caller, set);
    },

    /** @throws AppError STALE_REVISION, NOT_FOUND */
    async removeGroup(caller: Caller, setId: string, groupId: string, expectedRevision: number) {
      const { scope } = caller;
      const set = await changes.change(scope, setId, expectedRevision, caller, async (now) => {
        const group = await getGroup(scope, setId, groupId);
        const open = await memberships.listOpenOfGroups(scope, [groupId]);
        const change = {
          groups: [{ ...group, status: 'gone' as const }],
          moves: open.map(({ memberId }) => ({ memberId, groupId: null })),
          waiting: now.own.waiting.filter((one) => one.groupId !== groupId),
        };
        return changed(change, now, { removed: groupId, people: open.length });
      });
      return boards.view(caller, set);
    },

    /**
     * Staff may overfill a group: its cap is for sign-up. Who is put somewhere waits no longer.
     *
     * @throws AppError MEMBER_NOT_LEARNING, STALE_REVISION, NOT_FOUND
     */
    async move(
      caller: Caller,
      setId: string,
      { moves, expectedRevision }: contract.BodyOf<typeof contract.MoveMembers>,
    ) {
      const { scope } = caller;
      const people = [...new Set(moves.map(({ memberId }) => memberId))];
      if (people.length < moves.length) throw new AppError('BAD_REQUEST', { field: 'moves' });
      const targets = [...new Set(moves.flatMap(({ groupId }) => groupId ?? []))];
      let undo: Move[] = [];
      const set = await changes.change(scope, setId, expectedRevision, caller, async (now) => {
        const [found, members, open] = await Promise.all([
          groups.findGroups(scope, targets),
          store.findMembers(scope, people),
          memberships.listOpenOfMembersIn(scope, setId, people),
        ]);
        const there = found.filter((group) => group.setId === setId && group.status === 'active');
        if (there.length < targets.length) throw new AppError('NOT_FOUND', { kind: 'group' });
        const learners = new Map(members.map((member) => [member.id, member]));
        // Who has left may be taken out, not put in.
        const stranger = moves.find(({ memberId, groupId }) => {
          const member = learners.get(memberId);
          return !member || (groupId !== null && !countsAsLearner(member));
        });
        if (stranger) throw new AppError('MEMBER_NOT_LEARNING', { memberId: stranger.memberId });
        const where = groupOf(open);
        undo = people.map((memberId) => ({ memberId, groupId: where.get(memberId) ?? null }));
        const waiting = now.own.waiting.filter(({ memberId }) => !people.includes(memberId));
        return changed({ moves, waiting }, now, { people: people.length });
      });
      return { ...(await boards.view(caller, set)), undo };
    },
  };
}
