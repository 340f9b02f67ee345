import * as contract from '../../contracts/groups.ts';
import type { LmsReadView } from '../../contracts/roster.ts';
import type { Group, GroupSet, GroupSource, Membership } from './groups.domain.ts';
import type { RowProblem } from './import-groups.domain.ts';
import type { Member } from './member.domain.ts';

/** Rows with a problem that are shown; their number is shown too. */
const PROBLEMS_SHOWN = 100;

export const groupsView = (
  sets: readonly GroupSet[],
  told: contract.GroupsView['told'],
  read: LmsReadView,
  unresolved: number,
  can: contract.GroupsView['can'],
): contract.GroupsView =>
  contract.GroupsView.parse({
    sets: sets
      .filter(({ own }) => own?.status !== 'gone')
      .map(({ id, name, source, groups, members }) => ({ id, name, source, groups, members }))
      .sort(bySourceAndName),
    told,
    read,
    unresolved,
    can,
  });

const SOURCES: readonly GroupSource[] = ['own', 'lms', 'csv'];

/** Those that can be changed here first. */
const bySourceAndName = (a: contract.GroupSetView, b: contract.GroupSetView): number =>
  a.source === b.source
    ? (a.name ?? '').localeCompare(b.name ?? '')
    : SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source);

export const personView = ({ id, name, email, status }: Member) => ({ memberId: id, name, email, status });

/** @param open the memberships of the groups @param people those in them, by id */
export const groupListView = (
  set: GroupSet,
  groups: readonly Group[],
  open: readonly Membership[],
  leaders: ReadonlyMap<string, string | null>,
  people: ReadonlyMap<string, Member>,
  next: string | null,
) =>
  contract.ListGroups.response.parse({
    items: groups.map((group) => {
      const inside = open.filter(({ groupId }) => groupId === group.id);
      return {
        id: group.id,
        name: group.name,
        lmsId: group.externalId,
        status: group.status,
        members: inside
          .flatMap(({ memberId }) => people.get(memberId) ?? [])
          .sort((a, b) => (a.sortName < b.sortName ? -1 : 1))
          .map(personView),
        topic: group.own?.topic ?? '',
        cap: group.own?.cap ?? null,
        leaderId: leaders.get(group.id) ?? null,
        waiting: set.own?.waiting.filter(({ groupId }) => groupId === group.id).length ?? 0,
      };
    }),
    next,
  });

export const unresolvedView = (items: readonly Member[], next: string | null) =>
  contract.ListUnresolved.response.parse({ items: items.map(personView), next });

export const importView = ({
  problems,
  ...counts
}: Omit<contract.ImportView, 'problems' | 'problemCount'> & { readonly problems: readonly RowProblem[] }) =>
  contract.ImportView.parse({
    ...counts,
    problems: problems.slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length,
  });
