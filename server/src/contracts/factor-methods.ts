/** Contributions in groups as factors, without zod: the client names and bounds them too. */

/** The ways to a factor, the one that is proposed first. */
export const FACTOR_METHODS = ['shrunken', 'webpa', 'rpf', 'catme', 'teammates'] as const;

/** No factor leaves this range: nobody’s grade is halved or doubled by what others say. */
export const FACTOR_RANGE = { min: 0.5, max: 1.5 } as const;
