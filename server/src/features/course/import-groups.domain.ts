import type { ImportProblem } from '../../contracts/groups.ts';
import { groupIdOf, groupSetIdOf } from '../../core/ids.ts';
import {
  type Group,
  type GroupSet,
  groupSortName,
  isExclusive,
  lmsGroupOf,
  lmsSetOf,
  ownGroupOf,
  type Place,
} from './groups.domain.ts';
import type { Member } from './member.domain.ts';

/** A row of the file with its line. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What the course has before the import. */
export interface Known {
  readonly courseId: string;
  readonly members: readonly Member[];
  readonly sets: readonly GroupSet[];
  readonly groups: readonly Group[];
}

export interface RowProblem {
  readonly line: number;
  readonly problem: ImportProblem;
  readonly value: string;
}

export interface Import {
  readonly problems: RowProblem[];
  /** Sets and groups that rows name, as they are to be. */
  readonly sets: Map<string, GroupSet>;
  readonly groups: Map<string, Group>;
  /** Where people are to be, those who are there already among them. */
  readonly places: Place[];
}

/** What a column may be called, in the words of spreadsheets and of LMSs; without case, blanks and signs. */
export const PERSON_COLUMNS = {
  userId: ['userid', 'lmsuserid'],
  email: ['email', 'emailaddress', 'mail'],
  name: ['name', 'fullname', 'member', 'student', 'learner'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'surname', 'familyname'],
} as const;
const COLUMNS = {
  set: ['groupset', 'set', 'grouping', 'category'],
  group: ['group', 'groupname'],
  groupId: ['groupid', 'lmsgroupid'],
  ...PERSON_COLUMNS,
} as const;

export type PersonColumn = keyof typeof PERSON_COLUMNS;
type Column = keyof typeof COLUMNS;
export type Columns = Partial<Record<Column, number>>;

const NAME_MAX = 200;

export const plain = (text: string): string =>
  text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** Where the columns of some titles are, by the file's first row. */
export function columnsNamed<C extends string>(
  { cells }: Row,
  titles: Readonly<Record<C, readonly string[]>>,
): Partial<Record<C, number>> {
  const columns: Partial<Record<C, number>> = {};
  cells.forEach((cell, index) => {
    const title = plain(cell).replaceAll(/[^a-z]/g, '');
    for (const [column, names] of Object.entries(titles) as [C, readonly string[]][]) {
      if (names.includes(title)) columns[column] ??= index;
    }
  });
  return columns;
}

/** Where the columns are, by the file's first row; null when it does not tell groups. */
export function readColumns(head: Row): Columns | null {
  const columns: Columns = columnsNamed(head, COLUMNS);
  return columns.group === undefined && columns.groupId === undefined ? null : columns;
}

/** People by what a row may call them; a key that two people share has both. */
export function indexPeople(members: readonly Member[]): Map<string, Member[]> {
  const people = new Map<string, Member[]>();
  const note = (kind: string, key: string | null, member: Member): void => {
    if (key === null) return;
    const id = `${kind} ${plain(key)}`;
    people.set(id, [...(people.get(id) ?? []), member]);
  };
  for (const member of members) {
    people.set(`id ${member.subject}`, [member]);
    note('email', member.email, member);
    note('name', member.name, member);
  }
  return people;
}

/**
 * What a file makes of the course's groups. Rows name a group, by the LMS's id or by name within a set, and perhaps a
 * person; people whom no row names stay where they are. A row with a problem is left out, the others count.
 */
export function decideImport(rows: readonly Row[], columns: Columns, known: Known): Import {
  const people = indexPeople(known.members);
  const result: Import = { problems: [], sets: new Map(), groups: new Map(), places: [] };
  const finder = findGroup(known, result);
  const taken = new Map<string, string>();
  const placed = new Set<string>();
  for (const { line, cells } of rows) {
    const cell = (column: Column): string => {
      const index = columns[column];
      return index === undefined ? '' : (cells[index] ?? '').normalize('NFC').trim();
    };
    const refuse = (problem: ImportProblem, value: string): void => {
      result.problems.push({ line, problem, value: value.slice(0, NAME_MAX) });
    };
    const found = finder({ set: cell('set'), group: cell('group'), groupId: cell('groupId') });
    if ('problem' in found) {
      refuse(found.problem, found.value);
      continue;
    }
    const { set, group } = found;
    const person = findPerson(people, cell);
    if (person !== null && 'problem' in person) {
      refuse(person.problem, person.value);
      continue;
    }
    const note = (): void => {
      result.sets.set(set.id, set);
      result.groups.set(group.id, group);
    };
    if (person === null) {
      note();
      continue;
    }
    const place = { setId: group.setId, groupId: group.id, memberId: person.id };
    const key = `${place.setId}/${place.memberId}`;
    const other = isExclusive(group.source) ? taken.get(key) : undefined;
    if (other !== undefined && other !== group.id) {
      refuse('TWICE_IN_SET', person.name ?? person.subject);
      continue;
    }
    note();
    taken.set(key, group.id);
    // The same row twice says the same.
    if (placed.has(`${key}/${group.id}`)) continue;
    placed.add(`${key}/${group.id}`);
    result.places.push(place);
  }
  return result;
}

