import { MemberEvaluation, OwnEvaluation } from '../../contracts/questionnaire-evaluation.ts';
import type { Comment } from './comments.domain.ts';
import type { criteriaOf, GroupEvaluation, PersonEvaluation } from './member-evaluation.domain.ts';

type Criteria = ReturnType<typeof criteriaOf>;

interface Facts {
  readonly title: string;
  readonly criteria: Criteria;
  readonly rounds: readonly { readonly round: number; readonly opensAt: string | null }[];
  readonly round: number;
  readonly groups: readonly GroupEvaluation[];
  readonly commentsTo: (
    memberId: string,
    groupId: string,
  ) => readonly (Comment & { readonly isShown: boolean })[];
  readonly nameOf: (memberId: string) => string | null;
  readonly sharedAt: Date | null;
  readonly can: MemberEvaluation['can'];
}

/** For staff: who is rated how, but not by whom; single answers stand beside the results. */
export const memberEvaluationView = ({
  criteria: { all, levels },
  groups,
  commentsTo,
  nameOf,
  sharedAt,
  ...rest
}: Facts): MemberEvaluation =>
  MemberEvaluation.parse({
    ...rest,
    criteria: all.map(({ id, text }) => ({ id, text })),
    levels,
    groups: groups.map(({ groupId, name, people }) => ({
      id: groupId,
      name,
      people: people.map(({ memberId, factors, sapa, ...person }) => ({
        ...person,
        id: memberId,
        name: nameOf(memberId),
        factors: { ...factors, sapa },
        comments: commentsTo(memberId, groupId),
      })),
    })),
    sharedAt: sharedAt?.toISOString() ?? null,
  });

/** For the person: the others of each group as one voice. */
export const ownEvaluationView = (
  { all, levels }: Criteria,
  isShared: boolean,
  groups: readonly {
    readonly name: string | null;
    readonly person: PersonEvaluation;
    readonly comments: readonly Comment[];
  }[],
): OwnEvaluation => {
  const texts = new Map(all.map(({ id, text }) => [id, text]));
  return OwnEvaluation.parse({
    isShared,
    levels,
    groups: isShared
      ? groups.map(({ name, person: { isWithheld, byCriterion, factors }, comments }) => ({
          name,
          isWithheld,
          criteria: isWithheld
            ? []
            : byCriterion.map(({ itemId, received, own }) => ({
                text: texts.get(itemId) ?? '',
                received,
                own,
              })),
          factor: isWithheld ? null : factors.shrunken,
          comments: isWithheld ? [] : comments,
        }))
      : [],
  });
};
