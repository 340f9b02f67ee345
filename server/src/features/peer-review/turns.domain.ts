import { below, type Random } from '../../core/random.ts';

export type Turns<One> = ReturnType<typeof createTurns<One>>;

/** Some in the order of how often each has come up: finding who is next takes as long with thousands as with ten. */
export function createTurns<One>(items: Iterable<One>, timesOf: (one: One) => number) {
  const levels: One[][] = [];
  const places = new Map<One, { level: number; index: number }>();
  const put = (one: One, level: number): void => {
    const all = (levels[level] ??= []);
    const place = { level, index: all.length };
    const known = places.get(one);
    if (known) Object.assign(known, place);
    else places.set(one, place);
    all.push(one);
  };
  for (const one of items) put(one, timesOf(one));

  return {
    /** Says that it has come up so often now; who is not among them is left out. */
    note(one: One, times: number): void {
      const place = places.get(one);
      if (!place) return;
      const all = levels[place.level] ?? [];
      // The last one fills the gap.
      const last = all.pop();
      const lastPlace = last === undefined || last === one ? undefined : places.get(last);
      if (last !== undefined && lastPlace) {
        all[place.index] = last;
        lastPlace.index = place.index;
      }
      put(one, times);
    },

    /**
     * From those who came up least; who are equal by lot. It goes as far as one looks, and nothing may change meanwhile.
     *
     * @param isAsked whom it does not step over
     */
    *inTurn(random: Random, isAsked: (one: One) => boolean): Generator<One, void, undefined> {
      for (const all of levels) {
        // Fisher and Yates, step by step: what would lie elsewhere by now, by its place.
        let moved: Map<number, number> | null = null;
        for (let index = 0; index < (all?.length ?? 0); index++) {
          const drawn = index + below(random, all.length - index);
          const one = all[moved?.get(drawn) ?? drawn];
          if (one !== undefined && isAsked(one)) yield one;
          moved ??= new Map<number, number>();
          moved.set(drawn, moved.get(index) ?? index);
        }
      }
    },
  };
}
