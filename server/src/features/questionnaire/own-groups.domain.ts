import { type Answers, asksOfGroup, type Item, writesToGroup } from '../../contracts/questionnaire-rules.ts';

/** A group that somebody is in, or was in, with everybody whom they are asked about there. */
export interface OwnGroup {
  readonly setId: string;
  readonly groupId: string;
  readonly name: string | null;
  readonly memberIds: readonly string[];
  /**
   * Until when those were together with the person who are it no more, by member: as ISO 8601. The person is one of them
   * where they have left the group themselves.
   */
  readonly until?: Readonly<Record<string, string>> | undefined;
}

/** The group sets whose people are asked about. */
export const rowSetsOf = (items: readonly Item[]): string[] => [
  ...new Set(
    items.flatMap((item) => (asksOfGroup(item) || writesToGroup(item) ? [item.groupRows.setId] : [])),
  ),
];

/** Those whom somebody is asked about: the people of their groups of a set, each once. */
export function peersIn(
  groups: readonly OwnGroup[],
  { setId, self }: { readonly setId: string; readonly self: boolean },
  memberId: string,
): string[] {
  const all = groups.filter((group) => group.setId === setId).flatMap(({ memberIds }) => memberIds);
  return [...new Set(all)].filter((id) => self || id !== memberId);
}

interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly sortName: string;
}

/**
 * The items as a member is asked them: where rows are people, those of the member's groups by name.
 *
 * @param people who is no more known is left out.
 */
export const withOwnRows = (
  items: readonly Item[],
  groups: readonly OwnGroup[],
  memberId: string,
  people: readonly Person[],
): Item[] =>
  items.map((item) => {
    if (!asksOfGroup(item) && !writesToGroup(item)) return item;
    const ids = new Set(peersIn(groups, item.groupRows, memberId));
    const own = groups.filter(({ setId }) => setId === item.groupRows.setId);
    return {
      ...item,
      groups: own.map(({ name }) => ({ name })),
      rows: people
        .filter(({ id }) => ids.has(id))
        .sort((a, b) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : a.id < b.id ? -1 : 1))
        .map(({ id, name }) => {
          const group = own.find(({ memberIds }) => memberIds.includes(id));
          const until = id === memberId ? undefined : group?.until?.[id];
          return {
            id,
            text: name ?? '',
            ...(own.length > 1 && id !== memberId && { group: group?.name ?? null }),
            ...(until !== undefined && { until }),
          };
        }),
    };
  });

/**
 * Whether answers say something of people who were in no group of the person's in the time that is asked about.
 *
 * @param items as the person is asked them
 */
export const isOfStrangers = (items: readonly Item[], answers: Answers, memberId: string): boolean =>
  items.some((item) => {
    const answer = answers[item.id];
    if (!(asksOfGroup(item) || writesToGroup(item)) || typeof answer !== 'object' || Array.isArray(answer))
      return false;
    const known = new Set([memberId, ...(item.rows ?? []).map(({ id }) => id)]);
    return Object.keys(answer).some((id) => !known.has(id));
  });

/**
 * Whether answers rate the person who gives them and nobody else, where others of the group could be rated: an evaluation
 * of oneself only says nothing that anybody could be compared with (spec/group-work.md, 6).
 *
 * @param items as the person is asked them
 */
export function isOnlyOfOneself(items: readonly Item[], answers: Answers, memberId: string): boolean {
  const asked = items.filter((item) => asksOfGroup(item));
  const rated = new Set(
    asked.flatMap(({ id }) => {
      const answer = answers[id];
      return typeof answer === 'object' && !Array.isArray(answer) ? Object.keys(answer) : [];
    }),
  );
  const hasOthers = asked.some(({ rows }) => rows.some(({ id }) => id !== memberId));
  return hasOthers && rated.size === 1 && rated.has(memberId);
}
