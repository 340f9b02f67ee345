import { type Random, shuffle } from '../../core/random.ts';

/** Which scenario a group has. */
export interface Given {
  readonly groupId: string;
  readonly scenarioId: string;
  /** By staff; otherwise it was drawn. */
  readonly isChosen: boolean;
}

/** Which groups of a project have which scenario. */
export interface ProjectScenarios {
  readonly activityId: string;
  readonly given: readonly Given[];
  readonly revision: number;
}

/** How many of some groups have each scenario. */
export function countsOf(
  scenarioIds: readonly string[],
  groupIds: readonly string[],
  given: readonly Given[],
): Map<string, number> {
  const present = new Set(groupIds);
  const counts = new Map(scenarioIds.map((id) => [id, 0]));
  for (const { groupId, scenarioId } of given)
    if (present.has(groupId) && counts.has(scenarioId))
      counts.set(scenarioId, (counts.get(scenarioId) ?? 0) + 1);
  return counts;
}

/**
 * Gives each group without a scenario one of those that the fewest groups have; of several, one at random. Who has one
 * keeps it, whoever comes or goes. A scenario that is not in the pool any more is none.
 */
export function drawScenarios(
  groupIds: readonly string[],
  scenarioIds: readonly string[],
  given: readonly Given[],
  random: Random,
): Given[] {
  const pool = new Set(scenarioIds);
  const kept = given.filter(({ scenarioId }) => pool.has(scenarioId));
  const counts = countsOf(scenarioIds, groupIds, kept);
  const has = new Set(kept.map(({ groupId }) => groupId));
  // By id first, so that the same seed gives the same in whatever order groups are read.
  const without = groupIds.filter((id) => !has.has(id)).toSorted((a, b) => (a < b ? -1 : 1));
  const drawn = shuffle(without, random).flatMap((groupId): Given[] => {
    const fewest = Math.min(...counts.values());
    const [scenarioId] = shuffle(
      scenarioIds.filter((id) => counts.get(id) === fewest),
      random,
    );
    if (scenarioId === undefined) return [];
    counts.set(scenarioId, fewest + 1);
    return [{ groupId, scenarioId, isChosen: false }];
  });
  return [...kept, ...drawn];
}

/** With another scenario for one group; null takes away what it has. */
export const withChosen = (given: readonly Given[], groupId: string, scenarioId: string | null): Given[] => [
  ...given.filter((one) => one.groupId !== groupId),
  ...(scenarioId === null ? [] : [{ groupId, scenarioId, isChosen: true }]),
];
