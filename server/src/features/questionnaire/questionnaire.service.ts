import type { QuestionnaireView } from '../../contracts/questionnaire.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type DomainEvent, type EventType, makeEvent } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AnswerStore } from './answers.store.ts';
import { decideSave, type Questionnaire, type Settings } from './questionnaire.domain.ts';
import type { QuestionnaireStore, RowKey } from './questionnaire.store.ts';
import { listView, questionnaireView } from './questionnaire.views.ts';

interface Ports {
  readonly store: QuestionnaireStore;
  readonly answers: Pick<AnswerStore, 'countAnswersOf'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type QuestionnaireService = ReturnType<typeof createQuestionnaireService>;

/** Questionnaires as staff make them. */
export function createQuestionnaireService({ store, answers, clock, eventsWritten }: Ports) {
  const viewOf = (caller: Caller, questionnaire: Questionnaire): QuestionnaireView =>
    questionnaireView(questionnaire, caller.can('questionnaire.edit'));

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

  async function create(caller: Caller, id: string, settings: Settings): Promise<QuestionnaireView> {
    const { scope, member } = caller;
    const made: Questionnaire = {
      id,
      courseId: scope.courseId,
      settings,
      state: 'draft',
      revision: 1,
      version: 1,
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

    /** @throws AppError NOT_FOUND, STALE_REVISION, ACTIVITY_HAS_WORK for what those who answered rely on */
    async save(
      caller: Caller,
      id: string,
      settings: Settings,
      expectedRevision: number,
    ): Promise<QuestionnaireView> {
      const current = await store.find(caller.scope, id);
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
      await store.keepVersion(caller.scope, id, version, current.settings.items);
      const next = { settings, version: version + 1 };
      return change(caller, id, expectedRevision, next, {
        type: 'questionnaire.changed',
        data: { version: next.version },
      });
    },

    /** Publishing again changes nothing. @throws AppError NOT_FOUND, STALE_REVISION, BAD_REQUEST without items */
    async publish(caller: Caller, id: string, expectedRevision: number): Promise<QuestionnaireView> {
      const current = await get(caller, id);
      if (current.state === 'open') return viewOf(caller, current);
      if (current.state === 'closed' || current.revision !== expectedRevision)
        throw new AppError('STALE_REVISION');
      if (current.settings.items.length === 0) throw new AppError('BAD_REQUEST', { field: 'items' });
      return change(caller, id, expectedRevision, { state: 'open' }, { type: 'questionnaire.published' });
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

/** @param rows one more than the page has room for, when there are more. */
export function pageOf(
  rows: readonly Questionnaire[],
  limit: number,
): { page: Questionnaire[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last ? `${last.createdAt.getTime()}_${last.id}` : null };
}

/** @throws AppError BAD_REQUEST when the key is none of ours. */
export function rowKeyOf(key: string | undefined): RowKey | null {
  if (key === undefined) return null;
  const [time, id] = key.split('_');
  const createdAt = new Date(Number(time));
  if (!id || Number.isNaN(createdAt.getTime())) throw new AppError('BAD_REQUEST', { field: 'after' });
  return { createdAt, id };
}
