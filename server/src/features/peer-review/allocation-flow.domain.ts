import { below, type Random, shuffle } from '../../core/random.ts';
import { at, type Exclusions } from './allocation-exclusions.domain.ts';
import { createNetwork } from './min-cost-flow.domain.ts';

/** Up to this many participants every allowed pair is considered; above, a random sample per person. */
const DENSE_LIMIT = 256;
const sampleSize = (perReviewer: number): number => 8 * perReviewer + 16;

/**
 * The exact allocation as a minimum-cost b-matching. The n-th review that somebody receives (or gives) costs more
 * than the one before it, so the counts come out as equal as the exclusions allow: rising unit costs on both sides
 * give the least uneven degrees, and for flows both sides reach theirs at once. Repeating an earlier pair costs less
 * than any unevenness, so it happens only where a fair allocation needs it.
 *
 * @returns the works by reviewer and slot; slots that no allocation can fill hold -1.
 */
export function allocateByFlow(exclusions: Exclusions, perReviewer: number, random: Random): Int32Array {
  const { count, repeated } = exclusions;
  const candidates = candidatesOf(exclusions, perReviewer, random);
  const arcLimit = 2 * count * perReviewer + candidates.reduce((sum, { length }) => sum + length, 0);
  const source = 2 * count;
  const sink = source + 1;
  const network = createNetwork(sink + 1, arcLimit);
  const unevenness = count * perReviewer + 1;
  for (let index = 0; index < count; index++) {
    for (let unit = 0; unit < perReviewer; unit++) {
      network.addArc(source, index, 1, unit * unevenness);
      network.addArc(count + index, sink, 1, unit * unevenness);
    }
  }
  const arcs = candidates.map((authors, reviewer) =>
    authors.map((author) => ({
      author,
      arc: network.addArc(reviewer, count + author, 1, repeated(reviewer, author) ? 1 : 0),
    })),
  );
  network.run(source, sink);
  const works = new Int32Array(count * perReviewer).fill(-1);
  arcs.forEach((choices, reviewer) => {
    let slot = reviewer * perReviewer;
    for (const { author, arc } of choices) if (network.flowOn(arc) > 0) works[slot++] = author;
  });
  return works;
}

/** The authors each reviewer may get: everybody allowed in a small course, a sample from both sides in a large one. */
function candidatesOf(exclusions: Exclusions, perReviewer: number, random: Random): number[][] {
  const { count } = exclusions;
  const everybody = Array.from({ length: count }, (_, index) => index);
  if (count <= DENSE_LIMIT) {
    return everybody.map((reviewer) =>
      shuffle(
        everybody.filter((author) => !exclusions.forbidden(reviewer, author)),
        random,
      ),
    );
  }
  const size = sampleSize(perReviewer);
  const chosen = everybody.map(() => new Set<number>());
  for (const person of everybody) {
    for (const other of sampleOthers(exclusions, person, size, random)) chosen[person]?.add(other);
    // The same from the author's side, so that works that few may review are offered to all of those few.
    for (const other of sampleOthers(exclusions, person, size, random)) chosen[other]?.add(person);
  }
  return chosen.map((authors) => [...authors]);
}

/** Random people outside the person's own group, without conflicts; all of them when there are not more than `size`. */
function sampleOthers(exclusions: Exclusions, person: number, size: number, random: Random): number[] {
  const { count, byGroup, groupStart, groupEnd, forbidden } = exclusions;
  const start = at(groupStart, person);
  const own = at(groupEnd, person) - start;
  const outside = count - own;
  const pick = (position: number): number => at(byGroup, position < start ? position : position + own);
  const positions =
    outside <= 4 * size
      ? Array.from({ length: outside }, (_, position) => position)
      : Array.from({ length: 2 * size }, () => below(random, outside));
  return shuffle(positions, random)
    .map(pick)
    .filter((other) => !forbidden(person, other))
    .slice(0, size);
}
