import { type Random, seededRandom, shuffle } from '../../core/random.ts';
import { comparisonsEach, drawPairs } from './comparison-pairs.domain.ts';
import type { Comparison } from './comparison.domain.ts';
import { type Dealing, type DealtWorks, startDealing } from './deal-comparisons.domain.ts';
import { type DrawnPair, labelled } from './label-comparisons.domain.ts';
import type { Submission } from './peer-review.domain.ts';
import { type Apart, isApartFromWork } from './review-exclusions.domain.ts';

const sorted = (works: readonly Submission[]): Submission[] =>
  works.filter(({ testUser }) => !testUser).sort((a, b) => (a.id < b.id ? -1 : 1));

/** How many works it takes to make so many pairs of. */
export const worksToCompare = (pairs: number): number => Math.ceil((1 + Math.sqrt(1 + 8 * pairs)) / 2);

/** Who compares what: in the place of pairs that must not be, others are drawn. */
export interface Drawing extends Pick<DealtWorks, 'apart' | 'choose'> {
  /** Who has a part in a work, and compares others. */
  readonly reviewersOf: (work: Pick<Submission, 'authorId' | 'group'>) => readonly string[];
}

/**
 * The comparisons to be made, from what was handed in. The same works and seed give the same comparisons, whatever order
 * they come in, and labels that say nothing about ids or who came first.
 */
export function drawComparisons(
  submissions: readonly Submission[],
  perReviewer: number,
  seed: string,
  { apart, reviewersOf, choose }: Drawing,
): { readonly comparisons: Comparison[]; readonly shortfall: number } {
  const works = sorted(submissions);
  const random = seededRandom(seed);
  // The ring needs one reviewer beside each work, who may compare all others.
  const isRing = choose === null && works.every(({ group }) => !group);
  const drawn = isRing
    ? drawAround(works, perReviewer, random, apart)
    : dealAll({ works, apart, choose }, perReviewer, random, reviewersOf);
  const comparisons = labelled(drawn, [], random);
  const everybody = { lasts: () => true, mayReview: () => true, taken: [], reviewersOf, choose };
  const filled =
    !isRing || apart.size === 0
      ? []
      : addComparisons({ works, comparisons, apart, ...everybody }, perReviewer, seed);
  const wanted = perReviewer * works.flatMap(reviewersOf).length;
  return {
    comparisons: [...comparisons, ...filled],
    shortfall: Math.max(0, wanted - drawn.length - filled.length),
  };
}

const drawAround = (
  works: readonly Submission[],
  perReviewer: number,
  random: Random,
  apart: Apart,
): DrawnPair[] =>
  drawPairs(works.length, perReviewer, random).flatMap(({ reviewer, left, right }) => {
    const [by, a, b] = [works[reviewer], works[left], works[right]];
    if (!by || !a || !b || [a, b].some((work) => isApartFromWork(apart, by.authorId, work))) return [];
    return [{ reviewerId: by.authorId, left: a, right: b, extra: false }];
  });

/** One pair for everybody, then the second: who comes last has as much choice in each round. */
function dealAll(
  dealt: DealtWorks,
  perReviewer: number,
  random: Random,
  reviewersOf: Drawing['reviewersOf'],
): readonly DrawnPair[] {
  const dealing = startDealing(dealt, { ids: [], lasting: [] }, random);
  const reviewers = dealt.works.flatMap(reviewersOf);
  for (let round = 0; round < comparisonsEach(dealt.works.length, perReviewer); round++)
    for (const reviewerId of shuffle([...reviewers], random)) dealing.add(reviewerId, null, false);
  dealing.even();
  return dealing.drawn;
}

/** What there is, and who can still be asked. */
export interface ComparedSnapshot extends DealtWorks, Drawing {
  /** All comparisons that are there. */
  readonly comparisons: readonly Comparison[];
  /** Those that staff have taken away: they are not drawn again. */
  readonly taken: readonly Comparison[];
  /** Whether a comparison will still be made, or is. */
  readonly lasts: (comparison: Comparison) => boolean;
  /** Whether somebody can still compare. */
  readonly mayReview: (memberId: string) => boolean;
}

/**
 * The comparisons by which late works get into as many pairs as the others, their authors get something to compare, and
 * works of whose reviewers some have left get new ones. Who has least to do is asked first, beside works that are in
 * fewest pairs; who are equal by lot. Repeating it adds nothing.
 */
export function addComparisons(snapshot: ComparedSnapshot, perReviewer: number, seed: string): Comparison[] {
  const { comparisons, taken, lasts, mayReview, reviewersOf, apart, choose } = snapshot;
  const works = sorted(snapshot.works);
  const before = [...comparisons, ...taken];
  const random = seededRandom(`${seed}/${before.length}`);
  const each = comparisonsEach(works.length, perReviewer);
  const lasting = comparisons.filter(lasts);
  const dealing = startDealing(
    { works, apart, choose },
    { ids: before.map(({ id }) => id), lasting },
    random,
  );
  const present = works.flatMap(reviewersOf);
  const reviewers = present.filter(mayReview);
  for (const reviewerId of reviewers)
    while (dealing.givenTo(reviewerId) < each) if (!dealing.add(reviewerId, null, false)) break;
  const wantedOf = pairsWanted(works, each, present, reviewersOf, choose && dealing);
  for (const work of works)
    while (dealing.receivedBy(work) < wantedOf(work)) {
      // Nobody gets more than twice the share of everybody: then the work stays with fewer.
      const others = reviewers.filter((id) => dealing.canSee(id, work) && dealing.givenTo(id) < 2 * each);
      const asked = shuffle([...others], random).sort((a, b) => dealing.givenTo(a) - dealing.givenTo(b));
      if (!asked.some((reviewerId) => dealing.add(reviewerId, work, true))) break;
    }
  return labelled(dealing.drawn, before, random);
}

/**
 * In how many pairs each work is to be: all in as many. By sections or topics, in as many as those give it who have it to
 * choose from; where groups of a section differ in size, no more than all of the section get on average.
 */
function pairsWanted(
  works: readonly Submission[],
  each: number,
  present: readonly string[],
  reviewersOf: Drawing['reviewersOf'],
  dealing: Pick<Dealing, 'openTo'> | null,
): (work: Submission) => number {
  if (!dealing) {
    const wanted = works.length === 0 ? 0 : Math.floor((2 * each * present.length) / works.length);
    return () => wanted;
  }
  const exact = new Map<string, number>();
  const average = new Map<string, number>();
  const add = (to: Map<string, number>, id: string, more: number): void => {
    to.set(id, (to.get(id) ?? 0) + more);
  };
  for (const own of works)
    for (const reviewerId of reviewersOf(own)) {
      const open = dealing.openTo(reviewerId);
      if (open.length < 2) continue;
      for (const { id } of open) {
        add(exact, id, (2 * each) / open.length);
        add(average, id, (2 * each) / (open.length + 1));
      }
      add(average, own.id, (2 * each) / (open.length + 1));
    }
  // A sum of fractions may be a little below the whole number that it is.
  return ({ id }) => Math.floor(Math.min(exact.get(id) ?? 0, average.get(id) ?? 0) + 1e-9);
}
