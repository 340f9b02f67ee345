import { asRichText, emptyRichText, type RichText } from '../../contracts/plain-text.ts';
import { type ComparisonContent, sameComparison } from './comparison.domain.ts';
import { type ReviewContent, sameContent, sameWork, type WorkContent } from './peer-review.domain.ts';
import { type RevisionContent, sameRevision } from './revision.domain.ts';

/** Names a draft and says, by its type, what it holds. */
export interface DraftKey<Content> {
  readonly id: string;
  readonly empty: Content;
  /** Brings what was stored before texts were rich into today's shape. */
  readonly read: (stored: unknown) => Content;
  /** What is kept of content that comes with more. */
  readonly only: (content: Content) => Content;
  /** Whether two say the same. */
  readonly same: (a: Content, b: Content) => boolean;
}

export const workDraft = (activityId: string, memberId: string): DraftKey<WorkContent> => ({
  id: `submission/${activityId}/${memberId}`,
  empty: { text: emptyRichText(), files: [] },
  read: (stored) =>
    typeof stored === 'string' ? { text: asRichText(stored), files: [] } : (stored as WorkContent),
  only: ({ text, files, links = [] }) => ({ text, files, links }),
  same: sameWork,
});

/** A review's draft belongs to whoever writes it, a member or a group: the review's id names both. */
export const draftOfReview = (reviewId: string): DraftKey<ReviewContent> =>
  reviewDraft(reviewId, reviewId.split('-').at(-1) ?? '');

/** @param kind of a peer's work by default; examples and the own work are told apart by theirs */
export const reviewDraft = (
  reviewId: string,
  memberId: string,
  kind: 'review' | 'example' | 'self' = 'review',
): DraftKey<ReviewContent> => ({
  id: `${kind}/${reviewId}/${memberId}`,
  empty: { ratings: [], comment: emptyRichText() },
  read: (stored) => {
    const { comment, ...rest } = stored as Omit<ReviewContent, 'comment'> & { comment: RichText | string };
    return { ...rest, comment: asRichText(comment) };
  },
  only: ({ ratings, comment, inline = [] }) => ({ ratings, comment, ...(inline.length > 0 && { inline }) }),
  same: sameContent,
});

export const revisionDraft = (activityId: string, memberId: string): DraftKey<RevisionContent> => ({
  id: `revision/${activityId}/${memberId}`,
  empty: { text: emptyRichText(), files: [], note: '', answers: [] },
  read: (stored) => stored as RevisionContent,
  only: ({ text, files, links = [], note, answers }) => ({ text, files, links, note, answers }),
  same: sameRevision,
});

export const comparisonDraft = (comparisonId: string, memberId: string): DraftKey<ComparisonContent> => ({
  id: `comparison/${comparisonId}/${memberId}`,
  empty: { choices: [], leftComment: emptyRichText(), rightComment: emptyRichText() },
  read: (stored) => stored as ComparisonContent,
  only: ({ choices, leftComment, rightComment }) => ({ choices, leftComment, rightComment }),
  same: sameComparison,
});
