import { reviewsPerWork } from './allocate-groups.domain.ts';
import { authorsOf, type Submission } from './peer-review.domain.ts';
import { poolsBySection, type Topics } from './review-pools.domain.ts';

type Work = Pick<Submission, 'id' | 'authorId' | 'group'>;

/** The works that are near to some people: the same for all who have the same key. */
export interface Near {
  readonly key: string | number;
  readonly has: (work: Work) => boolean;
}

/** Which works lie near to whom, where groups hand in or review and works are given out by section or topic. */
export interface Nearness {
  /** Null: all works are as near. */
  readonly nearTo: (reviewers: readonly string[]) => Near | null;
  /** With how many near ones there are enough. */
  readonly needed: number;
  /** Of the works that somebody may review, those to choose from: the near ones where they are enough, else all. */
  readonly choose: <One extends Work>(reviewers: readonly string[], works: readonly One[]) => readonly One[];
  /** How many reviews a work gets where each who has a part in a work writes `perReviewer`. */
  readonly perWork: (work: Work) => number;
}

/** The section or topic that most of some people are in, the first by id of several; null: none is in any. */
export function placeOf(memberIds: readonly string[], places: Topics): string | null {
  const counts = new Map<string, number>();
  for (const memberId of memberIds)
    for (const place of places.get(memberId) ?? []) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [most] = [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}

/** Every work is as near as any other. */
export const everywhere = (
  works: readonly Work[],
  partOf: (work: Work) => readonly string[],
  perReviewer: number,
): Nearness => {
  const wanted = reviewsPerWork(
    works.map((work) => partOf(work).length),
    perReviewer,
  );
  return { ...nearest(() => null, perReviewer), perWork: () => wanted };
};

/**
 * Works of the own section or topic. A work belongs where most of its authors are, so that those who share it review in one
 * place; sections with too few works are put together, as where learners hand in one by one.
 *
 * @param partOf who of those who share a work is there to review
 * @param together groups that review, where they do: works of a place in which none of them is are near to all
 */
export function nearnessWithin(
  works: readonly Work[],
  places: Topics,
  partOf: (work: Work) => readonly string[],
  perReviewer: number,
  together: readonly { readonly memberIds: readonly string[] }[] | null = null,
): Nearness {
  const homes = new Map(
    works.flatMap((work) => {
      const home = placeOf(authorsOf(work), places);
      return home === null ? [] : [[work.id, [home]] as const];
    }),
  );
  const { pools, joined } = poolsBySection(
    works.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((work) => ({ id: work.id, person: work })),
    homes,
    perReviewer,
  );
  const poolOfWork = new Map(pools.flatMap(({ people }, pool) => people.map(({ id }) => [id, pool])));
  const poolOfAuthor = new Map(
    works.flatMap((work) => authorsOf(work).map((id) => [id, poolOfWork.get(work.id) ?? -1])),
  );
  const poolAt = (place: string | null): number => {
    const own = pools.findIndex(({ sectionId }) => sectionId !== null && sectionId === place);
    return own < 0 ? pools.findIndex(({ sectionId }) => sectionId === joined) : own;
  };
  const poolOf = (reviewers: readonly string[]): number => {
    const [alone] = together ? [] : reviewers;
    return (alone === undefined ? undefined : poolOfAuthor.get(alone)) ?? poolAt(placeOf(reviewers, places));
  };
  const peopled = together && new Set(together.map(({ memberIds }) => poolOf(memberIds)));
  const nearTo = (reviewers: readonly string[]): Near => {
    const pool = poolOf(reviewers);
    const has = (work: Work): boolean => {
      const other = poolOfWork.get(work.id) ?? -1;
      return other === pool || (peopled !== null && !peopled.has(other));
    };
    return { key: pool, has };
  };
  const wanted = pools.map(({ people }) =>
    reviewsPerWork(
      people.map((work) => partOf(work).length),
      perReviewer,
    ),
  );
  return {
    ...nearest(nearTo, perReviewer),
    perWork: (work) => wanted[poolOfWork.get(work.id) ?? -1] ?? 0,
  };
}

/** Works of other topics than the own one; who has none may review all. */
export function nearnessOutside(
  works: readonly Work[],
  topics: Topics,
  partOf: (work: Work) => readonly string[],
  perReviewer: number,
): Nearness {
  const topicOf = new Map(works.map((work) => [work.id, placeOf(authorsOf(work), topics)]));
  const ownOf = new Map(
    works.flatMap((work) => authorsOf(work).map((id) => [id, topicOf.get(work.id) ?? null])),
  );
  const topicOfAll = (reviewers: readonly string[]): string | null => {
    const [alone, second] = reviewers;
    const own = alone !== undefined && second === undefined ? ownOf.get(alone) : undefined;
    return own ?? placeOf(reviewers, topics);
  };
  const all = everywhere(works, partOf, perReviewer);
  const nearTo = (reviewers: readonly string[]): Near | null => {
    const own = topicOfAll(reviewers);
    return own === null ? null : { key: own, has: (work) => topicOf.get(work.id) !== own };
  };
  return {
    ...nearest(nearTo, perReviewer),
    // Where one topic has most of the works, those of the others cannot write as many for it as all would on average.
    perWork: (work) => Math.min(perReviewer, all.perWork(work)),
  };
}

const nearest = (nearTo: Nearness['nearTo'], needed: number): Omit<Nearness, 'perWork'> => ({
  nearTo,
  needed,
  choose: (reviewers, some) => {
    const near = nearTo(reviewers);
    const chosen = near ? some.filter(near.has) : some;
    return chosen.length >= Math.min(needed, some.length) ? chosen : some;
  },
});

/** Where groups hand in: who must not review a work, also because there is enough that is nearer. */
export function mustNotFar(
  works: readonly Submission[],
  { choose }: Nearness,
  mustNot: (memberId: string, work: Submission) => boolean,
): (memberId: string, work: Submission) => boolean {
  if (!works.some(({ group }) => group)) return mustNot;
  const openTo = new Map<string, ReadonlySet<string>>();
  const chosenFor = (memberId: string): ReadonlySet<string> => {
    const open = works.filter((work) => !authorsOf(work).includes(memberId) && !mustNot(memberId, work));
    const chosen = new Set(choose([memberId], open).map(({ id }) => id));
    openTo.set(memberId, chosen);
    return chosen;
  };
  return (memberId, work) => !(openTo.get(memberId) ?? chosenFor(memberId)).has(work.id);
}
