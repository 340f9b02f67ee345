import type { QuestionnaireView } from '../../contracts/questionnaire.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type DomainEvent, type EventType, makeEvent } from '../../core/events.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AnswerStore } from './answers.store.ts';
import { type PoolItem, tooLargeDraws } from './question-bank.domain.ts';
import type { QuestionBankStore } from './question-bank.store.ts';
import { decideSave, isBlank, type Questionnaire, type Settings } from './questionnaire.domain.ts';
import { rowSetsOf } from './own-groups.domain.ts';
import type { OwnGroups } from './own-groups.service.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { listView, questionnaireView } from './questionnaire.views.ts';
import { pageOf, rowKeyOf } from './row-keys.domain.ts';

interface Ports {
  readonly store: QuestionnaireStore;
  readonly answers: Pick<AnswerStore, 'countAnswersOf'>;
  readonly bank: Pick<QuestionBankStore, 'listTagged'>;
  readonly ownGroups: Pick<OwnGroups, 'requireSets'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type QuestionnaireService = ReturnType<typeof createQuestionnaireService>;

/** Questionnaires as staff make them. */
export function createQuestionnaireService({ store, answers, bank, ownGroups, clock, eventsWritten }: Ports) {
  const viewOf = (caller: Caller, questionnaire: Questionnaire): QuestionnaireView =>
    questionnaireView(questionnaire, caller.can('questionnaire.edit'), isBlank(questionnaire.settings));

  async function get(caller: Caller, id: string): Promise<Questionnaire> {
    const found = await store.find(caller.scope, id);
    if (!found) throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
    return found;
  }

  const eventOf = (caller: Caller, type: EventType, id: string, data: Record<string, unknown>): DomainEvent =>
    makeEvent({
      type,
      at: clock.now(),
      actor: caller.actor,
      courseId: caller.scope.courseId,
      subject: { kind: 'questionnaire', id },
      requestId: caller.requestId,
      data,
    });

  /** What a version draws from, from now on. @throws AppError DRAW_TOO_LARGE where the bank has too little */
  async function poolFor(
    { scope }: Caller,
    { draws = [] }: Settings,
  ): Promise<{ pool: PoolItem[]; seed: string }> {
    const tags = draws.map(({ tag }) => tag);
    const pool = await bank.listTagged(scope, tags);
    const tooLarge = tooLargeDraws(pool, draws);
    if (tooLarge.length > 0) throw new AppError('DRAW_TOO_LARGE', { tags: tooLarge });
    return { pool, seed: newId() };
  }

  async function create(caller: Caller, id: string, settings: Settings): Promise<QuestionnaireView> {
    const { scope, member } = caller;
    const made: Questionnaire = {
      id,
      courseId: scope.courseId,
      settings,
      state: 'draft',
      revision: 1,
      version: 1,
      pool: [],
      seed: '',
      createdAt: clock.now(),
      createdBy: member.id,
    };
    const data = { visibility: settings.visibility, items: settings.items.length };
    if (!(await store.insert(made, eventOf(caller, 'questionnaire.created', id, data)))) {
      // Made a moment ago by the same request, or another course's: then it is not there.
      return viewOf(caller, await get(caller, id));
    }
    eventsWritten();
    return viewOf(caller, made);
  }

  async function change(
    caller: Caller,
    id: string,
    revision: number,
    wanted: Parameters<QuestionnaireStore['change']>[3],
    event: { type: EventType; data?: Record<string, unknown> },
  ): Promise<QuestionnaireView> {
    const written = eventOf(caller, event.type, id, event.data ?? {});
    const changed = await store.change(caller.scope, id, revision, wanted, written);
    if (!changed) throw new AppError('STALE_REVISION');
    eventsWritten();
    return viewOf(caller, changed);
  }

  return {
    /** Newest first. @param after the `next` of the page before. */
    async list(caller: Caller, after: string | undefined, limit: number) {
      const rows = await store.list(caller.scope, rowKeyOf(after), limit + 1);
      const { page, next } = pageOf(rows, limit);
      const counts = await answers.countAnswersOf(
        caller.scope,
        page.map(({ id }) => id),
      );
      return listView(page, counts, next, caller.can('questionnaire.edit'));
    },

    /** @throws AppError NOT_FOUND */
    async read(caller: Caller, id: string): Promise<QuestionnaireView> {
      return viewOf(caller, await get(caller, id));
    },

    /** @throws AppError NOT_FOUND, STALE_REVISION, DRAW_TOO_LARGE, ACTIVITY_HAS_WORK for what those who answered rely on */
    async save(
      caller: Caller,
      id: string,
      settings: Settings,
      expectedRevision: number,
    ): Promise<QuestionnaireView> {
      const [current] = await Promise.all([
        store.find(caller.scope, id),
        ownGroups.requireSets(caller.scope, [
          ...rowSetsOf(settings.items),
          ...(settings.team ? [settings.team.setId] : []),
        ]),
      ]);
      const decision = decideSave(current, settings, expectedRevision);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      if (!current || decision.type === 'create') return create(caller, id, settings);
      if (decision.type === 'unchanged') return viewOf(caller, current);
      const { version } = current;
      if (decision.type === 'change') {
        return change(
          caller,
          id,
          expectedRevision,
          { settings },
          { type: 'questionnaire.changed', data: { version } },
        );
      }
      const next = { settings, version: version + 1, ...(await poolFor(caller, settings)) };
      const { items } = current.settings;
      await store.keepVersion(caller.scope, { questionnaireId: id, version, items, pool: current.pool });
      return change(caller, id, expectedRevision, next, {
        type: 'questionnaire.changed',
        data: { version: next.version },
      });
    },

    /** Publishing again changes nothing. @throws AppError NOT_FOUND, STALE_REVISION, DRAW_TOO_LARGE, BAD_REQUEST without items */
    async publish(caller: Caller, id: string, expectedRevision: number): Promise<QuestionnaireView> {
      const current = await get(caller, id);
      if (current.state === 'open') return viewOf(caller, current);
      if (current.state === 'closed' || current.revision !== expectedRevision)
        throw new AppError('STALE_REVISION');
      if (isBlank(current.settings)) throw new AppError('BAD_REQUEST', { field: 'items' });
      const next = { state: 'open', ...(await poolFor(caller, current.settings)) } as const;
      return change(caller, id, expectedRevision, next, { type: 'questionnaire.published' });
    },

    /** Closing again changes nothing. @throws AppError NOT_FOUND, STALE_REVISION when it was never open */
    async close(caller: Caller, id: string): Promise<QuestionnaireView> {
      const current = await get(caller, id);
      if (current.state === 'closed') return viewOf(caller, current);
      if (current.state === 'draft') throw new AppError('STALE_REVISION');
      return change(caller, id, current.revision, { state: 'closed' }, { type: 'questionnaire.closed' });
    },

    /** A draft with the same items and no dates. @throws AppError NOT_FOUND */
    async copy(caller: Caller, id: string, copyId: string, title: string): Promise<QuestionnaireView> {
      const { settings } = await get(caller, id);
      return create(caller, copyId, { ...settings, title, opensAt: null, closesAt: null });
    },
  };
}
