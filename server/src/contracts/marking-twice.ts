/** How many works are marked twice: shared by server and client, so without zod. */

/** The works that two people mark: none, all, a number, or a percentage. */
export type TwiceShare =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'number' | 'percent'; readonly value: number };

/** The greatest difference at which the mean counts: in the rubric's points, or in percent of its maximum. */
export interface TwiceLimit {
  readonly kind: 'points' | 'percent';
  readonly value: number;
}

/** How many of so many works a share means; a part of a work is a whole one. */
export function wantedTwice(share: TwiceShare, total: number): number {
  if (share.kind === 'none') return 0;
  if (share.kind === 'all') return total;
  if (share.kind === 'number') return Math.min(share.value, total);
  // The noise of a product that should be whole is not another work.
  return Math.min(total, Math.ceil(Number(((share.value * total) / 100).toPrecision(12))));
}
