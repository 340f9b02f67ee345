import type { MyGroupSetView } from '../../contracts/group-sets.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { SetChanges } from './change-set.service.ts';
import type { CourseStore } from './course.store.ts';
import type { GroupStore } from './groups.store.ts';
import { countsAsLearner } from './member.domain.ts';
import type { MembershipStore } from './memberships.store.ts';
import { decideChoice, isOpen, isOwn, leadersOf, type OwnSet } from './own-sets.domain.ts';
import { myGroupSetView } from './own-sets.views.ts';

interface Ports {
  readonly store: CourseStore;
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly changes: SetChanges;
  readonly clock: Clock;
}

export type SignUpService = ReturnType<typeof createSignUpService>;

/** Learners choose their groups by themselves (spec/group-work.md, 1). */
export function createSignUpService({ store, groups, memberships, changes, clock }: Ports) {
  /** Three round trips, however many sets they are. */
  async function views(
    scope: CourseScope,
    sets: readonly OwnSet[],
    memberId: string,
  ): Promise<MyGroupSetView[]> {
    const ids = sets.map(({ id }) => id);
    const [present, open] = await Promise.all([
      groups.listActiveOfSets(scope, ids),
      memberships.listOpenOfSets(scope, ids),
    ]);
    const [groupsOf, openOf] = [groupBy(present, ({ setId }) => setId), groupBy(open, ({ setId }) => setId)];
    const mine = new Set(open.flatMap((one) => (one.memberId === memberId ? [one.groupId] : [])));
    const withSignUp = new Set(sets.filter(({ own }) => own.signUp !== null).map(({ id }) => id));
    const seen = open.filter(({ setId, groupId }) => withSignUp.has(setId) || mine.has(groupId));
    const people = await store.findMembers(scope, [...new Set(seen.map((one) => one.memberId))]);
    const byId = new Map(people.map((person) => [person.id, person]));
    return sets.map((set) => {
      const [its, members] = [groupsOf.get(set.id) ?? [], openOf.get(set.id) ?? []];
      return myGroupSetView(set, its, members, byId, memberId, {
        isOpen: set.own.signUp !== null && isOpen(set.own.signUp, clock.now()),
        leaders: leadersOf(set, its, members),
      });
    });
  }

  return {
    /** Sets in which the learner is in a group, or may choose one. */
    async list({ scope, member }: Caller): Promise<{ items: MyGroupSetView[] }> {
      const [sets, mine] = await Promise.all([
        groups.listSets(scope),
        memberships.listOpenOfMembers(scope, [member.id]),
      ]);
      const own = sets
        .filter(isOwn)
        .filter(
          (set) =>
            set.own.status === 'active' &&
            (set.own.signUp !== null || mine.some(({ setId }) => setId === set.id)),
        );
      return { items: own.length === 0 ? [] : await views(scope, own, member.id) };
    },

    /** @throws AppError SIGN_UP_CLOSED, SIGN_UP_FINAL, GROUP_FULL, MEMBER_NOT_LEARNING, NOT_FOUND */
    async choose(caller: Caller, setId: string, groupId: string | null): Promise<MyGroupSetView> {
      const { scope, member } = caller;
      await changes.changeAsItIs(scope, setId, caller, async ({ own }) => {
        const [[me], open, found, counts] = await Promise.all([
          store.findMembers(scope, [member.id]),
          memberships.listOpenOfMembersIn(scope, setId, [member.id]),
          groups.findGroups(scope, groupId === null ? [] : [groupId]),
          memberships.countOpenOfGroups(scope, groupId === null ? [] : [groupId]),
        ]);
        // Who left a moment ago makes room: they take none.
        if (!me || !countsAsLearner(me)) throw new AppError('MEMBER_NOT_LEARNING');
        const to = found.find((group) => group.setId === setId && group.status === 'active') ?? null;
        if (groupId !== null && !to) throw new AppError('NOT_FOUND', { kind: 'group' });
        const { signUp, waiting } = own;
        const from = open[0]?.groupId ?? null;
        const taken = (groupId !== null && counts.get(groupId)) || 0;
        const decision = decideChoice({ signUp, waiting, from, taken }, member.id, to, clock.now());
        if (decision.type === 'refuse') throw new AppError(decision.reason);
        if (decision.type === 'repeated') return null;
        const { moves } = decision.change;
        return {
          change: { groups: [], ...decision.change },
          event: { type: 'group.chosen', data: { groupId, waits: moves.length === 0 } },
        };
      });
      const [view] = await views(scope, [await changes.get(scope, setId)], member.id);
      if (!view) throw new Error('a set has no view');
      return view;
    },
  };
}
