import type { ParticipantLine } from './grading-api.ts';

/** Whether somebody has written something of which nobody has said anything. */
export const awaitsMark = ({ posts, mark, isExcused, isTaken }: ParticipantLine): boolean =>
  posts > 0 && mark === null && !isExcused && !isTaken;

/** Who waits next after somebody, from the beginning again after the end; null: nobody else. */
export function nextToMark(items: readonly ParticipantLine[], after: string | null): string | null {
  const at = items.findIndex(({ memberId }) => memberId === after) + 1;
  const found = [...items.slice(at), ...items.slice(0, at)].find(
    (line) => line.memberId !== after && awaitsMark(line),
  );
  return found?.memberId ?? null;
}

/** Who stands before and after somebody. */
export function neighboursOf(items: readonly ParticipantLine[], memberId: string) {
  const at = items.findIndex((line) => line.memberId === memberId);
  const idAt = (index: number): string | null => items[index]?.memberId ?? null;
  return at < 0 ? { previous: null, next: null } : { previous: idAt(at - 1), next: idAt(at + 1) };
}
