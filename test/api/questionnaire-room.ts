import type { OwnSetView } from '../../server/src/contracts/group-sets.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from '../factories/browserless.ts';
import { type ApiStack, startApiStack } from '../factories/roundtable.ts';

/** A course with an instructor and some learners of its own, for questionnaires. */
export interface Room {
  readonly stack: ApiStack;
  readonly staff: ApiSession;
  readonly learners: readonly ApiSession[];
  readonly learner: (index: number) => ApiSession;
  /** The learners' names. */
  readonly names: readonly string[];
}

/** @param configuration further variables of the tool’s environment */
export async function openRoom(
  count: number,
  configuration: Readonly<Record<string, string>> = {},
): Promise<Room> {
  const stack = await startApiStack('strict', configuration);
  const linkId = stack.simulator.addResourceLink(stack.course, { title: 'Plain' }).id;
  const staff = await stack.open(stack.person('instructor'), linkId);
  const learners: ApiSession[] = [];
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const [givenName, familyName] = [`Given${index}`, `Family${index}`];
    const person = stack.simulator.addPerson(stack.course, { role: 'learner', givenName, familyName });
    names.push(`${givenName} ${familyName}`);
    learners.push(await stack.open(person, linkId));
  }
  const learner = (index: number): ApiSession => {
    const found = learners[index];
    if (!found) throw new Error(`no learner ${index}`);
    return found;
  };
  return { stack, staff, learners, learner, names };
}

/** Somebody new in the course who observes one of the room's learners. */
export async function openObserver({ stack, names }: Pick<Room, 'stack' | 'names'>, index: number) {
  const isThey = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
    `${givenName} ${familyName}` === names[index];
  const learner = stack.simulator.peopleWith(stack.course, 'learner').find(isThey);
  const parent = stack.simulator.addPerson(stack.course, {
    role: 'observer',
    observes: learner ? [learner.id] : [],
  });
  return stack.open(parent);
}

/** A group set with some of the room's learners in it. */
export interface GroupSet {
  readonly id: string;
  readonly groupIds: Readonly<Record<string, string>>;
  /** @param group null: into none. */
  move(index: number, group: string | null): Promise<void>;
}

/** @param groups the numbers of the learners by the name of their group. */
export async function makeGroups(
  { staff, learner }: Pick<Room, 'staff' | 'learner'>,
  groups: Readonly<Record<string, readonly number[]>>,
): Promise<GroupSet> {
  const id = newId();
  await staff.ok('POST', '/group-sets', { id, name: 'Teams', copyOf: null });
  await staff.ok('POST', `/group-sets/${id}/groups`, {
    names: Object.keys(groups),
    cap: null,
    expectedRevision: 1,
  });
  const found = await staff.ok<{ items: { id: string; name: string }[] }>('GET', `/group-sets/${id}/groups`);
  const groupIds = Object.fromEntries(found.items.map((group) => [group.name, group.id]));
  async function place(moves: readonly (readonly [number, string | null])[]): Promise<void> {
    const { revision } = await staff.ok<OwnSetView>('GET', `/group-sets/${id}`);
    await staff.ok('POST', `/group-sets/${id}/moves`, {
      moves: moves.map(([index, group]) => ({
        memberId: learner(index).memberId,
        groupId: group === null ? null : (groupIds[group] ?? ''),
      })),
      expectedRevision: revision,
    });
  }
  await place(Object.entries(groups).flatMap(([name, all]) => all.map((index) => [index, name] as const)));
  return { id, groupIds, move: (index, group) => place([[index, group]]) };
}
