import { neighboursOf as neighboursIn, nextToMark as nextIn, type Walked } from '../marking/walk.ts';
import type { ParticipantLine } from './grading-api.ts';

/** The members of some pages. Those of hidden names come in the order of their signs: it says nothing. */
export function membersIn(
  pages: readonly { readonly hidden: boolean; readonly items: readonly ParticipantLine[] }[],
): readonly ParticipantLine[] {
  const items = pages.flatMap((page) => page.items);
  return pages[0]?.hidden === true ? items.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1)) : items;
}

/**
 * Whether somebody has written something of which nobody has said anything, or somebody else as the first of two. What
 * two do not agree on waits for the lead.
 */
export const awaitsMark = ({ posts, mark, isExcused, isTaken, stage }: ParticipantLine): boolean =>
  posts > 0 && mark === null && !isExcused && !isTaken && (stage === null || stage === 'toDoAgain');

const walked = (items: readonly ParticipantLine[]): Walked[] =>
  items.map((line) => ({ id: line.memberId, awaits: awaitsMark(line), share: line.share }));

/** Who waits next after somebody; null: nobody else. */
export const nextToMark = (items: readonly ParticipantLine[], after: string | null): string | null =>
  nextIn(walked(items), after);

/** Who stands before and after somebody. */
export const neighboursOf = (items: readonly ParticipantLine[], memberId: string) =>
  neighboursIn(walked(items), memberId);