interface Named {
  readonly set: string;
  readonly group: string;
  readonly groupId: string;
}

interface Refused<Problem extends ImportProblem = ImportProblem> {
  readonly problem: Problem;
  readonly value: string;
}

interface Found {
  readonly set: GroupSet;
  readonly group: Group;
}

/** Finds the group that a row names, or how it is to be made. */
function findGroup({ courseId, sets, groups }: Known, result: Import): (named: Named) => Found | Refused {
  const lmsGroups = new Map(
    groups.filter(({ source }) => source === 'lms').map((group) => [group.externalId, group]),
  );
  const byName = new Map(groups.map((group) => [`${group.setId} ${plain(group.name ?? '')}`, group]));
  const setOf = new Map(sets.map((set) => [set.id, set]));
  function lmsGroup(groupId: string, name: string): Found {
    const before = result.groups.get(groupIdOf(courseId, 'lms', groupId)) ?? lmsGroups.get(groupId);
    const set = (before && setOf.get(before.setId)) ?? lmsSetOf(courseId, null, null);
    const named = name === '' ? (before?.name ?? null) : name;
    return { set, group: lmsGroupOf(courseId, set.id, groupId, named) };
  }

  function namedGroup(setName: string, name: string): Found | Refused {
    const key = plain(setName);
    const id = groupSetIdOf(courseId, 'csv', key);
    const csv = result.sets.get(id) ?? setOf.get(id);
    const lms = csv
      ? undefined
      : sets.find((set) => set.source === 'lms' && key !== '' && plain(set.name ?? '') === key);
    if (lms) {
      const group = byName.get(`${lms.id} ${plain(name)}`);
      // New groups in a set of the LMS's own are the LMS's to make.
      return group ? { set: lms, group } : { problem: 'GROUP_UNKNOWN', value: `${setName}: ${name}` };
    }
    const own = csv
      ? undefined
      : sets.find((set) => set.own?.status === 'active' && plain(set.name ?? '') === key);
    if (own) {
      const before = byName.get(`${own.id} ${plain(name)}`);
      const group =
        before?.status === 'active'
          ? before
          : ownGroupOf(
              courseId,
              own.id,
              groupIdOf(courseId, 'own', JSON.stringify([own.id, plain(name)])),
              name,
            );
      return { set: own, group: result.groups.get(group.id) ?? group };
    }
    const fresh = {
      id,
      courseId,
      source: 'csv' as const,
      externalId: null,
      name: setName || null,
      groups: 0,
      members: 0,
      own: null,
    };
    const groupId = groupIdOf(courseId, 'csv', JSON.stringify([key, plain(name)]));
    const before = result.groups.get(groupId) ?? groups.find((group) => group.id === groupId);
    const group: Group = before ?? {
      id: groupId,
      courseId,
      setId: id,
      source: 'csv',
      externalId: null,
      name,
      sortName: groupSortName(name, null),
      status: 'active',
      own: null,
    };
    return { set: csv ?? fresh, group };
  }

  return ({ set, group, groupId }) => {
    const long = [set, group, groupId].find((text) => text.length > NAME_MAX);
    if (long !== undefined) return { problem: 'NAME_TOO_LONG', value: long };
    if (groupId !== '') return lmsGroup(groupId, group);
    return group === '' ? { problem: 'GROUP_MISSING', value: '' } : namedGroup(set, group);
  };
}

/** The person of a row: by the LMS's id, else by e-mail, else by name; null for a row that only names a group. */
export function findPerson(
  people: ReadonlyMap<string, readonly Member[]>,
  cell: (column: PersonColumn) => string,
): Member | Refused<'PERSON_UNKNOWN' | 'PERSON_AMBIGUOUS' | 'PERSON_LEFT'> | null {
  const name = cell('name') || [cell('firstName'), cell('lastName')].filter((part) => part !== '').join(' ');
  const [userId, email] = [cell('userId'), cell('email')];
  const value = userId || email || name;
  if (value === '') return null;
  const key = userId ? `id ${userId}` : email ? `email ${plain(email)}` : `name ${plain(name)}`;
  const found = people.get(key) ?? [];
  const active = found.filter(({ status }) => status === 'active');
  const [one] = active;
  if (active.length > 1) return { problem: 'PERSON_AMBIGUOUS', value };
  if (one) return one;
  return { problem: found.length > 0 ? 'PERSON_LEFT' : 'PERSON_UNKNOWN', value };
}
