import { isAnchorIn, passagesOf } from '../../contracts/passages.ts';
import type { InlineComment } from '../../contracts/peer-review-inline.ts';
import type { WorkContent } from './peer-review.domain.ts';

const PDF = 'application/pdf';

/**
 * Whether every comment is on a place that its reviewer could see: in the text, or on a page of one of the PDF files, of
 * the version that is reviewed.
 *
 * @param work null when nobody has looked it up, since there is nothing on places
 */
export function areOnWork(
  comments: readonly InlineComment[],
  work: WorkContent | null,
  workVersion: number,
): boolean {
  if (comments.length === 0) return true;
  if (!work) return false;
  const passages = passagesOf(work.text);
  const pdfs = new Set(work.files.filter(({ type }) => type === PDF).map(({ id }) => id));
  return comments.every(
    (comment) =>
      comment.workVersion === workVersion &&
      (comment.anchor.kind === 'text'
        ? isAnchorIn(passages, comment.anchor)
        : pdfs.has(comment.anchor.fileId)),
  );
}
