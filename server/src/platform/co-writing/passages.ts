import type { Run } from './page-text.ts';
import type { Passage } from './ports.ts';

/** From the first character to after the last, of one writer number. */
interface Range {
  readonly from: number;
  readonly to: number;
}

function rangesOf(runs: readonly Run[]): Map<number, Range[]> {
  const byClient = new Map<number, Range[]>();
  for (const { client, clock, text } of runs) {
    const ranges = byClient.get(client) ?? [];
    ranges.push({ from: clock, to: clock + text.length });
    byClient.set(client, ranges);
  }
  for (const ranges of byClient.values()) ranges.sort((one, other) => one.from - other.from);
  return byClient;
}

/** The first range that ends after a character. */
function firstAfter(ranges: readonly Range[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? Infinity) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What is in some text and not in another of the same page; in its order, and apart where something stays in between. */
export function runsWithout(runs: readonly Run[], others: readonly Run[]): Run[][] {
  const known = rangesOf(others);
  const groups: Run[][] = [];
  let group: Run[] = [];
  const split = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const { client, clock, text } of runs) {
    const ranges = known.get(client) ?? [];
    const end = clock + text.length;
    let at = clock;
    for (let index = firstAfter(ranges, clock); at < end; index += 1) {
      const { from, to } = ranges[index] ?? { from: end, to: end };
      const upTo = Math.min(from, end);
      if (upTo > at) group.push({ client, clock: at, text: text.slice(at - clock, upTo - clock) });
      if (from < end) split();
      at = Math.max(at, Math.min(to, end), upTo);
    }
  }
  split();
  return groups;
}

/** Passages of one change that are shown; it is to give an idea of it. */
const PASSAGES_MAX = 100;
/** Characters of one passage. */
const PASSAGE_MAX = 400;

/** Text with its authors, a person's in one piece. */
export function passagesOf(
  groups: readonly (readonly Run[])[],
  writers: ReadonlyMap<number, string>,
): Passage[] {
  const passages: { memberId: string | null; text: string }[] = [];
  for (const group of groups) {
    let last: (typeof passages)[number] | undefined;
    for (const { client, text } of group) {
      const memberId = writers.get(client) ?? null;
      if (last?.memberId === memberId) last.text += text;
      else passages.push((last = { memberId, text }));
    }
    if (passages.length > PASSAGES_MAX) break;
  }
  return passages.slice(0, PASSAGES_MAX).map(({ memberId, text }) => ({
    memberId,
    text: text.length > PASSAGE_MAX ? `${text.slice(0, PASSAGE_MAX)}…` : text,
  }));
}
