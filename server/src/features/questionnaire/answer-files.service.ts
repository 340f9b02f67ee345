import { type Answers, filesIn, type Item } from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { FileItemRules, Files, StoredFile } from '../files/index.ts';
import type { AnswerStore } from './answers.store.ts';
import { isVisibleTo, itemsOf, mayAnswer, type Questionnaire, roundNow } from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';

/** What files belong to that answer a question: `questionnaireId-itemId`. */
const KIND = 'questionnaire-answer';
const ID_LENGTH = 32;
const itemOf = (questionnaireId: string, itemId: string) => ({
  kind: KIND,
  id: `${questionnaireId}-${itemId}`,
});

interface Ports {
  readonly store: Pick<QuestionnaireStore, 'find'>;
  readonly answers: Pick<AnswerStore, 'findSheet'>;
  readonly files: Pick<Files, 'findReady' | 'keep'>;
  readonly clock: Clock;
}

export type AnswerFiles = ReturnType<typeof createAnswerFiles>;

/** Files that answer questions. */
export function createAnswerFiles({ store, answers, files, clock }: Ports) {
  const sheetOf = (scope: CourseScope, questionnaire: Questionnaire, memberId: string) => {
    const round = roundNow(questionnaire, clock.now());
    return answers.findSheet(scope, { questionnaireId: questionnaire.id, memberId, round });
  };

  /** Whoever may answer adds files; staff see what was sent, and nobody else but the owner sees any. */
  const rules: FileItemRules = {
    async requireUpload(caller, item) {
      const { scope, member } = caller;
      if (!caller.can('questionnaire.answer'))
        throw new AppError('FORBIDDEN', { permission: 'questionnaire.answer' });
      const [id, itemId] = [item.slice(0, ID_LENGTH), item.slice(ID_LENGTH + 1)];
      const questionnaire = await store.find(scope, id);
      const asked = questionnaire && itemsOf({ ...questionnaire.settings, pool: questionnaire.pool });
      const isAsked = asked?.some((one) => one.id === itemId && one.kind === 'file');
      const sheet = questionnaire && (await sheetOf(scope, questionnaire, member.id));
      if (!questionnaire || !isAsked || !isVisibleTo(questionnaire, sheet, clock.now()))
        throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
      if (!mayAnswer(questionnaire, sheet, clock.now())) throw new AppError('QUESTIONNAIRE_CLOSED');
    },
    isAnonymous: () => Promise.resolve(false),
    accessTo: (caller, all) =>
      Promise.resolve(
        new Map(
          all
            .filter(({ keptSince }) => keptSince !== null && caller.can('questionnaire.read'))
            .map(({ id }) => [id, 'whole'] as const),
        ),
      ),
    async filesInUse(scope, item, ownerId) {
      const questionnaire = await store.find(scope, item.slice(0, ID_LENGTH));
      const sheet = questionnaire && (await sheetOf(scope, questionnaire, ownerId));
      return new Set(
        Object.values(sheet?.answers ?? {})
          .filter(Array.isArray)
          .flat(),
      );
    },
  };

  return {
    rules: { [KIND]: rules },

    /** The files of a draft, of which only the member's own are told. */
    async ofDraft(
      scope: CourseScope,
      memberId: string,
      items: readonly Item[],
      draft: Answers,
    ): Promise<StoredFile[]> {
      const found = await files.findReady(
        scope,
        filesIn(items, draft).flatMap(({ ids }) => ids),
      );
      return [...found.values()].filter(({ ownerId, item }) => ownerId === memberId && item.kind === KIND);
    },

    /** The files that sent answers are. */
    async ofAnswers(
      scope: CourseScope,
      items: readonly Item[],
      all: readonly { readonly answers: Answers }[],
    ): Promise<StoredFile[]> {
      const ids = all.flatMap((one) => filesIn(items, one.answers).flatMap((found) => found.ids));
      return [...(await files.findReady(scope, ids)).values()].filter(({ item }) => item.kind === KIND);
    },

    /** Before answers are sent: from then on their files stay. @throws AppError FILE_MISSING also for another's */
    async keep(
      scope: CourseScope,
      questionnaireId: string,
      memberId: string,
      items: readonly Item[],
      given: Answers,
    ): Promise<void> {
      for (const { itemId, ids } of filesIn(items, given))
        await files.keep(scope, itemOf(questionnaireId, itemId), ids, memberId);
    },
  };
}
