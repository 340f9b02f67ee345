import type { ErrorCode } from '../../contracts/errors.ts';
import { activitiesIn, type Opening, targetOf } from '../../core/opening.ts';
import type { Schedule } from '../../core/timeline.ts';

interface Ruled {
  readonly id: string;
  readonly opening: Opening | null;
}

/**
 * Whether an activity may open by these rules.
 *
 * @param others the course's activities that have rules
 */
export function openingFault(
  activityId: string,
  { opensAt, after }: Omit<Opening, 'revision'>,
  { steps }: Schedule,
  others: readonly Ruled[],
): Extract<ErrorCode, 'OPENING_IN_CIRCLE' | 'OPENING_TOO_LATE'> | null {
  const [first] = steps.flatMap(({ endsAt }) => endsAt ?? []);
  if (opensAt && first && opensAt >= first) return 'OPENING_TOO_LATE';
  return isInCircle(activityId, after, others) ? 'OPENING_IN_CIRCLE' : null;
}

/** Whether an activity that opens after these waits for itself in the end. */
function isInCircle(activityId: string, after: Opening['after'], others: readonly Ruled[]): boolean {
  const needs = new Map(others.map(({ id, opening }) => [id, activitiesIn(opening?.after ?? [])]));
  const waiting = activitiesIn(after);
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === activityId) return true;
    if (!seen.has(next)) waiting.push(...(needs.get(next) ?? []));
    seen.add(next);
  }
  return false;
}

/** Ids of copies in a course by what they are copies of. */
export type CopiesHere = ReadonlyMap<string, string>;

/**
 * Rules as a copy has them. Another course has other activities and checks: what has come along is asked for there, and
 * what has not is kept to be told.
 *
 * @param titles of what the original asks for
 */
export const openingOfCopy = (
  opening: Opening | null,
  copy: {
    readonly movedByMs: number;
    readonly isSameCourse: boolean;
    readonly here: CopiesHere;
    readonly titles: ReadonlyMap<string, string>;
  },
): Opening | null => {
  if (!opening) return null;
  const opensAt = opening.opensAt && new Date(opening.opensAt.getTime() + copy.movedByMs);
  if (copy.isSameCourse) return { opensAt, after: opening.after, revision: 1 };
  const asked = opening.after.map((one) => ({ one, title: copy.titles.get(targetOf(one)) ?? null }));
  const all = { opensAt, after: [], revision: 1, lost: [...asked, ...(opening.lost ?? [])] };
  return withFound(all, copy.here) ?? all;
};

/** Rules that ask for what was left behind and is here by now. @returns null when nothing is */
function withFound(opening: Opening, here: CopiesHere): Opening | null {
  const { lost = [], ...rules } = opening;
  const found = lost.flatMap(({ one }) => {
    const activityId = one.kind === 'activity' ? here.get(one.activityId) : undefined;
    return activityId === undefined ? [] : { kind: 'activity' as const, activityId };
  });
  if (found.length === 0) return null;
  const left = lost.filter(({ one }) => !here.has(targetOf(one)));
  return { ...rules, after: [...rules.after, ...found], ...(left.length > 0 && { lost: left }) };
}

/** The same for an activity that is there: unless it would then wait for itself, by rules that staff have made since. */
export function adoptFound(
  activityId: string,
  opening: Opening,
  here: CopiesHere,
  others: readonly Ruled[],
): Opening | null {
  const found = withFound(opening, here);
  if (!found || isInCircle(activityId, found.after, others)) return null;
  return { ...found, revision: opening.revision + 1 };
}
