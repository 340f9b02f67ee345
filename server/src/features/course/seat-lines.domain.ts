import type { Waiting } from './groups.domain.ts';

/** Members whose place in a line for a seat is another after a change, or who wait no more. */
export function changedPlaces(before: readonly Waiting[], after: readonly Waiting[]): string[] {
  const [was, is] = [placesIn(before), placesIn(after)];
  const members = new Set([...before, ...after].map(({ memberId }) => memberId));
  return [...members].filter((memberId) => was.get(memberId) !== is.get(memberId));
}

/** The group that each who waits for a seat waits for, and the place in its line. */
function placesIn(waiting: readonly Waiting[]): Map<string, string> {
  const lengths = new Map<string, number>();
  return new Map(
    waiting.map(({ memberId, groupId }) => {
      const place = (lengths.get(groupId) ?? 0) + 1;
      lengths.set(groupId, place);
      return [memberId, `${groupId}/${place}`];
    }),
  );
}
