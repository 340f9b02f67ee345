interface Named {
  readonly groupId: string;
  readonly name: string | null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** By name: numbers in it count as numbers for nobody, as in other lists by key. */
const keyOf = ({ name, groupId }: Named): string => `${name ?? ''}/${groupId}`;

/** A page of groups by name. @param after the key that the page before has given as `next` */
export function pageOfGroups<Group extends Named>(
  groups: readonly Group[],
  after: string | undefined,
  limit: number,
): { readonly items: Group[]; readonly next: string | null } {
  const sorted = groups.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  const rest = after === undefined ? sorted : sorted.filter((group) => compare(keyOf(group), after) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rest.length > limit && last ? keyOf(last) : null };
}

/** Groups with somebody of some people in them; null: all. */
export const groupsWith = <Group extends { readonly memberIds: readonly string[] }>(
  groups: readonly Group[],
  memberIds: readonly string[] | null,
): readonly Group[] => {
  if (memberIds === null) return groups;
  const wanted = new Set(memberIds);
  return groups.filter((group) => group.memberIds.some((id) => wanted.has(id)));
};
