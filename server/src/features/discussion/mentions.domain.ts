import type { DiscussionSettings } from '../../contracts/discussion-settings.ts';
import type { ErrorCode } from '../../contracts/errors.ts';
import { MENTIONS_MAX } from '../../contracts/limits.ts';
import { nodesOf, type RichText } from '../../contracts/plain-text.ts';
import { escapedForPattern } from '../../core/pattern.ts';

const mentionsOf = (text: RichText): string[] =>
  [...nodesOf(text)].flatMap((node) => (node.type === 'mention' ? [node.attrs.memberId] : []));

/** Who is mentioned in a text, each once. */
export const mentionedIn = (text: RichText): string[] => [...new Set(mentionsOf(text))];

/** Whether people are mentioned at all: a name among hidden ones would point at somebody. */
export const hasMentions = ({ anonymity }: Pick<DiscussionSettings, 'anonymity'>): boolean =>
  anonymity === 'none';

export type MentionDecision =
  /** Those who are to be people who read there. */
  | { readonly type: 'check'; readonly memberIds: readonly string[] }
  | { readonly type: 'refuse'; readonly reason: MentionFault };
export type MentionFault = Extract<ErrorCode, 'POST_MENTIONS'>;

/** Whether a post may mention whom it mentions. @param before who is mentioned in it already: they stay as they are */
export function decideMentions(
  settings: Pick<DiscussionSettings, 'anonymity'>,
  text: RichText,
  before: readonly string[],
): MentionDecision {
  const all = mentionsOf(text);
  const memberIds = mentionedIn(text).filter((id) => !before.includes(id));
  const isTooMuch = all.length > MENTIONS_MAX || (memberIds.length > 0 && !hasMentions(settings));
  return isTooMuch ? { type: 'refuse', reason: 'POST_MENTIONS' } : { type: 'check', memberIds };
}

/** How a name looks that has a word beginning so, as a regular expression. */
export const namePattern = (typed: string): string => `(^|[\\s-])${escapedForPattern(typed.trim())}`;

/** A text with a mention of one person standing for another id. */
export function mentioningAs(text: RichText, memberId: string, otherId: string): RichText {
  // An id is 32 random digits: nothing else in the text's JSON looks like it.
  return JSON.parse(JSON.stringify(text).replaceAll(memberId, otherId)) as RichText;
}
