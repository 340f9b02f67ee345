/** Comments on one page, replies to one of them, and their characters. */
export const PAGE_COMMENTS_MAX = 300;
export const PAGE_REPLIES_MAX = 50;
export const PAGE_COMMENT_MAX = 2_000;
/** Of the words that a comment is on, so many are kept. */
export const PASSAGE_QUOTE_MAX = 300;
