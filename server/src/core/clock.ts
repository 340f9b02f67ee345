/** The one source of time: rules get `now` handed in, tests hand in their own clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
