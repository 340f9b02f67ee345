import { doAtOnce, type Steps } from '../../core/in-steps.ts';
import { type Random, seededRandom, shuffle } from '../../core/random.ts';
import { comparisonsEach, drawPairs } from './comparison-pairs.domain.ts';
import type { Comparison } from './comparison.domain.ts';
import { type Dealing, type DealtWorks, startDealing } from './deal-comparisons.domain.ts';
import { type DrawnPair, labelled } from './label-comparisons.domain.ts';
import type { OpenWorks, WorksSet } from './open-works.domain.ts';
import type { Submission } from './peer-review.domain.ts';
import { type Apart, isApartFromWork } from './review-exclusions.domain.ts';
import { createTurns } from './turns.domain.ts';

const sorted = (works: readonly Submission[]): Submission[] =>
  works.filter(({ testUser }) => !testUser).sort((a, b) => (a.id < b.id ? -1 : 1));

/** How many works it takes to make so many pairs of. */
export const worksToCompare = (pairs: number): number => Math.ceil((1 + Math.sqrt(1 + 8 * pairs)) / 2);

/** Pairs that are dealt between two rests. */
const STRETCH = 1_000;

/** Who compares what: in the place of pairs that must not be, others are drawn. */
export interface Drawing extends Pick<DealtWorks, 'apart' | 'nearness'> {
  /** Who has a part in a work, and compares others. */
  readonly reviewersOf: (work: Pick<Submission, 'authorId' | 'group'>) => readonly string[];
}

/**
 * The comparisons to be made, from what was handed in. The same works and seed give the same comparisons, whatever order
 * they come in, and labels that say nothing about ids or who came first.
 */
export const drawComparisons = (...what: Parameters<typeof drawInSteps>): DrawnComparisons =>
  doAtOnce(drawInSteps(...what));

interface DrawnComparisons {
  readonly comparisons: Comparison[];
  readonly shortfall: number;
}

/** The same, with rests: in a large course it takes a while. */
export function* drawInSteps(
  submissions: readonly Submission[],
  perReviewer: number,
  seed: string,
  { apart, reviewersOf, nearness }: Drawing,
): Steps<DrawnComparisons> {
  const works = sorted(submissions);
  const random = seededRandom(seed);
  // The ring needs one reviewer beside each work, who may compare all others.
  const isRing = nearness === null && works.every(({ group }) => !group);
  const drawn = isRing
    ? drawAround(works, perReviewer, random, apart)
    : yield* dealAll({ works, apart, nearness }, perReviewer, random, reviewersOf);
  const comparisons = labelled(drawn, [], random);
  const everybody = { lasts: () => true, mayReview: () => true, taken: [], reviewersOf, nearness };
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
function* dealAll(
  dealt: DealtWorks,
  perReviewer: number,
  random: Random,
  reviewersOf: Drawing['reviewersOf'],
): Steps<readonly DrawnPair[]> {
  const dealing = startDealing(dealt, { known: [], lasting: [] }, random);
  const reviewers = dealt.works.flatMap(reviewersOf);
  for (let round = 0; round < comparisonsEach(dealt.works.length, perReviewer); round++)
    for (const [index, reviewerId] of shuffle([...reviewers], random).entries()) {
      dealing.add(reviewerId, null, false);
      if (index % STRETCH === STRETCH - 1) yield;
    }
  yield;
  dealing.even();
  yield;
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
  const { comparisons, taken, lasts, mayReview, reviewersOf, apart, nearness } = snapshot;
  const works = sorted(snapshot.works);
  const before = [...comparisons, ...taken];
  const random = seededRandom(`${seed}/${before.length}`);
  const each = comparisonsEach(works.length, perReviewer);
  const lasting = comparisons.filter(lasts);
  const dealing = startDealing({ works, apart, nearness }, { known: before, lasting }, random);
  const present = works.flatMap(reviewersOf);
  const reviewers = present.filter(mayReview);
  for (const reviewerId of reviewers)
    while (dealing.givenTo(reviewerId) < each) if (!dealing.add(reviewerId, null, false)) break;
  const wantedOf = pairsWanted(works, each, present, reviewersOf, nearness && dealing);
  const turns = createTurns(new Set(reviewers), dealing.givenTo);
  const addTo = (work: Submission): boolean => {
    // Nobody gets more than twice the share of everybody: then the work stays with fewer.
    const mayMore = (reviewerId: string): boolean => dealing.givenTo(reviewerId) < 2 * each;
    for (const reviewerId of turns.inTurn(random, mayMore)) {
      if (!dealing.add(reviewerId, work, true)) continue;
      turns.note(reviewerId, dealing.givenTo(reviewerId));
      return true;
    }
    return false;
  };
  for (const work of works) while (dealing.receivedBy(work) < wantedOf(work) && addTo(work));
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
  const [exact, average] = [createShares(), createShares()];
  for (const own of works)
    for (const reviewerId of reviewersOf(own)) {
      const open = dealing.openTo(reviewerId);
      const count = open.set.size - open.hidden.filter(open.set.has).length;
      if (count < 2) continue;
      exact.addTo(open, (2 * each) / count);
      average.addTo(open, (2 * each) / (count + 1));
      average.add(own, (2 * each) / (count + 1));
    }
  // A sum of fractions may be a little below the whole number that it is.
  return (work) => Math.floor(Math.min(exact.of(work), average.of(work)) + 1e-9);
}

/** Sums by work, of which many works get the same at once. */
function createShares() {
  const sets = new Map<WorksSet, number>();
  const works = new Map<Submission, number>();
  const add = <Of>(to: Map<Of, number>, of: Of, more: number) => to.set(of, (to.get(of) ?? 0) + more);
  return {
    add: (work: Submission, share: number) => add(works, work, share),
    /** To each work that is open: to all of the set, and back from those that are hidden. */
    addTo({ set, hidden }: OpenWorks, share: number): void {
      add(sets, set, share);
      for (const work of hidden) if (set.has(work)) add(works, work, -share);
    },
    of(work: Submission): number {
      let sum = works.get(work) ?? 0;
      for (const [set, share] of sets) if (set.has(work)) sum += share;
      return sum;
    },
  };
}
