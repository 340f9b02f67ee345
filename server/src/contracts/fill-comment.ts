/** The variables of saved comments: shared by server and client, so without zod. */

/** What the variables of a saved comment stand for. */
export interface CommentValues {
  readonly name: string;
  readonly points: string;
  readonly maximum: string;
}

/** Puts values in the place of `{name}` and the like; what is no variable stays as it is. */
export const fillComment = (text: string, values: CommentValues): string =>
  text.replaceAll(/\{(name|points|maximum)\}/g, (_all, key: keyof CommentValues) => values[key]);
