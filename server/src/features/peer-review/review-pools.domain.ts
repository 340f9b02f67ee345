/** Those who review each other. */
export interface Pool<Person> {
  /** The section; null for those whose sections are too small, or who are in none. */
  readonly sectionId: string | null;
  readonly people: readonly Person[];
}

export interface Pools<Person> {
  readonly pools: readonly Pool<Person>[];
  /** Sections with too few works, whose people review across them. */
  readonly tooSmall: readonly string[];
  /** People without a section. */
  readonly unplaced: number;
  /** The section that those joined who would have been too few by themselves; null where nobody had to. */
  readonly joined: string | null;
}

/**
 * Divides authors into those who review each other: within each section that has more works than each is to review;
 * the people of smaller sections, and those of none, together. Where these are still too few, they join the section
 * with the fewest works. Who is in several sections counts for the first of them by id.
 *
 * @param authors each in the order that decides nothing @param sectionsOf ids of sections by author
 */
export function poolsBySection<Person>(
  authors: readonly { readonly id: string; readonly person: Person }[],
  sectionsOf: ReadonlyMap<string, readonly string[]>,
  perReviewer: number,
): Pools<Person> {
  const people = new Map<string, Person[]>();
  const rest: Person[] = [];
  let unplaced = 0;
  for (const { id, person } of authors) {
    const [section] = [...(sectionsOf.get(id) ?? [])].sort();
    if (section === undefined) {
      unplaced += 1;
      rest.push(person);
    } else {
      const inside = people.get(section);
      if (inside) inside.push(person);
      else people.set(section, [person]);
    }
  }
  const isEnough = (count: number): boolean => count > perReviewer;
  const sections = [...people].sort(([a], [b]) => (a < b ? -1 : 1));
  const large = sections.filter(([, inside]) => isEnough(inside.length));
  const small = sections.filter(([, inside]) => !isEnough(inside.length));
  const together = [...rest, ...small.flatMap(([, inside]) => inside)];
  const pools = large.map(([sectionId, inside]) => ({ sectionId, people: inside }));
  const facts = { tooSmall: small.map(([id]) => id), unplaced };
  const [fewest] = pools.toSorted((a, b) => a.people.length - b.people.length);
  if (together.length === 0 || isEnough(together.length) || !fewest) {
    const across = together.length > 0 ? [{ sectionId: null, people: together }] : [];
    return { pools: [...pools, ...across], ...facts, joined: null };
  }
  const joining = { ...fewest, people: [...fewest.people, ...together] };
  return {
    pools: pools.map((pool) => (pool === fewest ? joining : pool)),
    ...facts,
    joined: fewest.sectionId,
  };
}

/** Those of whom a late author's reviews can be had within the section; all where the section has too few. */
export function withinSection<Work extends { readonly authorId: string }>(
  others: readonly Work[],
  sectionsOf: ReadonlyMap<string, readonly string[]>,
  authorId: string,
  perReviewer: number,
): readonly Work[] {
  const own = new Set(sectionsOf.get(authorId) ?? []);
  const near = others.filter(
    (work) => work.authorId !== authorId && (sectionsOf.get(work.authorId) ?? []).some((id) => own.has(id)),
  );
  return near.length >= perReviewer ? near : others;
}

/** The topics, or other groups, that people have, by member. */
export type Topics = ReadonlyMap<string, readonly string[]>;

/** Those of whom a late author's reviews can be had outside of the author's topics; all where too few are. */
export function outsideTopic<Work extends { readonly authorId: string }>(
  others: readonly Work[],
  topics: Topics,
  authorId: string,
  perReviewer: number,
): readonly Work[] {
  const own = new Set(topics.get(authorId) ?? []);
  const far = others.filter(
    (work) => work.authorId !== authorId && !(topics.get(work.authorId) ?? []).some((id) => own.has(id)),
  );
  return far.length >= perReviewer ? far : others;
}

/** A number for each person's topic, -1 for none: those of one number do not review each other. */
export function topicNumbers(people: readonly string[], topics: Topics): number[] {
  const numbers = new Map<string, number>();
  return people.map((id) => {
    // Who is in several counts for the first of them by id.
    const [topic] = [...(topics.get(id) ?? [])].sort();
    if (topic === undefined) return -1;
    const number = numbers.get(topic) ?? numbers.size;
    numbers.set(topic, number);
    return number;
  });
}
