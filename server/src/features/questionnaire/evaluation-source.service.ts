import type { CourseScope } from '../../core/course-scope.ts';
import { asksOfGroup } from '../../contracts/questionnaire-rules.ts';
import type { AnswerStore } from './answers.store.ts';
import type { VersionFinder } from './find-version.service.ts';
import { criteriaOf, evaluationsOf, type GroupEvaluation } from './member-evaluation.domain.ts';
import { rowSetsOf } from './own-groups.domain.ts';
import type { Questionnaire } from './questionnaire.domain.ts';
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

/** Where people of groups rate each other by name. */
export interface Evaluation {
  readonly id: string;
  readonly title: string;
  /**
   * What they have said: one round trip, two at once where some of it is drawn from the bank.
   *
   * @param round undefined: the last that has opened. @param groupIds of some groups alone
   */
  read(round?: number, groupIds?: readonly string[]): Promise<EvaluationRound>;
}

export type EvaluationSource = ReturnType<typeof createEvaluationSource>;

/** What members say of each other, for what grades their groups. */
export function createEvaluationSource(
  store: Pick<QuestionnaireStore, 'listPublished'>,
  versions: Pick<VersionFinder, 'presentOf' | 'getVersion'>,
  answers: Pick<AnswerStore, 'listAll' | 'countAnswers'>,
) {
  async function read(
    scope: CourseScope,
    questionnaire: Questionnaire,
    setId: string,
    wanted: number | undefined,
    groupIds: readonly string[] | undefined,
  ): Promise<EvaluationRound> {
    // Lists leave out what is drawn from the bank, which may be large.
    const isWhole = (questionnaire.settings.draws ?? []).length === 0;
    const [found, all] = await Promise.all([
      isWhole
        ? versions.presentOf(questionnaire, wanted)
        : versions.getVersion(scope, questionnaire.id, { round: wanted }),
      answers.listAll(scope, questionnaire.id, groupIds),
    ]);
    const given = answersTo(found, all).answers;
    const items = found.items.filter((item) => asksOfGroup(item) && item.groupRows.setId === setId);
    const ofSet = given.map((one) => ({
      ...one,
      groups: one.groups?.filter((group) => group.setId === setId),
    }));
    return {
      title: questionnaire.settings.title,
      round: found.round,
      version: found.version,
      rounds: roundsIn(found, all).map(({ round, opensAt }) => ({ round, opensAt })),
      isOver: isOver(found),
      answers: given.length,
      levels: criteriaOf(items).levels,
      groups: evaluationsOf(items, ofSet),
    };
  }

  return {
    /** Where the people of the groups of a set rate each other, the newest first: one round trip. */
    async list(scope: CourseScope, setId: string): Promise<Evaluation[]> {
      const all = await store.listPublished(scope, null, LOOKED_THROUGH);
      return all
        .filter(
          ({ settings: { items, visibility } }) =>
            visibility !== 'anonymous' && rowSetsOf(items.filter(asksOfGroup)).includes(setId),
        )
        .map((one) => ({
          id: one.id,
          title: one.settings.title,
          read: (round, groupIds) => read(scope, one, setId, round, groupIds),
        }));
    },

    /** How many have answered by now: one round trip. */
    countAnswers: answers.countAnswers,
  };
}
