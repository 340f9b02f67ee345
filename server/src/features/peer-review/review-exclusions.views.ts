import * as contract from '../../contracts/review-exclusions.ts';
import type { ReviewExclusion } from './review-exclusions.domain.ts';

interface Person {
  readonly id: string;
  readonly name: string | null;
}

const named = (id: string, names: ReadonlyMap<string, string | null>): Person => ({
  id,
  name: names.get(id) ?? null,
});

/** Both by name: the order of ids says nothing to anybody. */
function pairView([one, other]: readonly [string, string], names: ReadonlyMap<string, string | null>) {
  const [a, b] = [named(one, names), named(other, names)];
  return (a.name ?? '').localeCompare(b.name ?? '') <= 0 ? { first: a, second: b } : { first: b, second: a };
}

/** For staff: who must not review whom. @param people whom the list names, and who of staff has named them */
export function exclusionsView(
  exclusions: readonly ReviewExclusion[],
  people: readonly Person[],
  learners: readonly Person[],
): contract.ExclusionsView {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return contract.ExclusionsView.parse({
    exclusions: exclusions.map(({ memberIds, source, by, from }) => ({
      ...pairView(memberIds, names),
      source,
      byName: names.get(by) ?? null,
      at: from.toISOString(),
    })),
    learners: learners.map(({ id, name }) => ({ id, name })),
  });
}

/** For staff: what a list would change. */
export function readPairsView(
  pairs: readonly (readonly [string, string])[],
  known: number,
  problems: readonly {
    readonly line: number;
    readonly problem: contract.ExclusionProblem;
    readonly value: string;
  }[],
  people: readonly Person[],
) {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return contract.ReadExclusions.response.parse({
    pairs: pairs.map((pair) => pairView(pair, names)),
    known,
    problems,
  });
}
