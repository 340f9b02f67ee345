import type { ImportView } from '../../contracts/groups.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { makeEvent } from '../../core/events.ts';
import type { Csv } from '../../platform/csv/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseStore } from './course.store.ts';
import type { SetChanges } from './change-set.service.ts';
import { isOwn } from './own-sets.domain.ts';
import { type Group, type GroupSource, isExclusive, type Membership } from './groups.domain.ts';
import { importView } from './groups.views.ts';
import type { GroupStore } from './groups.store.ts';
import { decideImport, type Import, readColumns } from './import-groups.domain.ts';
import type { MembershipStore } from './memberships.store.ts';
import type { MembershipService } from './place-members.service.ts';

interface Ports {
  readonly store: CourseStore;
  readonly groups: GroupStore;
  readonly memberships: MembershipStore;
  readonly placing: MembershipService;
  readonly changes: SetChanges;
  readonly csv: Csv;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type ImportService = ReturnType<typeof createImportService>;

/** Groups from a file, and to one. */
export function createImportService({
  store,
  groups,
  memberships,
  placing,
  changes,
  csv,
  clock,
  eventsWritten,
}: Ports) {
  /** Four reads, whatever the size of the file. @throws AppError FILE_WITHOUT_COLUMNS */
  async function plan({ scope }: Caller, text: string) {
    const { rows, broken } = csv.read(text);
    const [head, ...body] = rows;
    const columns = head ? readColumns(head) : null;
    if (!columns) throw new AppError('FILE_WITHOUT_COLUMNS');
    const [members, sets, known] = await Promise.all([
      store.listAll(scope),
      groups.listSets(scope),
      groups.listAllGroups(scope),
    ]);
    const decided = decideImport(body, columns, { courseId: scope.courseId, members, sets, groups: known });
    decided.problems.push(...broken.map((line) => ({ line, problem: 'ROW_BROKEN' as const, value: '' })));
    decided.problems.sort((a, b) => a.line - b.line);
    const people = [...new Set(decided.places.map(({ memberId }) => memberId))];
    const open = await memberships.listOpenOfMembers(scope, people);
    return { decided, open, ...summarise(decided, open, known, body.length + broken.length) };
  }

  async function carryOut(
    caller: Caller,
    { decided, open }: Awaited<ReturnType<typeof plan>>,
  ): Promise<void> {
    const { scope, actor, requestId } = caller;
    const at = clock.now();
    await groups.saveSets([...decided.sets.values()].filter(({ own }) => !own));
    await groups.saveGroups([...decided.groups.values()].filter(({ own }) => !own));
    const sourceOf = (setId: string): GroupSource => decided.sets.get(setId)?.source ?? 'lms';
    for (const source of ['csv', 'lms'] as const) {
      const wanted = decided.places.filter(({ setId }) => sourceOf(setId) === source);
      const keys = new Set(wanted.map(keyOf));
      // A file moves people within its own sets; in the LMS's groups it only adds them.
      const concerned = open.filter((membership) =>
        source === 'csv' ? decided.sets.get(membership.setId)?.source === 'csv' : keys.has(keyOf(membership)),
      );
      await placing.place(scope, { source, open: concerned, wanted, at }, { actor, requestId });
    }
    await placing.recount(scope);
    for (const { id } of [...decided.sets.values()].filter(isOwn)) await changeOwn(caller, id, decided);
    const [first] = decided.sets.keys();
    if (first === undefined) return;
    const data = {
      sets: [...decided.sets.keys()],
      groups: decided.groups.size,
      people: decided.places.length,
      problems: decided.problems.length,
    };
    await groups.pushSetEvent(
      scope,
      first,
      makeEvent({
        type: 'groups.imported',
        at,
        actor,
        courseId: scope.courseId,
        subject: { kind: 'groupSet', id: first },
        requestId,
        data,
      }),
    );
    eventsWritten();
  }

  /** A set that is made here is changed as by hand. */
  const changeOwn = ({ scope, actor, requestId }: Caller, setId: string, decided: Import): Promise<void> =>
    changes.changeAsItIs(scope, setId, { actor, requestId }, async ({ own }) => {
      const known = new Set((await groups.listActiveOfSet(scope, setId)).map(({ id }) => id));
      const moves = decided.places.filter((place) => place.setId === setId);
      const placed = new Set(moves.map(({ memberId }) => memberId));
      return {
        change: {
          groups: [...decided.groups.values()].filter(
            (group) => group.setId === setId && !known.has(group.id),
          ),
          moves: moves.map(({ memberId, groupId }) => ({ memberId, groupId })),
          waiting: own.waiting.filter(({ memberId }) => !placed.has(memberId)),
        },
        event: { type: 'groupSet.changed', data: { imported: moves.length } },
      };
    });

  return {
    async preview(caller: Caller, text: string): Promise<ImportView> {
      return importView((await plan(caller, text)).summary);
    },

    async importFile(caller: Caller, text: string): Promise<ImportView> {
      const planned = await plan(caller, text);
      await carryOut(caller, planned);
      return importView(planned.summary);
    },

    /** Four reads, whatever the size of the course. */
    async exportFile({ scope }: Caller): Promise<{ csv: string }> {
      const [members, sets, all, open] = await Promise.all([
        store.listAll(scope),
        groups.listSets(scope),
        groups.listAllGroups(scope),
        memberships.listOpen(scope),
      ]);
      const people = new Map(members.map((member) => [member.id, member]));
      const names = new Map(sets.map(({ id, name }) => [id, name ?? '']));
      const inGroup = new Map<string, string[]>();
      for (const { groupId, memberId } of open) {
        inGroup.set(groupId, [...(inGroup.get(groupId) ?? []), memberId]);
      }
      const rows = all
        // Sections come by launches alone: a file that names them would make groups of its own.
        .filter(({ status, source }) => status === 'active' && source !== 'sections')
        .sort((a, b) => compare(names.get(a.setId), names.get(b.setId)) || compare(a.sortName, b.sortName))
        .flatMap(({ id, setId, name, externalId, source }) => {
          const group = [names.get(setId) ?? '', name ?? '', externalId ?? '', source];
          const inside = (inGroup.get(id) ?? [])
            .flatMap((memberId) => people.get(memberId) ?? [])
            .sort((a, b) => compare(a.sortName, b.sortName));
          if (inside.length === 0) return [[...group, '', '', '']];
          return inside.map((person) => [...group, person.subject, person.email ?? '', person.name ?? '']);
        });
      return { csv: csv.write([HEAD, ...rows]) };
    },
  };
}

const HEAD = ['Group set', 'Group', 'Group ID', 'Source', 'User ID', 'E-mail', 'Name'];

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

const keyOf = ({ setId, groupId, memberId }: Pick<Membership, 'setId' | 'groupId' | 'memberId'>): string =>
  `${setId}/${groupId}/${memberId}`;

/** What the file changes, in numbers. */
function summarise(decided: Import, open: readonly Membership[], known: readonly Group[], rows: number) {
  const before = new Map(known.map((group) => [group.id, group]));
  const after = [...decided.groups.values()];
  const there = new Set(open.map(keyOf));
  const elsewhere = new Set(open.map(({ setId, memberId }) => `${setId}/${memberId}`));
  const fresh = decided.places.filter((place) => !there.has(keyOf(place)));
  const moved = fresh.filter(
    ({ setId, memberId }) =>
      isExclusive(decided.sets.get(setId)?.source ?? 'lms') && elsewhere.has(`${setId}/${memberId}`),
  );
  return {
    summary: {
      rows,
      problems: decided.problems,
      made: after.filter(({ id }) => !before.has(id)).length,
      named: after.filter(({ id, name }) => before.has(id) && before.get(id)?.name !== name).length,
      placed: fresh.length - moved.length,
      moved: moved.length,
      unchanged: decided.places.length - fresh.length,
    },
  };
}
