import type * as contract from '../../contracts/group-formation.ts';
import type { BodyOf, OwnSetView } from '../../contracts/group-sets.ts';
import { AppError } from '../../core/app-error.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { fingerprint } from '../../core/ids.ts';
import { doInSteps } from '../../core/in-steps.ts';
import { seededRandom } from '../../core/random.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AttributeStore } from './attributes.store.ts';
import type { SetChanges } from './change-set.service.ts';
import type { CourseStore } from './course.store.ts';
import { formGroups } from './form-groups.domain.ts';
import { type FormationPlan, planFormation } from './formation-plan.domain.ts';
import { proposalView } from './formation.views.ts';
import type { Formed, Move } from './groups.domain.ts';
import type { GroupStore } from './groups.store.ts';
import type { MembershipStore } from './memberships.store.ts';
import { changed, groupOf, newGroup, type OwnSet } from './own-sets.domain.ts';
import { requireNames } from './own-sets.service.ts';
import { proposalOf } from './proposal.domain.ts';
import type { SetBoards } from './set-board.service.ts';

interface Ports {
  readonly store: Pick<CourseStore, 'listAll'>;
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly attributes: AttributeStore;
  readonly changes: SetChanges;
  readonly boards: SetBoards;
}

type Apply = BodyOf<typeof contract.FormGroups>;

/** What learners are told of it: no values, and nobody whom a wish is about. */
const criteriaOf = ({ rules, formation }: FormationPlan): Pick<Formed, 'criteria' | 'hasPairs'> => ({
  criteria: rules.map(({ wanted, attribute }) => ({
    kind: wanted.kind,
    attribute: attribute.name,
    hours: wanted.kind === 'overlap' ? wanted.hours : null,
  })),
  hasPairs: formation.together.length + formation.apart.length > 0,
});

export type GroupFormer = ReturnType<typeof createGroupFormer>;

/** Groups by criteria, as a proposal first (spec/group-work.md, 1). */
export function createGroupFormer({ store, groups, memberships, attributes, changes, boards }: Ports) {
  /** @throws AppError GROUP_NAME_TAKEN, GROUPS_TOO_MANY, NOT_FOUND, BAD_REQUEST */
  async function draw(scope: CourseScope, set: OwnSet, wanted: contract.Formation) {
    const [present, members, open, known, described] = await Promise.all([
      groups.listActiveOfSet(scope, set.id),
      store.listAll(scope),
      memberships.listOpenOfSet(scope, set.id),
      attributes.list(scope),
      attributes.listPeople(scope),
    ]);
    const plan = planFormation(wanted, { present, members, open, attributes: known, described });
    if ('type' in plan) {
      if (plan.reason === 'WRONG_TYPE') throw new AppError('BAD_REQUEST', { field: 'rules' });
      throw new AppError('NOT_FOUND', { kind: 'memberAttribute' });
    }
    const fresh = plan.slots.filter(({ group }) => !group).map(({ name }) => name);
    requireNames(present, fresh);
    const found = await doInSteps(
      formGroups(plan.formation, seededRandom(`formation/${set.id}/${wanted.seed}`)),
    );
    const placed = plan.people.map(({ id }, person) => [id, found[person]]);
    const names = plan.slots.map(({ group, name }) => group?.id ?? name);
    const key = fingerprint([names, placed, wanted.rules, wanted.pairs]);
    return { plan, found, key, present, open };
  }

  return {
    /** @throws AppError GROUP_NAME_TAKEN, GROUPS_TOO_MANY, NOT_FOUND, BAD_REQUEST */
    async propose({ scope }: Caller, setId: string, wanted: contract.Formation) {
      const set = await changes.get(scope, setId);
      const { plan, found, key } = await draw(scope, set, wanted);
      return proposalView(proposalOf(plan, found), set.own.revision, key);
    },

    /** @throws AppError PROPOSAL_OUTDATED when other groups came out now, STALE_REVISION, NOT_FOUND, GROUPS_TOO_MANY */
    async form(
      caller: Caller,
      setId: string,
      { key, expectedRevision, ...wanted }: Apply,
    ): Promise<OwnSetView> {
      const { scope } = caller;
      const before = await changes.get(scope, setId);
      const { formed, revision } = before.own;
      // The same command once more, after an answer that was lost.
      if (formed?.key === key && formed.revision === revision && revision === expectedRevision + 1) {
        return boards.view(caller, before);
      }
      const set = await changes.change(scope, setId, expectedRevision, caller, async (now) => {
        const drawn = await draw(scope, now, wanted);
        if (drawn.key !== key) throw new AppError('PROPOSAL_OUTDATED');
        const { plan, found, open } = drawn;
        const fresh = plan.slots.map(({ group, name }) => group ?? newGroup(now, name, null));
        const where = groupOf(open);
        const moves = plan.people.flatMap(({ id }, person): Move[] => {
          const groupId = fresh[found[person] ?? -1]?.id;
          return groupId === undefined || groupId === where.get(id) ? [] : [{ memberId: id, groupId }];
        });
        const made = fresh.filter((_, index) => plan.slots[index]?.group === null);
        const concerned = new Set(plan.people.map(({ id }) => id));
        const waiting = now.own.waiting.filter(({ memberId }) => !concerned.has(memberId));
        const { criteria, hasPairs } = criteriaOf(plan);
        const data = { formed: true, criteria, groups: made.length, people: moves.length };
        return {
          ...changed({ groups: made, moves, waiting }, now, data),
          settings: {
            formed: { key, revision: now.own.revision + 1, criteria, hasPairs, waiting: now.own.waiting },
          },
        };
      });
      return boards.view(caller, set);
    },

    /**
     * Everybody back to where they were: memberships have dates, so that what was can be read. Groups that were made are
     * taken off.
     *
     * @throws AppError NOTHING_TO_UNDO when something has changed since, STALE_REVISION, NOT_FOUND
     */
    async undo(caller: Caller, setId: string, expectedRevision: number): Promise<OwnSetView> {
      const { scope } = caller;
      const set = await changes.change(scope, setId, expectedRevision, caller, async (now) => {
        const { formed, revision, changedAt } = now.own;
        if (formed?.revision !== revision) throw new AppError('NOTHING_TO_UNDO');
        const [present, open, former] = await Promise.all([
          groups.listActiveOfSet(scope, setId),
          memberships.listOpenOfSet(scope, setId),
          memberships.listAt(scope, setId, new Date(changedAt.getTime() - 1)),
        ]);
        const [is, was] = [groupOf(open), groupOf(former)];
        const moves = [...new Set([...is.keys(), ...was.keys()])]
          .map((memberId): Move => ({ memberId, groupId: was.get(memberId) ?? null }))
          .filter(({ memberId, groupId }) => groupId !== (is.get(memberId) ?? null));
        const then = { ...now, own: { ...now.own, revision: revision - 1 } };
        const made = present.filter(({ id, name }) => id === newGroup(then, name ?? '', null).id);
        const gone = made.map((group) => ({ ...group, status: 'gone' as const }));
        const data = { formed: false, groups: gone.length, people: moves.length };
        return {
          ...changed({ groups: gone, moves, waiting: formed.waiting }, now, data),
          settings: { formed: null },
        };
      });
      return boards.view(caller, set);
    },
  };
}
