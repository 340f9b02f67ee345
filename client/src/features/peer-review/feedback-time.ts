const DAY_MS = 24 * 60 * 60 * 1000;

/** Days after the release for which authors say how helpful reviews are, as it is proposed. */
export const FEEDBACK_DAYS = 7;

/** Whether nobody could say how helpful reviews are, because that ends before results are seen. @param closesAt null: it does not end */
export const endsBeforeRelease = (closesAt: string | null, releaseAt: string): boolean =>
  closesAt !== null && Date.parse(closesAt) <= Date.parse(releaseAt);

/** When results are next released: on the date that is set, and now where that has passed or somebody does it by hand. */
export const nextRelease = (
  mode: { readonly kind: 'manual' | 'immediate' } | { readonly kind: 'date'; readonly releaseAt: string },
  now: number,
): string => new Date(mode.kind === 'date' ? Math.max(now, Date.parse(mode.releaseAt)) : now).toISOString();

export const daysAfter = (moment: string, days: number): string =>
  new Date(Date.parse(moment) + days * DAY_MS).toISOString();
