import { type Answers, asksOfGroup, type Item, writesToGroup } from '../../contracts/questionnaire-rules.ts';

/** A group that somebody is in, with everybody who was in it at that moment. */
export interface OwnGroup {
  readonly setId: string;
  readonly groupId: string;
  readonly name: string | null;
  readonly memberIds: readonly string[];
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
    const own = groups.find(({ setId }) => setId === item.groupRows.setId);
    return {
      ...item,
      group: own ? { name: own.name } : null,
      rows: people
        .filter(({ id }) => ids.has(id))
        .sort((a, b) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : a.id < b.id ? -1 : 1))
        .map(({ id, name }) => ({ id, text: name ?? '' })),
    };
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
