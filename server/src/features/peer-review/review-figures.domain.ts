import { countWords, plainTextOf } from '../../contracts/plain-text.ts';
import type { ReviewFigures, ReviewVersion } from './peer-review.domain.ts';

/** What is counted of a review: kept beside it, so that reading thousands needs none of their texts. */
export function figuresOf({
  ratings,
  comment,
  inline = [],
  at,
}: Pick<ReviewVersion, 'ratings' | 'comment' | 'inline' | 'at'>): ReviewFigures {
  return {
    words: countWords([plainTextOf(comment), ...inline.map(({ text }) => text)].join('\n')),
    at,
    // A criterion may not apply, or ask for a comment alone.
    ratings: ratings.flatMap(({ criterionId, points }) => (points === null ? [] : [{ criterionId, points }])),
  };
}
