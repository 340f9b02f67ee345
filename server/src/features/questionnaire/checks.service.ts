import type { CourseScope } from '../../core/course-scope.ts';
import { MAIN_COLUMN } from '../../core/ids.ts';
import type { GradeSource } from '../gradebook/index.ts';
import { ownCheckOf } from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';

/** Checks that a course's members can be asked to pass: the newest. */
const CHECKS_MAX = 100;

/** Checks with results of each person, for what opens after them. */
export const createChecks = (
  store: Pick<QuestionnaireStore, 'listPublished'>,
  gradeSource: Pick<GradeSource, 'inputs'>,
) => ({
  async list(scope: CourseScope): Promise<{ id: string; title: string }[]> {
    return (await store.listPublished(scope, null, CHECKS_MAX))
      .filter(
        (questionnaire) =>
          questionnaire.settings.visibility !== 'anonymous' &&
          // What is drawn is not read here: it has keys, or nothing could be drawn for a check.
          (ownCheckOf(questionnaire) !== null ||
            (questionnaire.settings.check !== undefined && (questionnaire.settings.draws ?? []).length > 0)),
      )
      .map(({ id, settings: { title } }) => ({ id, title }));
  },

  /** Who has reached so much by the attempt that counts. @param memberIds null: of everybody */
  async listPassed(
    scope: CourseScope,
    questionnaireId: string,
    percent: number,
    memberIds: readonly string[] | null,
  ): Promise<string[]> {
    const passed: string[] = [];
    for await (const inputs of gradeSource.inputs(scope, questionnaireId, [], memberIds)) {
      for (const { memberId, columns } of inputs) {
        const { attempt } = (columns[MAIN_COLUMN] ?? {}) as {
          readonly attempt?: { readonly points: number; readonly possible: number } | null;
        };
        if (attempt && attempt.points * 100 >= percent * attempt.possible) passed.push(memberId);
      }
    }
    return passed;
  },
});
