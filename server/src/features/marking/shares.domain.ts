import { seededRandom, shuffle } from '../../core/random.ts';

/**
 * Deals works out so that no share is larger than another by more than one. The same works, people and seed give the
 * same shares, in whatever order they come.
 */
export function divideEvenly(
  workIds: readonly string[],
  memberIds: readonly string[],
  seed: string,
): Map<string, string[]> {
  const people = [...new Set(memberIds)].sort();
  const shares = new Map(people.map((id) => [id, [] as string[]]));
  for (const [index, id] of shuffle([...workIds].sort(), seededRandom(seed)).entries()) {
    const person = people[index % people.length];
    if (person !== undefined) shares.get(person)?.push(id);
  }
  return shares;
}
