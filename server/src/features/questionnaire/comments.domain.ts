import { type Item, writesToGroup } from '../../contracts/questionnaire-rules.ts';
import type { Answered } from './questionnaire.domain.ts';

/** What somebody wrote to another person of their group; who did is no part of it. */
export interface Comment {
  /** Names it, so that staff can say of this one that the person reads it. */
  readonly key: string;
  /** In which groups the two were when it was written. */
  readonly groupIds: readonly string[];
  readonly question: string;
  readonly aboutId: string;
  readonly text: string;
}

/** Those that were written to a person of a group by others of it. */
export const commentsTo = <Any extends Comment>(
  comments: readonly Any[],
  memberId: string,
  groupId: string,
): Any[] => comments.filter((one) => one.aboutId === memberId && one.groupIds.includes(groupId));

/** What was written to people, by the text: in the order in which it came, it could be known whose it is. */
export const commentsIn = (items: readonly Item[], answers: readonly Answered[]): Comment[] =>
  items
    .filter(writesToGroup)
    .flatMap(({ id: itemId, text: question }) =>
      answers.flatMap(({ id, memberId, groups = [], answers: { [itemId]: said } }) =>
        typeof said !== 'object' || Array.isArray(said)
          ? []
          : Object.entries(said).flatMap(([aboutId, text]) =>
              aboutId === memberId || text.trim() === ''
                ? []
                : [
                    {
                      key: `${id}/${itemId}/${aboutId}`,
                      groupIds: groups.flatMap(({ groupId, memberIds }) =>
                        memberIds.includes(aboutId) ? [groupId] : [],
                      ),
                      question,
                      aboutId,
                      text: text.trim(),
                    },
                  ],
            ),
      ),
    )
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
