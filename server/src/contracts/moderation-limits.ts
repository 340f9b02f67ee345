/** What staff do to threads and posts, by a mark that stays there. */
export const MARK_KINDS = ['pin', 'lock', 'close', 'hide', 'approve', 'refuse'] as const;
/** What they do about a person: posts wait for them, or no more. */
export const HOLD_KINDS = ['hold', 'release'] as const;
export const MODERATION_KINDS = [...MARK_KINDS, 'split', 'move', 'merge', ...HOLD_KINDS] as const;
/** Words that learners are told not to use, and how long one is. */
export const BLOCKED_WORDS_MAX = 200;
export const BLOCKED_WORD_MAX = 40;
/** People whose posts wait for staff, in one discussion. */
export const HELD_MEMBERS_MAX = 200;
/** Posts that wait for staff, listed at once: approving makes room for the next ones. */
export const HELD_LISTED_MAX = 50;
/** Files attached to a post, or to a discussion's prompt. */
export const POST_FILES_MAX = 10;
/** Threads at the head of a discussion's list. */
export const PINNED_MAX = 10;
