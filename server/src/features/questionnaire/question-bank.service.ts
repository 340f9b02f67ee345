import type { BankItemView } from '../../contracts/question-bank.ts';
import { QUESTION_BANK_MAX } from '../../contracts/limits.ts';
import type { Item } from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type BankItem, tidyTags } from './question-bank.domain.ts';
import type { BankFilter, QuestionBankStore } from './question-bank.store.ts';
import { bankItemView, bankView } from './question-bank.views.ts';
import { pageOf, rowKeyOf } from './row-keys.domain.ts';

interface Ports {
  readonly bank: QuestionBankStore;
  readonly clock: Clock;
}

export type QuestionBankService = ReturnType<typeof createQuestionBankService>;

/** The questions that a course keeps to use again, for its staff. */
export function createQuestionBankService({ bank, clock }: Ports) {
  async function get(scope: CourseScope, id: string): Promise<BankItem> {
    const found = await bank.find(scope, id);
    if (!found) throw new AppError('NOT_FOUND', { kind: 'bankItem' });
    return found;
  }

  return {
    /** Newest first. @param after the `next` of the page before. */
    async list(caller: Caller, filter: BankFilter, after: string | undefined, limit: number) {
      const [rows, tags] = await Promise.all([
        bank.list(caller.scope, filter, rowKeyOf(after), limit + 1),
        bank.countTags(caller.scope),
      ]);
      const { page, next } = pageOf(rows, limit);
      return bankView(page, next, tags, caller.can('questionnaire.edit'));
    },

    /** @throws AppError NOT_FOUND */
    async read({ scope }: Caller, id: string): Promise<BankItemView> {
      return bankItemView(await get(scope, id));
    },

    /** @throws AppError NOT_FOUND, STALE_REVISION, QUESTION_BANK_FULL */
    async save(
      { scope }: Caller,
      id: string,
      item: Item,
      tags: readonly string[],
      expectedRevision: number,
    ): Promise<BankItemView> {
      // In the bank a question goes by the bank's id, so that it is the same one in every draw.
      const content = { item: { ...item, id }, tags: tidyTags(tags) };
      if (expectedRevision > 0) {
        const changed = await bank.change(scope, id, expectedRevision, content);
        if (changed) return bankItemView(changed);
        await get(scope, id);
        throw new AppError('STALE_REVISION');
      }
      if ((await bank.count(scope)) >= QUESTION_BANK_MAX) {
        throw new AppError('QUESTION_BANK_FULL', { max: QUESTION_BANK_MAX });
      }
      const made = { id, ...content, revision: 1, createdAt: clock.now() };
      // Made a moment ago by the same request, or another course's: then it is not there.
      return bankItemView((await bank.insert(scope, made)) ? made : await get(scope, id));
    },

    /** What is not there any more is removed. */
    async remove({ scope }: Caller, id: string): Promise<Record<string, never>> {
      await bank.remove(scope, id);
      return {};
    },
  };
}
