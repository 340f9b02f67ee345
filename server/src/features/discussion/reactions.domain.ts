import type { REACTIONS } from '../../contracts/limits.ts';

/** What one can give to a post of somebody else (spec/discussion.md, 4). */
export type Reaction = (typeof REACTIONS)[number];

/** How often a post was given each. */
export type ReactionCounts = Readonly<Record<Reaction, number>>;

export const noReactions = (): ReactionCounts => ({ upvote: 0, thanks: 0, insightful: 0 });
