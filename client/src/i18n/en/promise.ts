/** What is promised at the moment of writing. */
export const promise = {
  author: {
    nobodyKnows: 'Reviewers see your work without your name.',
    authorsKnown: 'Reviewers see your work with your name; you do not learn theirs.',
    allKnown: 'Reviewers see your work with your name, and you see theirs.',
  },
  reviewer: {
    hidden: 'The author sees your review without your name.',
    shown: 'The author sees your review with your name.',
  },
  staff: 'Teaching staff see all names.',
  time: 'How long you work on this review is measured while this page is in sight and you are at work on it. Teaching staff see it; it counts for no grade.',
} as const;
