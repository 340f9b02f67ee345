import type * as contract from '../../contracts/group-sets.ts';
import { seededRandom } from '../../core/random.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { SetChanges } from './change-set.service.ts';
import type { GroupStore } from './groups.store.ts';
import { personView } from './groups.views.ts';
import { changed, countSeats, drawGroups, freshNames, newGroup, type OwnSet } from './own-sets.domain.ts';
import { requireNames } from './own-sets.service.ts';
import type { SectionQueries } from './section-queries.service.ts';
import type { SetBoards } from './set-board.service.ts';

interface Ports {
  readonly groups: GroupStore;
  readonly changes: SetChanges;
  readonly boards: SetBoards;
  readonly sections: Pick<SectionQueries, 'sectionsOf'>;
}

type Preview = contract.BodyOf<typeof contract.PreviewRandomGroups>;
type Make = contract.BodyOf<typeof contract.MakeRandomGroups>;

export type GroupDrawer = ReturnType<typeof createGroupDrawer>;

/** Groups by chance, as a proposal first (spec/group-work.md, 1). */
export function createGroupDrawer({ groups, changes, boards, sections }: Ports) {
  async function draw({ scope }: Caller, set: OwnSet, { into, nameOfNew, seed }: Preview) {
    const [present, { open, unplaced }] = await Promise.all([
      groups.listActiveOfSet(scope, set.id),
      boards.read(scope, set.id),
    ]);
    const people = unplaced.map(({ id }) => id).sort();
    const seats = { groups: present, taken: countSeats(open) };
    const random = seededRandom(`groups/${set.id}/${seed}`);
    const drawn = drawGroups(seats, people, into, random, freshNames(nameOfNew, present));
    const fresh = drawn.groups.filter(({ group }) => !group).map(({ name }) => name);
    requireNames(present, fresh);
    return { ...drawn, people: new Map(unplaced.map((person) => [person.id, person])) };
  }

  return {
    /** @throws AppError GROUP_NAME_TAKEN, GROUPS_TOO_MANY, NOT_FOUND */
    async preview(caller: Caller, setId: string, wanted: Preview) {
      const set = await changes.get(caller.scope, setId);
      const drawn = await draw(caller, set, wanted);
      const inSections = await sections.sectionsOf(caller.scope, [...drawn.people.keys()]);
      return {
        revision: set.own.revision,
        groups: drawn.groups.map(({ group, name, present, joining }) => ({
          name,
          isNew: !group,
          present,
          joining: joining
            .flatMap((id) => drawn.people.get(id) ?? [])
            .map((person) => personView(person, inSections)),
        })),
        left: drawn.left.length,
      };
    },

    /** @throws AppError GROUP_NAME_TAKEN, GROUPS_TOO_MANY, STALE_REVISION, NOT_FOUND */
    async make(caller: Caller, setId: string, wanted: Make) {
      const { scope } = caller;
      const set = await changes.change(scope, setId, wanted.expectedRevision, caller, async (now) => {
        const drawn = await draw(caller, now, wanted);
        const filled = drawn.groups.map(({ group, name, joining }) => ({
          group: group ?? newGroup(now, name, null),
          isNew: !group,
          joining,
        }));
        const moves = filled.flatMap(({ group, joining }) =>
          joining.map((memberId) => ({ memberId, groupId: group.id })),
        );
        const fresh = filled.filter(({ isNew }) => isNew).map(({ group }) => group);
        const placed = new Set(moves.map(({ memberId }) => memberId));
        const waiting = now.own.waiting.filter(({ memberId }) => !placed.has(memberId));
        const data = { seed: wanted.seed, groups: fresh.length, people: moves.length };
        return changed({ groups: fresh, moves, waiting }, now, data);
      });
      return boards.view(caller, set);
    },
  };
}
