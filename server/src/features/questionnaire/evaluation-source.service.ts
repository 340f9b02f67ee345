import type { CourseScope } from '../../core/course-scope.ts';
import { asksOfGroup } from '../../contracts/questionnaire-rules.ts';
import type { AnswerStore } from './answers.store.ts';
import type { VersionFinder } from './find-version.service.ts';
import { criteriaOf, evaluationsOf, type GroupEvaluation } from './member-evaluation.domain.ts';
import { rowSetsOf } from './own-groups.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { answersTo, isOver, roundsIn } from './version-results.domain.ts';

/** So many of the newest questionnaires are looked through for what people say of each other. */
const LOOKED_THROUGH = 200;

/** What the members of groups have said of each other in one round. */
export interface EvaluationRound {
  readonly title: string;
  readonly round: number;
  readonly version: number;
  readonly rounds: readonly { readonly round: number; readonly opensAt: string | null }[];
  /** No more answers can come. */
  readonly isOver: boolean;
  readonly answers: number;
  /** Steps of the answers, from 1 for the first column on. */
  readonly levels: number;
  readonly groups: readonly GroupEvaluation[];
}

export type EvaluationSource = ReturnType<typeof createEvaluationSource>;

/** What members say of each other, for what grades their groups. */
export const createEvaluationSource = (
  store: Pick<QuestionnaireStore, 'listPublished'>,
  versions: Pick<VersionFinder, 'getVersion'>,
  answers: Pick<AnswerStore, 'listAll' | 'countAnswers'>,
) => ({
  /** Where the people of the groups of a set rate each other by name, the newest first. */
  async list(scope: CourseScope, setId: string): Promise<{ id: string; title: string }[]> {
    const all = await store.listPublished(scope, null, LOOKED_THROUGH);
    return all.flatMap(({ id, settings: { title, items, visibility } }) =>
      visibility !== 'anonymous' && rowSetsOf(items.filter(asksOfGroup)).includes(setId)
        ? [{ id, title }]
        : [],
    );
  },

  /**
   * Two round trips.
   *
   * @param round undefined: the last that has opened. @param groupIds of some groups alone. @throws AppError NOT_FOUND
   */
  async read(
    scope: CourseScope,
    id: string,
    setId: string,
    round?: number,
    groupIds?: readonly string[],
  ): Promise<EvaluationRound> {
    const [found, all] = await Promise.all([
      versions.getVersion(scope, id, { round }),
      answers.listAll(scope, id, groupIds),
    ]);
    const given = answersTo(found, all).answers;
    const items = found.items.filter((item) => asksOfGroup(item) && item.groupRows.setId === setId);
    const ofSet = given.map((one) => ({
      ...one,
      groups: one.groups?.filter((group) => group.setId === setId),
    }));
    return {
      title: found.questionnaire.settings.title,
      round: found.round,
      version: found.version,
      rounds: roundsIn(found, all).map(({ round: n, opensAt }) => ({ round: n, opensAt })),
      isOver: isOver(found),
      answers: given.length,
      levels: criteriaOf(items).levels,
      groups: evaluationsOf(items, ofSet),
    };
  },

  /** How many have answered by now: one round trip. */
  countAnswers: answers.countAnswers,
});
