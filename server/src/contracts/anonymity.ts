import { z } from 'zod';
import { ANONYMITY } from './limits.ts';

/**
 * Who knows whom in a peer review (spec/peer-review.md item 5). `nobodyKnows`: neither side; `authorsKnown`: reviewers
 * know the authors, authors do not know their reviewers; `allKnown`: both sides.
 */
export const Anonymity = z.enum(ANONYMITY);
export type Anonymity = z.output<typeof Anonymity>;

/** What the writer was shown when sending: sending is refused where less holds by then. Left out: not compared. */
export const Promised = Anonymity.optional();

/** A name as the other side may see it; null: it stays hidden, and the pseudonym stands for it. */
export const NameIfKnown = z.string().nullable();
