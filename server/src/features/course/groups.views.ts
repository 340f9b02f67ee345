import * as contract from '../../contracts/groups.ts';
import type { LmsReadView } from '../../contracts/roster.ts';
import type { Group, GroupSet } from './groups.domain.ts';
import type { RowProblem } from './import-groups.domain.ts';
import type { Member } from './member.domain.ts';

/** Rows with a problem that are shown; their number is shown too. */
const PROBLEMS_SHOWN = 100;

export const groupsView = (
  sets: readonly GroupSet[],
  told: contract.GroupsView['told'],
  read: LmsReadView,
  unresolved: number,
  can: { import: boolean; read: boolean },
): contract.GroupsView =>
  contract.GroupsView.parse({
    sets: sets
      .map(({ id, name, source, groups, members }) => ({ id, name, source, groups, members }))
      .sort(bySourceAndName),
    told,
    read,
    unresolved,
    can,
  });

/** The LMS's own first. */
const bySourceAndName = (a: contract.GroupSetView, b: contract.GroupSetView): number =>
  a.source === b.source ? (a.name ?? '').localeCompare(b.name ?? '') : a.source === 'lms' ? -1 : 1;

const personView = ({ id, name, email, status }: Member) => ({ memberId: id, name, email, status });

export const groupListView = (
  groups: readonly Group[],
  membersOf: (groupId: string) => readonly Member[],
  next: string | null,
) =>
  contract.ListGroups.response.parse({
    items: groups.map(({ id, name, externalId, status }) => ({
      id,
      name,
      lmsId: externalId,
      status,
      members: membersOf(id).map(personView),
    })),
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
