import {
  isBlank,
  plainTextOf,
  type RichText,
  richTextOf,
} from '../../../../server/src/contracts/plain-text.ts';

/** What the variables of a saved comment stand for. */
export interface CommentValues {
  readonly name: string;
  readonly points: string;
  readonly maximum: string;
}

/** Puts values in the place of `{name}` and the like; what is no variable stays as it is. */
export const fillComment = (text: string, values: CommentValues): string =>
  text.replaceAll(/\{(name|points|maximum)\}/g, (_all, key: keyof CommentValues) => values[key]);

/** A comment with some text after it, in paragraphs of their own. */
export function withText(comment: RichText, text: string): RichText {
  const added = richTextOf(text);
  return isBlank(comment) && plainTextOf(comment).trim() === ''
    ? added
    : { ...comment, content: [...comment.content, ...added.content] };
}
