import type { ErrorCode } from '../../contracts/errors.ts';
import { activitiesIn, type Opening } from '../../core/opening.ts';
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
  const needs = new Map(others.map(({ id, opening }) => [id, activitiesIn(opening?.after ?? [])]));
  const waiting = activitiesIn(after);
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === activityId) return 'OPENING_IN_CIRCLE';
    if (!seen.has(next)) waiting.push(...(needs.get(next) ?? []));
    seen.add(next);
  }
  return null;
}

/** Rules as a copy has them: another course has other activities and checks. */
export const openingOfCopy = (
  opening: Opening | null,
  { movedByMs, isSameCourse }: { readonly movedByMs: number; readonly isSameCourse: boolean },
): Opening | null =>
  opening && {
    opensAt: opening.opensAt && new Date(opening.opensAt.getTime() + movedByMs),
    after: isSameCourse ? opening.after : [],
    revision: 1,
  };
