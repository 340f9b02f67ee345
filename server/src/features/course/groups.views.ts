import * as contract from '../../contracts/groups.ts';
import type { LmsReadView } from '../../contracts/roster.ts';
import type { Group, GroupSet, GroupSource, Membership } from './groups.domain.ts';
import type { RowProblem } from './import-groups.domain.ts';
import type { Member } from './member.domain.ts';
import type { SectionsOf } from './sections.domain.ts';

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
    sets: setsView(sets),
    told,
    read,
    unresolved,
    can,
  });

/** Where everybody is in one section, it says nothing: most courses of an LMS that has sections are so. */
const saysNothing = ({ source, groups }: GroupSet): boolean => source === 'sections' && groups < 2;

/** The sets that are there, those that can be changed here first. @param chosen one that is shown in any case */
export const setsView = (sets: readonly GroupSet[], chosen: string | null = null): contract.GroupSetView[] =>
  sets
    .filter((set) => set.id === chosen || (set.own?.status !== 'gone' && !saysNothing(set)))
    .map(({ id, name, source, groups, members }) => ({ id, name, source, groups, members }))
    .sort(bySourceAndName);

const SOURCES: readonly GroupSource[] = ['own', 'sections', 'lms', 'csv'];

const bySourceAndName = (a: contract.GroupSetView, b: contract.GroupSetView): number =>
  a.source === b.source
    ? (a.name ?? '').localeCompare(b.name ?? '')
    : SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source);

export const personView = ({ id, name, email, status }: Member, sections: SectionsOf) => ({
  memberId: id,
  name,
  email,
  status,
  sections: (sections.get(id) ?? []).flatMap((section) => section.name ?? []),
});

/** @param open the memberships of the groups @param people those in them, by id */
export const groupListView = (
  set: GroupSet,
  groups: readonly Group[],
  open: readonly Membership[],
  leaders: ReadonlyMap<string, string | null>,
  people: ReadonlyMap<string, Member>,
  sections: SectionsOf,
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
          .map((member) => personView(member, sections)),
        topic: group.own?.topic ?? '',
        cap: group.own?.cap ?? null,
        leaderId: leaders.get(group.id) ?? null,
        waiting: set.own?.waiting.filter(({ groupId }) => groupId === group.id).length ?? 0,
      };
    }),
    next,
  });

export const unresolvedView = (items: readonly Member[], sections: SectionsOf, next: string | null) =>
  contract.ListUnresolved.response.parse({
    items: items.map((member) => personView(member, sections)),
    next,
  });

export const importView = ({
  problems,
  ...counts
}: Omit<contract.ImportView, 'problems' | 'problemCount'> & { readonly problems: readonly RowProblem[] }) =>
  contract.ImportView.parse({
    ...counts,
    problems: problems.slice(0, PROBLEMS_SHOWN),
    problemCount: problems.length,
  });
