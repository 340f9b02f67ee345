import { divideEvenly } from './shares.domain.ts';

/** A work as its division needs it. */
export interface DividedWork {
  readonly id: string;
  /** Whose it is: a learner, or those who share it. */
  readonly memberIds: readonly string[];
}

/** Who looks after the sections, and which sections learners are in. */
export interface Sections {
  /** Of each section, by its id; without those who are staff no more. */
  readonly assistants: ReadonlyMap<string, readonly string[]>;
  /** Ids of sections by learner; who is in none is not in it. */
  readonly sectionsOf: ReadonlyMap<string, readonly string[]>;
}

/** Who may get a work, and why it is everybody where it is. */
export interface Takers {
  readonly kind: 'own' | 'noSection' | 'noAssistants';
  /** Sorted. */
  readonly memberIds: readonly string[];
}

/** Everybody who looks after a section, sorted. */
export const everybodyOf = ({ assistants }: Sections): string[] =>
  [...new Set([...assistants.values()].flat())].sort();

/** The sections that most of some people are in: of one learner, all. */
function placesOf({ sectionsOf }: Sections, memberIds: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const memberId of memberIds)
    for (const id of sectionsOf.get(memberId) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].flatMap(([id, count]) => (count === most ? [id] : []));
}

/** Those who look after the sections of whose work it is; all, where they are in none or nobody looks after it. */
export function takersOf(sections: Sections, memberIds: readonly string[]): Takers {
  const own = placesOf(sections, memberIds);
  if (own.length === 0) return { kind: 'noSection', memberIds: everybodyOf(sections) };
  const ids = new Set(own.flatMap((id) => sections.assistants.get(id) ?? []));
  return ids.size > 0
    ? { kind: 'own', memberIds: [...ids].sort() }
    : { kind: 'noAssistants', memberIds: everybodyOf(sections) };
}

/**
 * Gives each work to somebody who looks after its author's section, evenly where several do; the rest evenly to all.
 * The same works, sections and seed give the same shares. Empty when nobody looks after a section.
 */
export function divideBySection(
  works: readonly DividedWork[],
  sections: Sections,
  seed: string,
): Map<string, string[]> {
  const alike = new Map<string, { takers: Takers; ids: string[] }>();
  for (const { id, memberIds } of works) {
    const takers = takersOf(sections, memberIds);
    const key = takers.memberIds.join(' ');
    const group = alike.get(key) ?? { takers, ids: [] };
    group.ids.push(id);
    alike.set(key, group);
  }
  const shares = new Map<string, string[]>();
  for (const [key, { takers, ids }] of alike) {
    for (const [person, own] of divideEvenly(ids, takers.memberIds, `${seed}/${key}`)) {
      shares.set(person, [...(shares.get(person) ?? []), ...own]);
    }
  }
  return shares;
}

/** How many works there are of each section, and of those that go to everybody. */
export function countDivision(works: readonly DividedWork[], sections: Sections) {
  const kinds = works.map(({ memberIds }) => takersOf(sections, memberIds).kind);
  const count = (kind: Takers['kind']): number => kinds.filter((one) => one === kind).length;
  return {
    ofSection: (id: string): number =>
      works.filter(({ memberIds }) => placesOf(sections, memberIds).includes(id)).length,
    without: { withoutSection: count('noSection'), withoutAssistants: count('noAssistants') },
  };
}

/**
 * Who gets a single work: whoever has it, where they may; else the one with least to do.
 *
 * @param loads works by person @returns null when nobody looks after a section
 */
export function takerOf(
  { memberIds }: Takers,
  present: string | null,
  loads: ReadonlyMap<string, number>,
): string | null {
  if (present !== null && memberIds.includes(present)) return present;
  const load = (id: string): number => loads.get(id) ?? 0;
  const [first] = [...memberIds].sort((a, b) => load(a) - load(b) || (a < b ? -1 : 1));
  return first ?? null;
}
