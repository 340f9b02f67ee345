import {
  isBlank,
  plainTextOf,
  type RichText,
  richTextOf,
} from '../../../../server/src/contracts/plain-text.ts';

/** A comment with some text after it, in paragraphs of their own. */
export function withText(comment: RichText, text: string): RichText {
  const added = richTextOf(text);
  return isBlank(comment) && plainTextOf(comment).trim() === ''
    ? added
    : { ...comment, content: [...comment.content, ...added.content] };
}
