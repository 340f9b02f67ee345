/** Somebody who has the page open and may write. */
export interface PagePerson {
  readonly memberId: string;
  readonly name: string;
  /** Which colour they have here. */
  readonly hue: number;
}

/** Colours that can be told apart, in both themes; workspace.module.css has them. */
const HUES = 6;

/** Gives each their own colour, in the order in which they come, for as long as the page is open. */
export function createHues(): (memberId: string) => number {
  const hues = new Map<string, number>();
  return (memberId) => {
    const hue = hues.get(memberId) ?? hues.size % HUES;
    hues.set(memberId, hue);
    return hue;
  };
}

/** What a client says of itself; the name is the server's word. */
interface Presence {
  readonly user?: { readonly memberId?: unknown; readonly name?: unknown } | undefined;
}

/** @returns each of them once, however many tabs they have it open in, by name */
export function peopleOf(
  states: Iterable<Presence>,
  own: string,
  hueOf: (memberId: string) => number,
): PagePerson[] {
  const people = new Map<string, PagePerson>();
  for (const { user } of states) {
    const { memberId, name } = user ?? {};
    if (typeof memberId !== 'string' || typeof name !== 'string' || memberId === own) continue;
    people.set(memberId, { memberId, name, hue: hueOf(memberId) });
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/** Who came and who left, for somebody who does not see it. */
export function newsOf(
  before: readonly PagePerson[],
  now: readonly PagePerson[],
): { readonly came: string[]; readonly left: string[] } {
  const without = (all: readonly PagePerson[], others: readonly PagePerson[]): string[] =>
    all
      .filter(({ memberId }) => !others.some((other) => other.memberId === memberId))
      .map(({ name }) => name);
  return { came: without(now, before), left: without(before, now) };
}
