import type { Draw, Item } from '../../contracts/questionnaire-rules.ts';
import { seededRandom, shuffle } from '../../core/random.ts';

/** A question as the bank keeps it, or as a questionnaire has taken it from there. */
export interface PoolItem {
  readonly item: Item;
  readonly tags: readonly string[];
}

export interface BankItem extends PoolItem {
  readonly id: string;
  /** Counts saves. */
  readonly revision: number;
  readonly createdAt: Date;
}

/** Tags without blanks around them and without repetitions, in the order of the alphabet. */
export const tidyTags = (tags: readonly string[]): string[] =>
  [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))].sort();

/** The same order, begun so far in; over the end it goes on from the start. */
const turned = <T>(all: readonly T[], by: number): T[] => {
  const start = all.length === 0 ? 0 : by % all.length;
  return [...all.slice(start), ...all.slice(0, start)];
};

const withTag = (pool: readonly PoolItem[], tag: string): PoolItem[] =>
  pool.filter(({ tags }) => tags.includes(tag));

/**
 * The questions that somebody is asked: of each draw as many as it says, none twice. The same pool, draws, seed and turn
 * give the same questions in the same order.
 *
 * @param turn from 0: a later one asks what an earlier one has not, until all were asked; then it begins again.
 */
export function drawItems(
  pool: readonly PoolItem[],
  draws: readonly Draw[],
  seed: string,
  turn: number,
): Item[] {
  const random = seededRandom(seed);
  const drawn: Item[] = [];
  for (const { tag, count } of draws) {
    const tagged = withTag(pool, tag)
      .map(({ item }) => item)
      // A database may give them in any order.
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const free = turned(shuffle(tagged, random), turn * count).filter(
      (item) => !drawn.some(({ id }) => id === item.id),
    );
    drawn.push(...free.slice(0, count));
  }
  return drawn;
}

/** The tags whose draws might find too few questions, as earlier draws may have taken some of the same. */
export function tooLargeDraws(pool: readonly PoolItem[], draws: readonly Draw[]): string[] {
  return draws.flatMap(({ tag, count }, index) => {
    const own = withTag(pool, tag);
    const taken = draws
      .slice(0, index)
      .reduce((sum, earlier) => sum + Math.min(earlier.count, withTag(own, earlier.tag).length), 0);
    return own.length - taken < count ? [tag] : [];
  });
}
