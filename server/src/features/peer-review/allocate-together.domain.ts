import { groupBy } from '../../core/group-by.ts';
import { seededRandom, shuffle } from '../../core/random.ts';
import { mustNotTogether } from './allocate-groups.domain.ts';
import { freeLabel, letterOf } from './allocate-late.domain.ts';
import { newReview } from './allocate-reviews.domain.ts';
import type { AuthorGroup, Review, Submission } from './peer-review.domain.ts';
import type { Apart } from './review-exclusions.domain.ts';

/**
 * The groups that review together: those of a set in which somebody has a part in a work, as whoever hands in reviews.
 *
 * @param places the groups of each learner @param nameOf names of groups by id @param authorIds who has handed in
 */
export function groupsThatReview(
  places: ReadonlyMap<string, readonly string[]>,
  nameOf: ReadonlyMap<string, string | null>,
  authorIds: readonly string[],
): AuthorGroup[] {
  const authors = new Set(authorIds);
  const inside = new Map<string, string[]>();
  for (const [memberId, ids] of places)
    for (const id of ids) inside.set(id, [...(inside.get(id) ?? []), memberId]);
  return [...inside]
    .filter(([, memberIds]) => memberIds.some((id) => authors.has(id)))
    .map(([id, memberIds]) => ({ id, name: nameOf.get(id) ?? null, memberIds: memberIds.toSorted() }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

type Given = Pick<Review, 'submissionId' | 'reviewerId' | 'state'>;

/** What groups review, and the labels that are in use. */
export interface TogetherSnapshot {
  readonly works: readonly Submission[];
  readonly groups: readonly AuthorGroup[];
  /** What is allocated, in whatever state. */
  readonly given: readonly Given[];
  readonly givenBy: ReadonlyMap<string, readonly string[]>;
  readonly receivedBy: ReadonlyMap<string, readonly string[]>;
  readonly apart: Apart;
  /** Of the works that a group may review, those to choose from. */
  readonly choose?: (memberIds: readonly string[], works: readonly Submission[]) => readonly Submission[];
  /** Whether anybody in a group can still review. */
  readonly mayReview: (group: AuthorGroup) => boolean;
}

/**
 * What is still to be given out to groups: works that came late or have too few reviews go to the groups with the fewest,
 * and groups with too few get the works with the fewest; who are equal by lot. Repeating it gives nothing more.
 */
export function allocateTogetherLate(
  { works, groups, given, givenBy, receivedBy, apart, choose = (_, all) => all, mayReview }: TogetherSnapshot,
  perReviewer: number,
  seed: string,
): Review[] {
  const random = seededRandom(`${seed}/${given.length}/${works.length}`);
  const ready = groups.filter(mayReview);
  const there = new Set(groups.map(({ id }) => id));
  const pairs = new Set(given.map(({ submissionId, reviewerId }) => `${submissionId}/${reviewerId}`));
  // Whom nobody is left of writes nothing more.
  const lasting = groupBy(
    given.filter(({ state, reviewerId }) => state === 'submitted' || there.has(reviewerId)),
    ({ submissionId }) => submissionId,
  );
  const has = new Map(works.map(({ id }) => [id, lasting.get(id)?.length ?? 0]));
  const writes = new Map(groups.map(({ id }) => [id, given.filter((one) => one.reviewerId === id).length]));
  const lettersOf = new Map([...givenBy].map(([id, labels]) => [id, [...labels]]));
  const numbersOf = new Map([...receivedBy].map(([id, labels]) => [id, [...labels]]));
  const made: Review[] = [];
  const openTo = new Map(
    ready.map((group) => {
      const open = works.filter((work) => !mustNotTogether(apart, group, work));
      return [group.id, new Set(choose(group.memberIds, open))];
    }),
  );
  const may = (group: AuthorGroup, work: Submission): boolean =>
    !pairs.has(`${work.id}/${group.id}`) && (openTo.get(group.id)?.has(work) ?? false);
  function give(group: AuthorGroup, work: Submission): void {
    const letters = lettersOf.get(group.id) ?? [];
    const numbers = numbersOf.get(work.id) ?? [];
    const [letter, number] = [freeLabel(letters, letterOf), freeLabel(numbers, (index) => String(index + 1))];
    const extra = (writes.get(group.id) ?? 0) >= perReviewer;
    made.push({ ...newReview(work, group.id, letter, number, extra), reviewers: group });
    pairs.add(`${work.id}/${group.id}`);
    lettersOf.set(group.id, [...letters, letter]);
    numbersOf.set(work.id, [...numbers, number]);
    has.set(work.id, (has.get(work.id) ?? 0) + 1);
    writes.set(group.id, (writes.get(group.id) ?? 0) + 1);
  }
  const least = <One extends { readonly id: string }>(ones: readonly One[], load: Map<string, number>) =>
    shuffle([...ones], random).sort((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0))[0];
  const sorted = works.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const perWork = togetherPerWork(works.length, groups.length, perReviewer);
  for (const work of sorted) {
    while ((has.get(work.id) ?? 0) < perWork) {
      const group = least(
        ready.filter((one) => may(one, work)),
        writes,
      );
      if (!group) break;
      give(group, work);
    }
  }
  for (const group of ready) {
    while ((writes.get(group.id) ?? 0) < perReviewer) {
      const work = least(
        sorted.filter((one) => may(group, one)),
        has,
      );
      if (!work) break;
      give(group, work);
    }
  }
  return made;
}

/** How many reviews every work gets at least where groups review together. */
const togetherPerWork = (works: number, groups: number, perReviewer: number): number =>
  works < 2 ? 0 : Math.max(1, Math.floor((Math.min(perReviewer, works - 1) * groups) / works));
