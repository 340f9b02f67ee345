import { groupBy } from '../../core/group-by.ts';

/** That somebody was in a group, and is no more. */
export interface LeftStay {
  readonly groupId: string;
  readonly name: string | null;
  readonly from: Date;
  readonly to: Date;
}

/**
 * Groups that somebody has left, the latest first: those in which they were after the project had begun, and those where
 * they have a part in what was handed in. Before, groups were being made.
 *
 * @param parts where they have one
 */
export function leftGroupsOf(
  stays: readonly LeftStay[],
  parts: readonly { readonly groupId: string; readonly n: number }[],
  startsAt: Date,
) {
  const partsOf = groupBy(parts, ({ groupId }) => groupId);
  const staysOf = groupBy(stays, ({ groupId }) => groupId);
  const ids = [...new Set([...stays, ...parts].map(({ groupId }) => groupId))];
  const lastOf = ({ times }: { readonly times: readonly { readonly until: string }[] }): string =>
    times.at(-1)?.until ?? '';
  return ids
    .filter((id) => partsOf.has(id) || staysOf.get(id)?.some(({ to }) => to > startsAt))
    .map((groupId) => {
      const own = (staysOf.get(groupId) ?? []).toSorted((a, b) => a.from.getTime() - b.from.getTime());
      return {
        groupId,
        name: own[0]?.name ?? null,
        times: own.map(({ from, to }) => ({ from: from.toISOString(), until: to.toISOString() })),
        milestones: [...new Set((partsOf.get(groupId) ?? []).map(({ n }) => n))].sort((a, b) => a - b),
      };
    })
    .sort((a, b) => (lastOf(a) > lastOf(b) ? -1 : lastOf(a) < lastOf(b) ? 1 : 0));
}
